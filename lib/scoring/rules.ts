import {
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  divideDecimals,
  multiplyDecimals,
  roundDecimal,
  subtractDecimals,
} from '@/lib/platform/numbers/decimal'
import {
  SCORE_STAGES,
  type CriterionDto,
  type CriterionKind,
  type RubricDto,
  type ScoreBand,
  type ScoreStage,
  type SheetFacts,
  type SheetTotal,
} from './types'

type Leaf = Pick<CriterionDto, 'id' | 'kind' | 'max'>

const lesser = (a: string, b: string) => (compareDecimals(a, b) <= 0 ? a : b)
const sum = (values: string[]) => values.reduce(addDecimals, '0')

/** Whether the criterion carries points that count towards the rubric's total. */
export function isOrdinary(kind: CriterionKind): boolean {
  switch (kind) {
    case 'COMPLETION':
    case 'YES_NO':
    case 'COUNT_POINTS':
    case 'MANUAL':
      return true
    case 'GROUP':
    case 'BONUS':
    case 'PENALTY':
      return false
  }
}

/** What the ordinary criteria add up to; bonus and penalty stand outside the total. */
export const sumOfMaxima = (criteria: readonly Leaf[]): string =>
  sum(criteria.filter(({ kind }) => isOrdinary(kind)).map(({ max }) => max))

/** Where maxima contradict each other: the rubric's total, and each group's own maximum. Warned about, never corrected. */
export function maximaWarnings(
  total: string,
  criteria: readonly Pick<CriterionDto, 'id' | 'parentId' | 'kind' | 'max' | 'text'>[],
): { text: string | null; stated: string; summed: string }[] {
  const whole = sumOfMaxima(criteria)
  const differs = (stated: string, summed: string) => compareDecimals(stated, summed) !== 0
  return [
    ...(differs(total, whole) ? [{ text: null, stated: canonicalDecimal(total), summed: whole }] : []),
    ...criteria
      .filter(({ kind }) => kind === 'GROUP')
      .map((group) => ({
        text: group.text,
        stated: canonicalDecimal(group.max),
        summed: sumOfMaxima(leavesUnder(criteria, group.id)),
      }))
      .filter(({ stated, summed }) => differs(stated, summed)),
  ]
}

/** The criteria below a group that carry points, at any depth. */
function leavesUnder<C extends Pick<CriterionDto, 'id' | 'parentId' | 'kind'>>(
  criteria: readonly C[],
  groupId: string,
): C[] {
  return criteria
    .filter(({ parentId }) => parentId === groupId)
    .flatMap((child) => (child.kind === 'GROUP' ? leavesUnder(criteria, child.id) : [child]))
}

/** The tree in reading order, each criterion with its depth. */
export function inReadingOrder<C extends Pick<CriterionDto, 'id' | 'parentId' | 'position'>>(
  criteria: readonly C[],
  parentId: string | null = null,
  depth = 0,
): (C & { depth: number })[] {
  return criteria
    .filter((criterion) => criterion.parentId === parentId)
    .sort((a, b) => a.position - b.position)
    .flatMap((criterion) => [{ ...criterion, depth }, ...inReadingOrder(criteria, criterion.id, depth + 1)])
}

/**
 * Points computed from completion, by the written rule (domain.md A8), for a criterion of `max` points. A is the result,
 * T the registered target, so `percent` is A/T in percent (T/A where lower is better):
 * below the target 0,5 × max × A/T; equal to it 0,5 × max; above it between 0,5 × max and max, in proportion to the
 * best excess over the target in the cluster, so that the best unit gets max. Rounded half up to two decimals. A unit to
 * which the indicator is not assigned is not computed: the criterion leaves its denominator.
 * `best` is the highest percentage among the cluster's units; null percentage of a lower-is-better indicator whose result
 * is 0 is for the caller to treat as the best.
 */
