import { PasswordField } from '@/components/ui/field'
import { MIN_PASSWORD_LENGTH } from '@/lib/platform/auth/rules'

/** The new password, typed twice. */
export function NewPasswordFields() {
  return (
    <>
      <PasswordField
        name="newPassword"
        label="Mật khẩu mới"
        hint={`Ít nhất ${MIN_PASSWORD_LENGTH} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`}
        autoComplete="new-password"
        required
      />
      <PasswordField
        name="repeatedPassword"
        label="Nhập lại mật khẩu mới"
        autoComplete="new-password"
        required
      />
    </>
  )
}
