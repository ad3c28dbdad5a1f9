import type {
  DecisionMethod,
  DelegateRole,
  MeetingForm,
  MeetingKind,
  MeetingState,
  Quorum,
  SpeakerState,
  TaskState,
} from './types'

export const MEETING_KIND_LABELS: Record<MeetingKind, string> = {
  LAUNCH: 'Hội nghị triển khai',
  INTERIM: 'Hội nghị sơ kết',
  PREPARATORY: 'Họp trù bị',
  ANNUAL_REVIEW: 'Hội nghị tổng kết',
}

export const MEETING_FORM_LABELS: Record<MeetingForm, string> = {
  IN_PERSON: 'Trực tiếp',
  ONLINE: 'Trực tuyến',
  MIXED: 'Trực tiếp kết hợp trực tuyến',
}

export const MEETING_STATE_LABELS: Record<MeetingState, string> = {
  PLANNED: 'Đang chuẩn bị',
  INVITED: 'Đã mời',
  OPEN: 'Đang họp',
  CLOSED: 'Đã bế mạc',
}

export const DELEGATE_ROLE_LABELS: Record<DelegateRole, string> = {
  DELEGATE: 'Đại biểu',
  CHAIR: 'Chủ trì',
  SECRETARY: 'Thư ký',
  CENTRAL: 'Đại biểu Trung ương',
  GUEST: 'Khách mời',
}

export const SPEAKER_STATE_LABELS: Record<SpeakerState, string> = {
  WAITING: 'Chờ phát biểu',
  SPEAKING: 'Đang phát biểu',
  DONE: 'Đã phát biểu',
  CANCELLED: 'Thôi phát biểu',
}

export const DECISION_METHOD_LABELS: Record<DecisionMethod, string> = {
  CONSENSUS: 'thống nhất',
  SHOW_OF_HANDS: 'biểu quyết giơ tay',
  NOT_STATED: 'nguồn không nêu cách quyết định',
}

export const TASK_STATE_LABELS: Record<TaskState, string> = {
  OPEN: 'Đang làm',
  DONE: 'Đã xong',
  CANCELLED: 'Thôi thực hiện',
}

/** "Có mặt 5/6 đơn vị, đủ điều kiện họp (cần 4)". */
export function quorumInWords(quorum: Quorum): string {
  const verdict = quorum.met ? 'đủ điều kiện họp' : 'chưa đủ điều kiện họp'
  return `Có mặt ${quorum.presentUnits}/${quorum.memberUnits} đơn vị, ${verdict} (cần ${quorum.needed})`
}

/** "6 tán thành, 0 không tán thành, 1 không có ý kiến"; empty where no hands were counted. */
export function handsInWords(vote: {
  inFavour: number | null
  against: number | null
  abstained: number | null
}): string {
  const parts = [
    vote.inFavour === null ? null : `${vote.inFavour} tán thành`,
    vote.against === null ? null : `${vote.against} không tán thành`,
    vote.abstained === null ? null : `${vote.abstained} không có ý kiến`,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
