import type { AccountState } from './types'

export const ACCOUNT_STATE_LABELS: Record<AccountState, string> = {
  active: 'Đang dùng',
  invited: 'Chưa đặt mật khẩu',
  disabled: 'Đã khóa',
}
