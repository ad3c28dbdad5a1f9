import { cellAddress } from '@/lib/platform/files/rules'
import type { ReadCell, ReadSheet } from '@/lib/platform/files/types'
import { foldVietnamese } from '@/lib/platform/vietnamese'
import { isCodeHeading, matchCode, matchName } from '../adoption-units/rules'
import type {
  AdoptionLayout,
  DigitStyle,
  FormerUnit,
  GridCell,
  IndicatorChoice,
  PlaceIndicator,
  UnitChoice,
  UnitDirection,
} from './types'

/** Cells by line and place, whichever way the sheet lies. */
export class Grid {
  private cells = new Map<string, GridCell & { read: ReadCell }>()
  lines = 0
  places = 0

  constructor(sheet: ReadSheet, unitsIn: UnitDirection) {
    const put = (row: number, column: number, read: ReadCell) => {
      const [line, place] = unitsIn === 'ROWS' ? [row, column] : [column, row]
      this.lines = Math.max(this.lines, line)
      this.places = Math.max(this.places, place)
      this.cells.set(`${line},${place}`, {
        read,
        value: read.value,
        kind: read.kind,
        formula: read.formula === true,
        address: cellAddress(read.row, read.column),
      })
    }
    for (const cell of sheet.cells) put(cell.row, cell.column, cell)
    const at = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]))
    for (const [fromRow, fromColumn, toRow, toColumn] of sheet.merges) {
      const corner = at.get(`${fromRow},${fromColumn}`)
      // A merge over thousands of cells is decoration, no heading. Figures are not multiplied by merging.
      if (corner?.kind !== 'text' || (toRow - fromRow + 1) * (toColumn - fromColumn + 1) > 400) continue
      for (let row = fromRow; row <= toRow; row++)
        for (let column = fromColumn; column <= toColumn; column++)
          if (!at.has(`${row},${column}`)) put(row, column, corner)
    }
  }

  at(line: number, place: number): (GridCell & { read: ReadCell }) | null {
    return this.cells.get(`${line},${place}`) ?? null
  }

  text(line: number, place: number): string {
    const cell = this.at(line, place)
    return cell?.kind === 'text' ? cell.value.replace(/\s+/g, ' ').trim() : ''
  }

  /** The text, or an official code that was typed as a number: 1 is 01. */
  code(line: number, place: number): string {
    const cell = this.at(line, place)
    return cell?.kind === 'number' && /^\d{1,2}$/.test(cell.value)
      ? cell.value.padStart(2, '0')
      : this.text(line, place)
  }
}

type Found = { unitsIn: UnitDirection; unitPlace: number; first: number; count: number }

/** The line of units: the row or column in which most of their names stand, or, where there are none, their codes. */
function findUnits(
  sheet: ReadSheet,
  units: readonly UnitChoice[],
  former: readonly FormerUnit[],
): Found | null {
  const byName = findLine(sheet, (grid, line, place) => {
    const { unit, hint } = matchName(grid.text(line, place), units, former)
    return (unit !== null && unit !== 'CLUSTER') || hint !== null
  })
  if (byName) return byName
  return findLine(
    sheet,
    (grid, line, place) => matchCode(grid.code(line, place), units, former) !== null,
    // Ordinal numbers look like codes: only a heading tells.
    (grid, first, place) =>
      Array.from({ length: first }, (_, line) => grid.text(line, place)).some(isCodeHeading),
  )
}

function findLine(
  sheet: ReadSheet,
  isUnit: (grid: Grid, line: number, place: number) => boolean,
  isMeant: (grid: Grid, first: number, place: number) => boolean = () => true,
): Found | null {
  let best: Found | null = null
  for (const unitsIn of ['ROWS', 'COLUMNS'] as const) {
    const grid = new Grid({ ...sheet, merges: [] }, unitsIn)
    for (let place = 1; place <= Math.min(grid.places, 200); place++) {
      const lines: number[] = []
      for (let line = 1; line <= Math.min(grid.lines, 500); line++)
        if (isUnit(grid, line, place)) lines.push(line)
      const [first] = lines
      if (first !== undefined && lines.length > (best?.count ?? 0) && isMeant(grid, first, place))
        best = { unitsIn, unitPlace: place, first, count: lines.length }
    }
  }
  return best
}

/** Where units and headings stand, as far as can be seen without asking; the sheet with the most units. */
export function suggestLayout(
  sheets: readonly ReadSheet[],
  units: readonly UnitChoice[],
  former: readonly FormerUnit[],
): AdoptionLayout {
  const visible = sheets.filter(({ hidden, cells }) => !hidden && cells.length > 0)
  const found = visible
    .map((sheet) => ({ sheet, found: findUnits(sheet, units, former) }))
    .sort((a, b) => (b.found?.count ?? 0) - (a.found?.count ?? 0))[0]
  const sheet = found?.sheet ?? sheets[0]
  if (!sheet || !found?.found)
    return {
      sheet: sheet?.name ?? '',
      unitsIn: 'ROWS',
      unitPlace: 1,
      headFrom: 1,
      headTo: 1,
      digits: 'VIETNAMESE',
    }
  const { unitsIn, unitPlace, first } = found.found
  return {
    sheet: sheet.name,
    unitsIn,
    unitPlace,
    ...headingsBefore(new Grid(sheet, unitsIn), first, unitPlace),
    digits: guessDigits(sheet),
  }
}

