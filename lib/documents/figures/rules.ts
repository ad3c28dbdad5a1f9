import { printedPercent } from '@/lib/indicators/rules'
import type { Annex, Block, Cell, Column, TableRow } from '@/lib/platform/files/paper'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import { NO_UNIT_FIGURES } from '@/lib/summaries/labels'
import type { CellSummary, ClusterSummary, ColumnSummary, TableIndicator } from '@/lib/summaries/types'
import { plainSentence, statusSentence } from '@/lib/summaries/sentences/rules'
import { clause, printed } from '../wording/rules'
import type { ClusterFigures, FigureRow } from './types'

/** A figure's words without the unit that stands in a column of its own: "trên 600 nghìn cây" → "trên 600 nghìn", "3,6 tỷ" → "3,6". */
export function wordsOf(raw: string, unit: string): string {
  const words = raw.trim()
  if (unit === 'tỷ đồng') return words.replace(/\s(?:tỷ|tỉ)(?:\sđồng)?$/iu, '')
  if (unit === 'triệu đồng') return words.replace(/\striệu(?:\sđồng)?$/iu, '')
  return unit && words.toLowerCase().endsWith(` ${unit.toLowerCase()}`)
    ? words.slice(0, -unit.length - 1)
    : words
}

/** Words as a sentence carries them: the figure and its unit, once; money in other units keeps the one it was written in. */
export function withUnit(words: string, unit: string): string {
  if (unit === '' || unit === '%' || words.endsWith(unit)) return words
  if (unit.endsWith('đồng') && /(?:nghìn|triệu|tỷ|tỉ)$/iu.test(words)) return `${words} đồng`
  return words.endsWith('đồng') ? words : `${words} ${unit}`
}

/** A group's name without the number that its own document gives it. */
export const groupName = (name: string) => printed(name.replace(/^[\d.]+\s+/u, ''))

function cellText({ value, blank, notAssigned, completion }: CellSummary, indicator: TableIndicator): string {
  if (notAssigned) return 'không giao'
  if (!value) return blank === 'NOT_ARISEN' ? 'không phát sinh' : ''
  const percent = indicator.kind === 'YES_NO' ? '' : printedPercent(completion)
  return percent ? `${printCell(value, indicator)}\n(${percent})` : printCell(value, indicator)
}

function totalText({ value, noTotal, units }: ColumnSummary, indicator: TableIndicator): string {
  if (value) return printCell(value, indicator)
  return noTotal && units > 0 ? 'không cộng' : ''
}

/** What a figure is called in a paper: the parts of a composite one are named, since the figure is several numbers. */
export const fullName = ({ name, parts }: Pick<TableIndicator, 'name' | 'parts'>): string =>
  parts.length > 0 ? `${printed(name)} (${parts.join('; ')})` : printed(name)

/** The figures of a cluster's table as a paper prints them; indicators of which nothing is known are left out. */
export function clusterFigures(summary: ClusterSummary, collected: boolean): ClusterFigures {
  const rows = summary.indicators.map((indicator, index): FigureRow & { isText: boolean } => {
    const column = summary.columns[index]!
    const unit = columnUnit(indicator)
    const { reported, target, completion, difference } = column
    return {
      group: groupName(indicator.group.name),
      name: fullName(indicator),
      unit,
      values: summary.rows.map((row) => (row.draft ? '' : cellText(row.cells[index]!, indicator))),
      total: totalText(column, indicator),
      target: target ? printCell(target, indicator) : '',
      percent: completion ? printedPercent(completion) : '',
      reported: reported ? wordsOf(reported.raw, unit) : '',
      differs: difference !== null && difference !== '0',
      fewer: indicator.direction === 'LOWER_IS_BETTER',
      parts: indicator.parts,
      isText: indicator.kind === 'TEXT',
    }
  })
  const units = summary.rows.map(({ unit }) => unit.name)
  const known = rows.filter(({ values, reported }) => reported !== '' || values.some((text) => text !== ''))
  const standing = collected ? plainSentence(statusSentence(summary.rows)) : ''
  return {
    units,
    rows: known.filter(({ isText }) => !isText).map(({ isText: _, ...row }) => row),
    words: known
      .filter(({ isText }) => isText)
      .map(({ name, values }) => ({
        name,
        answers: values.flatMap((text, index) => (text ? [`${units[index]}: ${text}`] : [])),
      })),
    sentences: summary.sentences.map(plainSentence).filter((sentence) => sentence !== standing),
    standing,
    hasUnitFigures: summary.reporting > 0,
    hasReported: summary.hasReported,
    illustrative: summary.illustrative,
  }
}

