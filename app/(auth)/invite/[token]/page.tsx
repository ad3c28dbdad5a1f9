import type { Metadata } from 'next'
import { NewPasswordFields } from '@/components/accounts/new-password-fields'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { acceptInvitationAction } from '@/lib/accounts/actions'
import { getInvitation } from '@/lib/accounts/queries'

export const metadata: Metadata = { title: 'Đặt mật khẩu' }

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  const invited = await getInvitation(token)
  if (!invited) {
    return (
      <>
        <h1>Đặt mật khẩu</h1>
        <Empty
          title="Liên kết này đã dùng hoặc đã hết hạn."
          action={<LinkButton href="/sign-in">Về trang đăng nhập</LinkButton>}
        >
          <p>
            Mỗi liên kết dùng được một lần, trong 7 ngày. Hãy xin người quản trị hệ thống một liên kết mới.
          </p>
        </Empty>
      </>
    )
  }
  return (
    <div className="max-w-[360px]">
      <h1>Đặt mật khẩu</h1>
      <p className="mt-2 text-lg">
        Tài khoản của <b>{invited.name}</b>, đăng nhập bằng <b className="break-all">{invited.email}</b>.
      </p>
      <Form action={acceptInvitationAction.bind(null, token)} aria-label="Đặt mật khẩu">
        <input type="hidden" name="username" autoComplete="username" value={invited.email} readOnly />
        <NewPasswordFields />
        <div className="mt-6">
          <SubmitButton pendingLabel="Đang lưu…">Đặt mật khẩu</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
