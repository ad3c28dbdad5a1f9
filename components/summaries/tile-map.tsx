import { Fragment } from 'react'
import { TILES_BEFORE, type Tile } from '@/lib/summaries/tiles/types'

export type TileFact = {
  href: string
  /** The figure as written, under the name. */
  text: string
  mark: 'vuot' | 'dat' | 'half' | 'chua' | ''
  /** All of it in words, for the title and for readers who do not see the map. */
  words: string
}

const SIZE = 66
const GAP = 4
const STEP = SIZE + GAP

/** Indigo and red are never alone: each class has its own weave, so that the map reads in grey too. */
const FILLS: Record<TileFact['mark'], { fill: string; stroke: string; text: string }> = {
  vuot: { fill: 'url(#tile-vuot)', stroke: 'var(--color-cham)', text: 'var(--color-on-cham)' },
  dat: { fill: 'var(--color-cham)', stroke: 'var(--color-cham)', text: 'var(--color-on-cham)' },
  half: { fill: 'url(#tile-half)', stroke: 'var(--color-amber)', text: 'var(--color-ink)' },
  chua: { fill: 'url(#tile-chua)', stroke: 'var(--color-co)', text: 'var(--color-ink)' },
  '': { fill: 'var(--color-wash)', stroke: 'var(--color-edge)', text: 'var(--color-mute)' },
}

/**
 * One square a unit in its place, filled by its class. Each square is a link that the keyboard reaches from north to
 * south; `label` says in a sentence what the squares show. Units without a fact stand empty in
 * their place.
 */
export function TileMap({
  tiles,
  facts,
  label,
}: {
  tiles: readonly Tile[]
  facts: ReadonlyMap<string, TileFact>
  label: string
}) {
  const columns = Math.max(...tiles.map(([, column]) => column)) + 1
  const rows = Math.max(...tiles.map(([, , row]) => row)) + 1
  const [width, height] = [columns * STEP - GAP + 4, rows * STEP - GAP + 4]
  return (
    <svg
      role="group"
      aria-label={label}
      viewBox={`-2 -2 ${width} ${height}`}
      width={width}
      height={height}
      className={`tiles h-auto max-w-full ${tiles === TILES_BEFORE ? 'w-[430px]' : 'w-[380px]'}`}
    >
      <defs>
        <pattern id="tile-vuot" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--color-cham)" />
          <rect y="4.6" width="3" height="1.4" fill="var(--color-stitch)" />
        </pattern>
        <pattern
          id="tile-half"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="8" height="8" fill="var(--color-paper)" />
          <rect width="1.6" height="8" fill="var(--color-amber)" />
        </pattern>
        <pattern id="tile-chua" width="9" height="9" patternUnits="userSpaceOnUse">
          <rect width="9" height="9" fill="var(--color-paper)" />
          <circle cx="4.5" cy="4.5" r="1" fill="var(--color-co)" />
        </pattern>
      </defs>
      {tiles.map(([slug, column, row, name]) => (
        <Square
          key={slug}
          name={name}
          fact={facts.get(slug) ?? noFact(slug, name)}
          x={column * STEP}
          y={row * STEP}
        />
      ))}
    </svg>
  )
}

const noFact = (slug: string, name: string): TileFact => ({
  href: `/units/${slug}`,
  text: '',
  mark: '',
  words: `${name}, không có trong so sánh này`,
})

function Square({ name, fact, x, y }: { name: string; fact: TileFact; x: number; y: number }) {
  const look = FILLS[fact.mark]
  const lines = linesOf(name)
  const middle = x + SIZE / 2
  const backed = fact.mark === 'half' || fact.mark === 'chua'
  return (
    <a href={fact.href} aria-label={fact.words}>
      {/* The label says all of this in words. */}
      <g aria-hidden="true">
        <title>{fact.words}</title>
        <rect
          x={x}
          y={y}
          width={SIZE}
          height={SIZE}
          rx={3}
          fill={look.fill}
          stroke={look.stroke}
          strokeWidth={fact.mark === 'chua' ? 2.5 : 1.5}
          strokeDasharray={fact.mark === '' ? '3 3' : undefined}
        />
        {backed || fact.mark === 'vuot' ? (
          <rect
            x={x + 3}
            y={y + 7}
            width={SIZE - 6}
            height={SIZE - 14}
            rx={2}
            fill={fact.mark === 'vuot' ? 'var(--color-cham)' : 'var(--color-paper)'}
          />
        ) : null}
        {/* One text with spaces between its lines: so it is compared with the label, and copied. */}
        <text textAnchor="middle" fontSize={11} fill={look.text}>
          {lines.map((line, index) => (
            <Fragment key={index}>
              <tspan x={middle} y={y + (lines.length > 1 ? 19 : 27) + index * 13} fontWeight={600}>
                {line}
              </tspan>{' '}
            </Fragment>
          ))}
          <tspan x={middle} y={y + (lines.length > 1 ? 50 : 46)}>
            {fact.text}
          </tspan>
        </text>
      </g>
    </a>
  )
}

/** "Bà Rịa - Vũng Tàu" on two lines; a name that fits stays on one. */
function linesOf(name: string): string[] {
  if (name.length <= 10) return [name]
  const words = name.replace(' - ', ' ').split(' ')
  const half = Math.ceil(words.length / 2)
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')]
}
