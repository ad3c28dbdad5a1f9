'use client'

import dynamic from 'next/dynamic'
import type { Bar } from './bar-chart-view'
import { ChartFrame } from './chart-frame'

const View = dynamic(() => import('./bar-chart-view'), { ssr: false })
const ROW = 34

/**
 * Horizontal bars, longest first, each with its figure written out; bars without a figure stand last. `title` says in a
 * sentence what is compared. `dots` draws the result as a dot and the way from it to its target instead of a bar.
 * Recharts loads only where a chart is shown; the table under it is always there.
 */
export function BarChart({
  title,
  bars,
  valueName,
  targetName,
  rowName = 'Đơn vị',
  dots = false,
}: {
  title: string
  bars: Bar[]
  valueName: string
  targetName?: string
  rowName?: string
  dots?: boolean
}) {
  const sorted = bars.toSorted(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.label.localeCompare(b.label, 'vi'),
  )
  return (
    <ChartFrame
      title={title}
      alt={spoken(sorted)}
      legend={
        targetName ? (
          <p className="text-mute mt-1 flex flex-wrap items-center gap-x-5 gap-y-1 text-xs">
            <span className="flex items-center gap-2">
              <span aria-hidden="true" className="bg-co inline-block h-3.5 w-[3px]" /> {targetName}
            </span>
            {dots ? (
              <span className="flex items-center gap-2">
                <span aria-hidden="true" className="bg-cham inline-block size-3 rounded-full" /> {valueName}
              </span>
            ) : null}
          </p>
        ) : undefined
      }
      head={targetName ? [rowName, valueName, targetName] : [rowName, valueName]}
      rows={sorted.map((bar) =>
        targetName ? [bar.label, bar.text, bar.targetText ?? '—'] : [bar.label, bar.text],
      )}
    >
      <div className="grid">
        {/* Holds the room until the bars arrive. */}
        <div className="col-start-1 row-start-1 pb-2 print:hidden">
          {sorted.map((bar) => (
            <div key={bar.label} className="h-[34px]" />
          ))}
        </div>
        <div className="col-start-1 row-start-1 min-w-0">
          <View bars={sorted} height={sorted.length * ROW + 8} dots={dots} />
        </div>
      </div>
    </ChartFrame>
  )
}

function spoken(sorted: Bar[]): string {
  const known = sorted.filter(({ value }) => value !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return 'Chưa có số liệu.'
  const blank = sorted.length - known.length
  return `Cao nhất ${first.label} ${first.text}, thấp nhất ${last.label} ${last.text}${blank > 0 ? `; ${blank} hàng chưa có số liệu` : ''}.`
}
