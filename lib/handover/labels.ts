import type { HandoverMethod, RestOfYear } from './types'

export const HANDOVER_METHOD_LABELS: Record<HandoverMethod, string> = {
  CONSENSUS: 'Thống nhất',
  BALLOT: 'Bỏ phiếu hoặc biểu quyết tại hội nghị',
}

export const REST_OF_YEAR_LABELS: Record<RestOfYear, string> = {
  RECEIVER: 'Đơn vị nhận làm tiếp ngay từ ngày bàn giao',
  GIVER: 'Đơn vị giao làm nốt cho đến khi khép năm',
}
