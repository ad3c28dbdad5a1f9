import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LiveRefresh } from '@/components/meetings/live-refresh'
import { BallotHeader } from '@/components/ballots/ballot-header'
import { Phases } from '@/components/ballots/phases'
import { ResultTable } from '@/components/ballots/result-table'
import { LinkButton } from '@/components/ui/button'
import { PageBody } from '@/components/ui/page-header'
import { ELECTRONIC_LIMITS, rulesInWords } from '@/lib/ballots/labels'
import { getVoterPage } from '@/lib/ballots/voter/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { Published } from './_components/published'
import { Voting } from './_components/voting'

export const metadata: Metadata = { title: 'Bỏ phiếu' }

/** A voter's own page, and the result for everybody: made for a phone held in one hand. */
export default async function BallotPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/ballots/${id}`)
  const page = await getVoterPage(actor, id)
  if (!page) notFound()
  const { ballot, voter, runs, accountId } = page
  const open = ballot.result !== null || ballot.stated !== null
  const electronic = ballot.method === 'SECRET_ELECTRONIC'
  return (
    <>
      <LiveRefresh meetingId={ballot.meetingId} version={ballot.liveVersion} />
      <BallotHeader
        ballot={ballot}
        actions={
          runs ? (
            <LinkButton href={`/meetings/${ballot.meetingId}/ballots/${ballot.id}`}>
              Bảng điều khiển
            </LinkButton>
          ) : undefined
        }
      />
      <PageBody className="max-w-[720px]">
        {ballot.state === 'VOID' ? null : <Phases method={ballot.method} state={ballot.state} />}
        {electronic ? (
          <Voting
            key={ballot.keyNumber}
            ballot={{
              id: ballot.id,
              state: ballot.state,
              choose: ballot.choose,
              keyNumber: ballot.keyNumber,
              publicKey: ballot.publicKey,
              candidates: ballot.candidates.map(({ id: candidateId, label }) => ({ id: candidateId, label })),
            }}
            voter={voter}
            accountId={accountId}
          />
        ) : null}
        {open ? (
          <section aria-labelledby="ket-qua" className="mt-6">
            <h2 id="ket-qua">Kết quả</h2>
            <ResultTable ballot={ballot} />
            {electronic && ballot.result ? <Published ballotId={ballot.id} /> : null}
            {ballot.source ? (
              <p className="text-mute mt-2">
                Nguồn: tài liệu {ballot.source.letter ?? ''} {ballot.source.title}
                {ballot.source.factId ? `, mục ${ballot.source.factId}` : ''}.
              </p>
            ) : null}
          </section>
        ) : null}
        {ballot.method === 'NOT_STATED' ? null : (
          <section aria-labelledby="the-le" className="mt-6">
            <h2 id="the-le">Thể lệ</h2>
            <ul className="prose mt-1 list-disc pl-5">
              {rulesInWords(ballot.rules, ballot.choose, ballot.quota).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <p className="text-mute mt-1 text-xs">Căn cứ: {ballot.rules.source}.</p>
          </section>
        )}
        {electronic ? (
          <section aria-labelledby="gioi-han" className="mt-6">
            <h2 id="gioi-han">Phiếu điện tử kín đến đâu</h2>
            <ul className="prose mt-1 list-disc pl-5">
              {ELECTRONIC_LIMITS.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </PageBody>
    </>
  )
}
