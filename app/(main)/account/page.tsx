import type { Metadata } from 'next'
import { NewPasswordFields } from '@/components/accounts/new-password-fields'
import { PasswordField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { changePasswordAction } from '@/lib/accounts/actions'
import { roleInWords, workplace } from '@/lib/accounts/labels'
import { getOwnDelegations, listOwnSessions } from '@/lib/accounts/queries'
import { canHoldTokens } from '@/lib/accounts/policy'
import { listOwnTokens } from '@/lib/accounts/tokens/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { Delegations } from './_components/delegations'
import { Sessions } from './_components/sessions'
import { Tokens } from './_components/tokens'

export const metadata: Metadata = { title: 'Tài khoản' }

export default async function AccountPage() {
  const actor = await requireActor('/account')
  const [sessions, delegations, tokens] = await Promise.all([
    listOwnSessions(actor),
    getOwnDelegations(actor),
    listOwnTokens(actor),
  ])
  const devices =
    sessions.length === 1 ? 'trên một thiết bị, chính là thiết bị này' : `trên ${sessions.length} thiết bị`
  return (
    <>
      <PageHeader
        title="Tài khoản"
        help={{ topic: 'first-sign-in', about: 'mật khẩu, thiết bị, ủy quyền' }}
        theme={`${roleInWords(actor)}, ${workplace(actor)}`}
        sentence={
          <p>
            <b>{actor.name}</b> đăng nhập bằng <b className="break-all">{actor.email}</b>, đang mở {devices}.
          </p>
        }
      />
      <PageBody className="flex flex-col gap-10">
        <Delegations delegations={delegations} />
        <Sessions sessions={sessions} />
        {canHoldTokens(actor) ? <Tokens tokens={tokens} /> : null}
        <section aria-labelledby="password">
          <h2 id="password">Đổi mật khẩu</h2>
          <p className="text-mute mt-1">Đổi xong, các thiết bị khác phải đăng nhập lại.</p>
          <Form
            action={changePasswordAction}
            success="Đã đổi mật khẩu."
            clearAfterSuccess
            aria-label="Đổi mật khẩu"
          >
            <input type="hidden" name="username" autoComplete="username" value={actor.email} readOnly />
            <PasswordField name="currentPassword" label="Mật khẩu hiện tại" required />
            <NewPasswordFields />
            <div className="mt-6">
              <SubmitButton pendingLabel="Đang đổi…">Đổi mật khẩu</SubmitButton>
            </div>
          </Form>
        </section>
      </PageBody>
    </>
  )
}
