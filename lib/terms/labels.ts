import { printDate } from '@/lib/platform/dates'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { unitLabel } from '@/lib/units/labels'
import type { ReviewSection } from './reviews/types'
import type { Pace, ReviewKind, TargetKind, TermManner, TermRef } from './types'

export const MANNER_LABELS: Record<TermManner, string> = {
  YEARLY: 'Hằng năm',
  CUMULATIVE: 'Cả nhiệm kỳ',
  LEVEL: 'Mức đến cuối nhiệm kỳ',
}

export const TARGET_KIND_LABELS: Record<TargetKind, string> = {
  COUNT: 'Số lượng',
  MONEY: 'Số tiền',
  RATIO: 'Tỷ số (đạt trên tổng)',
  PERCENTAGE: 'Tỷ lệ phần trăm',
  YES_NO: 'Có hoặc không',
}

export const REVIEW_LABELS: Record<ReviewKind, string> = {
  MIDTERM: 'Sơ kết giữa nhiệm kỳ',
  FINAL: 'Tổng kết nhiệm kỳ',
}

/** Last part of a review's address. */
export const REVIEW_SLUGS: Record<ReviewKind, string> = { MIDTERM: 'so-ket', FINAL: 'tong-ket' }

export const REVIEW_SECTION_LABELS: Record<ReviewSection, string> = {
  RESULTS: 'Kết quả nổi bật',
  PRACTICES: 'Chương trình, mô hình, cách làm hay',
  LIMITATIONS: 'Tồn tại, hạn chế',
  CAUSES: 'Nguyên nhân',
  LESSONS: 'Bài học kinh nghiệm',
  TASKS: 'Nhiệm vụ, giải pháp thời gian tới',
}

/** The kind of review that the last part of an address names; null for anything else. */
export const reviewKindOf = (slug: string): ReviewKind | null =>
  slug === REVIEW_SLUGS.MIDTERM ? 'MIDTERM' : slug === REVIEW_SLUGS.FINAL ? 'FINAL' : null

export const PACE_LABELS: Record<Pace, string> = {
  AHEAD: 'Nhanh hơn lộ trình',
  ON_PATH: 'Đúng lộ trình',
  BEHIND: 'Chậm hơn lộ trình',
}

/** How every forecast is named, wherever one stands. */
export const FORECAST_LABEL = 'Dự báo bằng ngoại suy đơn giản'

const ROMAN: [number, string][] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 18 → "XVIII", as congresses are numbered. */
export function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of ROMAN)
    while (rest >= value) {
      text += letters
      rest -= value
    }
  return text
}

/** "Nhiệm kỳ 2021 - 2026"; "Nhiệm kỳ Đại hội lần thứ I" where the years are not stated. */
export function termTitle(term: Pick<TermRef, 'startYear' | 'endYear' | 'congressNumber'>): string {
  if (term.startYear !== null && term.endYear !== null) return `Nhiệm kỳ ${term.startYear} - ${term.endYear}`
  return term.congressNumber ? `Nhiệm kỳ Đại hội lần thứ ${roman(term.congressNumber)}` : 'Nhiệm kỳ'
}

/** `termTitle` within a sentence: only the first letter is small, "nhiệm kỳ Đại hội lần thứ I". */
export function termPhrase(term: Parameters<typeof termTitle>[0]): string {
  const title = termTitle(term)
  return uncapitalise(title)
}

/** "Hội LHPN tỉnh Lào Cai (trước 1/7/2025)" or "Hội LHPN Việt Nam". */
export function termOwner(unit: TermRef['unit']): string {
  if (!unit) return 'Hội LHPN Việt Nam'
  return `Hội LHPN ${unit.kind} ${unitLabel(unit)}`
}

/** "Đại hội lần thứ XVIII"; '' where the number is not stated. */
export function congressLabel({ congressNumber }: Pick<TermRef, 'congressNumber'>): string {
  return congressNumber ? `Đại hội lần thứ ${roman(congressNumber)}` : ''
}

/** Address of a term's page. */
export function termHref(term: Pick<TermRef, 'slug' | 'unit'>): string {
  return term.unit ? `/units/${term.unit.slug}/terms/${term.slug}` : `/terms/${term.slug}`
}

/** "10/07/2023"; the words of the source and "năm chưa rõ" where the day is not stated in full. */
export function reviewDay(review: { heldOn: string | null; dateNote: string | null }): string {
  if (review.heldOn) return printDate(review.heldOn)
  return review.dateNote ?? 'ngày chưa rõ'
}
