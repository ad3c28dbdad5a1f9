import type {
  BlankReason,
  Capacity,
  CompletenessRow,
  FigureMeasure,
  NarrativeSectionKey,
  ReportAct,
  ReportState,
  WorkKind,
} from './types'

export const STATE_LABELS: Record<ReportState, string> = {
  DRAFT: 'Bản nháp',
  PRESENTED: 'Đã trình lãnh đạo',
  SENT: 'Đã gửi',
  CHECKED: 'Cụm trưởng đã rà soát',
  ADDITIONS_REQUESTED: 'Cần bổ sung',
  CONFIRMED: 'Đã xác nhận',
  LOCKED: 'Đã chốt số liệu',
}

/** Where a unit stands with a report, for those who wait for it: what lies in its drawer is simply not sent. */
export const standingLabel = ({
  sent,
  mending,
  state,
}: Pick<CompletenessRow, 'sent' | 'mending' | 'state'>) =>
  mending ? STATE_LABELS.ADDITIONS_REQUESTED : sent && state ? STATE_LABELS[state] : 'Chưa gửi'

/** What the button that does the act says. */
export const ACT_LABELS: Record<ReportAct, string> = {
  PRESENT: 'Trình lãnh đạo',
  HAND_BACK: 'Trả lại chuyên viên',
  SEND: 'Gửi báo cáo',
  CHECK: 'Đã rà soát',
  REQUEST_ADDITIONS: 'Đề nghị bổ sung',
  CONFIRM: 'Xác nhận',
  REOPEN: 'Mở lại báo cáo',
  LOCK: 'Chốt số liệu',
}

export const CAPACITY_LABELS: Record<Capacity, string> = {
  OFFICER: 'Chuyên viên',
  LEADER: 'Lãnh đạo Hội tỉnh',
  HEAD: 'Cụm trưởng',
  DEPUTY: 'Cụm phó',
  CENTRAL_STAFF: 'Chuyên viên TW',
  REVIEWER: 'Phó Chủ tịch phụ trách cụm',
  OFFICE: 'Thường trực thi đua TW Hội',
  SYSTEM: 'Hệ thống',
}

export const MEASURE_LABELS: Record<FigureMeasure, string> = {
  MAIN: 'Số của kỳ',
  TO_DATE: 'Lũy kế đến nay',
}

export const BLANK_LABELS: Record<BlankReason, string> = {
  NOT_ARISEN: 'Không phát sinh',
  OTHER: 'Để trống, có lý do',
}

export const SECTION_LABELS: Record<NarrativeSectionKey, string> = {
  HIGHLIGHTS: 'Kết quả nổi bật',
  GOOD_PRACTICES: 'Mô hình, cách làm hay',
  DIFFICULTIES: 'Khó khăn, hạn chế',
  CAUSES: 'Nguyên nhân',
  PROPOSALS: 'Đề xuất, kiến nghị',
  DIRECTIONS: 'Phương hướng',
  PARTY_COMMITTEE_OPINION: 'Ý kiến cấp ủy',
}

export const WORK_LABELS: Record<WorkKind, string> = {
  ENTER: 'Nhập báo cáo',
  MEND: 'Bổ sung theo đề nghị',
  PRESENTED: 'Xem và gửi',
  CHECK: 'Rà soát',
  APPRAISE: 'Thẩm định số liệu',
  REVIEW: 'Xem và xác nhận',
  DECIDE_ADJUSTMENT: 'Xét điều chỉnh chỉ tiêu',
}

export const ADJUSTMENT_LABELS: Record<'REQUESTED' | 'APPROVED' | 'REFUSED', string> = {
  REQUESTED: 'Chờ xét',
  APPROVED: 'Đồng ý',
  REFUSED: 'Không đồng ý',
}
