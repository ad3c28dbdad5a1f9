'use client'

import dynamic from 'next/dynamic'
import type { Line } from './line-chart-view'
import { ChartTable } from './chart-table'

const View = dynamic(() => import('./line-chart-view'), { ssr: false })

/**
 * Lines over years, at most four, named and labelled where they run; told apart by dash as well as by colour.
 * `steps` are the axis labels (years). Recharts loads only where a chart is shown; the table under it is always there.
 */
export function LineChart({
  title,
  steps,
  lines,
  stepName = 'Năm',
}: {
  title: string
  steps: string[]
  lines: Line[]
  stepName?: string
}) {
  return (
    <figure className="mt-4 break-inside-avoid">
      <figcaption className="font-semibold">{title}</figcaption>
      <div aria-hidden="true" className="mt-2 h-[260px]">
        <View steps={steps} lines={lines} />
      </div>
      <ChartTable
        caption={title}
        head={[stepName, ...lines.map((line) => line.name)]}
        rows={steps.map((step, index) => [step, ...lines.map((line) => line.points[index]?.text ?? '—')])}
      />
    </figure>
  )
}
