'use client'

import { LabelList, Line as Stroke, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Line } from './line-chart-view'
import { LABEL, TICK } from './theme'

/** One small line; its first and last figures are written where they stand. */
export default function SmallLineView({ steps, line, most }: { steps: string[]; line: Line; most: number }) {
  const known = line.points.flatMap((point, index) => (point.value === null ? [] : [index]))
  const ends = new Set([known[0], known.at(-1)])
  const rows = steps.map((step, index) => ({
    step,
    value: line.points[index]?.value ?? null,
    text: ends.has(index) ? line.points[index]?.text : '',
  }))
  return (
    <ResponsiveContainer width="100%" height={120}>
      <LineChart data={rows} margin={{ top: 22, right: 34, bottom: 0, left: 34 }} accessibilityLayer={false}>
        <XAxis
          dataKey="step"
          tick={{ ...TICK, fontSize: 11 }}
          axisLine={{ stroke: 'var(--color-ink)' }}
          tickLine={false}
          interval="preserveStartEnd"
          height={20}
        />
        <YAxis hide domain={[0, most]} />
        <Stroke
          dataKey="value"
          type="linear"
          stroke="var(--color-cham)"
          strokeWidth={2}
          dot={{ r: 2.5, fill: 'var(--color-paper)' }}
          activeDot={false}
          connectNulls={false}
          isAnimationActive={false}
        >
          <LabelList dataKey="text" position="top" offset={7} style={{ ...LABEL, fontSize: 11 }} />
        </Stroke>
      </LineChart>
    </ResponsiveContainer>
  )
}
