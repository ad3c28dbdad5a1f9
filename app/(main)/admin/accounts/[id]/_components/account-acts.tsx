import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  disableAccountAction,
  enableAccountAction,
  endAccountSessionsAction,
  resetPasswordAction,
} from '@/lib/accounts/admin/actions'
import type { AccountDetail } from '@/lib/accounts/admin/types'

/** What an administrator can do to a whole account. */
export function AccountActs({ account }: { account: AccountDetail }) {
  const id = <input type="hidden" name="accountId" value={account.id} readOnly />
  if (account.state === 'disabled') {
    return (
      <Form action={enableAccountAction} aria-label="Mở lại tài khoản">
        {id}
        <SubmitButton pendingLabel="Đang mở lại…">Mở lại tài khoản</SubmitButton>
      </Form>
    )
  }
  return (
    <div className="flex flex-wrap items-start gap-3">
      {account.isSelf ? null : (
        <Dialog opener="Cấp lại mật khẩu" title={`Cấp lại mật khẩu cho ${account.name}?`}>
          <p className="mt-2">
            Mật khẩu cũ và mọi phiên đang mở hết hiệu lực ngay. Bạn nhận một liên kết mới để chuyển cho người
            này.
          </p>
          <Form action={resetPasswordAction} aria-label="Cấp lại mật khẩu">
            {id}
            <DialogActions>
              <DialogCancel />
              <SubmitButton pendingLabel="Đang cấp lại…">Cấp lại mật khẩu</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      )}
      {account.openSessions > 0 ? (
        <Form action={endAccountSessionsAction} aria-label="Đăng xuất khỏi mọi thiết bị">
          {id}
          <SubmitButton kind="secondary" pendingLabel="Đang đăng xuất…">
            Đăng xuất khỏi mọi thiết bị
          </SubmitButton>
        </Form>
      ) : null}
      <Dialog opener="Khóa tài khoản" kind="danger" title={`Khóa tài khoản của ${account.name}?`}>
        <p className="mt-2">Người này bị đăng xuất ngay và không đăng nhập được cho đến khi mở lại.</p>
        <Form action={disableAccountAction} aria-label="Khóa tài khoản">
          {id}
          <TextArea name="reason" label="Lý do" rows={2} required />
          <DialogActions>
            <DialogCancel />
            <SubmitButton kind="danger" pendingLabel="Đang khóa…">
              Khóa tài khoản
            </SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
    </div>
  )
}
