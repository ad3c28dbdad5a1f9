import { ListTable } from '@/components/ui/table'
import { decisionLabel, prizeBasis, prizeLabel } from '@/lib/awards/labels'
import type { AwardDto } from '@/lib/awards/types'
import { Recipient } from './recipient'
import { SourceMark } from './source-mark'

/** Awards given, with decision, prize and source. */
export function AwardTable({
  label,
  awards,
  bookOf,
}: {
  label: string
  awards: AwardDto[]
  /** In the book of this unit, rows of others are marked as those of its predecessors. */
  bookOf?: string
}) {
  return (
    <ListTable label={label} cards>
      <thead>
        <tr>
          <th scope="col">Danh hiệu, hình thức</th>
          <th scope="col">Tặng cho</th>
          <th scope="col">Năm</th>
          <th scope="col">Quyết định</th>
          <th scope="col">Tiền thưởng</th>
          <th scope="col">Nguồn</th>
        </tr>
      </thead>
      <tbody>
        {awards.map((award) => (
          <tr key={award.id}>
            <th scope="row">
              <span className="text-vang font-semibold">{award.type.name}</span>
              {award.source ? null : <small>{award.type.issuer}</small>}
              {award.proposedType ? <small>Đề nghị ban đầu: {award.proposedType}</small> : null}
            </th>
            <td data-label="Tặng cho">
              <span>
                <Recipient award={award} />
                {bookOf && award.unit && award.unit.id !== bookOf ? (
                  <small>đơn vị cũ, trước sắp xếp</small>
                ) : null}
                {award.note ? <small>{award.note}</small> : null}
              </span>
            </td>
            <td data-label="Năm">{award.year ?? <span className="text-mute">chưa rõ năm</span>}</td>
            <td data-label="Quyết định">
              <span>
                {decisionLabel(award.decision, award.source !== null)}
                {award.decision?.signer ? <small>Người ký: {award.decision.signer}</small> : null}
              </span>
            </td>
            <td data-label="Tiền thưởng">
              <span className={'missing' in award.prize ? 'text-mute' : ''}>
                {prizeLabel(award.prize)}
                {prizeBasis(award.prize) ? <small>{prizeBasis(award.prize)}</small> : null}
              </span>
            </td>
            <td data-label="Nguồn">
              <span>
                <SourceMark source={award.source} illustrative={award.illustrative} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
