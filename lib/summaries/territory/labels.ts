import type { BoundaryMode, NotCarriedReason } from './types'

export const BOUNDARY_LABELS: Record<BoundaryMode, string> = {
  THEN: 'Theo địa giới khi đó',
  NOW: 'Theo địa giới hiện nay',
}

/** The segment that stands for a mode in an address. */
export const BOUNDARY_SLUGS: Record<BoundaryMode, string> = { THEN: 'khi-do', NOW: 'hien-nay' }

/** After a colon, the names of the units follow. */
export const NOT_CARRIED_LABELS: Record<NotCarriedReason, string> = {
  NOT_AGGREGATED: 'Chỉ tiêu này không có quy tắc cộng gộp giữa các đơn vị',
  PERCENTAGE: 'Tỷ lệ phần trăm không kèm tử số và mẫu số, không gộp được',
  MISSING: 'Thiếu số liệu của một đơn vị trước sắp xếp, không cộng thay cho cả đơn vị hiện nay',
  UNSIZED: 'Số ghi bằng lời, không có độ lớn để cộng',
  SPLIT: 'Đơn vị khi đó nay thuộc nhiều đơn vị, nguồn không nêu cách chia',
  NOT_SUMMABLE: 'Các số khác loại, không cộng được',
}

/** In a cell that has no figure for the reason. */
export const NOT_CARRIED_SHORT: Record<NotCarriedReason, string> = {
  NOT_AGGREGATED: 'không gộp',
  PERCENTAGE: 'không gộp tỷ lệ',
  MISSING: 'chưa đủ số',
  UNSIZED: 'không có độ lớn',
  SPLIT: 'không chia được',
  NOT_SUMMABLE: 'không cộng được',
}

/** What no boundary mode moves. */
export const NEVER_CARRIED =
  'Số liệu cụm báo cáo, xếp hạng, khen thưởng và vai trò cụm trưởng không chuyển theo địa giới: giữ ở cụm và đơn vị của thời đó.'
