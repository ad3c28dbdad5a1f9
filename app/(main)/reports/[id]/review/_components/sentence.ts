import { completionOf } from '@/lib/indicators/rules'
import { COMPLETION_CLASSES } from '@/lib/indicators/types'
import type { ReportDto } from '@/lib/reports/types'

/** "21 chỉ tiêu: 7 vượt, 7 đạt, 6 chưa đạt; 1 để trống. 3 số đã đổi từ lần xem trước." */
export function reviewSentence(report: ReportDto): string {
  const cells = report.cells.filter((cell) => !cell.notAssigned)
  const filled = cells.filter((cell) => cell.figure?.value)
  const blank = cells.length - filled.length
  const blanks = blank > 0 ? `${blank} để trống` : null
  if (report.period.kind === 'REGISTRATION')
    return `Đăng ký ${filled.length} trong ${cells.length} chỉ tiêu${blanks ? `; ${blanks}` : ''}.`
  const judged = cells.map((cell) =>
    completionOf(cell.figure?.value ?? null, cell.registeredTarget?.value ?? null, cell.indicator),
  )
  const counts = COMPLETION_CLASSES.toReversed().flatMap((completionClass) => {
    const of = judged.filter((completion) => completion.class === completionClass)
    return of.length > 0 ? [`${of.length} ${of[0]?.label?.toLowerCase() ?? ''}`] : []
  })
  const unjudged = filled.length - judged.filter((completion) => completion.class !== null).length
  const rest = [unjudged > 0 ? `${unjudged} không có chỉ tiêu để so sánh` : null, blanks].filter(Boolean)
  const head = `${cells.length} chỉ tiêu: ${[...counts, ...rest].join(', ') || 'chưa có số liệu'}.`
  return head
}
