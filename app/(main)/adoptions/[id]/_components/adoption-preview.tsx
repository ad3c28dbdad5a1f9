import { Badge, type BadgeKind } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { adoptFileAction } from '@/lib/documents/adoption/actions'
import { ADOPTION_STATUS_LABELS } from '@/lib/documents/adoption/labels'
import { ADOPTION_STATUSES, type AdoptionStatus, type AdoptionView } from '@/lib/documents/adoption/types'

const BADGES: Record<AdoptionStatus, BadgeKind> = {
  NEW: 'strong',
  SAME: 'plain',
  EXISTS: 'wait',
  REFUSED: 'wrong',
}
const ORDER: AdoptionStatus[] = ['REFUSED', 'EXISTS', 'NEW', 'SAME']

/** Every figure the file would bring, what needs a look first; then the button that takes the new ones over. */
export function AdoptionPreview({ view }: { view: AdoptionView }) {
  const { items, counts, adopted } = view
  if (items.length === 0) return null
  const sorted = ORDER.filter((status) => ADOPTION_STATUSES.includes(status)).flatMap((status) =>
    items.filter((item) => item.status === status),
  )
  return (
    <section aria-labelledby="preview" className="mt-8">
      <h2 id="preview">{adopted ? 'Số liệu của tệp' : '4. Xem trước'}</h2>
      <ListTable label="Số liệu của tệp" cards>
        <thead>
          <tr>
            <th scope="col">Ô</th>
            <th scope="col">Đơn vị</th>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col">Trong tệp</th>
            <th scope="col">Hiểu là</th>
            <th scope="col">Kết quả</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((item) => (
            <tr key={item.address}>
              <td data-label="Ô">
                <div>{item.address}</div>
              </td>
              <th scope="row">{item.unitName}</th>
              <td data-label="Chỉ tiêu">
                <div>{item.indicatorName}</div>
              </td>
              <td data-label="Trong tệp">
                <div>{item.raw}</div>
              </td>
              <td data-label="Hiểu là">
                <div>{item.echo || '–'}</div>
              </td>
              <td data-label="Kết quả">
                <div>
                  <Badge kind={BADGES[item.status]}>{ADOPTION_STATUS_LABELS[item.status]}</Badge>
                  {item.reason ? <p className="mt-1 max-w-[48ch]">{item.reason}</p> : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {!adopted && counts.NEW > 0 ? (
        <Form action={adoptFileAction} aria-label="Nhận số liệu" key={view.version}>
          <input type="hidden" name="adoptionId" value={view.id} />
          <input type="hidden" name="version" value={view.version} />
          <div className="mt-5 flex justify-end">
            <SubmitButton>Nhận {counts.NEW} số liệu vào lịch sử</SubmitButton>
          </div>
        </Form>
      ) : null}
    </section>
  )
}
