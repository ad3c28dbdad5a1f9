import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ExportLinks } from '@/components/documents/export-links'
import { Badge } from '@/components/ui/badge'
import { Button, LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Select, TextField } from '@/components/ui/field'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { ACCOUNT_STATE_LABELS } from '@/lib/accounts/admin/labels'
import { listAccounts, listScopeChoices } from '@/lib/accounts/admin/queries'
import { accountFilterSchema, type AccountFilter } from '@/lib/accounts/admin/schema'
import { ACCOUNT_STATES, type AccountRow, type ScopeChoices } from '@/lib/accounts/admin/types'
import { ROLE_LABELS } from '@/lib/accounts/labels'
import { ROLES } from '@/lib/accounts/types'
import { requireActor } from '@/lib/platform/auth/current'
import { AdminTabs } from '../_components/admin-tabs'

export const metadata: Metadata = { title: 'Tài khoản, quản trị' }

type Params = Record<string, string | string[] | undefined>

export default async function AccountsPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor('/admin/accounts')
  const filter = accountFilterSchema.parse(await searchParams)
  const [accounts, choices] = await Promise.all([listAccounts(actor, filter), listScopeChoices(actor)])
  if (!accounts) notFound()
  const filtered = Boolean(filter.q || filter.role || filter.unit || filter.state)
  return (
    <>
      <PageHeader
        title="Quản trị"
        sentence={
          <p>
            <b>{accounts.total} tài khoản</b>
            {filtered ? ' khớp với điều kiện lọc.' : ' trên hệ thống.'}
          </p>
        }
        actions={
          <>
            {accounts.total > 0 ? (
              <ExportLinks
                table="accounts"
                of={{ q: filter.q, role: filter.role, unit: filter.unit, state: filter.state }}
                label="danh sách tài khoản"
              />
            ) : null}
            <LinkButton kind="primary" href="/admin/accounts/new">
              Mở tài khoản
            </LinkButton>
          </>
        }
        tabs={<AdminTabs current="/admin/accounts" />}
      />
      <PageBody>
        <Filters filter={filter} choices={choices} />
        {accounts.rows.length > 0 ? (
          <AccountTable rows={accounts.rows} />
        ) : (
          <Empty
            title="Không có tài khoản nào khớp."
            action={<LinkButton href="/admin/accounts">Bỏ điều kiện lọc</LinkButton>}
          />
        )}
        <Pagination page={filter.page} pages={accounts.pages} href={(page) => pageHref(filter, page)} />
      </PageBody>
    </>
  )
}

function pageHref(filter: AccountFilter, page: number): string {
  const given = Object.entries({ ...filter, page: String(page) }).filter(([, value]) => value)
  return `/admin/accounts?${new URLSearchParams(given as [string, string][])}`
}

function Filters({ filter, choices }: { filter: AccountFilter; choices: ScopeChoices }) {
  return (
    <form role="search" className="flex flex-wrap items-end gap-x-5">
      <TextField name="q" type="search" label="Tên hoặc email" defaultValue={filter.q} maxLength={100} />
      <Select
        name="role"
        label="Vai trò"
        placeholder="Mọi vai trò"
        defaultValue={filter.role ?? ''}
        options={ROLES.map((role) => ({ value: role, label: ROLE_LABELS[role] }))}
      />
      <Select
        name="unit"
        label="Đơn vị"
        placeholder="Mọi đơn vị"
        defaultValue={filter.unit ?? ''}
        options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="state"
        label="Tình trạng"
        placeholder="Mọi tình trạng"
        defaultValue={filter.state ?? ''}
        options={ACCOUNT_STATES.map((state) => ({ value: state, label: ACCOUNT_STATE_LABELS[state] }))}
      />
      <Button type="submit" className="mt-4">
        Lọc
      </Button>
    </form>
  )
}

function AccountTable({ rows }: { rows: AccountRow[] }) {
  return (
    <ListTable label="Tài khoản" cards>
      <thead>
        <tr>
          <th scope="col">Họ tên</th>
          <th scope="col">Vai trò</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Dùng gần nhất</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Link prefetch={false} href={`/admin/accounts/${row.id}`}>
                {row.name}
              </Link>
              <br />
              <small className="break-all">{row.email}</small>
            </th>
            <td data-label="Vai trò">
              <div>
                {row.grants.length === 0 ? 'chưa giao' : null}
                {row.grants.map((grant) => (
                  <div key={grant.id}>
                    {ROLE_LABELS[grant.role]}
                    {grant.scope ? `, ${grant.scope}` : ''}
                  </div>
                ))}
              </div>
            </td>
            <td data-label="Tình trạng">
              <Badge kind={row.state === 'disabled' ? 'wrong' : row.state === 'invited' ? 'wait' : 'plain'}>
                {ACCOUNT_STATE_LABELS[row.state]}
              </Badge>
            </td>
            <td className="whitespace-nowrap" data-label="Dùng gần nhất">
              {row.lastSeenAt ? <Time value={row.lastSeenAt} clock /> : 'chưa đăng nhập'}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
