import type { Base, Compared, ComparisonView, Remark } from './types'

export const COMPARED_LABELS: Record<Compared, string> = { UNITS: 'Các đơn vị', CLUSTERS: 'Các cụm' }
export const COMPARED_SLUGS: Record<Compared, string> = { UNITS: 'don-vi', CLUSTERS: 'cum' }

export const BASE_LABELS: Record<Base, string> = {
  TOTAL: 'Tổng của cụm',
  PER_UNIT: 'Bình quân một đơn vị',
  PER_MEMBER: 'Trên 1.000 hội viên',
}
export const BASE_SLUGS: Record<Base, string> = {
  TOTAL: 'tong',
  PER_UNIT: 'mot-don-vi',
  PER_MEMBER: 'hoi-vien',
}

export const VIEW_LABELS: Record<ComparisonView, string> = {
  BARS: 'Xếp theo kết quả',
  TARGETS: 'Kết quả và đăng ký',
  LINES: 'Qua các năm',
  MULTIPLES: 'Từng hàng qua các năm',
  HEAT: 'Đơn vị và chỉ tiêu',
  MAP: 'Bản đồ ô',
  REMARKABLE: 'Đáng chú ý',
}
export const VIEW_SLUGS: Record<ComparisonView, string> = {
  BARS: 'xep-hang',
  TARGETS: 'dang-ky',
  LINES: 'qua-nam',
  MULTIPLES: 'tung-hang',
  HEAT: 'bang-mau',
  MAP: 'ban-do',
  REMARKABLE: 'dang-chu-y',
}

export const REMARK_LABELS: Record<Remark, string> = {
  GREATEST_CHANGE: 'Thay đổi nhiều nhất',
  BELOW_HALF: 'Dưới 50% chỉ tiêu đăng ký',
  OUTLIER: 'Khác hẳn các hàng khác',
  MISSING: 'Chưa có số liệu',
}
