import type { PledgeState } from './types'

export const PLEDGE_STATE_LABELS: Record<PledgeState, string> = {
  DRAFT: 'Đang soạn',
  OPEN: 'Đang lấy ý kiến thống nhất',
  FINAL: 'Bản chính thức',
}
