import { periodOfYear } from '@/lib/periods/labels'
import { readToday } from '@/lib/periods/queries'
import type { PeriodKind } from '@/lib/periods/types'
import { getCompleteness } from '@/lib/reports/overview/queries'
import { dayInWords, daysBetween, type CalendarDay } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Paper, TableRow } from '@/lib/platform/files/paper'
import { added, addedOr, illustrativeNote, para, markOf } from './blocks/rules'
import { gatherCluster } from './gathering/queries'
import { memberUnion, unsentIn } from './gathering/rules'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clusterName, lastDayOf, two } from './wording/rules'

type Unsent = { union: string; lateDays: number; state: 'UNSENT' | 'TO_MEND' }

type ReminderFacts = {
  cluster: string
  year: number
  period: PeriodKind
  /** Last day for sending; null where the office has set none. */
  lastDay: CalendarDay | null
  today: CalendarDay
  memberCount: number
  /** Once sent counts as sent; those asked for additions are named apart. */
  sent: number
  toMend: number
  unsent: Unsent[]
  /** Sent, but after the last day. */
  sentLate: { union: string; lateDays: number }[]
  illustrative: boolean
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'new_day', label: 'Đề nghị gửi trước', hint: 'Ví dụ: 17 giờ 00, ngày 30/11/2026', lines: 1 },
  { key: 'more', label: 'Nội dung bổ sung', lines: 4 },
  { key: 'contact', label: 'Đầu mối liên hệ', lines: 2 },
]

/** Công văn đôn đốc, nêu tên các đơn vị chưa gửi báo cáo của kỳ. */
export const makeReminder: PaperMaker = async (actor, subject) => {
  const clusterYear = subject.clusterYearId ? await gatherCluster(actor, subject.clusterYearId) : null
  const [completeness] = clusterYear
    ? await getCompleteness(actor, { clusterYearId: clusterYear.id }, [subject.id])
    : []
  if (!clusterYear || !completeness) return fail('not_found')
  const { period, rows } = completeness
  const unsent = unsentIn(rows)
  if (unsent.length === 0)
    return fail('invalid', 'Các đơn vị đã gửi đủ báo cáo của kỳ này, không còn đơn vị nào để đôn đốc.')
  const today = await readToday()
  const facts: ReminderFacts = {
    cluster: clusterName(clusterYear.title),
    year: period.year,
    period: period.kind,
    lastDay: lastDayOf(period.dueAt),
    today,
    memberCount: rows.length,
    sent: rows.filter((row) => row.sent).length,
    toMend: unsent.filter((row) => row.sent).length,
    unsent: unsent.map(({ unit, lateDays, sent }) => ({
      union: memberUnion(clusterYear, unit),
      lateDays: sent ? 0 : lateDays,
      // How far a unit has come with what it has not sent is its own affair.
      state: sent ? 'TO_MEND' : 'UNSENT',
    })),
    sentLate: rows
      .filter((row) => row.sent && row.lateDays > 0 && !unsent.includes(row))
      .map(({ unit, lateDays }) => ({ union: memberUnion(clusterYear, unit), lateDays })),
    illustrative: clusterYear.illustrative,
  }
  return ok({
    facts,
    // Days late grow by themselves: what was issued yesterday is not outdated for that.
    lasting: { ...facts, today: null, unsent: unsent.map(({ unit, sent }) => [unit.id, sent]) },
    slots: SLOTS,
    layOut: (frame, texts) => layOutReminder(facts, frame, texts),
  })
}

const STANDINGS: Record<Unsent['state'], string> = {
  UNSENT: 'Chưa gửi',
  TO_MEND: 'Đã gửi, cần bổ sung',
}

function layOutReminder(facts: ReminderFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, year, period, unsent, illustrative } = facts
  const report = reportName(period, year)
  return {
    title: `Công văn đôn đốc gửi ${report}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: null,
      summary: `V/v đôn đốc gửi ${report}`,
      to: unsent.map(({ union }) => union),
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      para(situation(facts, report)),
      ...(unsent.length > 0 ? [table(unsent)] : []),
      ...lateNote(facts),
      para(
        `Để bảo đảm tiến độ tổng hợp chung của Cụm, ${cluster} đề nghị các đơn vị có tên trên khẩn trương hoàn thành, trình lãnh đạo duyệt và gửi báo cáo ${deadline(facts, texts)}. Đơn vị có khó khăn, vướng mắc đề nghị phản ánh ngay về Cụm trưởng để phối hợp tháo gỡ.`,
      ),
      ...added(texts, 'more'),
      ...addedOr(texts, 'contact', []),
      para('Trân trọng cảm ơn sự phối hợp của các đơn vị.'),
    ],
    signatures: [frame.signatory],
    recipients: ['Như trên', 'Chuyên viên Trung ương Hội theo dõi Cụm (để báo cáo)', 'Lưu: VT'],
    annexes: [],
  }
}

const reportName = (period: PeriodKind, year: number) =>
  period === 'REGISTRATION' ? `đăng ký chỉ tiêu thi đua năm ${year}` : `báo cáo ${periodOfYear(period, year)}`

/** The day she named; before the last day that day itself; after it room to write one by hand. */
function deadline({ lastDay, today }: ReminderFacts, texts: AddedTexts): string {
  const day = texts.new_day?.trim()
  if (day) return `trước ${day}`
  return lastDay && today <= lastDay ? 'đúng thời hạn trên' : 'trước ngày …… tháng …… năm ………'
}

/** How many are outstanding, against which day: said as a fact, without reproach. */
function situation(
  { sent, toMend, memberCount, lastDay, today, cluster }: ReminderFacts,
  report: string,
): string {
  const due = lastDay
    ? `Theo kế hoạch, các đơn vị thành viên gửi ${report} chậm nhất ${dayInWords(lastDay)}. `
    : ''
  const left = lastDay ? daysBetween(today, lastDay) : null
  const remaining = left !== null && left >= 0 ? ` (còn ${two(left)} ngày đến hạn)` : ''
  const rest = [
    sent < memberCount ? `${two(memberCount - sent)} đơn vị chưa gửi` : '',
    toMend > 0 ? `${two(toMend)} đơn vị đã gửi và cần bổ sung` : '',
  ].filter(Boolean)
  return `${due}Tính đến ${dayInWords(today)}${remaining}, ${cluster} đã nhận được báo cáo của ${two(sent)}/${two(memberCount)} đơn vị; ${rest.join(', ')}, cụ thể như sau:`
}

const table = (unsent: readonly Unsent[]) =>
  ({
    kind: 'table',
    columns: [{ width: 12, align: 'center' }, { width: 84 }, { width: 56 }, { width: 34, align: 'center' }],
    head: [['TT', 'Đơn vị', 'Tình trạng', 'Số ngày quá hạn']],
    rows: unsent.map(({ union, lateDays, state }, index): TableRow => [
      String(index + 1),
      union,
      STANDINGS[state],
      state === 'TO_MEND' ? '' : lateDays > 0 ? two(lateDays) : 'chưa quá hạn',
    ]),
  }) as const

function lateNote({ sentLate }: ReminderFacts) {
  if (sentLate.length === 0) return []
  const named = sentLate.map(({ union, lateDays }) => `${union} (${two(lateDays)} ngày)`)
  return [para(`Đơn vị đã gửi nhưng sau thời hạn: ${named.join('; ')}.`)]
}
