import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { LiveRefresh } from '@/components/meetings/live-refresh'
import { BallotHeader } from '@/components/ballots/ballot-header'
import { Phases } from '@/components/ballots/phases'
import { ResultTable } from '@/components/ballots/result-table'
import { LinkButton } from '@/components/ui/button'
import { PageBody } from '@/components/ui/page-header'
import { getBallotControl, getBallotDesk } from '@/lib/ballots/control/queries'
import { rulesInWords } from '@/lib/ballots/labels'
import { requireActor } from '@/lib/platform/auth/current'
import { CountPanel } from './_components/count-panel'
import { Draft } from './_components/draft'
import { History } from './_components/history'
import { NextStep } from './_components/next-step'
import { Roll } from './_components/roll'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'

export const metadata: Metadata = { title: 'Điều khiển bỏ phiếu' }

/** For those who run a ballot and those who count: the next step first, then the roll, the count, the result. */
export default async function BallotControlPage({
  params,
}: {
  params: Promise<{ id: string; ballotId: string }>
}) {
  const { id, ballotId } = await params
  const actor = await requireActor(`/meetings/${id}/ballots/${ballotId}`)
  const ballot = await getBallotControl(actor, ballotId)
  if (!ballot) redirect(`/ballots/${ballotId}`)
  if (ballot.meetingId !== id) notFound()
  const desk = await getBallotDesk(actor, id)
  const units = desk?.prepare?.units ?? []
  const runs = ballot.capacities.includes('RUNNER')
  return (
    <>
      <LiveRefresh meetingId={id} version={ballot.liveVersion} />
      <BallotHeader
        ballot={ballot}
        actions={
          <>
            {ballot.method === 'SECRET_PAPER' ? (
              <LinkButton kind="quiet" href={`/meetings/${id}/ballots/${ballotId}/papers`}>
                In phiếu
              </LinkButton>
            ) : null}
            <LinkButton kind="quiet" href={`/ballots/${ballotId}`}>
              Trang của người bỏ phiếu
            </LinkButton>
          </>
        }
      />
      <PageBody>
        {ballot.state === 'VOID' ? null : <Phases method={ballot.method} state={ballot.state} />}
        <NextStep ballot={ballot} />
        {ballot.state === 'COUNTING' && ballot.method !== 'SECRET_ELECTRONIC' ? (
          <CountPanel ballot={ballot} />
        ) : null}
        {ballot.result || ballot.stated ? (
          <section aria-labelledby="ket-qua" className="mt-8">
            <h2 id="ket-qua">Kết quả</h2>
            <ResultTable ballot={ballot} />
          </section>
        ) : null}
        {runs && ballot.state === 'DRAFT' ? <Draft ballot={ballot} units={units} /> : null}
        <Roll ballot={ballot} />
        <section aria-labelledby="the-le" className="mt-8">
          <h2 id="the-le">Thể lệ</h2>
          <ul className="prose mt-1 list-disc pl-5">
            {rulesInWords(ballot.rules, ballot.choose, ballot.quota).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p className="text-mute mt-1 text-xs">
            Căn cứ: {ballot.rules.source}. {ballot.frozen ? 'Đã cố định từ khi phát phiếu.' : ''}
          </p>
        </section>
        <History ballot={ballot} />
        {desk &&
        canDraft(actor, { issuer: 'CLUSTER', clusterYearId: desk.meeting.clusterYearId, unitId: null }) ? (
          <PaperLinks
            kinds={['ballot_paper', 'count_minutes']}
            subjectId={ballot.id}
            clusterYearId={desk.meeting.clusterYearId}
          />
        ) : null}
      </PageBody>
    </>
  )
}
