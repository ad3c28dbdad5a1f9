import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { PasswordField, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { signInAction } from '@/lib/accounts/actions'
import { nameWithout } from '@/lib/accounts/labels'
import { listDemoAccounts } from '@/lib/accounts/queries'
import type { DemoGroup } from '@/lib/accounts/types'
import { getActor } from '@/lib/platform/auth/current'
import { safeNextPath } from '@/lib/platform/auth/rules'
import { FilledPassword } from './_components/filled-password'

export const metadata: Metadata = { title: 'Đăng nhập' }

const DEMO_PASSWORD = 'ThiDua@2026'

type Params = { next?: string | string[]; demo?: string | string[]; password?: string | string[] }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { next, demo, password } = await searchParams
  const landing = safeNextPath(next)
  if (await getActor()) redirect(landing ?? '/my-work')
  const groups = await listDemoAccounts()
  const chosen = groups.flatMap((group) => group.people).find((person) => person.email === demo)
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[minmax(0,360px)_minmax(0,1fr)]">
      <section>
        <h1>Đăng nhập</h1>
        {password === 'set' ? <Notice kind="success" title="Đã đặt mật khẩu. Hãy đăng nhập." /> : null}
        <Form key={chosen?.email ?? ''} action={signInAction} aria-label="Đăng nhập">
          {landing ? <input type="hidden" name="next" value={landing} /> : null}
          <TextField
            name="email"
            type="email"
            label="Email"
            autoComplete="username"
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={chosen?.email}
            required
          />
          {chosen ? (
            <FilledPassword value={DEMO_PASSWORD} />
          ) : (
            <PasswordField name="password" label="Mật khẩu" required />
          )}
          <div className="mt-6">
            <SubmitButton pendingLabel="Đang đăng nhập…">Đăng nhập</SubmitButton>
          </div>
        </Form>
        <p className="text-mute mt-6 text-sm">
          Quên mật khẩu hoặc chưa có tài khoản: báo người quản trị hệ thống để nhận liên kết đặt mật khẩu. Xem{' '}
          <Link href="/help/first-sign-in">hướng dẫn đăng nhập lần đầu</Link>.
        </p>
      </section>
      {groups.length > 0 ? <DemoAccounts groups={groups} chosen={chosen?.email} next={landing} /> : null}
    </div>
  )
}

function DemoAccounts({
  groups,
  chosen,
  next,
}: {
  groups: DemoGroup[]
  chosen: string | undefined
  next: string | null
}) {
  const href = (email: string) =>
    `/sign-in?${new URLSearchParams({ demo: email, ...(next ? { next } : {}) })}`
  return (
    <section aria-labelledby="demo">
      <h2 id="demo">Tài khoản dùng thử</h2>
      <p className="text-mute mt-1">
        Chọn một người, biểu mẫu được điền sẵn. Mật khẩu chung: <b className="text-ink">{DEMO_PASSWORD}</b>
      </p>
      <dl className="border-line mt-3 border-t">
        {groups.map(({ union, people }) => (
          <div
            key={union}
            className="border-hair border-b py-2.5 sm:grid sm:grid-cols-[220px_minmax(0,1fr)] sm:gap-x-4"
          >
            <dt className="font-semibold">{union}</dt>
            {people.map((person) => (
              <dd key={person.email} className="sm:col-start-2">
                <Link
                  prefetch={false}
                  scroll={false}
                  href={href(person.email)}
                  aria-current={person.email === chosen ? 'true' : undefined}
                  className={`link pointer-coarse:inline-block pointer-coarse:py-2 ${person.email === chosen ? 'font-semibold' : ''}`}
                >
                  {nameWithout(person.name, union)}
                </Link>
                <span className="text-mute mb-1 block text-xs break-all">{person.email}</span>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
