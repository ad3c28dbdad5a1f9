import Link from 'next/link'
import { ListTable } from '@/components/ui/table'
import { printedPercent } from '@/lib/indicators/rules'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import type { IndicatorStanding } from '@/lib/summaries/overview/types'
import type { ClassCounts } from '@/lib/summaries/types'

const CLASSES = [
  ['EXCEEDED', 'vuot', 'vượt'],
  ['MET', 'dat', 'đạt'],
  ['HALF', 'half', 'đạt trên 50%'],
  ['NOT_MET', 'chua r5', 'chưa đạt'],
] as const

/** How the units stand in each indicator, and the cluster furthest towards its target; each row leads to the units. */
export function Standings({
  standings,
  year,
  units,
  period,
}: {
  standings: IndicatorStanding[]
  year: number
  /** Units that the nation has. */
  units: number
  period: PeriodKind
}) {
  return (
    <section aria-labelledby="standings" className="mt-8">
      <h2 id="standings">Mức hoàn thành của từng chỉ tiêu</h2>
      <ListTable label="Số đơn vị ở mỗi mức hoàn thành, theo chỉ tiêu" cards>
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col" className="num">
              Tổng
            </th>
            <th scope="col">Số đơn vị ở mỗi mức</th>
            <th scope="col">Cụm đi xa nhất so với đăng ký</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ indicator, total, best }) => (
            <tr key={indicator.id}>
              <th scope="row">
                <Link
                  prefetch={false}
                  href={`/compare?xem=dang-ky&chi-tieu=${indicator.code}&den=${year}&ky=${PERIOD_SLUGS[period]}`}
                >
                  {indicator.shortName}
                </Link>
              </th>
              <td className="num" data-label="Tổng">
                {total.value
                  ? `${printCell(total.value, indicator)} ${columnUnit(indicator) === '%' ? '' : columnUnit(indicator)}`
                  : 'không cộng'}
                <small className="text-mute block">
                  {total.units < units ? `${total.units}/${units} đơn vị có số liệu` : 'toàn quốc'}
                </small>
              </td>
              <td data-label="Mức">
                <Distribution counts={total.counts} units={total.units} />
              </td>
              <td data-label="Cụm đi xa nhất">
                {best ? (
                  <>
                    <Link
                      href={`/clusters/${best.cluster.slug}/${year}?ky=${PERIOD_SLUGS[period]}`}
                      prefetch={false}
                    >
                      {best.cluster.name}
                    </Link>{' '}
                    {printedPercent({ percent: best.percent, qualifier: 'EXACT' })}
                  </>
                ) : (
                  <span className="text-mute">chưa so được</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}

/** Counts in words beside their weave; the bar is drawn in twentieths, since pages carry no style of their own. */
function Distribution({ counts, units }: { counts: ClassCounts; units: number }) {
  const judged = CLASSES.reduce((sum, [one]) => sum + counts[one], 0)
  const parts = CLASSES.filter(([one]) => counts[one] > 0)
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <svg viewBox="0 0 120 12" width={120} height={12} aria-hidden="true" className="shrink-0">
        <Bar counts={counts} judged={judged} />
      </svg>
      <span className="flex flex-wrap gap-x-3">
        {parts.map(([one, mark, words]) => (
          <span key={one} className={`k ${mark}`}>
            <i aria-hidden="true" /> {counts[one]} {words}
          </span>
        ))}
        {units > judged ? <span className="text-mute">{units - judged} chưa xếp mức</span> : null}
      </span>
    </div>
  )
}

const LOOK = {
  EXCEEDED: { fill: 'var(--color-cham)', dash: '2 2' },
  MET: { fill: 'var(--color-cham)', dash: undefined },
  HALF: { fill: 'var(--color-amber)', dash: '5 3' },
  NOT_MET: { fill: 'var(--color-paper)', dash: undefined },
} as const

function Bar({ counts, judged }: { counts: ClassCounts; judged: number }) {
  if (judged === 0)
    return (
      <rect
        x={0.5}
        y={0.5}
        width={119}
        height={11}
        fill="none"
        stroke="var(--color-edge)"
        strokeDasharray="3 3"
      />
    )
  return CLASSES.map(([one], index) => {
    const width = (counts[one] / judged) * 120
    const before = CLASSES.slice(0, index).reduce((sum, [earlier]) => sum + counts[earlier], 0)
    const x = (before / judged) * 120
    if (width === 0) return null
    const { fill, dash } = LOOK[one]
    return (
      <g key={one}>
        <rect
          x={x + 0.5}
          y={1}
          width={Math.max(width - 1, 0.5)}
          height={10}
          fill={fill}
          stroke={one === 'NOT_MET' ? 'var(--color-co)' : fill}
        />
        {dash ? (
          <line
            x1={x + 1}
            x2={x + width - 1}
            y1={6}
            y2={6}
            stroke="var(--color-paper)"
            strokeWidth={2}
            strokeDasharray={dash}
          />
        ) : null}
      </g>
    )
  })
}