/** "Hội viên phát triển mới: 55.949 người", with the sum of the units beside the cluster's own figure. */
export function figureLine(row: FigureRow): string {
  const { name, unit, total, target, percent, reported, differs, fewer, parts } = row
  const own = reported !== '' ? withUnit(reported, unit) : ''
  const sum = total !== '' && total !== 'không cộng' ? withUnit(inParts(total, parts), unit) : ''
  const shown = own || sum
  if (shown === '') return ''
  const beside = own && sum && differs ? ` (cộng số liệu các đơn vị: ${sum})` : ''
  const goal = target ? withUnit(inParts(target, parts), unit) : ''
  const share =
    !goal || own
      ? ''
      : fewer
        ? ` (chỉ tiêu đăng ký: không quá ${goal})`
        : `, bằng ${percent} chỉ tiêu đăng ký (${goal})`
  return `${nameAlone(name, parts)}: ${shown}${beside}${share}`
}

/** Where the parts of a composite figure are named beside its numbers, its name need not list them. */
export const nameAlone = (name: string, parts: readonly string[]) =>
  parts.length > 0 ? name.slice(0, name.lastIndexOf(' (')) : name

/** "3.365; 130" of two parts → "3.365 phụ nữ, 130 tổ"; other figures as they are. */
export function inParts(text: string, parts: readonly string[]): string {
  const numbers = text.split('; ')
  return parts.length > 0 && numbers.length === parts.length
    ? numbers.map((number, index) => `${parts[index]}: ${number}`).join(', ')
    : text
}

/** Figures that no sentence beside them states already in the same words. */
export function untold(rows: readonly FigureRow[], sentences: readonly string[]): FigureRow[] {
  const text = sentences.join(' ')
  return rows.filter(({ reported }) => reported === '' || !standsIn(text, reported))
}

/** Whether the figure stands in the text, not merely inside a longer number. */
export function standsIn(text: string, words: string): boolean {
  const literal = clause(words).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`(?<![\\p{L}\\d.,/])${literal}(?![\\p{L}\\d])(?![.,/]\\d)`, 'iu').test(text)
}

/** Rows by group in the order of the table, with the group's name. */
export function byGroup<Row extends { group: string }>(rows: readonly Row[]): [group: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row])
  return [...groups]
}

/** Rows of a table under bold lines that name their groups; `cells` gives what stands after the number. */
export function groupedRows<Row extends { group: string }>(
  rows: readonly Row[],
  columns: number,
  cells: (row: Row) => Cell[],
): TableRow[] {
  let number = 0
  return byGroup(rows).flatMap(([group, own]): TableRow[] => [
    { bold: true, cells: ['', { text: group, columns: columns - 1, align: 'left' }] },
    ...own.map((row): TableRow => [String((number += 1)), ...cells(row)]),
  ])
}

/** The table of a cluster's indicators, across for landscape: units beside each other, their sum, the cluster's own figure. */
export function indicatorTable(figures: ClusterFigures): Block {
  const { units, rows, hasUnitFigures, hasReported } = figures
  if (!hasUnitFigures) return reportedTable(rows)
  const narrow: Column = { width: 17, align: 'center' }
  const columns: Column[] = [
    { width: 8, align: 'center' },
    { width: 48 },
    { width: 15, align: 'center' },
    ...units.map(() => narrow),
    narrow,
    narrow,
    { width: 14, align: 'center' },
    ...(hasReported ? [narrow] : []),
  ]
  const head = ['TT', 'Chỉ tiêu', 'Đơn vị tính', ...units, 'Cộng', 'Đăng ký', 'Tỷ lệ']
  return {
    kind: 'table',
    size: units.length > 7 ? 9 : 10,
    columns,
    head: [[...head, ...(hasReported ? ['Cụm báo cáo'] : [])]],
    rows: groupedRows(rows, columns.length, ({ name, unit, values, total, target, percent, reported }) => [
      name,
      unit,
      ...values,
      total,
      target,
      percent,
      ...(hasReported ? [reported] : []),
    ]),
  }
}

const reportedTable = (rows: readonly FigureRow[]): Block => ({
  kind: 'table',
  columns: [
    { width: 10, align: 'center' },
    { width: 110 },
    { width: 26, align: 'center' },
    { width: 36, align: 'center' },
    { width: 60 },
  ],
  head: [['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số cụm báo cáo', 'Ghi chú']],
  rows: groupedRows(rows, 5, ({ name, unit, reported }) => [name, unit, reported, NO_UNIT_FIGURES]),
})

/** The annex of figures of a report, in landscape. */
export const figuresAnnex = (
  title: string,
  note: string,
  blocks: readonly Block[],
  label = 'Phụ lục',
): Annex => ({ label, title: title.toLocaleUpperCase('vi'), note, landscape: true, blocks })
