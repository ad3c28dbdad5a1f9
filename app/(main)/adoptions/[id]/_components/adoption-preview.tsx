import { Badge, type BadgeKind } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { adoptFileAction } from '@/lib/documents/adoption/actions'
import { ADOPTION_STATUS_LABELS, TAKEN_STATUS_LABELS } from '@/lib/documents/adoption/labels'
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
  const { items, counts, adopted, confirmed } = view
  if (items.length === 0) return null
  const sorted = ORDER.filter((status) => ADOPTION_STATUSES.includes(status)).flatMap((status) =>
    items.filter((item) => item.status === status),
  )
  return (
    <section aria-labelledby="preview" className="mt-8">
      <h2 id="preview">{adopted ? 'Số liệu của tệp' : '4. Xem trước'}</h2>
      {confirmed && !adopted ? (
        <Notice
          kind="success"
          title={
            counts.NEW > 0
              ? 'Đã lưu cách khớp. Xem lại từng ô rồi nhận ở cuối bảng.'
              : 'Đã lưu cách khớp. Tệp không có số liệu nào mới để nhận.'
          }
        />
      ) : null}
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
                  <Badge kind={BADGES[item.status]}>
                    {(adopted ? TAKEN_STATUS_LABELS : ADOPTION_STATUS_LABELS)[item.status]}
                  </Badge>
                  {item.reason ? <p className="mt-1 max-w-[48ch]">{item.reason}</p> : null}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      {!adopted && !confirmed ? (
        <p className="text-mute mt-4 text-right">
          Đây mới là gợi ý. Xem lại cách khớp ở mục 3 rồi bấm “Lưu và xem trước”, sau đó mới nhận được.
        </p>
      ) : null}
      {!adopted && confirmed && counts.NEW > 0 ? (
        <Form action={adoptFileAction} aria-label="Nhận số liệu" key={view.version}>
          <input type="hidden" name="adoptionId" value={view.id} />
          <input type="hidden" name="version" value={view.version} />
          <input type="hidden" name="fileId" value={view.file?.id ?? ''} />
          <div className="mt-5 flex justify-end">
            <SubmitButton>Nhận {counts.NEW} số liệu vào lịch sử</SubmitButton>
          </div>
        </Form>
      ) : null}
    </section>
  )
}
