import 'server-only'
import { columnUnit } from '@/lib/summaries/cells/rules'
import { PERIOD_LABELS, PERIOD_SLUGS, periodOfYear } from '@/lib/periods/labels'
import type { Actor } from '@/lib/platform/auth/actor'
import { capitalise } from '@/lib/platform/vietnamese'
import { printNumber } from '@/lib/platform/numbers/print'
import { compareUnits, compareClusters, magnitude, MOST_CELLS, resolve } from '@/lib/summaries/compare/rules'
import {
  getComparisonChoices,
  listComparedUnits,
  listClosedReports,
  listIndicatorIds,
  listReportedFigures,
  listUnitCells,
} from '@/lib/summaries/compare/queries'
import { comparisonQuery } from '@/lib/summaries/compare/schema'
import type {
  ComparableIndicator,
  ComparedFigure,
  Comparison,
  ComparisonAsk,
  ComparisonChoices,
  Resolved,
} from '@/lib/summaries/compare/types'
import { remarksOn } from '@/lib/summaries/remarks/rules'
import { BOUNDARY_LABELS, NEVER_CARRIED, NOT_CARRIED_LABELS } from '@/lib/summaries/territory/labels'
import { NOT_CARRIED_REASONS } from '@/lib/summaries/territory/types'
import { listClusterTotals } from '@/lib/summaries/totals/queries'
import { heatOf } from './heat-view'
import { printCompared } from './print-cell'
import { tells, type PrintedChoices, type PrintedComparison, type PrintedRow } from './printed'

/** More rows than anybody reads; a cluster is chosen for the rest. */
const MOST_ROWS = 400

/** The comparison an address asks for, ready to be drawn; null where there is nothing to compare. */
export async function viewComparison(actor: Actor, asked: ComparisonAsk): Promise<PrintedComparison | null> {
  const choices = await getComparisonChoices(actor)
  const resolved = resolve(asked, choices)
  if (!resolved) return null
  const question = withoutEmptyChoices(resolved)
  const comparison =
    question.ask.compared === 'CLUSTERS'
      ? await readClusters(actor, question, choices)
      : await readUnits(actor, question, choices)
  const told = asked.to === null ? lastToldYear(comparison) : null
  if (told !== null && told < question.ask.to) {
    const earlier = await viewComparison(actor, { ...asked, to: told })
    const later = `${capitalise(periodOfYear(question.ask.period, question.ask.to))} chưa có số liệu bạn được xem.`
    return earlier && { ...earlier, notes: [`${later} Đang xem đến năm ${told}.`, ...earlier.notes] }
  }
  const heat = question.ask.view === 'HEAT' ? await heatOf(actor, question.ask, choices, comparison) : null
  return print(asked.from === null ? fromFirstTold(comparison) : comparison, choices, heat)
}

/** Without the years before the first in which some row has a figure; those after it stay, told or not. */
function fromFirstTold(comparison: Comparison): Comparison {
  const { ask, years, rows, total, left } = comparison
  const first = years.findIndex((_, index) => rows.some(({ figures }) => figures[index]?.value))
  if (first <= 0) return comparison
  const from = years[first]!
  return {
    ...comparison,
    ask: { ...ask, from },
    years: years.slice(first),
    rows: rows.map((row) => ({ ...row, figures: row.figures.slice(first) })),
    total: total.slice(first),
    left: left.filter(({ year }) => year >= from),
  }
}

/** The last year in which some row has a figure; null where none has. */
function lastToldYear({ years, rows }: Comparison): number | null {
  return years.findLast((_, index) => rows.some(({ figures }) => figures[index]?.value)) ?? null
}

type Question = { ask: Resolved; indicator: ComparableIndicator; years: number[] }

/** What does not apply to the rows is not asked: clusters have the boundaries of each year, units no base. */
function withoutEmptyChoices(question: Question): Question {
  const { ask } = question
  const clusters = ask.compared === 'CLUSTERS'
  return {
    ...question,
    ask: {
      ...ask,
      boundary: clusters ? 'THEN' : ask.boundary,
      base: clusters ? ask.base : 'TOTAL',
      cluster: clusters ? null : ask.cluster,
      view: clusters && ask.view === 'MAP' ? 'BARS' : ask.view,
    },
  }
}

async function readUnits(actor: Actor, question: Question, choices: ComparisonChoices): Promise<Comparison> {
  const { ask, indicator } = question
  const cluster = choices.clusters.find(({ slug }) => slug === ask.cluster)
  const units = await listComparedUnits(actor, { from: ask.from, to: ask.to, clusterId: cluster?.id ?? null })
  const shortened = units.length * question.years.length > MOST_CELLS
  const years = shortened ? question.years.slice(-2) : question.years
  const scope = { unitIds: units.map(({ id }) => id), years, period: ask.period }
  const [cells, closed] = await Promise.all([
    listUnitCells(actor, { ...scope, code: indicator.code }),
    listClosedReports(actor, scope),
  ])
  return compareUnits({ ask, indicator, years, shortened }, units, cells, closed)
}

