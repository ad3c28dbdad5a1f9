import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Checkbox, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { createTokenAction, revokeTokenAction } from '@/lib/accounts/tokens/actions'
import { SCOPE_LABELS, TOKEN_STATE_LABELS } from '@/lib/accounts/tokens/labels'
import { TOKEN_DAYS } from '@/lib/accounts/tokens/rules'
import type { TokenDto } from '@/lib/accounts/tokens/types'
import { API_SCOPES } from '@/lib/platform/auth/rules'
import { NewToken } from './new-token'

/** mã truy cập: what lets a spreadsheet or another system read through /api/v1. */
export function Tokens({ tokens }: { tokens: TokenDto[] }) {
  return (
    <section aria-labelledby="tokens">
      <h2 id="tokens">Mã truy cập dữ liệu</h2>
      <p className="text-mute mt-1 max-w-[88ch]">
        Excel, Power BI và hệ thống khác đọc số liệu bằng mã này, chỉ đọc, với đúng quyền xem của bạn. Xem{' '}
        <Link href="/help/api">cách nối Excel</Link> và <Link href="/help/api-reference">tài liệu API</Link>.
      </p>
      {tokens.length > 0 ? <Held tokens={tokens} /> : null}
      <Form action={createTokenAction} clearAfterSuccess aria-label="Tạo mã truy cập">
        <NewToken />
        <TextField
          name="name"
          label="Tên mã"
          hint="Để sau này nhận ra, ví dụ “Excel ở văn phòng”."
          maxLength={100}
          required
        />
        <fieldset className="mt-4">
          <legend className="font-semibold">Dữ liệu được đọc</legend>
          {API_SCOPES.map((scope) => (
            <Checkbox key={scope} name="scopes" value={scope} label={SCOPE_LABELS[scope]} defaultChecked />
          ))}
        </fieldset>
        <div className="flex flex-wrap gap-x-6">
          <Select
            name="reading"
            label="Số liệu"
            options={[
              { value: 'CONFIRMED', label: 'Chỉ số liệu đã xác nhận' },
              { value: 'ALL', label: 'Mọi số liệu tôi được xem' },
            ]}
            defaultValue="CONFIRMED"
            required
          />
          <Select
            name="days"
            label="Thời hạn"
            options={TOKEN_DAYS.map((days) => ({ value: String(days), label: `${days} ngày` }))}
            defaultValue="90"
            required
          />
        </div>
        <div className="mt-5">
          <SubmitButton kind="secondary" pendingLabel="Đang tạo…">
            Tạo mã truy cập
          </SubmitButton>
        </div>
      </Form>
    </section>
  )
}

function Revoke({ token }: { token: TokenDto }) {
  return (
    <Dialog
      opener="Thu hồi"
      kind="quiet"
      openerClass="whitespace-nowrap"
      title={`Thu hồi mã “${token.name}”?`}
    >
      <p className="mt-2">
        Excel, Power BI hay hệ thống đang dùng mã này sẽ không đọc được nữa. Không lấy lại được mã đã thu hồi.
      </p>
      <Form action={revokeTokenAction} aria-label={`Thu hồi mã ${token.name}`}>
        <input type="hidden" name="id" value={token.id} readOnly />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="danger" pendingLabel="Đang thu hồi…">
            Thu hồi mã
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Held({ tokens }: { tokens: TokenDto[] }) {
  return (
    <ListTable label="Mã truy cập của bạn" cards>
      <thead>
        <tr>
          <th scope="col">Tên mã</th>
          <th scope="col">Được đọc</th>
          <th scope="col">Dùng gần nhất</th>
          <th scope="col">Hết hạn</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">
            <span className="sr-only">Việc</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">{token.name}</th>
            <td data-label="Được đọc">
              {token.scopes.map((scope) => SCOPE_LABELS[scope]).join('; ')}
              <br />
              <small>{token.confirmedOnly ? 'chỉ số liệu đã xác nhận' : 'mọi số liệu bạn được xem'}</small>
            </td>
            <td data-label="Dùng gần nhất">
              {token.lastUsedAt ? <Time value={token.lastUsedAt} clock /> : 'Chưa dùng'}
            </td>
            <td data-label="Hết hạn">
              <Time value={token.expiresAt} />
            </td>
            <td data-label="Tình trạng">
              <Badge kind={token.state === 'IN_FORCE' ? 'strong' : 'plain'}>
                {TOKEN_STATE_LABELS[token.state]}
              </Badge>
            </td>
            <td>{token.state === 'IN_FORCE' ? <Revoke token={token} /> : null}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
