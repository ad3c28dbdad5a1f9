import { ExportLinks } from '@/components/documents/export-links'
import { AwardTable } from '@/components/awards/award-table'
import { NominationTable } from '@/components/awards/nomination-table'
import { DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { canSetAwards } from '@/lib/awards/policy'
import { listNominations } from '@/lib/awards/nominations/queries'
import { listAwards, listAwardTypes, listAwardYears } from '@/lib/awards/queries'
import { getPrizeRules } from '@/lib/awards/settings/queries'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { firstOf, firstText } from '@/lib/platform/fields'
import { unitLabel } from '@/lib/units/labels'
import { listUnits } from '@/lib/units/queries'
import { findUnits } from '@/lib/units/rules'
import { AwardFilter } from './_components/filter'
import { PrizeRules } from './_components/prize-rules'
import { RecordAward } from './_components/record-award'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata = { title: 'Khen thưởng' }

export default async function AwardsPage({ searchParams }: Props) {
  const actor = await requireActor('/awards')
  const params = await searchParams
  const yearText = firstText(params.nam)
  const year = /^[12]\d{3}$/.test(yearText) ? Number(yearText) : undefined
  const canSet = canSetAwards(actor)
  const [types, years, today, prizes] = await Promise.all([
    listAwardTypes(actor),
    listAwardYears(actor),
    readToday(),
    getPrizeRules(actor),
  ])
  const typeCode = types.find(({ code }) => code === firstOf(params.loai))?.code
  const [awards, nominations, units] = await Promise.all([
    listAwards(actor, { year, typeCode }),
    listNominations(actor, { year, typeCode }),
    canSet ? listUnits(actor) : [],
  ])
  const waiting = nominations.filter(({ state }) => state !== 'DECIDED')
  const real = awards.filter(({ illustrative }) => !illustrative)
  return (
    <>
      <PageHeader
        title="Khen thưởng"
        help={{ topic: 'office', about: 'khen thưởng' }}
        theme="Danh hiệu, hình thức đã tặng và các đề nghị, theo năm"
        mark={[...awards, ...waiting].some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
        sentence={
          <p>
            {year ? `Năm ${year}` : 'Các năm'}
            {typeCode ? `, ${types.find(({ code }) => code === typeCode)!.name}` : ''}:{' '}
            <b>{awards.length} khen thưởng</b> đã ghi
            {real.length < awards.length ? ` (${awards.length - real.length} là minh họa)` : ''} và{' '}
            <b>{waiting.length} đề nghị</b> chưa có quyết định.
          </p>
        }
        actions={
          canSet ? (
            <RecordAward
              types={types}
              units={findUnits(units, '').map((unit) => ({ id: unit.id, label: unitLabel(unit) }))}
              year={Number(today.slice(0, 4))}
            />
          ) : null
        }
      />
      <PageBody>
        <AwardFilter years={years} types={types} year={year} type={typeCode} />
        <div className="mt-7 flex flex-wrap items-baseline gap-x-4">
          <h2>Đã tặng</h2>
          {awards.length > 0 ? (
            <ExportLinks table="awards" of={{ nam: year, loai: typeCode }} label="khen thưởng đã tặng" />
          ) : null}
        </div>
        {awards.length > 0 ? (
          <AwardTable label="Khen thưởng đã tặng" awards={awards} />
        ) : (
          <Empty title="Chưa ghi khen thưởng nào">
            Không có khen thưởng nào khớp với năm và loại đang chọn.
          </Empty>
        )}
        {waiting.length > 0 ? (
          <>
            <h2 className="mt-9">Đề nghị chưa có quyết định</h2>
            <NominationTable
              label="Đề nghị chưa có quyết định"
              nominations={waiting}
              today={today}
              withCluster
            />
          </>
        ) : null}
        <PrizeRules {...prizes} canSet={canSet} />
      </PageBody>
    </>
  )
}
