'use client'

import dynamic from 'next/dynamic'
import { ChartFrame } from './chart-frame'
import { spokenLines } from './line-chart'
import type { Line } from './line-chart-view'

const View = dynamic(() => import('./small-line-view'), { ssr: false })

/** One small chart a row, all on the same scale, so that shapes and heights can be compared at a glance. */
export function SmallMultiples({
  title,
  steps,
  lines,
  rowName,
}: {
  title: string
  steps: string[]
  lines: Line[]
  rowName: string
}) {
  const most = Math.max(...lines.flatMap((line) => line.points.map((point) => point.value ?? 0)), 0) || 1
  return (
    <ChartFrame
      title={title}
      alt={spokenLines(steps, lines)}
      head={[rowName, ...steps]}
      rows={lines.map((line) => [line.name, ...line.points.map((point) => point.text)])}
    >
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 sm:grid-cols-2 xl:grid-cols-3 print:grid-cols-3">
        {lines.map((line) => (
          <div key={line.name} data-drawing className="min-w-0 break-inside-avoid">
            <p data-drawing-name className="truncate text-sm font-semibold">
              {line.name}
            </p>
            <div className="h-[120px]">
              <View steps={steps} line={line} most={most} />
            </div>
          </div>
        ))}
      </div>
    </ChartFrame>
  )
}
