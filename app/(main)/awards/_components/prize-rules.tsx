import { Dialog, DialogActions } from '@/components/ui/dialog'
import { DateField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { setBaseSalaryAction } from '@/lib/awards/actions'
import type { AwardTypeDto, PrizeRow, SalaryRow } from '@/lib/awards/types'
import { printDate } from '@/lib/platform/dates'
import { printMoney, printNumber } from '@/lib/platform/numbers/print'

/** What prizes are computed from. */
export function PrizeRules({
  salaries,
  types,
  canSet,
}: {
  salaries: SalaryRow[]
  types: (AwardTypeDto & { prizes: PrizeRow[] })[]
  canSet: boolean
}) {
  return (
    <section aria-labelledby="cach-tinh" className="mt-9">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="cach-tinh">Cách tính tiền thưởng</h2>
        {canSet ? (
          <Dialog opener="Thêm mức lương cơ sở" kind="quiet" title="Thêm mức lương cơ sở">
            <Form action={setBaseSalaryAction} success="Đã ghi." clearAfterSuccess>
              <DateField name="validFrom" label="Từ ngày" />
              <TextField name="amount" label="Mức lương cơ sở (đồng một tháng)" inputMode="numeric" />
              <TextField name="legalBasis" label="Văn bản quy định" />
              <DialogActions>
                <SubmitButton pendingLabel="Đang ghi…">Ghi mức lương</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        ) : null}
      </div>
      <p className="mt-1 max-w-[88ch]">
        Tiền thưởng bằng hệ số nhân lương cơ sở của ngày quyết định:{' '}
        {salaries
          .map(
            ({ validFrom, amount, legalBasis }) =>
              `${printMoney(String(amount), 'đồng')} từ ${printDate(validFrom)} (${legalBasis})`,
          )
          .join('; ')}
        . Quyết định trước ngày đầu tiên có lương cơ sở ở đây thì chưa tính.
      </p>
      <details className="mt-2">
        <summary className="unfold text-cham2">Hệ số của từng loại</summary>
        <ListTable label="Hệ số tiền thưởng" cards>
          <thead>
            <tr>
              <th scope="col">Danh hiệu, hình thức</th>
              <th scope="col">Cơ quan tặng</th>
              <th scope="col">Hệ số</th>
              <th scope="col">Căn cứ</th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <tr key={type.id}>
                <th scope="row">{type.name}</th>
                <td data-label="Cơ quan tặng">{type.issuer}</td>
                <td data-label="Hệ số">
                  {multiplesOf(type.prizes) || <span className="text-mute">chưa có</span>}
                </td>
                <td data-label="Căn cứ">
                  <span>
                    {type.prizes.map(({ recipientKind, legalBasis, validFrom, validTo }) => (
                      <small key={recipientKind + validFrom}>
                        {legalBasis}, từ {printDate(validFrom)}
                        {validTo ? ` đến ${printDate(validTo)}` : ''}
                      </small>
                    ))}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      </details>
    </section>
  )
}

function multiplesOf(prizes: PrizeRow[]): string {
  const words = prizes.map(
    ({ recipientKind, multiple }) =>
      `${printNumber(multiple)} (${recipientKind === 'PERSON' ? 'cá nhân' : 'tập thể'})`,
  )
  return [...new Set(words)].join(', ')
}
