import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NewPasswordFields } from '@/components/accounts/new-password-fields'
import { PasswordField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { changeFirstPasswordAction, signOutAction } from '@/lib/accounts/actions'
import { getActorBeforePasswordChange } from '@/lib/platform/auth/current'
import { safeNextPath } from '@/lib/platform/auth/rules'

export const metadata: Metadata = { title: 'Đổi mật khẩu' }

export default async function ChangePasswordPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>
}) {
  const next = safeNextPath((await searchParams).next)
  const actor = await getActorBeforePasswordChange()
  if (!actor) redirect('/sign-in')
  if (!actor.mustChangePassword) redirect('/account')
  return (
    <div className="max-w-[360px]">
      <h1>Đổi mật khẩu lần đầu</h1>
      <p className="mt-2 text-lg">
        Mật khẩu hiện tại do người khác đặt. Hãy chọn mật khẩu của riêng mình rồi bắt đầu làm việc.
      </p>
      <Form action={changeFirstPasswordAction} aria-label="Đổi mật khẩu">
        <input type="hidden" name="username" autoComplete="username" value={actor.email} readOnly />
        {next ? <input type="hidden" name="next" value={next} /> : null}
        <PasswordField name="currentPassword" label="Mật khẩu hiện tại" required />
        <NewPasswordFields />
        <div className="mt-6">
          <SubmitButton pendingLabel="Đang đổi…">Đổi mật khẩu</SubmitButton>
        </div>
      </Form>
      <form action={signOutAction} className="mt-6">
        <button type="submit" className="link">
          Đăng xuất
        </button>
      </form>
    </div>
  )
}
