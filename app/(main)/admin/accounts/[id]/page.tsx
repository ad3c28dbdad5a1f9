import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { Time } from '@/components/ui/time'
import { ACCOUNT_STATE_LABELS } from '@/lib/accounts/admin/labels'
import { getAccount, getFreshInvitationLink, listScopeChoices } from '@/lib/accounts/admin/queries'
import type { AccountDetail } from '@/lib/accounts/admin/types'
import { requireActor } from '@/lib/platform/auth/current'
import { AccountActs } from './_components/account-acts'
import { Grants } from './_components/grants'
import { InvitationLink } from './_components/invitation-link'

export const metadata: Metadata = { title: 'Một tài khoản' }

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ invitation?: string | string[] }>
}

export default async function OneAccountPage({ params, searchParams }: Props) {
  const { id } = await params
  const actor = await requireActor(`/admin/accounts/${id}`)
  const { invitation } = await searchParams
  const [account, choices, link] = await Promise.all([
    getAccount(actor, id),
    listScopeChoices(actor),
    typeof invitation === 'string' ? getFreshInvitationLink(actor, id, invitation) : null,
  ])
  if (!account) notFound()
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Tài khoản', href: '/admin/accounts' }, { label: account.name }]}
        title={account.name}
        theme={account.email}
        mark={
          account.state === 'active' ? null : (
            <Badge kind={account.state === 'disabled' ? 'wrong' : 'wait'}>
              {ACCOUNT_STATE_LABELS[account.state]}
            </Badge>
          )
        }
        sentence={<Sentence account={account} />}
        actions={
          <LinkButton kind="quiet" href={`/admin/audit?person=${encodeURIComponent(account.email)}`}>
            Nhật ký của người này
          </LinkButton>
        }
      />
      <PageBody>
        {link ? <InvitationLink link={link} name={account.name} /> : null}
        <AccountActs account={account} />
        <Grants account={account} choices={choices} />
      </PageBody>
    </>
  )
}

function Sentence({ account }: { account: AccountDetail }) {
  if (account.state === 'disabled')
    return <p>Tài khoản đã bị khóa, không ai đăng nhập được; số liệu đã nhập vẫn giữ nguyên.</p>
  if (account.state === 'invited') return <p>Tài khoản chưa có mật khẩu, đang chờ chủ nhân dùng liên kết.</p>
  return (
    <p>
      {account.openSessions > 0
        ? `Đang đăng nhập trên ${account.openSessions} thiết bị`
        : 'Hiện không đăng nhập'}
      {account.lastSeenAt ? (
        <>
          , dùng gần nhất lúc <Time value={account.lastSeenAt} clock />.
        </>
      ) : (
        ', chưa dùng lần nào.'
      )}
    </p>
  )
}
