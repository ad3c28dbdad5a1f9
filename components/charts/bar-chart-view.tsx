'use client'

import {
  Bar as Bars,
  BarChart,
  ResponsiveContainer,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from 'recharts'
import { usePrintWidth } from './print-width'
import { LABEL, textRoom, TICK } from './theme'

export type Bar = {
  /** Whose bar: the name at the left. */
  label: string
  /** Its length; null where there is no figure (a blank is not 0). */
  value: number | null
  /** The figure as it is written, at the end of the bar. */
  text: string
  /** A tick across the bar, such as the registered target. */
  target?: number | null
  targetText?: string
  /** How the bar is woven; plain indigo without it. */
  kind?: 'vuot' | 'dat' | 'half' | 'chua'
}

const FILL = {
  vuot: 'url(#woven-vuot)',
  dat: 'var(--color-cham)',
  half: 'url(#woven-half)',
  chua: 'var(--color-co-wash)',
} as const
const SIZE = 16

type Drawn = { x?: number; y?: number; width?: number; height?: number; payload?: Bar }

/** The bars themselves, drawn in the browser. */
export default function BarChartView({ bars, height, dots }: { bars: Bar[]; height: number; dots: boolean }) {
  const width = usePrintWidth()
  const names = textRoom(
    bars.map((bar) => bar.label),
    170,
  )
  const figures = textRoom(
    bars.map((bar) => bar.text),
    150,
  )
  return (
    <ResponsiveContainer width={width} height={height}>
      <BarChart
        layout="vertical"
        data={bars}
        margin={{ top: 4, right: figures, bottom: 4, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <pattern id="woven-vuot" width="5" height="5" patternUnits="userSpaceOnUse">
            <rect width="5" height="5" fill="var(--color-stitch)" />
            <rect width="3" height="5" fill="var(--color-cham)" />
          </pattern>
          <pattern
            id="woven-half"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--color-paper)" />
            <rect width="3" height="6" fill="var(--color-amber)" />
          </pattern>
        </defs>
        <XAxis type="number" hide domain={[0, longest(bars)]} />
        <YAxis
          type="category"
          dataKey="label"
          width={names}
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={{ ...TICK, fill: 'var(--color-ink)', fontSize: 13 }}
        />
        <Bars dataKey="value" barSize={SIZE} isAnimationActive={false} shape={dots ? Nothing : Woven} />
        <Marks bars={bars} dots={dots} />
      </BarChart>
    </ResponsiveContainer>
  )
}

function Woven({ x = 0, y = 0, width = 0, height = 0, payload }: Drawn) {
  const kind = payload?.kind ?? 'dat'
  const edge = kind === 'chua' ? 'var(--color-co)' : kind === 'half' ? 'var(--color-amber)' : 'none'
  return (
    <rect
      x={x}
      y={y}
      width={Math.max(width, 0)}
      height={height}
      rx={1}
      fill={FILL[kind]}
      stroke={edge}
      strokeWidth={1.5}
    />
  )
}

/** Dots stand where the scale says, beside their targets. */
function Nothing() {
  return null
}

/** Target ticks and figures, each out of the other's way; a blank has its words too. */
function Marks({ bars, dots }: { bars: Bar[]; dots: boolean }) {
  const across = useXAxisScale()
  const down = useYAxisScale()
  if (!across || !down) return null
  return (
    <g>
      {bars.map((bar) => {
        const y = down(bar.label, { position: 'middle' })
        const end = across(bar.value ?? 0)
        if (y === undefined || end === undefined) return null
        const target = bar.target === null || bar.target === undefined ? undefined : across(bar.target)
        const reach = textRoom([bar.text], 150)
        return (
          <g key={bar.label}>
            <text
              x={
                (target !== undefined && (dots || target > end - 4) && target < end + reach
                  ? Math.max(target, end)
                  : end) + (dots ? 14 : 8)
              }
              y={y}
              dominantBaseline="central"
              style={bar.value === null ? { ...LABEL, fill: 'var(--color-mute)' } : LABEL}
            >
              {bar.text}
            </text>
            {dots && bar.value !== null ? <Range end={end} target={target} y={y} kind={bar.kind} /> : null}
            {target === undefined ? null : (
              <rect
                x={target - 1.5}
                y={y - SIZE / 2 - 4}
                width={3}
                height={SIZE + 8}
                fill="var(--color-co)"
                stroke="var(--color-paper)"
              />
            )}
          </g>
        )
      })}
    </g>
  )
}

/** The result as a dot and the way between it and its target; a hollow dot has not reached it. */
function Range({
  end,
  target,
  y,
  kind,
}: {
  end: number
  target: number | undefined
  y: number
  kind: Bar['kind']
}) {
  const short = kind === 'chua' || kind === 'half'
  return (
    <g>
      {target === undefined ? null : (
        <line
          x1={end}
          x2={target}
          y1={y}
          y2={y}
          stroke={short ? 'var(--color-co)' : 'var(--color-stitch)'}
          strokeWidth={3}
          strokeDasharray={short ? '4 3' : undefined}
        />
      )}
      <circle
        cx={end}
        cy={y}
        r={6.5}
        fill={short ? 'var(--color-paper)' : 'var(--color-cham)'}
        stroke={short ? 'var(--color-co)' : 'var(--color-cham)'}
        strokeWidth={2.5}
      />
    </g>
  )
}

function longest(bars: Bar[]): number {
  return Math.max(...bars.map((bar) => Math.max(bar.value ?? 0, bar.target ?? 0)), 0) || 1
}
