import type { ApiScope } from '@/lib/platform/auth/rules'
import type { TokenState } from './types'

export const SCOPE_LABELS: Record<ApiScope, string> = {
  REFERENCE: 'Danh mục đơn vị, cụm, chỉ tiêu',
  SUMMARY: 'Bảng tổng hợp của cụm',
  REPORT: 'Báo cáo của đơn vị',
  AWARDS: 'Khen thưởng',
}

export const TOKEN_STATE_LABELS: Record<TokenState, string> = {
  IN_FORCE: 'Đang dùng được',
  EXPIRED: 'Đã hết hạn',
  REVOKED: 'Đã thu hồi',
}
