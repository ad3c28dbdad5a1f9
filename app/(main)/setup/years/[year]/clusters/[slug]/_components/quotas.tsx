import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { setQuotaAction } from '@/lib/awards/actions'
import { UNSPECIFIED_TYPES, type QuotaDto } from '@/lib/awards/types'

/** How many of each award the cluster may propose this year. */
export function Quotas({
  clusterYearId,
  quotas,
  closed,
}: {
  clusterYearId: string
  quotas: QuotaDto[]
  closed: boolean
}) {
  const shown = quotas.filter(({ quota, used }) => quota !== null || used > 0)
  return (
    <section aria-labelledby="so-luong" className="mt-9">
      <h2 id="so-luong">Số lượng khen thưởng được đề nghị</h2>
      {shown.length === 0 ? (
        <p className="text-mute">
          {closed
            ? 'Năm này không đặt số lượng.'
            : 'Chưa đặt. Loại nào chưa đặt thì không giới hạn số đề nghị.'}
        </p>
      ) : (
        <ListTable label="Số lượng khen thưởng được đề nghị" cards>
          <thead>
            <tr>
              <th scope="col">Danh hiệu, hình thức</th>
              <th scope="col" className="num">
                Được đề nghị
              </th>
              <th scope="col" className="num">
                Đã có
              </th>
              <th scope="col">Ghi chú</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ type, quota, used, note }) => (
              <tr key={type.id}>
                <th scope="row">{type.name}</th>
                <td className="num" data-label="Được đề nghị">
                  {quota ?? 'không giới hạn'}
                </td>
                <td className="num" data-label="Đã có">
                  {used}
                </td>
                <td data-label="Ghi chú">{note}</td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
      {closed ? null : (
        <Form action={setQuotaAction} success="Đã đặt số lượng." clearAfterSuccess>
          <input type="hidden" name="clusterYearId" value={clusterYearId} />
          <Select
            name="awardTypeId"
            label="Đặt số lượng cho"
            placeholder="Chọn danh hiệu, hình thức"
            options={quotas
              .filter(({ type }) => !UNSPECIFIED_TYPES.includes(type.code))
              .map(({ type }) => ({ value: type.id, label: type.name }))}
          />
          <TextField
            name="quota"
            label="Số lượng"
            inputMode="numeric"
            required={false}
            hint="Để trống là không giới hạn."
          />
          <TextField name="note" label="Ghi chú" required={false} />
          <SubmitButton kind="secondary" pendingLabel="Đang đặt…" className="mt-4">
            Đặt số lượng
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}
