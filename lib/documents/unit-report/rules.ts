import { citationLabel } from '@/lib/clusters/labels'
import { printedPercent } from '@/lib/indicators/rules'
import type { Block, Column } from '@/lib/platform/files/paper'
import { printNumber } from '@/lib/platform/numbers/print'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import { isInterim } from '@/lib/summaries/rules'
import { plainSentence, recordSentence, unitSentence } from '@/lib/summaries/sentences/rules'
import { summariseUnitYear, type UnitYearSummary } from '@/lib/summaries/unit-years/rules'
import type { UnitYear } from '@/lib/summaries/unit-years/types'
import type { UnitRef } from '@/lib/units/types'
import { fullName, groupedRows, groupName, inParts, nameAlone, withUnit, wordsOf } from '../figures/rules'
import type { UnitFigureRow, UnitFigures } from '../figures/types'

/** Written words of the figures of a report by indicator code. */
function writtenByCode(year: UnitYear | null, summary: UnitYearSummary | null): Map<string, string> {
  const report = summary?.results.at(-1)?.report
  return new Map(
    (year?.indicators ?? []).flatMap((indicator): [string, string][] => {
      const raw = report?.written[indicator.id]?.raw
      return raw ? [[indicator.code, wordsOf(raw, columnUnit(indicator))]] : []
    }),
  )
}

/** A unit's figures of a year with its registered targets and the year before; null where it has no report to be read. */
export function unitFigures(
  unit: UnitRef,
  year: number,
  now: UnitYear,
  before: UnitYear | null,
): UnitFigures | null {
  const summary = summariseUnitYear(unit, now)
  const latest = summary.results.at(-1)
  if (!latest) return null
  const { report, row } = latest
  const lastWords = writtenByCode(before, before && summariseUnitYear(unit, before))
  const all = summary.indicators.map((indicator, index): UnitFigureRow & { isText: boolean } => {
    const cell = row.cells[index]!
    const written = report.written[indicator.id]
    const measure = columnUnit(indicator)
    const parts = (written?.breakdown ?? []).map(({ label, amount }) => `${printNumber(amount)} ${label}`)
    const words = cell.blank === 'NOT_ARISEN' ? 'không phát sinh' : ''
    return {
      group: groupName(indicator.group.name),
      factId: written?.factId ?? null,
      name: fullName(indicator),
      unit: measure,
      target: cell.notAssigned ? 'không giao' : cell.target ? printCell(cell.target, indicator) : '',
      result: written?.raw ? wordsOf(written.raw, measure) : words,
      percent:
        indicator.kind === 'YES_NO' || indicator.kind === 'TEXT' ? '' : printedPercent(cell.completion),
      last: lastWords.get(indicator.code) ?? '',
      note: parts.length > 0 ? `Trong đó: ${parts.join(', ')}` : '',
      fewer: indicator.direction === 'LOWER_IS_BETTER',
      parts: indicator.parts,
      isText: indicator.kind === 'TEXT',
    }
  })
  const stated = report.source && recordSentence(row, year, citationLabel(report.source))
  return {
    rows: all.filter(({ isText }) => !isText).map(({ isText: _, ...one }) => one),
    words: all
      .filter(({ isText, result }) => isText && result !== '')
      .map(({ name, result }) => `${name}: ${result}`),
    sentences: [plainSentence(stated ?? unitSentence(row, summary.indicators, isInterim(report.period)))],
    hasTargets: row.cells.some(({ target }) => target !== null),
    illustrative: report.illustrative,
    unconfirmed: report.source === null && report.state !== 'CONFIRMED' && report.state !== 'LOCKED',
  }
}

/** "Con đường …: 206 con đường", for figures that no sentence tells. */
export function unitFigureLine({
  name,
  unit,
  target,
  result,
  percent,
  note,
  fewer,
  parts,
}: UnitFigureRow): string {
  if (result === '') return ''
  const goal = target ? withUnit(inParts(target, parts), unit) : ''
  const share =
    fewer && goal
      ? ` (chỉ tiêu đăng ký: không quá ${goal})`
      : percent
        ? `, bằng ${percent} chỉ tiêu đăng ký`
        : ''
  const more = note ? ` (${uncapitalise(note)})` : ''
  return `${nameAlone(name, parts)}: ${withUnit(inParts(result, parts), unit)}${share}${more}`
}

/** A unit's indicators as a table; a figure nobody gave stays blank, and the year compared with is named. */
export function unitTable({ rows, hasTargets }: UnitFigures, year: number, compared = false): Block {
  const hasLast = compared || rows.some(({ last }) => last !== '')
  const narrow: Column = { width: 27, align: 'center' }
  const columns: Column[] = [
    { width: 13, align: 'center' },
    { width: 78 },
    { width: 24, align: 'center' },
    ...(hasTargets ? [narrow] : []),
    narrow,
    ...(hasTargets ? [narrow] : []),
    ...(hasLast ? [narrow] : []),
  ]
  const head = [
    'TT',
    'Chỉ tiêu',
    'Đơn vị tính',
    ...(hasTargets ? [`Đăng ký năm ${year}`] : []),
    `Kết quả năm ${year}`,
    ...(hasTargets ? ['Tỷ lệ so với đăng ký'] : []),
    ...(hasLast ? [`Năm ${year - 1}`] : []),
  ]
  return {
    kind: 'table',
    size: 11,
    columns,
    head: [head],
    rows: groupedRows(rows, columns.length, ({ name, unit, target, result, percent, last, note }) => [
      note ? `${name}\n(${uncapitalise(note)})` : name,
      unit,
      ...(hasTargets ? [target] : []),
      result,
      ...(hasTargets ? [percent] : []),
      ...(hasLast ? [last] : []),
    ]),
  }
}
