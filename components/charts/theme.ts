/** How Recharts takes the tokens: SVG text and lines by CSS variables, so that dark and print follow by themselves. */
export const TICK = { fill: 'var(--color-mute)', fontSize: 12, fontFamily: 'var(--font-sans)' } as const
export const LABEL = { fill: 'var(--color-ink)', fontSize: 13, fontFamily: 'var(--font-sans)' } as const
export const HAIR = 'var(--color-line)'

/** Lines in the order they are drawn; told apart by weave (dash) as well as by colour. */
export const LINES = [
  { stroke: 'var(--color-cham)', dash: undefined },
  { stroke: 'var(--color-co)', dash: '7 4' },
  { stroke: 'var(--color-cham2)', dash: '2 4' },
  { stroke: 'var(--color-amber)', dash: '10 3 2 3' },
] as const

/** Room that a word needs, near enough for an axis (px at 13 px type). */
export function textRoom(words: string[], limit: number): number {
  return Math.min(limit, Math.max(...words.map((word) => word.length), 4) * 7.4 + 12)
}
