import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { DateField, Select, TextField } from '@/components/ui/field'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { listScopeChoices } from '@/lib/accounts/admin/queries'
import type { ScopeChoices } from '@/lib/accounts/admin/types'
import { ACTION_LABELS, entityLabel } from '@/lib/accounts/audit/labels'
import { listAuditedEntities, listAuditEntries } from '@/lib/accounts/audit/queries'
import { auditFilterSchema, type AuditFilter } from '@/lib/accounts/audit/schema'
import { requireActor } from '@/lib/platform/auth/current'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { AdminTabs } from '../_components/admin-tabs'
import { Trail } from './_components/trail'

export const metadata: Metadata = { title: 'Nhật ký, quản trị' }

type Params = Record<string, string | string[] | undefined>

export default async function AuditPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor('/admin/audit')
  const filter = auditFilterSchema.parse(await searchParams)
  const [trail, entities, choices] = await Promise.all([
    listAuditEntries(actor, filter),
    listAuditedEntities(actor),
    listScopeChoices(actor),
  ])
  if (!trail) notFound()
  return (
    <>
      <PageHeader
        title="Quản trị"
        sentence={<p>Nhật ký ghi ai đã làm gì, lúc nào, trước và sau ra sao. Không ai sửa hay xóa được.</p>}
        tabs={<AdminTabs current="/admin/audit" />}
      />
      <PageBody>
        <Filters filter={filter} entities={entities} choices={choices} />
        {trail.rows.length > 0 ? (
          <Trail rows={trail.rows} />
        ) : (
          <Empty
            title="Không có việc nào khớp."
            action={<LinkButton href="/admin/audit">Bỏ điều kiện lọc</LinkButton>}
          />
        )}
        <nav aria-label="Các trang" className="no-print mt-4 flex gap-5">
          {filter.before ? (
            <LinkButton kind="quiet" href={pageHref(filter, null)}>
              Về mới nhất
            </LinkButton>
          ) : null}
          {trail.older ? (
            <LinkButton kind="quiet" rel="next" href={pageHref(filter, trail.older)}>
              Cũ hơn
            </LinkButton>
          ) : null}
        </nav>
      </PageBody>
    </>
  )
}

function pageHref(filter: AuditFilter, before: string | null): string {
  const given = Object.entries({ ...filter, before }).filter(([, value]) => value)
  return `/admin/audit?${new URLSearchParams(given as [string, string][])}`
}

function Filters({
  filter,
  entities,
  choices,
}: {
  filter: AuditFilter
  entities: string[]
  choices: ScopeChoices
}) {
  const actions = Object.entries(ACTION_LABELS).map(([value, label]) => ({ value, label }))
  return (
    <form role="search" className="flex flex-wrap items-end gap-x-5">
      <TextField name="person" type="search" label="Người làm" defaultValue={filter.person} maxLength={200} />
      <Select
        name="entity"
        label="Đối tượng"
        placeholder="Mọi đối tượng"
        defaultValue={filter.entity}
        options={entities.map((entity) => ({ value: entity, label: entityLabel(entity) }))}
      />
      <Select
        name="action"
        label="Việc"
        placeholder="Mọi việc"
        defaultValue={filter.action}
        options={actions.sort((a, b) => compareVietnamese(a.label, b.label))}
      />
      <Select
        name="unit"
        label="Đơn vị"
        placeholder="Mọi đơn vị"
        defaultValue={filter.unit ?? ''}
        options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="from" label="Từ ngày" defaultValue={filter.from} />
      <DateField name="to" label="Đến hết ngày" defaultValue={filter.to} />
      <Button type="submit" className="mt-4">
        Lọc
      </Button>
    </form>
  )
}
