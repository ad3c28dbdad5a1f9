import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageBody } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { CHANGE_LABELS } from '@/lib/territory/labels'
import { mayChangeTerritory } from '@/lib/territory/policy'
import { listChangeableUnits } from '@/lib/territory/queries'
import { CHANGE_KINDS } from '@/lib/territory/types'
import { SetupHeader } from '../../_components/setup-header'
import { ChangeForm, changeValues } from '../_components/change-form'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Sáp nhập, chia tách đơn vị' }

/** First step: what was decided. */
export default async function NewTerritoryChangePage({ searchParams }: Props) {
  const actor = await requireActor('/setup/territory/new')
  if (!mayChangeTerritory(actor)) notFound()
  const values = changeValues(await searchParams)
  const kind = CHANGE_KINDS.find((known) => known === values.kind) ?? 'MERGER'
  const units = await listChangeableUnits(actor)
  return (
    <>
      <SetupHeader
        current="/setup/units"
        crumbs={[
          { label: 'Đơn vị', href: '/setup/units' },
          { label: 'Sắp xếp', href: '/setup/territory' },
          { label: CHANGE_LABELS[kind] },
        ]}
        title={`${CHANGE_LABELS[kind]} đơn vị`}
        sentence={<p>Bước 1 trong 2: ghi quyết định. Bước sau cho xem trước mọi thay đổi, chưa lưu gì.</p>}
      />
      <PageBody>
        <ChangeForm kind={kind} units={units} values={values} />
      </PageBody>
    </>
  )
}
