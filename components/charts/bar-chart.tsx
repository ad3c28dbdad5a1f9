'use client'

import dynamic from 'next/dynamic'
import type { Bar } from './bar-chart-view'
import { ChartTable } from './chart-table'

const View = dynamic(() => import('./bar-chart-view'), { ssr: false })
const ROW = 34

/**
 * Horizontal bars, longest first, each with its figure written out; bars without a figure stand last. `title` says in a
 * sentence what is compared. Recharts loads only where a chart is shown; the table under it is always there.
 */
export function BarChart({
  title,
  bars,
  valueName,
  targetName,
  rowName = 'Đơn vị',
}: {
  title: string
  bars: Bar[]
  valueName: string
  targetName?: string
  rowName?: string
}) {
  const sorted = bars.toSorted(
    (a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || a.label.localeCompare(b.label, 'vi'),
  )
  return (
    <figure className="mt-4 break-inside-avoid">
      <figcaption className="font-semibold">{title}</figcaption>
      {targetName ? (
        <p className="text-mute mt-1 flex items-center gap-2 text-xs">
          <span aria-hidden="true" className="bg-co inline-block h-3.5 w-[3px]" /> {targetName}
        </p>
      ) : null}
      <div aria-hidden="true" className="mt-2 grid">
        {/* Holds the room until the bars arrive. */}
        <div className="col-start-1 row-start-1 pb-2">
          {sorted.map((bar) => (
            <div key={bar.label} className="h-[34px]" />
          ))}
        </div>
        <div className="col-start-1 row-start-1 min-w-0">
          <View bars={sorted} height={sorted.length * ROW + 8} />
        </div>
      </div>
      <ChartTable
        caption={title}
        head={targetName ? [rowName, valueName, targetName] : [rowName, valueName]}
        rows={sorted.map((bar) =>
          targetName ? [bar.label, bar.text, bar.targetText ?? '—'] : [bar.label, bar.text],
        )}
      />
    </figure>
  )
}
