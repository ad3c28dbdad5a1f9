import { figureSpec, totalOf } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { daysBetween, printDate } from '@/lib/platform/dates'
import {
  absoluteDecimal,
  compareDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '@/lib/platform/numbers/decimal'
import { echoFigure, printNumber } from '@/lib/platform/numbers/print'
import type { FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { checkFigure } from '@/lib/reports/figures/rules'
import { daysLeft, printDue } from '@/lib/reports/rules'
import type { FigureRemark } from '@/lib/reports/types'
import { sourceCitation } from '@/lib/sources/labels'
import { differenceOf } from '../rules'
import type {
  QualityIndicator,
  QualityIssue,
  QualityKind,
  ReportedBeside,
  StatedDto,
  StatedFigures,
  SuspectFigure,
  WaitingReport,
} from './types'

/** A draft is looked at from so many days before its deadline … */
const NEAR_DAYS = 10
/** … when nobody has touched it for so many. */
const STALE_DAYS = 3

const KIND_OF: Record<FigureRemark['code'], QualityKind | null> = {
  BREAKDOWN: 'BREAKDOWN',
  BREAKDOWN_PARTS: 'BREAKDOWN',
  NUMERATOR: 'NUMERATOR',
  PERCENT_RANGE: 'NUMERATOR',
  JUMP: 'JUMP',
  FALLING: 'FALLING',
  TO_DATE: 'FALLING',
  BLANK_NOTE: null,
}

/** What is wrong with a stored figure: what the entry form says of it, as data. */
export function suspectIssues(suspect: SuspectFigure): QualityIssue[] {
  const { cluster, unit, indicator, period, figure, lastYear, earlier, reportId, illustrative } = suspect
  const printed = figure.value ? echoFigure(figure.value, figureSpec(indicator)) : ''
  return checkFigure(figure, { indicator: indicator as IndicatorDto, period, lastYear, earlier }).flatMap(
    ({ code, message }) => {
      const kind = KIND_OF[code]
      if (!kind) return []
      const sentence =
        kind === 'JUMP' || kind === 'FALLING' ? `${printed}: ${uncapitalise(message)}` : message
      return [
        {
          key: `${code}/${reportId}/${indicator.id}`,
          kind,
          cluster,
          unit,
          indicator: indicator.shortName,
          period,
          sentence,
          href: `/reports/${reportId}/review#chi-tieu-${indicator.id}`,
          mend: 'Mở báo cáo để đề nghị bổ sung',
          illustrative,
          sources: null,
          settled: false,
        },
      ]
    },
  )
}

/** A figure of the cluster that is not the sum of its units; null where the two agree or cannot be compared. */
export function reportedIssue(beside: ReportedBeside): QualityIssue | null {
  const { cluster, period, indicator, figureId, reported, units, members, illustrative } = beside
  if (!reported || units.length === 0) return null
  const total = totalOf(units, indicator).value
  if (!total || !contradict(reported, total)) return null
  const difference = differenceOf(reported, total)
  // While units are missing, only a sum that has already passed the cluster's figure contradicts it.
  if (units.length < members && !difference?.startsWith('-')) return null
  const spec = figureSpec(indicator)
  const counted = units.length < members ? `${units.length}/${members} đơn vị` : `${members} đơn vị`
  const by = difference
    ? `, ${difference.startsWith('-') ? 'thấp hơn' : 'cao hơn'} ${gapIn(indicator, difference)}`
    : ''
  return {
    key: `REPORTED/${figureId}`,
    kind: 'REPORTED',
    cluster,
    unit: null,
    indicator: indicator.shortName,
    period,
    sentence: `Cụm báo cáo ${echoFigure(reported, spec)}${by} so với tổng của ${counted} (${echoFigure(total, spec)}).`,
    href: `/clusters/${cluster.slug}/${cluster.year}`,
    mend: 'Mở bảng của cụm',
    illustrative,
    sources: null,
    settled: false,
  }
}

/** A difference without its sign, in the indicator's unit; of ratios that of the numerators. */
function gapIn(indicator: QualityIndicator, difference: string): string {
  const amount = absoluteDecimal(difference)
  if (indicator.kind !== 'COUNT' && indicator.kind !== 'MONEY') return printNumber(amount)
  return echoFigure({ kind: indicator.kind, amount, qualifier: 'EXACT' }, figureSpec(indicator))
}

type Sized = { n: string; d: string; qualifier: SizedQualifier }

function sizeOf(value: FigureValue): Sized | null {
  if (value.kind === 'RATIO') return { n: value.numerator, d: value.denominator, qualifier: 'EXACT' }
  if (value.kind === 'COUNT' || value.kind === 'MONEY' || value.kind === 'PERCENTAGE')
    return value.amount === null ? null : { n: value.amount, d: '1', qualifier: value.qualifier }
  return null
}

/** By so much of the larger may "khoảng" be off before it is no longer true: a tenth. */
const ABOUT = '0.1'

/**
 * Whether two figures cannot both be true: "trên 13.500" and 13.577 can, "trên 13.600" and 13.577 cannot, "gần 13.600"
 * and 13.577 can. Of a ratio both numbers count: 1/2 and 2/4 are two statements. What has no size contradicts nothing.
 */
export function contradict(a: FigureValue, b: FigureValue): boolean {
  if (a.kind !== b.kind) return true
  if (a.kind === 'YES_NO' && b.kind === 'YES_NO') return a.yes !== b.yes
  if (a.kind === 'TEXT' && b.kind === 'TEXT') return a.text.normalize('NFC') !== b.text.normalize('NFC')
  if (a.kind === 'COMPOSITE' && b.kind === 'COMPOSITE')
    return (
      a.parts.length !== b.parts.length ||
      a.parts.some((part, index) => compareDecimals(part, b.parts[index] ?? '') !== 0)
    )
  const [one, other] = [sizeOf(a), sizeOf(b)]
  if (!one || !other) return false
  if (a.kind === 'RATIO')
    return compareDecimals(one.n, other.n) !== 0 || compareDecimals(one.d, other.d) !== 0
  return apart(one, other) || apart(other, one) || (same(one, other) && compareDecimals(one.n, other.n) !== 0)
}

const same = (a: Sized, b: Sized) => a.qualifier === 'EXACT' && b.qualifier === 'EXACT'

/** What the first allows lies wholly beside the second. */
function apart(a: Sized, b: Sized): boolean {
  const order = compareDecimals(a.n, b.n)
  switch (a.qualifier) {
    case 'EXACT':
      return false
    case 'OVER':
      return order >= 0 && (b.qualifier === 'EXACT' || b.qualifier === 'NEARLY')
    case 'NEARLY':
      return order <= 0 && (b.qualifier === 'EXACT' || b.qualifier === 'OVER')
    case 'ABOUT': {
      const [less, more] = order <= 0 ? [a.n, b.n] : [b.n, a.n]
      const gap = subtractDecimals(more, less)
      const reach = multiplyDecimals(absoluteDecimal(more), ABOUT)
      if (compareDecimals(gap, reach) <= 0) return false
      if (b.qualifier === 'OVER') return order < 0
      if (b.qualifier === 'NEARLY') return order > 0
      return true
    }
  }
}

/** Whether any two of what sources say cannot both be true. */
export function disagree(stated: readonly Pick<StatedDto, 'value' | 'raw'>[]): boolean {
  return stated.some((a, index) =>
    stated.slice(index + 1).some((b) => {
      if (a.value && b.value) return contradict(a.value, b.value)
      return a.value !== b.value && a.raw !== b.raw
    }),
  )
}

const quoted = ({ source, raw, statedOn }: StatedDto) =>
  `${sourceCitation(source)}${statedOn ? ` (${printDate(statedOn)})` : ''} nêu ${raw}`

/** Sources that contradict each other on one figure; null where they agree. */
export function sourcesIssue(figures: StatedFigures): QualityIssue | null {
  const { cluster, period, indicator, figureId, stated, choice } = figures
  if (!disagree(stated)) return null
  const values = stated.flatMap(({ value }) => (value ? [value] : []))
  const by = stated.length === 2 && values.length === 2 ? differenceOf(values[0]!, values[1]!) : null
  return {
    key: `SOURCES/${figureId}`,
    kind: 'SOURCES',
    cluster,
    unit: null,
    indicator: indicator.shortName,
    period,
    sentence: `${stated.map(quoted).join('; ')}${by ? `: chênh ${gapIn(indicator, by)}` : ''}.`,
    href: `/clusters/${cluster.slug}/${cluster.year}/members`,
    mend: 'Xem nguồn của cụm',
    illustrative: false,
    sources: figures,
    settled: choice?.weighedAll ?? false,
  }
}

/** A report nobody has touched for days though its deadline is near or past; null for the others. */
export function staleIssue(report: WaitingReport, now: Date): QualityIssue | null {
  const left = daysLeft(new Date(report.dueAt), now) ?? Infinity
  const untouched = daysBetween(new Date(report.touchedAt), now)
  if (left > NEAR_DAYS || untouched < STALE_DAYS) return null
  const deadline =
    left < 0
      ? `đã quá hạn ${-left} ngày (hạn ${printDue(report.dueAt)})`
      : left === 0
        ? 'hạn là hôm nay'
        : `còn ${left} ngày đến hạn ${printDue(report.dueAt)}`
  const state = report.state === 'DRAFT' ? 'Bản nháp' : 'Bản đã trình lãnh đạo'
  return {
    key: `STALE/${report.unit.slug}/${report.period}`,
    kind: 'STALE',
    cluster: report.cluster,
    unit: report.unit,
    indicator: null,
    period: report.period,
    sentence: `${state} báo cáo ${PERIOD_LABELS[report.period].toLowerCase()} không được cập nhật ${untouched} ngày, ${deadline}.`,
    href: `/clusters/${report.cluster.slug}/${report.cluster.year}/submissions`,
    mend: 'Mở tiến độ gửi để nhắc',
    illustrative: report.illustrative,
    sources: null,
    settled: false,
  }
}
