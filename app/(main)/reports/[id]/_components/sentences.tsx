import { printDate, printDateTime } from '@/lib/platform/dates'
import { daysInWords } from '@/lib/reports/entry/rules'
import { STATE_LABELS } from '@/lib/reports/labels'
import { printDue } from '@/lib/reports/rules'
import type { ReportDto } from '@/lib/reports/types'
import type { RelatedUnit } from '@/lib/units/types'

/** "Kết quả năm 2026", and its short form for the way here. */
export function reportTitle({ period: { kind, year } }: Pick<ReportDto, 'period'>): {
  long: string
  short: string
} {
  switch (kind) {
    case 'REGISTRATION':
      return { long: `Đăng ký chỉ tiêu năm ${year}`, short: `Đăng ký chỉ tiêu ${year}` }
    case 'SIX_MONTHS':
      return { long: `Kết quả 6 tháng năm ${year}`, short: `Báo cáo 6 tháng ${year}` }
    case 'NINE_MONTHS':
      return { long: `Kết quả 9 tháng năm ${year}`, short: `Báo cáo 9 tháng ${year}` }
    case 'YEAR_ESTIMATE':
      return { long: `Ước kết quả năm ${year}`, short: `Báo cáo ước cả năm ${year}` }
    case 'YEAR_FINAL':
      return { long: `Kết quả năm ${year}`, short: `Báo cáo năm ${year}` }
  }
}

/** "gồm Phú Yên trước 1/7/2025". */
export function includesSentence(name: string, predecessors: readonly RelatedUnit[]): string {
  const others = predecessors.filter((predecessor) => predecessor.name !== name)
  const [first] = others
  if (!first) return ''
  const [year, month, day] = first.date.split('-').map(Number)
  return `gồm ${others.map((other) => other.name).join(', ')} trước ${day}/${month}/${year}`
}

/** "Hạn gửi 27/11/2026, còn 5 ngày." */
export function deadlineSentence({ additionsDueAt, period, daysLeft, additionsReason }: ReportDto) {
  const due = additionsDueAt ?? period.dueAt
  if (!due || daysLeft === null)
    return <>{additionsReason ? 'Cụm đang chờ bổ sung.' : 'Kỳ này không đặt hạn gửi.'}</>
  return (
    <>
      {additionsDueAt ? 'Hạn bổ sung' : 'Hạn gửi'} <b>{printDue(due)}</b>,{' '}
      {daysLeft < 0 ? <b className="text-co">{daysInWords(daysLeft)}</b> : daysInWords(daysLeft)}.
    </>
  )
}

/** For a leader, while the report is with her officers. */
export function withOfficersSentence({ handedBack, progress, state }: ReportDto): string {
  if (handedBack)
    return `Đã trả lại chuyên viên lúc ${printDateTime(handedBack.at)}${handedBack.reason ? `: ${handedBack.reason}` : '.'}`
  const filled = `Đã nhập ${progress.filled + progress.blank} trong ${progress.assigned} chỉ tiêu.`
  return state === 'ADDITIONS_REQUESTED'
    ? `Cụm đề nghị bổ sung, chuyên viên đang sửa. ${filled}`
    : `Chuyên viên đang nhập, chưa trình. ${filled}`
}

/** Where the report is, for a unit that cannot change it now. */
export function stateSentence(report: ReportDto): string {
  const { state, sentAt, lateDays, period, progress } = report
  const late = lateDays > 0 ? `, chậm ${lateDays} ngày` : ''
  const filled = `Đã nhập ${progress.filled + progress.blank} trong ${progress.assigned} chỉ tiêu.`
  if (period.lockedAt && state !== 'LOCKED') return `Kỳ này đã chốt số liệu. ${filled}`
  switch (state) {
    case 'PRESENTED':
      return report.acts.includes('SEND')
        ? `Chuyên viên đã trình. ${filled}`
        : `Đã trình lãnh đạo, chờ lãnh đạo xem và gửi. ${filled}`
    case 'SENT':
      return `Đã gửi${sentAt ? ` ngày ${printDate(sentAt)}` : ''}${late}, chờ cụm rà soát.`
    case 'CHECKED':
      return `Cụm đã rà soát${late ? ` (gửi${late.slice(1)})` : ''}, chờ xác nhận.`
    case 'DRAFT':
    case 'ADDITIONS_REQUESTED':
    case 'CONFIRMED':
    case 'LOCKED':
      return `${STATE_LABELS[state]}${sentAt ? `, gửi ngày ${printDate(sentAt)}` : ''}${late}.`
  }
}
