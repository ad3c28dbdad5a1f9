import { LAST_YEAR } from './data'
import { interleave, median, type Slice, type Target } from './load'
import type { Line } from './report'

export const QUICK = process.env.BENCH_QUICK === '1'
export const LIGHT = QUICK || process.env.BENCH_LIGHT === '1'
const ONLY = process.env.BENCH_ONLY?.split(',')
const FIRST_PORT = Number(process.env.BENCH_PORT ?? 3250)
export const PORTS = {
  app: FIRST_PORT,
  ten: FIRST_PORT + 1,
  floors: FIRST_PORT + 2,
  api: FIRST_PORT + 3,
  planning: FIRST_PORT + 4,
}
export const DATABASE_PORT = Number(process.env.BENCH_DATABASE_PORT ?? 55250)
export const ROUNDS = QUICK ? 6 : 24
export const ALONE = { connections: 1, ms: QUICK ? 400 : 700 }
export const CROWD = { connections: 16, ms: QUICK ? 700 : 1500 }
export const MIXED = QUICK ? 1_000 : 10_000

export const CLUSTER_PAGE = `/clusters/cum-1/${LAST_YEAR}`
/** What was measured so far, in the order of the report. */
export const lines: Line[] = []
export const wanted = (part: string) => !ONLY || ONLY.includes(part)

export const p50 = (slices: Slice[]) => median(slices.flatMap(({ total }) => total))
export const rate = (slices: Slice[]) => median(slices.map(({ answers, seconds }) => answers / seconds))

/** The median over the rounds of the ratio within a round. */
export function paired(of: Slice[], to: Slice[], figure: (slice: Slice) => number): number {
  return median(of.map((slice, round) => figure(slice) / figure(to[round]!)))
}

export function check(name: string, slices: Slice[]): Slice[] {
  const failures = slices.reduce((sum, slice) => sum + slice.failures, 0)
  if (failures > 0) throw new Error(`${name}: ${failures} answers were not what they should be.`)
  return slices
}

export async function slicesOf(targets: Target[], options: { connections: number; ms: number }) {
  const all = await interleave(targets, ROUNDS, options)
  return (name: string) => check(name, all.get(name)!)
}
