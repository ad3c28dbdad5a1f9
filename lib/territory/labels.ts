import type { ChangeKind, NotCarriedReason, ReportHandling } from './types'

export const CHANGE_LABELS: Record<ChangeKind, string> = { MERGER: 'Sáp nhập', SPLIT: 'Chia tách' }

export const HANDLING_LABELS: Record<ReportHandling, string> = {
  KEEP: 'Người của đơn vị cũ làm nốt, số liệu đứng tên đơn vị cũ',
  CARRY: 'Đơn vị mới làm tiếp, từ số liệu cộng của các đơn vị cũ',
}

export const NOT_CARRIED_LABELS: Record<NotCarriedReason, string> = {
  MISSING: 'có đơn vị chưa nhập',
  NOT_AGGREGATED: 'chỉ tiêu này không tổng hợp giữa các đơn vị',
  NOT_SUMMABLE: 'số liệu không cùng loại nên không cộng được',
  OWN_SET: 'chỉ tiêu riêng của đơn vị cũ',
}

/** Where data of a new unit may stand, for the sentence that says why a change can no longer be undone. */
export const DATA_LABELS: Record<string, string> = {
  reports: 'báo cáo',
  evidence_files: 'minh chứng',
  figure_comments: 'ý kiến về số liệu',
  role_grants: 'vai trò của người dùng',
  cluster_memberships: 'thành viên cụm',
  headships: 'cụm trưởng, cụm phó',
  unit_designations: 'tên, loại, mã',
  unit_aliases: 'tên gọi khác',
  unit_successions: 'lần sắp xếp sau',
  unit_indicators: 'chỉ tiêu giao',
  terms: 'nhiệm kỳ',
  awards: 'khen thưởng',
  nominations: 'đề nghị khen thưởng',
  delegates: 'đại biểu hội nghị',
  meetings: 'hội nghị',
  meeting_tasks: 'việc sau hội nghị',
  pledge_agreements: 'giao ước thi đua',
  joint_activities: 'hoạt động chung',
  registered_works: 'công trình, phần việc',
  good_practices: 'mô hình, cách làm hay',
  indicator_duties: 'phân công chỉ tiêu',
  score_sheets: 'phiếu chấm điểm',
}
