import { Unstated } from '@/components/clusters/facts'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { addFundingAction, removeFundingAction } from '@/lib/activities/actions'
import { FUNDING_LABELS } from '@/lib/activities/joint/labels'
import { FUNDING_KINDS, type ActivityDto } from '@/lib/activities/joint/types'
import { printMoney } from '@/lib/platform/numbers/print'

/** Who gave what, the sum of it, and what of the value nobody has explained. */
export function FundingLedger({ activity }: { activity: ActivityDto }) {
  const { funding, value, ledger, mayManage } = activity
  const { rest } = ledger
  const unexplained = rest !== null && rest !== '0'
  return (
    <section aria-labelledby="nguon-ho-tro" className="mt-8">
      <h2 id="nguon-ho-tro">Nguồn hỗ trợ</h2>
      {funding.length === 0 ? (
        <p className="text-mute mt-2">
          <Unstated fromSource={activity.source !== null} />
        </p>
      ) : (
        <div className="max-w-[104ch]">
          <ListTable label="Nguồn hỗ trợ" cards>
            <thead>
              <tr>
                <th>Nguồn</th>
                <th>Hình thức</th>
                <th className="num">Số tiền</th>
                {mayManage ? (
                  <th>
                    <span className="sr-only">Việc</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {funding.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">
                    {entry.giver}
                    {entry.note ? <small>{entry.note}</small> : null}
                  </th>
                  <td data-label="Hình thức">{FUNDING_LABELS[entry.kind]}</td>
                  <td className="num" data-label="Số tiền">
                    {entry.amount ? (
                      printMoney(entry.amount, 'auto')
                    ) : (
                      <span className="text-mute">không quy ra tiền</span>
                    )}
                  </td>
                  {mayManage ? (
                    <td className="num" data-label="">
                      <Form action={removeFundingAction}>
                        <input type="hidden" name="fundingId" value={entry.id} />
                        <SubmitButton kind="quiet">
                          Bỏ<span className="sr-only"> {entry.giver}</span>
                        </SubmitButton>
                      </Form>
                    </td>
                  ) : null}
                </tr>
              ))}
              <tr className="font-semibold">
                <th scope="row" colSpan={2} className="!font-semibold">
                  Cộng các khoản nêu ra
                </th>
                <td className="num" data-label="Số tiền">
                  {printMoney(ledger.listed, 'auto')}
                </td>
                {mayManage ? <td /> : null}
              </tr>
              {value !== null && unexplained && rest !== null ? (
                <tr>
                  <th scope="row" colSpan={2}>
                    {rest.startsWith('-') ? 'Nhiều hơn trị giá' : 'Còn chưa nêu nguồn'}
                    <small>trị giá {printMoney(value, 'auto')}</small>
                  </th>
                  <td className="num text-amber" data-label="Số tiền">
                    {printMoney(rest.replace('-', ''), 'auto')}
                  </td>
                  {mayManage ? <td /> : null}
                </tr>
              ) : null}
            </tbody>
          </ListTable>
        </div>
      )}
      {mayManage ? (
        <Dialog opener="Thêm khoản hỗ trợ" openerClass="mt-3" title="Thêm khoản hỗ trợ">
          <Form action={addFundingAction} clearAfterSuccess success="Đã thêm khoản hỗ trợ.">
            <input type="hidden" name="activityId" value={activity.id} />
            <input type="hidden" name="version" value={activity.version} />
            <TextField name="giver" label="Nguồn" hint="Ví dụ Cụm thi đua, Hội LHPN xã, gia đình" />
            <Select
              name="kind"
              label="Hình thức"
              defaultValue="MONEY"
              options={FUNDING_KINDS.map((kind) => ({ value: kind, label: FUNDING_LABELS[kind] }))}
            />
            <TextField
              name="raw"
              label="Số tiền"
              hint="Ví dụ 50 triệu; hiện vật, ngày công có thể để trống"
              required={false}
            />
            <TextField name="note" label="Ghi chú" required={false} />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Thêm khoản</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      ) : null}
    </section>
  )
}
