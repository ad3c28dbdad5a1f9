import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AwardTable } from '@/components/awards/award-table'
import { NominationStateBadge } from '@/components/awards/nomination-state'
import { SourceMark } from '@/components/awards/source-mark'
import { FileList } from '@/components/evidence/file-list'
import { DemoMark } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import { NOMINATION_STATE_LABELS, nextStep, RECIPIENT_LABELS, recipientLabel } from '@/lib/awards/labels'
import {
  availableNominationActs,
  canAnswerObjection,
  canKeepDossier,
  canNameRecipients,
  canObject,
  canReviewCentrally,
  canSetAwards,
} from '@/lib/awards/policy'
import { getNomination } from '@/lib/awards/nominations/queries'
import { listAwardTypes } from '@/lib/awards/queries'
import { countedRecipients, takesObjections } from '@/lib/awards/rules'
import type { NominationDto } from '@/lib/awards/types'
import { getClusterYear } from '@/lib/clusters/queries'
import { readToday } from '@/lib/periods/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { requireActor } from '@/lib/platform/auth/current'
import { idSchema } from '@/lib/platform/fields'
import { listSources } from '@/lib/sources/queries'
import { Acts } from './_components/acts'
import { CentralReview } from './_components/central-review'
import { Dossier } from './_components/dossier'
import { Names } from './_components/names'
import { PublicNotice } from './_components/notice'

type Props = { params: Promise<{ id: string }> }

export const metadata = { title: 'Đề nghị khen thưởng' }

export default async function NominationPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/awards/nominations/${id}`)
  const nomination = idSchema.safeParse(id).success ? await getNomination(actor, id) : null
  if (!nomination) notFound()
  const [types, today] = await Promise.all([listAwardTypes(actor), readToday()])
  const { facts, cluster, year } = nomination
  const mayName = canNameRecipients(actor, facts) && countedRecipients(nomination) > 0
  const decision = nomination.awards[0]?.decision
  const next = nextStep({ ...nomination, historic: facts.historic }, today)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Khen thưởng', href: '/awards' },
          cluster
            ? { label: `${cluster.name}, ${year}`, href: `/clusters/${cluster.slug}/${year}/awards` }
            : { label: `Năm ${year}`, href: `/awards?nam=${year}` },
          { label: 'Đề nghị' },
        ]}
        title={recipientLabel(nomination)}
        theme={`${nomination.type.name}, năm ${year}`}
        mark={nomination.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            <NominationStateBadge state={nomination.state} blocked={nomination.blocked} />
            {next ? ` ${next}.` : ''} <SourceMark source={nomination.source} illustrative={false} />
          </p>
        }
      />
      <PageBody>
        <Particulars nomination={nomination} />
        <Acts
          nomination={nomination}
          acts={availableNominationActs(actor, facts)}
          types={types}
          today={today}
        />
        {nomination.unnamed !== null ? (
          <Names
            nomination={nomination}
            sources={mayName ? await listSources(actor) : []}
            units={mayName && nomination.clusterYearId ? await membersOf(actor, nomination) : []}
            mayName={mayName}
          />
        ) : null}
        {nomination.awards.length > 0 ? (
          <section aria-labelledby="quyet-dinh" className="mt-7">
            <h2 id="quyet-dinh">Quyết định khen thưởng</h2>
            {nomination.awards.some(({ proposedType }) => proposedType) ? (
              <Notice title="Quyết định khác đề nghị">
                Cụm đề nghị {nomination.type.name}; quyết định tặng{' '}
                {nomination.awards.map(({ type }) => type.name).join(', ')}. Cả hai được giữ.
              </Notice>
            ) : null}
            <AwardTable label="Quyết định khen thưởng" awards={nomination.awards} />
            {decision && (canSetAwards(actor) || nomination.decisionFiles.length > 0) ? (
              <div className="mt-3">
                <FileList
                  files={nomination.decisionFiles}
                  owner={{ ownerKind: 'award_decision', ownerId: decision.id }}
                  canChange={canSetAwards(actor)}
                  addLabel="Thêm bản quyết định"
                />
              </div>
            ) : null}
          </section>
        ) : null}
        {facts.historic ? null : (
          <>
            <Dossier nomination={nomination} canKeep={canKeepDossier(actor, facts)} />
            <PublicNotice
              nomination={nomination}
              mayObject={canObject(actor) && takesObjections(facts, today)}
              mayAnswer={canAnswerObjection(actor, facts)}
            />
            <CentralReview nomination={nomination} mayReview={canReviewCentrally(actor, facts)} />
            <Trail nomination={nomination} />
          </>
        )}
      </PageBody>
    </>
  )
}

/** Units of the cluster in that year, of whom a source named none. */
async function membersOf(actor: Actor, { cluster, year }: NominationDto) {
  const clusterYear = cluster && (await getClusterYear(actor, cluster.slug, year))
  return clusterYear?.members.map(({ id, name }) => ({ id, name })) ?? []
}

function Particulars({ nomination }: { nomination: NominationDto }) {
  const { cluster, proposer, year, unit } = nomination
  return (
    <dl className="mt-4 grid max-w-[104ch] gap-x-8 gap-y-2 lg:grid-cols-[190px_minmax(0,1fr)]">
      <Term label="Cơ quan tặng">{nomination.type.issuer}</Term>
      <Term label="Nơi đề nghị">
        {proposer ? `${proposer}${cluster ? ', ' : ''}` : null}
        {cluster ? (
          <Link href={`/clusters/${cluster.slug}/${year}/awards`} className="link">
            {cluster.name}
          </Link>
        ) : null}
        {!proposer && !cluster ? 'Đơn vị' : null}
      </Term>
      <Term label="Đối tượng">
        {RECIPIENT_LABELS[nomination.recipientKind]}
        {unit ? (
          <>
            {': '}
            <Link href={`/units/${unit.slug}/${year}`} className="link">
              {unit.name}
            </Link>
          </>
        ) : null}
      </Term>
      {nomination.ballotId ? <Term label="Căn cứ">Kết quả bỏ phiếu tại hội nghị của cụm</Term> : null}
      {nomination.achievement ? (
        <Term label={nomination.facts.historic ? 'Theo nguồn' : 'Thành tích'}>
          <span className="whitespace-pre-line">{nomination.achievement}</span>
        </Term>
      ) : null}
    </dl>
  )
}

function Term({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-mute max-lg:mt-1">{label}</dt>
      <dd className="max-w-[80ch]">{children}</dd>
    </div>
  )
}

function Trail({ nomination }: { nomination: NominationDto }) {
  if (nomination.events.length === 0) return null
  return (
    <section aria-labelledby="dien-bien" className="mt-8">
      <h2 id="dien-bien">Diễn biến</h2>
      <ol className="mt-2 max-w-[88ch]">
        {nomination.events.map((event, index) => (
          <li key={index} className="border-hair border-b py-2">
            <b>{NOMINATION_STATE_LABELS[event.to]}</b>{' '}
            <span className="text-mute text-xs">
              <Time value={event.at} clock />
              {event.by ? `, ${event.by}` : ''}
            </span>
            {event.note ? <p>{event.note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
