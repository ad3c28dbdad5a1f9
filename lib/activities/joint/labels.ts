import type { ActivityState, FundingKind } from './types'

export const ACTIVITY_STATE_LABELS: Record<ActivityState, string> = {
  PLANNED: 'Dự kiến',
  UNDER_WAY: 'Đang làm',
  HANDED_OVER: 'Đã bàn giao',
}

export const FUNDING_LABELS: Record<FundingKind, string> = {
  MONEY: 'Tiền',
  LOAN: 'Vốn vay',
  IN_KIND: 'Hiện vật',
  LABOUR: 'Ngày công',
}

/** What stands in the place of an erased name. */
export const ERASED_LABEL = 'đã xóa thông tin cá nhân'
