import Link from 'next/link'
import { ListTable } from '@/components/ui/table'
import { nextStep } from '@/lib/awards/labels'
import type { NominationListItem } from '@/lib/awards/types'
import { NominationStateBadge } from './nomination-state'
import { Recipient } from './recipient'
import { SourceMark } from './source-mark'

/** Nominations with their state and what is next. `withCluster` names cluster and year too. */
export function NominationTable({
  label,
  nominations,
  today,
  withCluster = false,
  bookOf,
}: {
  label: string
  nominations: NominationListItem[]
  today: string
  withCluster?: boolean
  /** In the book of this unit, rows of others are marked as those of its predecessors. */
  bookOf?: string
}) {
  return (
    <ListTable label={label} cards>
      <thead>
        <tr>
          <th scope="col">Đề nghị</th>
          <th scope="col">Cho</th>
          {withCluster ? <th scope="col">Nơi đề nghị</th> : null}
          <th scope="col">Tình trạng</th>
          <th scope="col">Việc tiếp theo</th>
          <th scope="col">Nguồn</th>
        </tr>
      </thead>
      <tbody>
        {nominations.map((nomination) => (
          <tr key={nomination.id}>
            <th scope="row">
              <Link href={`/awards/nominations/${nomination.id}`} prefetch={false} className="font-semibold">
                {nomination.type.name}
              </Link>
              {nomination.source ? null : <small>{nomination.type.issuer}</small>}
            </th>
            <td data-label="Cho">
              <span>
                <Recipient award={nomination} />
                {bookOf && nomination.unit && nomination.unit.id !== bookOf ? (
                  <small>đơn vị cũ, trước sắp xếp</small>
                ) : null}
              </span>
            </td>
            {withCluster ? (
              <td data-label="Nơi đề nghị">
                <Proposer nomination={nomination} />
              </td>
            ) : null}
            <td data-label="Tình trạng">
              <span>
                <NominationStateBadge state={nomination.state} blocked={nomination.blocked} />
                {nomination.decidedType ? <small>Quyết định tặng: {nomination.decidedType}</small> : null}
              </span>
            </td>
            <td data-label="Việc tiếp theo">
              {nextStep({ ...nomination, historic: nomination.source !== null }, today)}
            </td>
            <td data-label="Nguồn">
              <span>
                <SourceMark source={nomination.source} illustrative={nomination.illustrative} />
                {nomination.sourceNote ? <small>{nomination.sourceNote}</small> : null}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Proposer({ nomination }: { nomination: NominationListItem }) {
  const { cluster, proposer, year } = nomination
  if (!cluster)
    return (
      <span>
        {proposer ?? 'Đơn vị'}
        {`, năm ${year}`}
      </span>
    )
  return (
    <span>
      {proposer ? `${proposer}, ` : null}
      <Link href={`/clusters/${cluster.slug}/${year}/awards`} prefetch={false}>
        {cluster.name}
      </Link>
      {`, năm ${year}`}
    </span>
  )
}
