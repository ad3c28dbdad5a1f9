import { ListTable } from '@/components/ui/table'
import type { QuotaDto } from '@/lib/awards/types'

/** Quotas with what is left of them. */
export function QuotaList({ quotas }: { quotas: QuotaDto[] }) {
  return (
    <ListTable label="Số lượng được đề nghị" cards>
      <thead>
        <tr>
          <th scope="col">Danh hiệu, hình thức</th>
          <th scope="col" className="num">
            Được đề nghị
          </th>
          <th scope="col" className="num">
            Đã đề nghị
          </th>
          <th scope="col" className="num">
            Còn
          </th>
          <th scope="col">Ghi chú</th>
        </tr>
      </thead>
      <tbody>
        {quotas.map(({ type, quota, used, note }) => (
          <tr key={type.id}>
            <th scope="row">
              {type.name}
              <small>{type.issuer}</small>
            </th>
            <td className="num" data-label="Được đề nghị">
              {quota ?? <span className="text-mute">chưa đặt</span>}
            </td>
            <td className="num" data-label="Đã đề nghị">
              {used}
            </td>
            <td className="num" data-label="Còn">
              {quota === null ? '' : <b>{quota - used}</b>}
            </td>
            <td data-label="Ghi chú">{note}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