async function readClusters(
  actor: Actor,
  question: Question,
  choices: ComparisonChoices,
): Promise<Comparison> {
  const { ask } = question
  const span = { from: ask.from, to: ask.to, code: ask.code }
  const ids = await listIndicatorIds(actor, span)
  const [totals, reported] = await Promise.all([
    listClusterTotals(actor, {
      ...span,
      period: ask.period,
      clusterIds: null,
      indicatorIds: ids.map(({ id }) => id),
    }),
    listReportedFigures(actor, { ...span, period: ask.period }),
  ])
  return compareClusters(question, choices.clusters, totals, ids, reported)
}

function print(
  comparison: Comparison,
  choices: ComparisonChoices,
  heat: PrintedComparison['heat'],
): PrintedComparison {
  const { ask, indicator, years } = comparison
  const last = years.length - 1
  const size = (index: number) => magnitude(comparison.rows[index]!.figures[last]?.value ?? null) ?? -Infinity
  const order = comparison.rows.map((_, index) => index)
  const kept =
    order.length > MOST_ROWS
      ? new Set(order.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_ROWS))
      : new Set(order)
  const printed = comparison.rows.flatMap((row, index): PrintedRow[] =>
    kept.has(index)
      ? [
          {
            key: row.key,
            name: row.name,
            href: row.href(ask.to),
            cells: row.figures.map((figure, at) =>
              printCompared(figure, indicator, ask, row.href(years[at]!)),
            ),
          },
        ]
      : [],
  )
  const rows = printed.filter(({ cells }) => cells.some(tells))
  const folded = printed.filter(({ cells }) => !cells.some(tells))
  const counted = (figure: ComparedFigure | null | undefined) =>
    figure && !figure.draft ? magnitude(figure.value) : null
  const shares = indicator.kind === 'RATIO' || indicator.kind === 'PERCENTAGE'
  const before = last > 0 ? last - 1 : null
  const remarks = remarksOn(
    comparison.rows.map(({ key, figures }) => ({
      key,
      now: counted(figures[last]),
      before: before === null ? null : counted(figures[before]),
      percent: figures[last]?.draft ? null : (figures[last]?.completion.percent ?? null),
      expected: figures[last] != null && !figures[last].closed,
    })),
    shares,
  )
  const measure = columnUnit(indicator)
  return {
    ask,
    query: comparisonQuery(ask),
    about: measure ? `${indicator.shortName} (${measure})` : indicator.shortName,
    when: whenOf(ask, years),
    boundary: boundaryOf(ask),
    sentences: sentencesOf(comparison, rows),
    notes: notesOf(comparison, kept.size),
    years,
    drawable: !['TEXT', 'YES_NO', 'COMPOSITE'].includes(indicator.kind),
    shares,
    rows,
    folded,
    total: comparison.total.map((figure) => printCompared(figure, indicator, ask, '')),
    totalName: ask.compared === 'CLUSTERS' ? 'Các cụm cộng lại' : 'Các đơn vị cộng lại',
    remarks: { years: before === null ? null : [years[before]!, years[last]!], ...remarks },
    heat,
    illustrative: comparison.illustrative,
    choices: printChoices(choices, ask),
  }
}

function boundaryOf(ask: Resolved): string {
  return ask.compared === 'CLUSTERS'
    ? 'Theo danh sách cụm và địa giới của từng năm'
    : BOUNDARY_LABELS[ask.boundary]
}

function whenOf({ period, to }: Resolved, years: number[]): string {
  if (years.length < 2) return periodOfYear(period, to)
  return `${PERIOD_LABELS[period].toLowerCase()}, ${years[0]}–${years.at(-1)}`
}

