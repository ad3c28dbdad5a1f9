import type { QualityKind } from './types'

export const QUALITY_LABELS: Record<QualityKind, string> = {
  SOURCES: 'Nguồn nêu khác nhau',
  REPORTED: 'Số của cụm khác tổng các đơn vị',
  BREAKDOWN: 'Chi tiết không khớp tổng',
  NUMERATOR: 'Tử số lớn hơn mẫu số',
  FALLING: 'Số lũy kế giảm',
  JUMP: 'Chênh lớn so với năm trước, chưa ghi chú',
  STALE: 'Bản nháp để lâu gần hạn',
}

/** The kind as it stands in an address. */
export const QUALITY_SLUGS: Record<QualityKind, string> = {
  SOURCES: 'nguon',
  REPORTED: 'so-cua-cum',
  BREAKDOWN: 'chi-tiet',
  NUMERATOR: 'tu-so',
  FALLING: 'luy-ke',
  JUMP: 'chenh-lon',
  STALE: 'ban-nhap',
}
