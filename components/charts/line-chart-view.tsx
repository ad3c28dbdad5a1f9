'use client'

import {
  CartesianGrid,
  LabelList,
  Line as Stroke,
  LineChart,
  ResponsiveContainer,
  usePlotArea,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { usePrintWidth } from './print-width'
import { HAIR, LABEL, LINES, textRoom, TICK } from './theme'

export type Line = {
  name: string
  /** One point a step of the axis, in order; null breaks the line (a blank is not 0). `text` is the figure as written. */
  points: { value: number | null; text: string }[]
}

const APART = 17

/** The lines themselves, drawn in the browser. A single line has its figure at every point, several at their ends. */
export default function LineChartView({ steps, lines }: { steps: string[]; lines: Line[] }) {
  const rows = steps.map((step, index) => ({
    step,
    ...Object.fromEntries(lines.map((line, order) => [`v${order}`, line.points[index]?.value ?? null])),
    text: lines[0]?.points[index]?.text,
  }))
  const width = usePrintWidth()
  const single = lines.length === 1
  const room = single ? 40 : textRoom(lines.map(endWords), 230)
  return (
    <ResponsiveContainer width={width} height={260}>
      <LineChart
        data={rows}
        margin={{ top: 24, right: room, bottom: 4, left: 28 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} stroke={HAIR} />
        <XAxis
          dataKey="step"
          tick={TICK}
          axisLine={{ stroke: 'var(--color-ink)', strokeWidth: 2 }}
          tickLine={false}
          interval="preserveStartEnd"
        />
        <YAxis hide domain={[0, 'auto']} />
        {lines.map((line, order) => {
          const look = LINES[order % LINES.length]
          return (
            <Stroke
              key={line.name}
              dataKey={`v${order}`}
              type="linear"
              stroke={look?.stroke}
              strokeDasharray={look?.dash}
              strokeWidth={2.5}
              dot={{ r: 3.5, strokeDasharray: '0', fill: 'var(--color-paper)' }}
              activeDot={false}
              connectNulls={false}
              isAnimationActive={false}
            >
              {single ? (
                <LabelList dataKey="text" position="top" offset={10} style={{ ...LABEL, fontWeight: 600 }} />
              ) : null}
            </Stroke>
          )
        })}
        {single ? null : <Ends lines={lines} />}
      </LineChart>
    </ResponsiveContainer>
  )
}

/** Each line's name and last figure at the right edge, pushed apart where they would overlap. */
function Ends({ lines }: { lines: Line[] }) {
  const down = useYAxisScale()
  const plot = usePlotArea()
  if (!down || !plot) return null
  return (
    <g>
      {spread(lines, (value) => down(value) ?? 0).map(({ line, order, y }) => (
        <text
          key={line.name}
          x={plot.x + plot.width + 12}
          y={y}
          dominantBaseline="central"
          style={{ ...LABEL, fill: LINES[order % LINES.length]?.stroke }}
        >
          {endWords(line)}
        </text>
      ))}
    </g>
  )
}

function spread(lines: Line[], down: (value: number) => number) {
  const ends = lines.flatMap((line, order) => {
    const value = lastPoint(line)?.value
    return value == null ? [] : [{ line, order, y: down(value) }]
  })
  ends.sort((a, b) => a.y - b.y)
  let free = -Infinity
  for (const end of ends) {
    end.y = Math.max(end.y, free)
    free = end.y + APART
  }
  return ends
}

function lastPoint(line: Line) {
  return line.points.findLast((point) => point.value !== null)
}

function endWords(line: Line): string {
  return `${line.name} ${lastPoint(line)?.text ?? ''}`
}
