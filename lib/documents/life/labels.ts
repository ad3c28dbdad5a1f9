import type { PaperPreset } from '@/lib/platform/files/paper'
import type { PaperKind } from '../types'
import type { DocumentAct, DocumentState, SigningAuthority } from './types'

export const PAPER_LABELS: Record<PaperKind, string> = {
  invitation: 'Giấy mời',
  running_order: 'Kịch bản điều hành',
  plan: 'Kế hoạch hoạt động cụm',
  regulation: 'Quy chế hoạt động cụm',
  reminder: 'Công văn đôn đốc',
  conclusion_notice: 'Thông báo kết luận',
  cluster_report: 'Báo cáo tổng kết cụm',
  unit_report: 'Báo cáo năm của Hội LHPN tỉnh',
  midterm_report: 'Báo cáo sơ kết giữa nhiệm kỳ',
  pledge: 'Giao ước thi đua',
  meeting_minutes: 'Biên bản hội nghị',
  count_minutes: 'Biên bản kiểm phiếu',
  ballot_paper: 'Phiếu bầu',
  selection_minutes: 'Biên bản bình xét',
  award_submission: 'Tờ trình đề nghị khen thưởng',
  achievement_report: 'Báo cáo thành tích',
  award_list: 'Danh sách khen thưởng',
  handover_minutes: 'Biên bản bàn giao cụm trưởng',
  score_table: 'Bảng điểm',
}

export const DOCUMENT_STATE_LABELS: Record<DocumentState, string> = {
  DRAFT: 'Dự thảo',
  PRESENTED: 'Đang trình ký',
  ISSUED: 'Đã ban hành',
  RECALLED: 'Đã thu hồi',
  DISCARDED: 'Đã bỏ',
}

/** Said to whoever acts on a paper that went on meanwhile: what became of it. */
export const MOVED_MEANWHILE: Record<DocumentState, string> = {
  DRAFT: 'Văn bản đã được trả lại dự thảo trong cửa sổ khác. Hãy tải lại trang.',
  PRESENTED: 'Văn bản đã được trình ký trong cửa sổ khác. Hãy tải lại trang.',
  ISSUED: 'Văn bản đã được ghi ban hành trong cửa sổ khác. Hãy tải lại trang.',
  RECALLED: 'Văn bản đã được thu hồi trong cửa sổ khác. Hãy tải lại trang.',
  DISCARDED: 'Dự thảo đã được bỏ trong cửa sổ khác. Hãy tải lại trang.',
}

export const DOCUMENT_ACT_LABELS: Record<DocumentAct | 'DRAFT', string> = {
  DRAFT: 'Lập dự thảo',
  PRESENT: 'Trình ký',
  RETURN: 'Trả lại dự thảo',
  ISSUE: 'Ghi đã ban hành',
  RECALL: 'Thu hồi',
  DISCARD: 'Bỏ dự thảo',
}

export const AUTHORITY_LABELS: Record<SigningAuthority, string> = {
  '': 'Ký theo chức vụ của mình',
  KT: 'KT. (ký thay)',
  TL: 'TL. (thừa lệnh)',
  TUQ: 'TUQ. (thừa ủy quyền)',
  Q: 'Q. (quyền)',
}

export const PRESET_LABELS: Record<PaperPreset, string> = {
  ND30: 'Nghị định 30/2020/NĐ-CP (Quốc hiệu, Tiêu ngữ)',
  HOI: 'Thể thức của Hội (không Quốc hiệu)',
  DANG: 'Thể thức của Đảng (Hướng dẫn 36-HD/VPTW)',
}
