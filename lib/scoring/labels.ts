import type { CriterionKind, RubricState, ScoreStage, ScoringDutyKind, SelfReturn } from './types'

export const STAGE_LABELS: Record<ScoreStage, string> = {
  SELF: 'Tự chấm',
  CROSS: 'Chấm chéo',
  APPRAISED: 'Thẩm định',
  FINAL: 'Điểm chốt',
}

/** The button that ends a stage. */
export const FINISH_LABELS: Record<ScoreStage, string> = {
  SELF: 'Gửi điểm tự chấm',
  CROSS: 'Thống nhất biên bản',
  APPRAISED: 'Gửi điểm thẩm định',
  FINAL: 'Chốt điểm',
}

/** The button that gives a sent self-score back to its unit. */
export const GIVE_BACK_LABELS: Record<SelfReturn, string> = {
  TAKE_BACK: 'Rút về điểm tự chấm',
  HAND_BACK: 'Trả lại điểm tự chấm',
}

export const SCORING_DUTY_LABELS: Record<ScoringDutyKind, string> = {
  SELF_AGAIN: 'Sửa và gửi lại điểm tự chấm',
  SELF: 'Tự chấm điểm',
  CROSS: 'Chấm chéo',
  AGREE: 'Thống nhất biên bản chấm chéo',
  EXPLAIN: 'Giải trình điểm chấm chéo',
  APPRAISED: 'Thẩm định điểm',
  FINAL: 'Chốt điểm',
}

export const RUBRIC_STATE_LABELS: Record<RubricState, string> = {
  DRAFT: 'Đang soạn',
  OPEN: 'Đang chấm điểm',
  PUBLISHED: 'Đã công bố',
}

export const KIND_LABELS: Record<CriterionKind, string> = {
  GROUP: 'Nhóm tiêu chí',
  COMPLETION: 'Tính từ mức hoàn thành chỉ tiêu',
  YES_NO: 'Có hoặc không',
  COUNT_POINTS: 'Số lượng × điểm',
  MANUAL: 'Chấm trực tiếp',
  BONUS: 'Điểm thưởng',
  PENALTY: 'Điểm trừ',
}

/** The written rule, as the screens state it. */
export const COMPLETION_RULE =
  'Chỉ tiêu chưa đạt đăng ký: 0,5 × điểm tối đa × tỷ lệ hoàn thành. Đạt đúng đăng ký: 0,5 × điểm tối đa. Vượt: từ 0,5 × điểm tối đa đến điểm tối đa, theo tỷ lệ với đơn vị vượt cao nhất cụm; đơn vị vượt cao nhất được điểm tối đa. Làm tròn hai chữ số thập phân.'

export const LEFT_OUT_RULE =
  'Chỉ tiêu không giao thì tiêu chí ra khỏi mẫu số: điểm các tiêu chí còn lại được quy về đủ tổng điểm tối đa.'
