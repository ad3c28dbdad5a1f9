import { AwardTable } from '@/components/awards/award-table'
import { NominationTable } from '@/components/awards/nomination-table'
import { StatementList } from '@/components/sources/statement-list'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { listAnnouncedBallots } from '@/lib/awards/ballots/queries'
import { nextStep, recipientLabel } from '@/lib/awards/labels'
import { canImportBallot, canPropose, canSetAwards } from '@/lib/awards/policy'
import { listNominations } from '@/lib/awards/nominations/queries'
import { listAwards, listAwardTypes } from '@/lib/awards/queries'
import { countedRecipients, takesPlace } from '@/lib/awards/rules'
import { listQuotas } from '@/lib/awards/settings/queries'
import type { NominationListItem } from '@/lib/awards/types'
import { getClusterYear } from '@/lib/clusters/queries'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { listStatements } from '@/lib/sources/queries'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'
import { ImportBallots, Propose } from './_components/propose'
import { QuotaList } from './_components/quota-list'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata = { title: 'Khen thưởng của cụm' }

export default async function ClusterAwardsPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/awards`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="awards" />
  const { id: clusterYearId } = clusterYear
  const [types, quotas, nominations, awards, ballots, statements, today] = await Promise.all([
    listAwardTypes(actor),
    listQuotas(actor, clusterYearId),
    listNominations(actor, { clusterYearId }),
    listAwards(actor, { clusterYearId }),
    listAnnouncedBallots(actor, clusterYearId, ['FLAG', 'MERIT']),
    listStatements(actor, { clusterYearId }),
    readToday(),
  ])
  const yearClosed = clusterYear.state === 'CLOSED'
  const place = { clusterYearId, yearClosed }
  const proposable = clusterYear.members.filter((unit) => canPropose(actor, { ...place, unitId: unit.id }))
  const set = quotas.filter(({ quota }) => quota !== null)
  const toImport = ballots.filter(({ elected }) => elected.length > 0)
  const mayImport = canImportBallot(actor, place)
  const stated = statements.filter(({ section }) => section === 'awards')
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="awards"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={clusterYear.illustrative}
        sentence={<Summary nominations={nominations} awards={awards.length} today={today} year={year!} />}
        actions={
          proposable.length > 0 && !(yearClosed && !actor.isOffice) ? (
            <Propose
              clusterYearId={clusterYearId}
              year={year!}
              types={types}
              units={proposable}
              mayLeaveUnnamed={mayImport}
            />
          ) : undefined
        }
      />
      <PageBody>
        {set.length > 0 || !yearClosed ? (
          <>
            <h2 className="mt-5">Số lượng được đề nghị</h2>
            {set.length > 0 ? (
              <QuotaList quotas={set} />
            ) : (
              <Empty
                title="Chưa đặt số lượng"
                action={
                  canSetAwards(actor) ? (
                    <LinkButton href={`/setup/years/${year}/clusters/${slug}`}>Đặt số lượng</LinkButton>
                  ) : undefined
                }
              >
                Thường trực thi đua Trung ương đặt số Cờ thi đua, Bằng khen mỗi cụm được đề nghị trong năm.
              </Empty>
            )}
          </>
        ) : null}

        {mayImport && toImport.length > 0 ? (
          <ImportBallots clusterYearId={clusterYearId} types={types} ballots={toImport} />
        ) : null}

        <h2 className="mt-7">Đề nghị của cụm</h2>
        {nominations.length > 0 ? (
          <NominationTable label="Đề nghị của cụm" nominations={nominations} today={today} />
        ) : (
          <Empty title="Chưa có đề nghị">
            {yearClosed
              ? 'Nguồn không nêu đề nghị khen thưởng nào của cụm trong năm này.'
              : 'Đề nghị được lập từ kết quả bỏ phiếu đã công bố tại hội nghị, hoặc do cụm trưởng, lãnh đạo đơn vị ghi.'}
          </Empty>
        )}

        {awards.length > 0 ? (
          <>
            <h2 className="mt-8">Quyết định khen thưởng</h2>
            <AwardTable label="Quyết định khen thưởng" awards={awards} />
          </>
        ) : null}

        {stated.length > 0 ? (
          <>
            <h2 className="mt-8">Nguồn nêu</h2>
            <StatementList statements={stated} />
          </>
        ) : null}
        {canDraft(actor, { issuer: 'CLUSTER', clusterYearId, unitId: null }) ? (
          <PaperLinks
            kinds={['award_submission', 'award_list']}
            subjectId={clusterYearId}
            clusterYearId={clusterYearId}
          />
        ) : null}
      </PageBody>
    </>
  )
}

/** One sentence that could be read aloud: who is proposed, and what that waits for. */
function Summary({
  nominations,
  awards,
  today,
  year,
}: {
  nominations: NominationListItem[]
  awards: number
  today: string
  year: number
}) {
  const active = nominations.filter(({ state }) => takesPlace(state))
  if (active.length === 0) return <p>Chưa ghi đề nghị khen thưởng nào của cụm năm {year}.</p>
  const places = active.reduce((sum, nomination) => sum + countedRecipients(nomination), 0)
  const names = [...new Set(active.map(recipientLabel))]
  const steps = [
    ...new Set(active.map((n) => nextStep({ ...n, historic: n.source !== null }, today)).filter(Boolean)),
  ]
  return (
    <p>
      Cụm đề nghị <b>{places} khen thưởng</b>: {names.join(', ')}.{' '}
      {awards > 0 ? `${awards} đã có quyết định. ` : ''}
      {steps.length === 1 ? `${steps[0]}.` : ''}
    </p>
  )
}
