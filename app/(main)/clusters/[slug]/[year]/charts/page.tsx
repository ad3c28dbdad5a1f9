import { BarChart } from '@/components/charts/bar-chart'
import { LineChart } from '@/components/charts/line-chart'
import { drawnValue, markClass } from '@/components/summaries/cell'
import { firstOf } from '@/lib/platform/fields'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import { DemoMark } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { getClusterYear } from '@/lib/clusters/queries'
import { PERIOD_SLUGS, periodOfYear } from '@/lib/periods/labels'
import { requireActor } from '@/lib/platform/auth/current'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import { NO_UNIT_FIGURES } from '@/lib/summaries/labels'
import { getTrend } from '@/lib/summaries/trends/queries'
import type { TrendYear } from '@/lib/summaries/trends/types'
import { AbsentYear } from '../_components/absent-year'
import { readView, readYear, type SearchParams } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'

type Props = { params: Promise<{ slug: string; year: string }>; searchParams: Promise<SearchParams> }

export const metadata = { title: 'Biểu đồ' }

export default async function ClusterChartsPage({ params, searchParams }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/charts`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="charts" />
  const search = await searchParams
  const view = readView(search)
  const period = view.period ?? clusterYear.openingPeriod
  const summary = summariseClusterYear(await getClusterTable(actor, clusterYear, period))
  const drawable = summary.indicators
    .map((indicator, index) => ({ indicator, index }))
    .filter(({ indicator }) => !['TEXT', 'YES_NO', 'COMPOSITE'].includes(indicator.kind))
  const chosen =
    drawable.find(({ indicator }) => indicator.code === firstOf(search['chi-tieu'])) ?? drawable[0]
  const header = (
    <ClusterHeader
      clusterYear={clusterYear}
      tab="charts"
      tabs={clusterTabs(actor, clusterYear)}
      view={view}
      period={period}
      illustrative={clusterYear.illustrative || summary.illustrative}
    />
  )
  if (!chosen) {
    return (
      <>
        {header}
        <PageBody>
          <Empty title="Chưa có chỉ tiêu nào vẽ được thành biểu đồ" />
        </PageBody>
      </>
    )
  }

  const { indicator, index } = chosen
  const unitSlug = firstOf(search['don-vi'])
  const unit = clusterYear.members.find((member) => member.slug === unitSlug)
  const trend = await getTrend(actor, clusterYear.cluster.id, indicator.code, period)
  const measure = columnUnit(indicator)
  const about = `${indicator.shortName}${measure ? ` (${measure})` : ''}`
  const points = trend.map((step) => {
    const own = unit ? step.figures.find((figure) => figure.unit.id === unit.id)?.value : undefined
    const value = unit ? (own ?? null) : (step.total ?? step.reported)
    return {
      value: value ? drawnValue(value, indicator) : null,
      text: value ? printCell(value, indicator) : '—',
    }
  })
  return (
    <>
      {header}
      <PageBody>
        <form method="get" className="no-print mt-4 flex flex-wrap items-end gap-4">
          {view.period ? <input type="hidden" name="ky" value={PERIOD_SLUGS[view.period]} /> : null}
          <Choice name="chi-tieu" label="Chỉ tiêu" value={indicator.code}>
            {drawable.map(({ indicator: option }) => (
              <option key={option.id} value={option.code}>
                {option.shortName}
              </option>
            ))}
          </Choice>
          <Choice name="don-vi" label="Diễn biến qua các năm của" value={unit?.slug ?? ''}>
            <option value="">Cả cụm</option>
            {clusterYear.members.map((member) => (
              <option key={member.id} value={member.slug}>
                {member.name}
              </option>
            ))}
          </Choice>
          <Button type="submit">Xem biểu đồ</Button>
        </form>
        {clusterYear.illustrative || summary.illustrative ? (
          <p className="mt-4">
            <DemoMark />
          </p>
        ) : null}
        {summary.hasUnitFigures ? (
          <BarChart
            title={`${about}: ${periodOfYear(period, clusterYear.year)}`}
            valueName="Kết quả"
            targetName="Chỉ tiêu đăng ký"
            bars={summary.rows.map((row) => {
              const cell = row.cells[index]!
              return {
                label: row.draft && cell.value ? `${row.unit.name} (bản nháp)` : row.unit.name,
                value: cell.value ? drawnValue(cell.value, indicator) : null,
                text: cell.value ? printCell(cell.value, indicator) : 'chưa có số liệu',
                target: cell.target ? drawnValue(cell.target, indicator) : null,
                targetText: cell.target ? printCell(cell.target, indicator) : undefined,
                kind: barKind(markClass(cell.completion)),
              }
            })}
          />
        ) : null}
        {trend.length > 1 || !summary.hasUnitFigures ? (
          <>
            <LineChart
              title={`${about}: ${unit ? unit.name : 'cả cụm'} qua các năm`}
              steps={trend.map((step) => String(step.year))}
              lines={[{ name: unit ? unit.name : 'Cả cụm', points }]}
            />
            {unit ? null : <TrendNotes trend={trend} />}
          </>
        ) : null}
      </PageBody>
    </>
  )
}

/** What keeps the years of the line from being compared as they stand. */
function TrendNotes({ trend }: { trend: TrendYear[] }) {
  const notes = trend.flatMap((step) => {
    if (!step.total) return step.reported ? [`năm ${step.year}: số cụm báo cáo, ${NO_UNIT_FIGURES}`] : []
    const sent = step.figures.filter(({ draft }) => !draft).length
    return sent < step.members ? [`năm ${step.year}: mới có ${sent}/${step.members} đơn vị`] : []
  })
  const text = notes.join('; ')
  return text ? (
    <p className="text-mute mt-2 text-sm">
      {text[0]?.toUpperCase()}
      {text.slice(1)}.
    </p>
  ) : null
}

const barKind = (mark: string) =>
  (['vuot', 'dat', 'half', 'chua'] as const).find((kind) => mark.startsWith(kind))

function Choice({
  name,
  label,
  value,
  children,
}: {
  name: string
  label: string
  value: string
  children: React.ReactNode
}) {
  return (
    <label className="block max-w-full">
      <span className="mb-1 block font-semibold">{label}</span>
      <select key={value} name={name} defaultValue={value} className="box max-w-full">
        {children}
      </select>
    </label>
  )
}
