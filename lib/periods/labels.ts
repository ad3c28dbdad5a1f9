import type { PeriodKind, YearState } from './types'

export const PERIOD_LABELS: Record<PeriodKind, string> = {
  REGISTRATION: 'Đăng ký chỉ tiêu',
  SIX_MONTHS: '6 tháng',
  NINE_MONTHS: '9 tháng',
  YEAR_ESTIMATE: 'Ước cả năm',
  YEAR_FINAL: 'Cả năm, chính thức',
}

/** "ước cả năm 2026", "6 tháng năm 2026", for the middle of a sentence. */
export function periodOfYear(kind: PeriodKind, year: number): string {
  if (kind === 'YEAR_ESTIMATE') return `ước cả năm ${year}`
  if (kind === 'YEAR_FINAL') return `cả năm ${year}, chính thức`
  return `${PERIOD_LABELS[kind].toLowerCase()} năm ${year}`
}

/** The segment that stands for a period in an address: /clusters/x/2026?ky=uoc. */
export const PERIOD_SLUGS: Record<PeriodKind, string> = {
  REGISTRATION: 'dang-ky',
  SIX_MONTHS: '6-thang',
  NINE_MONTHS: '9-thang',
  YEAR_ESTIMATE: 'uoc-ca-nam',
  YEAR_FINAL: 'chinh-thuc',
}

export const YEAR_STATE_LABELS: Record<YearState, string> = {
  PREPARING: 'Đang chuẩn bị',
  OPEN: 'Đang mở',
  CLOSED: 'Đã khép',
}
