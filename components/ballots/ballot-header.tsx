import type { ReactNode } from 'react'
import { Badge, DemoMark } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { ballotSentence, METHOD_LABELS, roundInWords, STATE_LABELS } from '@/lib/ballots/labels'
import { electedCandidates } from '@/lib/ballots/rules'
import type { BallotDto } from '@/lib/ballots/types'

/** How the two pages of a ballot open, the voters' and that of those who run it: where it belongs and how far it has come. */
export function BallotHeader({ ballot, actions }: { ballot: BallotDto; actions?: ReactNode }) {
  const meeting = `/meetings/${ballot.meetingId}`
  const elected = electedCandidates(ballot).map(({ label }) => label)
  return (
    <PageHeader
      crumbs={[
        { href: meeting, label: ballot.meetingTitle },
        { href: `${meeting}/ballots`, label: 'Bỏ phiếu' },
        { label: ballot.title },
      ]}
      title={[ballot.title, roundInWords(ballot.round)].filter(Boolean).join(' · ')}
      theme={METHOD_LABELS[ballot.method]}
      mark={
        <>
          {ballot.source ? null : (
            <Badge kind={ballot.state === 'VOID' ? 'wrong' : 'gold'}>{STATE_LABELS[ballot.state]}</Badge>
          )}{' '}
          {ballot.illustrative ? <DemoMark /> : null}
        </>
      }
      sentence={ballotSentence(ballot, elected)}
      actions={actions}
    />
  )
}