export function pointsOfCompletion(max: string, percent: string, best: string): string {
  const half = multiplyDecimals(max, '0.5')
  const order = compareDecimals(percent, '100')
  if (compareDecimals(percent, '0') <= 0) return '0'
  if (order < 0) return roundDecimal(multiplyDecimals(multiplyDecimals(half, percent), '0.01'), 2)
  if (order === 0) return roundDecimal(half, 2)
  const excess = subtractDecimals(percent, '100')
  const greatest = subtractDecimals(compareDecimals(best, percent) > 0 ? best : percent, '100')
  // One division, so that it is rounded once: half + half × excess / greatest.
  return (
    divideDecimals(multiplyDecimals(half, addDecimals(excess, greatest)), greatest, 2) ??
    canonicalDecimal(max)
  )
}

/** Count × points, capped at the criterion's maximum. */
export const pointsOfPieces = (pieces: number, perPiece: string, max: string): string =>
  lesser(multiplyDecimals(String(pieces), perPiece), canonicalDecimal(max))

/**
 * The total of a sheet at one stage. Ordinary points are added; where criteria are not assigned to the unit they leave the
 * denominator: base = points × all maxima / maxima that apply, to two decimals. Bonus points are added up to the bonus
 * cap, penalty points taken off up to the penalty cap. Null where nothing at all was scored; a 0 is a score.
 */
export function totalOfSheet(
  rubric: Pick<RubricDto, 'bonusCap' | 'penaltyCap'>,
  criteria: readonly Leaf[],
  points: ReadonlyMap<string, string>,
  leftOut: ReadonlySet<string> = new Set(),
): SheetTotal | null {
  const ordinary = criteria.filter(({ kind }) => isOrdinary(kind))
  const counting = ordinary.filter(({ id }) => !leftOut.has(id))
  const scored = criteria.filter(({ id, kind }) => kind !== 'GROUP' && !leftOut.has(id) && points.has(id))
  if (scored.length === 0) return null
  const of = (rows: readonly Leaf[]) => sum(rows.flatMap(({ id }) => points.get(id) ?? []))
  const raw = of(counting)
  const whole = sumOfMaxima(ordinary)
  const applies = sumOfMaxima(counting)
  const base =
    counting.length === ordinary.length
      ? canonicalDecimal(raw)
      : (divideDecimals(multiplyDecimals(raw, whole), applies, 2) ?? '0')
  const bonus = lesser(of(criteria.filter(({ kind }) => kind === 'BONUS')), canonicalDecimal(rubric.bonusCap))
  const penalty = lesser(
    of(criteria.filter(({ kind }) => kind === 'PENALTY')),
    canonicalDecimal(rubric.penaltyCap),
  )
  return {
    base,
    bonus,
    penalty,
    total: subtractDecimals(addDecimals(base, bonus), penalty),
    blank: counting.filter(({ id }) => !points.has(id)).map(({ id }) => id),
  }
}

/** Places by total, highest first, within each sub-group: the same total is the same place, and the next is skipped. */
export function rankOf<Row extends { id: string; subGroup: string | null; total: string }>(
  rows: readonly Row[],
): Map<string, number> {
  return new Map(
    rows.map(({ id, subGroup, total }) => [
      id,
      1 +
        rows.filter((other) => other.subGroup === subGroup && compareDecimals(other.total, total) > 0).length,
    ]),
  )
}

/** xếp loại: the first band whose bound the total reaches, highest bound first; none below every bound. */
export function classOf(total: string, bands: readonly ScoreBand[]): string | null {
  const highestFirst = [...bands].sort((a, b) => compareDecimals(b.from, a.from))
  return highestFirst.find(({ from }) => compareDecimals(total, from) >= 0)?.label ?? null
}

/** The stage that is open on a sheet; null before the rubric is opened and after the final score. */
export function openStage(
  sheet: Pick<
    SheetFacts,
    'state' | 'checkingUnitIds' | 'selfSentAt' | 'crossDoneAt' | 'appraisedAt' | 'finalAt'
  >,
): ScoreStage | null {
  if (sheet.state !== 'OPEN' || sheet.finalAt) return null
  if (!sheet.selfSentAt) return 'SELF'
  if (!sheet.crossDoneAt && !sheet.appraisedAt && sheet.checkingUnitIds.length > 0) return 'CROSS'
  return sheet.appraisedAt ? 'FINAL' : 'APPRAISED'
}

