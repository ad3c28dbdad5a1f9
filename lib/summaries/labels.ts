import type { CompletionClass } from '@/lib/indicators/types'
import type { RowStatus } from './types'

/** Beside a unit's name; '' where there is nothing to remark. */
export const ROW_STATUS_LABELS: Record<RowStatus, string> = {
  NOT_SENT: 'chưa gửi',
  DRAFT: 'bản nháp của đơn vị',
  PRESENTED: 'đã trình lãnh đạo',
  SENT: 'chờ rà soát',
  CHECKED: 'chờ xác nhận',
  ADDITIONS_REQUESTED: 'cần bổ sung',
  CLOSED_TO_READER: 'chưa xác nhận',
  CONFIRMED: '',
  NO_SOURCE: '',
}

/** Beside the figures of a row that only its own unit sees. */
export const NOT_COUNTED = 'không tính vào tổng'

/** Class name of the woven mark, see components/ui/table.css. */
export const COMPLETION_MARKS: Record<CompletionClass, 'vuot' | 'dat' | 'half' | 'chua'> = {
  EXCEEDED: 'vuot',
  MET: 'dat',
  HALF: 'half',
  NOT_MET: 'chua',
}

export const NO_UNIT_FIGURES = 'nguồn không nêu số liệu từng tỉnh'