/** Figures kept as text give themselves away where a mark stands before exactly three digits, or does not. */
function guessDigits({ cells }: ReadSheet): DigitStyle {
  const votes = (pattern: RegExp) =>
    cells.filter(({ kind, value }) => kind === 'text' && pattern.test(value.trim())).length
  const english = votes(/^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+\.\d{1,2}$/)
  const vietnamese = votes(/^\d{1,3}(\.\d{3})+(,\d+)?$|^\d+,\d{1,2}$/)
  return english > vietnamese ? 'ENGLISH' : 'VIETNAMESE'
}

/** 13.577,5 from 13,577.5. */
export const asVietnamese = (text: string): string =>
  text.replace(/\d[\d.,]*/g, (number) => number.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')))

/** Lines right before the first unit in which more than one text stands; a title over the whole sheet is one text. */
function headingsBefore(
  grid: Grid,
  firstUnit: number,
  unitPlace: number,
): { headFrom: number; headTo: number } {
  const texts = (line: number) =>
    new Set(
      Array.from({ length: grid.places }, (_, index) =>
        index + 1 === unitPlace ? '' : grid.text(line, index + 1),
      ).filter(Boolean),
    ).size
  let headTo = firstUnit - 1
  while (headTo > 1 && texts(headTo) === 0) headTo -= 1
  let headFrom = headTo
  while (headFrom > 1 && headTo - headFrom < 3 && texts(headFrom - 1) > 1) headFrom -= 1
  return { headFrom: Math.max(1, headFrom), headTo: Math.max(1, headTo) }
}

/** The name over (or before) a place: its headings from the outer to the inner, each once. */
function headingOf(grid: Grid, place: number, { headFrom, headTo }: AdoptionLayout): string {
  const parts: string[] = []
  for (let line = headFrom; line <= headTo; line++) {
    const text = grid.text(line, place)
    if (text && !parts.includes(text)) parts.push(text)
  }
  return parts.join(' – ')
}

const NUMBERING = /^(?:stt|tt|so tt|so thu tu|ghi chu|ma(?: so| tinh| don vi)?)$/

/** Places with a heading and at least one figure under it. */
export function placesOf(grid: Grid, layout: AdoptionLayout): { place: number; name: string }[] {
  const found: { place: number; name: string }[] = []
  for (let place = 1; place <= grid.places; place++) {
    if (place === layout.unitPlace) continue
    const name = headingOf(grid, place, layout)
    if (!name || NUMBERING.test(foldVietnamese(name))) continue
    let filled = false
    for (let line = layout.headTo + 1; line <= grid.lines && !filled; line++)
      filled = grid.at(line, place) !== null
    if (filled) found.push({ place, name })
  }
  return found.slice(0, 200)
}

/** Lines after the headings that have a name, or a code under a heading that says so. */
export function linesOf(grid: Grid, layout: AdoptionLayout): { line: number; name: string }[] {
  const found: { line: number; name: string }[] = []
  const byCode = isCodeHeading(headingOf(grid, layout.unitPlace, layout))
  for (let line = layout.headTo + 1; line <= grid.lines; line++) {
    const name = byCode ? grid.code(line, layout.unitPlace) : grid.text(line, layout.unitPlace)
    if (name) found.push({ line, name })
  }
  return found.slice(0, 300)
}

const NOISE = new Set([
  'so',
  'luong',
  'cac',
  'cua',
  'va',
  'trong',
  'nam',
  'don',
  'vi',
  'tinh',
  'duoc',
  'dong',
  'ty',
  'trieu',
  'ho',
  'nguoi',
])
const wordsOf = (text: string) =>
  foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .split(' ')
    .filter((word) => word && !NOISE.has(word))

/** Share of words two names have in common, 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  if (left.length === 0 || right.length === 0) return foldVietnamese(a) === foldVietnamese(b) ? 1 : 0
  const rest = [...right]
  let common = 0
  for (const word of left) {
    const at = rest.indexOf(word)
    if (at < 0) continue
    rest.splice(at, 1)
    common += 1
  }
  return (2 * common) / (left.length + right.length)
}

const LIKE_ENOUGH = 0.6

/** The indicator each heading most likely means, none twice. */
export function suggestIndicators(
  places: readonly { place: number; name: string }[],
  choices: readonly IndicatorChoice[],
): Record<string, PlaceIndicator> {
  const pairs = places.flatMap(({ place, name }) =>
    choices
      .filter(({ indicator }) => indicator !== null)
      .map((choice) => ({
        place,
        value: choice.value,
        score: Math.max(
          ...choice.names.map((known) =>
            Math.max(likeness(name, known), likeness(name.split(' – ').at(-1) ?? name, known)),
          ),
        ),
      })),
  )
  const chosen: Record<string, PlaceIndicator> = {}
  const taken = new Set<string>()
  for (const { place, value, score } of pairs.sort((a, b) => b.score - a.score)) {
    if (score < LIKE_ENOUGH || taken.has(value) || chosen[place]) continue
    chosen[place] = value
    taken.add(value)
  }
  return chosen
}
