import type { FigureKind } from '@/lib/platform/numbers/types'
import type {
  Aggregation,
  CompletionClass,
  Direction,
  FigureNature,
  IndicatorScope,
  NoTotalReason,
} from './types'

export const SCOPE_LABELS: Record<IndicatorScope, string> = {
  NATIONAL: 'Toàn quốc',
  CLUSTER: 'Của cụm',
  UNIT: 'Của đơn vị',
}

export const DIRECTION_LABELS: Record<Direction, string> = {
  HIGHER_IS_BETTER: 'Càng cao càng tốt',
  LOWER_IS_BETTER: 'Càng thấp càng tốt',
}

export const NATURE_LABELS: Record<FigureNature, string> = {
  FLOW: 'Phát sinh trong kỳ',
  STOCK: 'Số tại thời điểm',
  INCREASE: 'Số tăng thêm',
}

export const NO_TOTAL_LABELS: Record<NoTotalReason, string> = {
  NO_FIGURES: 'Chưa có số liệu để tổng hợp',
  NOT_AGGREGATED: 'Chỉ tiêu này không tổng hợp giữa các đơn vị',
  NOT_SUMMABLE: 'Số liệu các đơn vị không cùng loại nên không cộng được',
}

export const KIND_LABELS: Record<FigureKind, string> = {
  COUNT: 'Số lượng',
  MONEY: 'Số tiền',
  RATIO: 'Tỷ số (đạt trên tổng)',
  PERCENTAGE: 'Tỷ lệ phần trăm',
  YES_NO: 'Có hoặc không',
  TEXT: 'Chữ',
  COMPOSITE: 'Ghép nhiều phần',
}

export const AGGREGATION_LABELS: Record<Aggregation, string> = {
  SUM: 'Cộng các đơn vị',
  RATIO_OF_SUMS: 'Tổng tử số trên tổng mẫu số',
  MAXIMUM: 'Lấy số lớn nhất',
  NONE: 'Không tổng hợp',
}

/** Class name of the woven mark of each completion class, see components/ui/table.css. */
export const COMPLETION_MARKS: Record<CompletionClass, 'vuot' | 'dat' | 'half' | 'chua'> = {
  EXCEEDED: 'vuot',
  MET: 'dat',
  HALF: 'half',
  NOT_MET: 'chua',
}
