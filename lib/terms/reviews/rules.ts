import type { CompletionBand } from '@/lib/indicators/types'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { printTargetFigure } from '../rules'
import type { TargetDto } from '../types'
import type { ReviewCount, ReviewItem } from './types'

/** A target as a review shows or freezes it. */
export function itemOf(target: TargetDto, position: number): ReviewItem {
  const { progress } = target
  const reached = progress.years.findLast(({ figure }) => figure !== null)
  return {
    position,
    targetId: target.id,
    number: target.number,
    name: target.name,
    manner: target.manner,
    plan: printTargetFigure(target.planValue, target) || target.plan,
    expected: printTargetFigure(reached?.expected ?? null, target) || null,
    result: printTargetFigure(progress.result, target) || null,
    years: progress.years.flatMap(({ year, figure }) => (figure ? [year] : [])),
    percent: progress.completion.percent,
    qualifier: progress.completion.qualifier,
    class: progress.completion.class,
    label: progress.completion.label,
    note:
      progress.decidedBy === null
        ? target.note
        : [`Xét theo năm ${progress.decidedBy}, thấp nhất`, target.note].filter(Boolean).join('. '),
    source: target.source,
  }
}

/** How many items reached each class, best first, those with none included. */
export function countClasses(
  items: readonly Pick<ReviewItem, 'class'>[],
  bands: CompletionBand[],
): ReviewCount[] {
  return bands.map((band) => ({
    class: band.class,
    label: band.label,
    count: items.filter((item) => item.class === band.class).length,
  }))
}

/**
 * "21 tiêu chí: 7 vượt kế hoạch, 7 đạt 100%, 6 đạt trên 50%, 1 chưa đạt." Classes that nobody reached are left out, and
 * what the figures do not decide is said.
 */
export function reviewSentence(counts: readonly ReviewCount[], undecided: number): string {
  const parts = counts
    .filter(({ count }) => count > 0)
    .map(({ count, label }) => `${count} ${uncapitalise(label)}`)
  if (undecided > 0) parts.push(`${undecided} chưa đủ số liệu để xét`)
  const total = counts.reduce((sum, { count }) => sum + count, undecided)
  if (total === 0) return 'Chưa có tiêu chí nào.'
  return `${total} tiêu chí: ${parts.join(', ')}.`
}
