import type { MinutesSectionKey } from './types'

export const MINUTES_SECTION_LABELS: Record<MinutesSectionKey, string> = {
  heading: 'Thời gian, địa điểm',
  attendance: 'Thành phần tham dự',
  agenda: 'Diễn biến theo chương trình',
  speakers: 'Ý kiến phát biểu',
  decisions: 'Quyết định của hội nghị',
  ballots: 'Bình bầu, suy tôn',
  conclusion: 'Kết luận',
  tasks: 'Việc giao sau hội nghị',
  side_events: 'Hoạt động bên lề',
  closing: 'Bế mạc',
}