/** What could be read aloud before any figure is looked at. */
function sentencesOf({ ask, years, rows: all, indicator }: Comparison, rows: PrintedRow[]): string[] {
  const last = years.length - 1
  const expected = all.filter(({ figures }) => figures[last])
  const known = all.filter(({ figures }) => figures[last]?.value && !figures[last].draft)
  const noun = ask.compared === 'CLUSTERS' ? 'cụm' : 'đơn vị'
  const when = periodOfYear(ask.period, ask.to)
  if (known.length === 0) return [`Chưa có số liệu ${when} của ${noun} nào mà bạn được xem.`]
  const sentences = [
    known.length === expected.length
      ? `${known.length === 1 ? `Một ${noun}` : `Cả ${known.length} ${noun}`} có số liệu ${when}.`
      : `${known.length}/${expected.length} ${noun} có số liệu ${when}.`,
  ]
  const closed = all.filter(({ figures }) => figures[last]?.closed).length
  if (closed > 0) sentences.push(`${closed} ${noun} chưa mở báo cáo cho bạn xem.`)
  const drawn = rows
    .flatMap(({ name, cells }) => {
      const cell = cells[last]
      return cell?.n == null || cell.draft ? [] : [{ name, n: cell.n, text: cell.text }]
    })
    .sort((a, b) => b.n - a.n)
  const [first, end] = [drawn[0], drawn.at(-1)]
  const measure = columnUnit(indicator)
  const unit = measure && measure !== '%' && indicator.kind !== 'RATIO' ? ` ${measure}` : ''
  if (first && end && first !== end && first.n !== end.n)
    sentences.push(
      `Cao nhất ${first.name} (${first.text}${unit}), thấp nhất ${end.name} (${end.text}${unit}).`,
    )
  const short = known.filter(({ figures }) =>
    ['NOT_MET', 'HALF'].includes(figures[last]!.completion.class ?? ''),
  )
  if (short.length > 0)
    sentences.push(
      `Chưa đạt đăng ký: ${short
        .slice(0, 6)
        .map(({ name }) => name)
        .join(', ')}${short.length > 6 ? ` và ${short.length - 6} ${noun} khác` : ''}.`,
    )
  return sentences
}

/** What must be known so that figures are not taken for more than they are. */
function notesOf(comparison: Comparison, shown: number): string[] {
  const { ask, left, rows, years, shortened, total } = comparison
  const notes: string[] = []
  if (ask.boundary === 'NOW') {
    for (const reason of NOT_CARRIED_REASONS) {
      const own = left.filter((one) => one.reason === reason)
      if (own.length === 0) continue
      const byYear = years.flatMap((year) => {
        const names = own.filter((one) => one.year === year).map(({ unit }) => unit.name)
        return names.length > 0 ? [`${[...new Set(names)].join(', ')} (${year})`] : []
      })
      notes.push(`Không chuyển được. ${NOT_CARRIED_LABELS[reason]}: ${byYear.join('; ')}.`)
    }
    if (
      rows.some(({ figures }) =>
        figures.some((figure) => figure && figure.from.length > 1 && figure.qualified),
      )
    )
      notes.push('Số gộp từ số “trên”, “gần”, “khoảng” mang chữ còn đúng với tổng.')
    notes.push(NEVER_CARRIED)
  }
  if (rows.some(({ figures }) => figures.some((figure) => figure?.reported)))
    notes.push('“cụm báo cáo”: số của cả cụm theo nguồn; nguồn không nêu số liệu từng tỉnh.')
  const shows = (one: (figure: ComparedFigure) => boolean) =>
    rows.some(({ figures }) => figures.some((figure) => figure?.value && one(figure)))
  if (shows(({ draft }) => draft))
    notes.push('“bản nháp”: báo cáo của đơn vị bạn chưa gửi; số này không tính vào tổng và các câu ở trên.')
  if (shows(({ unconfirmed, draft }) => unconfirmed && !draft))
    notes.push('“chưa xác nhận”: báo cáo đã gửi nhưng chưa được xác nhận.')
  if (shortened)
    notes.push(
      `Có ${printNumber(String(rows.length))} hàng nên chỉ so ${years.join(' và ')}; chọn một cụm để xem nhiều năm.`,
    )
  if (shown < rows.length)
    notes.push(
      `Đang hiện ${shown} hàng có số lớn nhất trong ${printNumber(String(rows.length))}; chọn một cụm để xem đủ.`,
    )
  const end = total.at(-1)
  if (end?.units && end.units.withFigure < end.units.all && end.value)
    notes.push(`Dòng cộng năm ${years.at(-1)} gồm ${end.units.withFigure}/${end.units.all} hàng có số liệu.`)
  return notes
}

function printChoices(choices: ComparisonChoices, ask: Resolved): PrintedChoices {
  const groups = new Map<string, PrintedChoices['indicators'][number]['options']>()
  for (const indicator of choices.indicators) {
    const options = groups.get(indicator.group.name) ?? []
    options.push({ value: indicator.code, label: indicator.shortName })
    groups.set(indicator.group.name, options)
  }
  return {
    indicators: [...groups].map(([group, options]) => ({ group, options })),
    clusters: choices.clusters.map(({ slug, name }) => ({ value: slug, label: name })),
    years: choices.years,
    periods: choices.periods
      .filter(({ year }) => year === ask.to)
      .map(({ kind }) => ({ value: PERIOD_SLUGS[kind], label: PERIOD_LABELS[kind] })),
  }
}
