import { KIND_LABELS } from '@/lib/indicators/labels'
import { FIGURE_KINDS, type FigureKind } from '@/lib/platform/numbers/types'
import type { AdoptionStatus, DigitStyle, UnitDirection } from './types'

export const DIRECTION_LABELS: Record<UnitDirection, string> = {
  ROWS: 'Mỗi đơn vị một dòng',
  COLUMNS: 'Mỗi đơn vị một cột',
}

export const DIGIT_LABELS: Record<DigitStyle, string> = {
  VIETNAMESE: '13.577,5 (chấm hàng nghìn, phẩy thập phân)',
  ENGLISH: '13,577.5 (phẩy hàng nghìn, chấm thập phân)',
}

export const ADOPTION_STATUS_LABELS: Record<AdoptionStatus, string> = {
  NEW: 'Sẽ nhận',
  SAME: 'Đã có, giống nhau',
  EXISTS: 'Đã có số khác',
  REFUSED: 'Không nhận',
}

/** The same figures once the file has been taken over. */
export const TAKEN_STATUS_LABELS: Record<AdoptionStatus, string> = {
  NEW: 'Chưa nhận',
  SAME: 'Đã có trong lịch sử',
  EXISTS: 'Giữ số đã có',
  REFUSED: 'Không nhận',
}

/** Kinds in which a new indicator can be made from a heading; a composite needs its parts named first. */
export const NEW_KINDS: FigureKind[] = FIGURE_KINDS.filter((kind) => kind !== 'COMPOSITE')
export const newKindLabel = (kind: FigureKind): string =>
  `Chỉ tiêu mới theo tên trong tệp: ${KIND_LABELS[kind].toLowerCase()}`

export const LIVE_PERIOD = 'Kỳ này đang nhập trên phần mềm, không nhận số liệu cũ từ tệp.'
