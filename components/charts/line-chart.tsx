'use client'

import dynamic from 'next/dynamic'
import { ChartFrame } from './chart-frame'
import type { Line } from './line-chart-view'

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
    <ChartFrame
      title={title}
      alt={spokenLines(steps, lines)}
      head={[stepName, ...lines.map((line) => line.name)]}
      rows={steps.map((step, index) => [step, ...lines.map((line) => line.points[index]?.text ?? '—')])}
    >
      <div className="h-[260px]">
        <View steps={steps} lines={lines} />
      </div>
    </ChartFrame>
  )
}

/** "Lào Cai: 1.200 năm 2025, 1.340 năm 2026." */
export function spokenLines(steps: string[], lines: Line[]): string {
  const sentences = lines.map((line) => {
    const known = line.points.flatMap((point, index) =>
      point.value === null ? [] : [`${point.text} (${steps[index]})`],
    )
    const [first, last] = [known[0], known.at(-1)]
    if (!first || !last) return `${line.name}: chưa có số liệu`
    return known.length === 1 ? `${line.name}: ${first}` : `${line.name}: từ ${first} đến ${last}`
  })
  return `${sentences.join('; ')}.`
}
