import { strFromU8, unzipSync } from 'fflate'
import { residentMb } from './build'
import { INDICATORS, LAST_YEAR, UNITS, type BenchData } from './data'
import { askOnce, get, median } from './load'
import type { Line } from './report'
import type { ChildProcess } from 'node:child_process'

const PERIODS = 3

/** The whole nation as a workbook: every unit, indicator and period of a closed year, typed cells, totals as formulas. */
export async function measureSheets(
  app: ChildProcess,
  port: number,
  { office }: BenchData,
  quick: boolean,
): Promise<Line[]> {
  const address = `/api/app/v1/exports/national?nam=${LAST_YEAR - 1}`
  const workbook = get(address, office)
  const csv = get(`${address}&format=csv`, office)
  const first = await askOnce(port, workbook)
  const sheets = Object.entries(unzipSync(first.body)).filter(([name]) => name.includes('worksheets/'))
  const numbers = sheets.map(
    ([, content]) => (strFromU8(content).match(/<c r="[A-Z]+\d+" s="\d+"><v>/g) ?? []).length,
  )
  if (sheets.length !== PERIODS || numbers.some((count) => count < UNITS * INDICATORS))
    throw new Error(`The national workbook has ${numbers.join(', ')} numbers in its sheets.`)
  const before = residentMb(app)
  const times = { xlsx: [] as number[], csv: [] as number[] }
  for (let turn = 0; turn < (quick ? 5 : 20); turn++) {
    times.xlsx.push((await askOnce(port, workbook)).ms)
    times.csv.push((await askOnce(port, csv)).ms)
  }
  const name = `(${UNITS} × ${INDICATORS} × ${PERIODS} periods)`
  return [
    { name: `national XLSX ${name}, p50`, figure: median(times.xlsx), unit: 'ms', limit: { atMost: 1000 } },
    { name: `national CSV ${name}, p50`, figure: median(times.csv), unit: 'ms' },
    { name: 'national XLSX, size', figure: first.body.length / 1024, unit: 'kB' },
    {
      name: 'memory after giving out the nation over and over',
      figure: residentMb(app) - before,
      unit: 'MB',
    },
  ]
}
