import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { ReadSheet } from '@/lib/platform/files/types'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { echoFigure, printNumber } from '@/lib/platform/numbers/print'
import type { FigureKind, FigureValue, MoneyUnit } from '@/lib/platform/numbers/types'
import { toColumns } from '@/lib/reports/figures/rules'
import { chosenMoney, statedMoney } from './adoption-money/rules'
import { asVietnamese, Grid, linesOf, placesOf } from './adoption/rules'
import type { AdoptionItem, AdoptionMapping, IndicatorChoice, UnitChoice } from './adoption/types'
import { writtenOf } from './sheets/rules'

/** What the year holds already, by "unit|indicator". `live`: units whose report of the period is kept in the app itself. */
export type KnownFigures = { figures: ReadonlyMap<string, FigureValue | null>; live: ReadonlySet<string> }

const NOTHING = /^(?:[-–—.x…]*|chưa có|không có số liệu|kxđ)$/iu

/** An indicator as far as reading its figures needs it. */
type Readable = Pick<IndicatorDto, 'id' | 'name'> & Parameters<typeof figureSpec>[0]

/** One that is yet to be made. */
function newIndicator(kind: FigureKind, name: string, money: MoneyUnit | null): Readable {
  return {
    id: '',
    name,
    kind,
    measureUnit: kind === 'MONEY' ? 'đồng' : '',
    displayUnit: kind === 'MONEY' ? (money ?? 'đồng') : null,
    decimals: 0,
    parts: [],
    nature: 'FLOW',
  }
}

type Reading =
  | { status: 'empty' }
  | { status: 'refused'; reason: string }
  | { status: 'read'; written: string; value: FigureValue; echo: string }

/** Reads a cell as the boxes of the entry page would; `money` is the unit of a bare amount where it is not the indicator's. */
function readCell(
  grid: Grid,
  line: number,
  place: number,
  indicator: Readable,
  mapping: AdoptionMapping,
  money: MoneyUnit | null,
): Reading {
  const cell = grid.at(line, place)
  if (!cell) return { status: 'empty' }
  if (cell.formula)
    return {
      status: 'refused',
      reason: 'Ô là công thức; giá trị đã lưu không chắc đúng. Hãy dán thành giá trị rồi tải lại.',
    }
  const written = writtenOf(cell.read, indicator)
  if (!written.ok) return { status: 'refused', reason: written.reason }
  const typed =
    cell.kind === 'text' && mapping.digits === 'ENGLISH' ? asVietnamese(written.text) : written.text
  if (NOTHING.test(typed.trim())) return { status: 'empty' }
  const spec = { ...figureSpec(indicator), ...(indicator.kind === 'MONEY' && money ? { unit: money } : {}) }
  const outcome = parseFigure(typed, spec)
  switch (outcome.status) {
    case 'understood':
      return {
        status: 'read',
        // The words that are kept say their unit: the column that said it stays behind in the file.
        written: indicator.kind === 'MONEY' && /\d$/.test(typed) ? `${typed} ${spec.unit}` : typed,
        value: outcome.value,
        echo: outcome.echo,
      }
    case 'ask':
      return {
        status: 'refused',
        reason:
          indicator.kind === 'MONEY'
            ? `${outcome.question} Hãy chọn đơn vị tiền của chỉ tiêu này ở mục 3, hoặc ghi rõ trong tệp.`
            : `${outcome.question} Hãy ghi rõ trong tệp rồi tải lại.`,
      }
    case 'refused':
      return { status: 'refused', reason: outcome.message }
    case 'empty':
      return { status: 'empty' }
  }
}

/** What stands in the cell: text to the letter, a number as a spreadsheet would show it. */
const literal = (cell: { value: string; kind: string }) =>
  cell.kind === 'number' ? printNumber(cell.value) : cell.value

const same = (a: FigureValue, b: FigureValue | null) =>
  b !== null && JSON.stringify(toColumns(a)) === JSON.stringify(toColumns(b))

/** Every figure the mapping points at, and what would become of it. Nothing that is there is ever replaced. */
export function planAdoption(
  sheet: ReadSheet,
  mapping: AdoptionMapping,
  units: readonly UnitChoice[],
  indicators: readonly IndicatorChoice[],
  known: KnownFigures,
): AdoptionItem[] {
  const grid = new Grid(sheet, mapping.unitsIn)
  const items: AdoptionItem[] = []
  const seen = new Set<string>()
  const places = placesOf(grid, mapping).map((at) => ({
    ...at,
    money: chosenMoney(mapping.money[at.place], statedMoney(sheet, grid, mapping, at)),
  }))
  for (const { line, name } of linesOf(grid, mapping)) {
    const unit = mapping.units[line]
    if (!unit) continue
    const unitName = unit === 'CLUSTER' ? 'Cả cụm' : (units.find(({ id }) => id === unit)?.name ?? name)
    for (const { place, name: heading, money } of places) {
      const chosen = mapping.indicators[place]
      if (!chosen) continue
      const choice = indicators.find(({ value }) => value === chosen)
      const fresh = chosen.startsWith('n:')
        ? newIndicator(chosen.slice(2) as FigureKind, heading, money)
        : null
      const indicator = fresh ?? choice?.indicator
      if (!indicator) continue
      const cell = grid.at(line, place)
      const read = readCell(grid, line, place, indicator, mapping, money)
      if (read.status === 'empty' || !cell) continue
      const shared = {
        unit,
        unitName,
        place: String(place),
        indicatorName: fresh ? heading : indicator.name,
        address: cell.address,
        raw: literal(cell),
        money,
      }
      if (read.status === 'refused') {
        items.push({ ...shared, status: 'REFUSED', written: '', echo: '', reason: read.reason, value: null })
        continue
      }
      const { value, echo, written } = read
      const key = `${unit}|${chosen.startsWith('n:') ? `${chosen}@${place}` : chosen}`
      const stored = known.figures.get(`${unit}|${indicator.id}`)
      const item = { ...shared, written, echo: echo || echoFigure(value, figureSpec(indicator)), value }
      if (unit === 'CLUSTER' && (value.kind === 'YES_NO' || value.kind === 'COMPOSITE'))
        items.push({ ...item, status: 'REFUSED', reason: 'Loại chỉ tiêu này không có số chung của cả cụm.' })
      else if (known.live.has(unit))
        items.push({ ...item, status: 'EXISTS', reason: 'Đơn vị đã có báo cáo của kỳ này trên phần mềm.' })
      else if (seen.has(key))
        items.push({
          ...item,
          status: 'REFUSED',
          reason: 'Đơn vị và chỉ tiêu này đã có ở một ô khác trong tệp.',
        })
      else if (stored !== undefined)
        items.push(
          same(value, stored)
            ? { ...item, status: 'SAME', reason: null }
            : { ...item, status: 'EXISTS', reason: 'Đã có số liệu khác từ nguồn trước; không ghi đè.' },
        )
      else items.push({ ...item, status: 'NEW', reason: null })
      seen.add(key)
    }
  }
  return items
}
