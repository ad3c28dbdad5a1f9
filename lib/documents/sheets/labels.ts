import type { ImportStatus } from './types'

export const IMPORT_STATUS_LABELS: Record<ImportStatus, string> = {
  NEW: 'Mới',
  CHANGED: 'Thay đổi',
  CONFLICT: 'Người khác đã sửa',
  REFUSED: 'Không nhận',
  UNCHANGED: 'Giữ nguyên',
}

/** Words of the drop-downs in the form. */
export const QUALIFIER_CHOICES = ['trên', 'gần', 'khoảng'] as const
export const BLANK_CHOICES = { NOT_ARISEN: 'Không phát sinh', OTHER: 'Có lý do khác (ghi chú)' } as const

export const NOT_OUR_FORM =
  'Tệp này không phải biểu tải từ phần mềm, hoặc phần ẩn của biểu đã bị sửa. Hãy tải biểu mới rồi nhập lại.'
