import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { inviteAccountAction } from '@/lib/accounts/admin/actions'
import { listScopeChoices } from '@/lib/accounts/admin/queries'
import { canManageAccounts } from '@/lib/accounts/policy'
import { requireActor } from '@/lib/platform/auth/current'
import { RoleFields } from '../_components/role-fields'

export const metadata: Metadata = { title: 'Mở tài khoản' }

export default async function NewAccountPage() {
  const actor = await requireActor('/admin/accounts/new')
  if (!canManageAccounts(actor)) notFound()
  const choices = await listScopeChoices(actor)
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Tài khoản', href: '/admin/accounts' }, { label: 'Mở tài khoản' }]}
        title="Mở tài khoản"
        sentence={
          <p>Bạn nhận một liên kết để chuyển cho người này tự đặt mật khẩu, dùng một lần trong 7 ngày.</p>
        }
      />
      <PageBody>
        <Form action={inviteAccountAction} className="max-w-[520px]" aria-label="Mở tài khoản">
          <TextField name="name" label="Họ tên" autoComplete="off" required />
          <TextField name="email" type="email" label="Email" autoComplete="off" required />
          <RoleFields choices={choices} required={false} />
          <DialogActions>
            <LinkButton kind="quiet" href="/admin/accounts">
              Thôi
            </LinkButton>
            <SubmitButton pendingLabel="Đang mở…">Mở tài khoản</SubmitButton>
          </DialogActions>
        </Form>
      </PageBody>
    </>
  )
}