/** The stage before, whose score a differing one must give its reason against: the nearest that has one. */
export function scoreBefore<S>(stage: ScoreStage, scores: Partial<Record<ScoreStage, S>>): S | undefined {
  const earlier = SCORE_STAGES.slice(0, SCORE_STAGES.indexOf(stage)).reverse()
  const found = earlier.find((one) => scores[one] !== undefined)
  return found && scores[found]
}

export type TypedScore = { points: string; pieces: number | null; reason: string | null }

/**
 * Reads what was typed beside a criterion: points; pieces where they are counted; "yes" or "no". Empty is a blank. Points
 * above the maximum are refused, a differing score without its reason too, and so is one entered by hand where the written
 * rule found nothing to compute from.
 */
export function readScore(
  criterion: Pick<CriterionDto, 'kind' | 'max' | 'perPiece'>,
  typed: string,
  reason: string,
  readPoints: (typed: string) => { points: string | null } | { error: string },
  context: { stage: ScoreStage; before: string | null; uncomputed: boolean },
): { score: TypedScore | null } | { field: 'p' | 'r'; error: string } {
  const score = pointsTyped(criterion, typed.trim(), readPoints)
  if ('error' in score) return { field: 'p', error: score.error }
  if (score.points === null) return { score: null }
  const differs =
    context.stage !== 'SELF' && context.before !== null && compareDecimals(context.before, score.points) !== 0
  if (differs && reason === '') return { field: 'r', error: 'Điểm khác bước trước, hãy nêu lý do.' }
  if (context.stage === 'SELF' && context.uncomputed && reason === '')
    return { field: 'r', error: 'Chưa tính được từ số liệu, hãy nêu căn cứ.' }
  return { score: { points: score.points, pieces: score.pieces, reason: reason || null } }
}

function pointsTyped(
  { kind, max, perPiece }: Pick<CriterionDto, 'kind' | 'max' | 'perPiece'>,
  typed: string,
  readPoints: (typed: string) => { points: string | null } | { error: string },
): { points: string | null; pieces: number | null } | { error: string } {
  if (typed === '') return { points: null, pieces: null }
  if (kind === 'YES_NO') {
    if (typed !== 'yes' && typed !== 'no') return { error: 'Hãy chọn có hoặc không.' }
    return { points: typed === 'yes' ? canonicalDecimal(max) : '0', pieces: null }
  }
  if (kind === 'COUNT_POINTS') {
    if (!/^\d{1,3}(\.\d{3}){0,2}$|^\d{1,7}$/.test(typed)) return { error: 'Hãy ghi một số nguyên, ví dụ 3.' }
    const pieces = Number(typed.replaceAll('.', ''))
    return { points: pointsOfPieces(pieces, perPiece ?? '0', max), pieces }
  }
  const read = readPoints(typed)
  if ('error' in read) return read
  if (read.points !== null && compareDecimals(read.points, max) > 0)
    return { error: `Điểm tối đa là ${canonicalDecimal(max).replace('.', ',')}.` }
  return { points: read.points, pieces: null }
}

/**
 * Criteria that keep a stage from ending: ordinary ones without a score that apply to the unit, and bonus or penalty that
 * the stage before has and this one has not. At the self-score the written rule fills in its own.
 */
export function missingAtStage(
  stage: ScoreStage,
  criteria: readonly CriterionDto[],
  scores: ReadonlyMap<string, Partial<Record<ScoreStage, { points: string }>>>,
  leftOut: ReadonlySet<string>,
  computed: ReadonlyMap<string, { points: string | null }>,
): CriterionDto[] {
  return criteria.filter(({ id, kind }) => {
    if (kind === 'GROUP' || leftOut.has(id)) return false
    const own = scores.get(id) ?? {}
    if (own[stage] !== undefined) return false
    if (stage === 'SELF' && computed.get(id)?.points != null) return false
    return isOrdinary(kind) || scoreBefore(stage, own) !== undefined
  })
}
