import { writeFileSync } from 'node:fs'
import { cpus, loadavg, platform, release, totalmem } from 'node:os'
import path from 'node:path'

export type Line = {
  name: string
  figure: number
  unit: string
  /** What it was compared with, in the same unit. */
  floor?: { name: string; figure: number }
  ratio?: number
  /** Bounds on the ratio where there is one, else on the figure; a line without a limit is for scale. */
  limit?: { atMost?: number; atLeast?: number }
  note?: string
}

export type Report = {
  date: string
  quick: boolean
  machine: string
  node: string
  load: { before: number[]; after: number[] }
  figures: Record<string, number>
  lines: (Line & { pass: boolean | null })[]
}

export function judge(line: Line): boolean | null {
  if (!line.limit) return null
  const { atMost = Infinity, atLeast = -Infinity } = line.limit
  const value = line.ratio ?? line.figure
  return value <= atMost && value >= atLeast
}

export const loadNow = () => loadavg().map((value) => Math.round(value * 100) / 100)

export function machine(): string {
  const all = cpus()
  return `${all.length} × ${all[0]?.model.trim() ?? 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()}`
}

const number = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2))
const bound = ({ limit }: Line) =>
  limit
    ? [limit.atMost !== undefined && `≤ ${limit.atMost}`, limit.atLeast !== undefined && `≥ ${limit.atLeast}`]
        .filter(Boolean)
        .join(', ')
    : ''

function markdown(report: Report): string {
  const rows = report.lines.map((line) => {
    const verdict = line.pass === null ? '' : line.pass ? 'pass' : '**FAIL**'
    const floor = line.floor ? `${line.floor.name}: ${number(line.floor.figure)} ${line.unit}` : ''
    const ratio = line.ratio === undefined ? '' : line.ratio.toFixed(2)
    return `| ${line.name}${line.note ? ` (${line.note})` : ''} | ${number(line.figure)} ${line.unit} | ${floor} | ${ratio} | ${bound(line)} | ${verdict} |`
  })
  return `# Performance

${report.date}, ${report.quick ? 'short run' : 'full run'}, ${report.machine}, Node ${report.node}.
Load average before ${report.load.before.join(', ')}; after ${report.load.after.join(', ')}.
Data: ${Object.entries(report.figures)
    .map(([name, count]) => `${name}: ${count} results`)
    .join('; ')}.

Made by \`npm run bench\`. Floors run beside the product in short alternating slices; a ratio is the median of the ratios
within a round, so that other work on the machine falls on both sides of it. B: a bare Node server that sends the
statements of a first view through \`pg\` and joins the table from strings. N: an empty dynamic Next page of the same build. Requests come
over loopback from the same machine, and PostgreSQL runs there too.

| what | product | floor | ratio | limit | |
|---|---|---|---|---|---|
${rows.join('\n')}
`
}

/** Writes report.md and report.json beside this file and prints the table; the number of limits that do not hold. */
export function writeReport(report: Report): number {
  const text = markdown(report)
  const folder = process.env.BENCH_REPORTS ?? import.meta.dirname
  writeFileSync(path.join(folder, 'report.md'), text)
  writeFileSync(path.join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  console.log(text)
  return report.lines.filter(({ pass }) => pass === false).length
}
