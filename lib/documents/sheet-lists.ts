import { ACCOUNT_STATE_LABELS } from '@/lib/accounts/admin/labels'
import type { AccountRow } from '@/lib/accounts/admin/types'
import { ROLE_LABELS } from '@/lib/accounts/labels'
import type { PracticeListItem } from '@/lib/activities/practices/types'
import { decisionLabel, prizeBasis, recipientLabel, RECIPIENT_LABELS } from '@/lib/awards/labels'
import type { AwardDto } from '@/lib/awards/types'
import { TASK_STATE_LABELS } from '@/lib/meetings/labels'
import type { MyTaskDto } from '@/lib/meetings/types'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { calendarDay } from '@/lib/platform/dates'
import type { Cell, Table } from '@/lib/platform/files/types'
import { standingLabel } from '@/lib/reports/labels'
import type { Completeness } from '@/lib/reports/types'
import { STAGE_LABELS } from '@/lib/scoring/labels'
import type { ScoreBoard } from '@/lib/scoring/types'

type About = { title: string; notes: string[] }

const day = (moment: string | Date | null | undefined): Cell =>
  moment
    ? { date: typeof moment === 'string' && moment.length === 10 ? moment : calendarDay(new Date(moment)) }
    : { text: '' }
const number = (value: number | string | null | undefined): Cell =>
  value === null || value === undefined || value === '' ? { text: '' } : { number: String(value) }

/** Who has sent, period by period. */
export const completenessTables = (tables: readonly Completeness[], { title, notes }: About): Table[] =>
  tables.map(({ period, rows }) => ({
    name: PERIOD_LABELS[period.kind],
    title: `${title}, ${PERIOD_LABELS[period.kind].toLowerCase()} ${period.year}`,
    notes,
    illustrative: false,
    columns: [
      { head: 'Đơn vị', width: 26 },
      { head: 'Cụm', width: 40 },
      { head: 'Hạn gửi', width: 12 },
      { head: 'Trạng thái', width: 22 },
      { head: 'Ngày gửi', width: 12 },
      { head: 'Chậm (ngày)', width: 12 },
    ],
    rows: rows.map((row) => [
      row.unit.name,
      row.clusterYear?.title ?? '',
      day(period.dueAt),
      standingLabel(row),
      day(row.sentAt),
      number(row.lateDays),
    ]),
  }))

/** Places and points once published; before that how far each sheet is. */
export function scoreTable({ rubric, rows }: ScoreBoard, { title, notes }: About): Table {
  return {
    name: 'Chấm điểm',
    title,
    notes: rubric ? [`${rubric.name}, tổng ${rubric.total} điểm`, ...notes] : notes,
    illustrative: rubric?.illustrative ?? false,
    columns: [
      { head: 'Hạng', width: 8 },
      { head: 'Đơn vị', width: 26 },
      { head: 'Tiểu cụm', width: 16 },
      { head: 'Tổng điểm', width: 12 },
      { head: 'Xếp loại', width: 20 },
      { head: 'Điểm đến khâu', width: 16 },
      { head: 'Tự chấm', width: 12 },
      { head: 'Chấm chéo', width: 12 },
      { head: 'Thẩm định', width: 12 },
      { head: 'Chốt', width: 12 },
    ],
    fixed: 2,
    rows: rows.map((row) => [
      number(row.result?.rank),
      row.unit.name,
      row.subGroup ?? '',
      number(row.result?.total ?? row.provisional?.total),
      row.result?.className ?? '',
      row.result ? 'Đã công bố' : row.provisional ? STAGE_LABELS[row.provisional.stage] : '',
      day(row.selfSentAt),
      day(row.crossDoneAt),
      day(row.appraisedAt),
      day(row.finalAt),
    ]),
  }
}

/** Awards given. What a source leaves open stays open. */
export const awardTable = (awards: readonly AwardDto[], { title, notes }: About): Table => ({
  name: 'Khen thưởng',
  title,
  notes,
  illustrative: awards.some(({ illustrative }) => illustrative),
  columns: [
    { head: 'Danh hiệu, hình thức', width: 36 },
    { head: 'Cơ quan tặng', width: 26 },
    { head: 'Loại', width: 12 },
    { head: 'Tặng cho', width: 34 },
    { head: 'Năm', width: 8 },
    { head: 'Quyết định', width: 34 },
    { head: 'Ngày', width: 12 },
    { head: 'Người ký', width: 22 },
    { head: 'Tiền thưởng (đồng)', width: 16 },
    { head: 'Cách tính', width: 40 },
    { head: 'Đề nghị ban đầu', width: 26 },
    { head: 'Nguồn', width: 34 },
    { head: 'Ghi chú', width: 40 },
  ],
  rows: awards.map((award) => [
    award.type.name,
    award.type.issuer,
    RECIPIENT_LABELS[award.recipientKind],
    recipientLabel(award),
    number(award.year),
    decisionLabel(award.decision, award.source !== null),
    day(award.decision?.decidedOn),
    award.decision?.signer ?? '',
    'missing' in award.prize ? { text: '' } : number(award.prize.amount),
    prizeBasis(award.prize),
    award.proposedType ?? '',
    award.illustrative ? 'Số liệu minh họa' : (award.source?.title ?? ''),
    award.note ?? '',
  ]),
})

/** Good practices, shared or still a draft of her own unit. */
export const practiceTable = (practices: readonly PracticeListItem[], { title, notes }: About): Table => ({
  name: 'Mô hình, cách làm hay',
  title,
  notes,
  illustrative: practices.some(({ illustrative }) => illustrative),
  columns: [
    { head: 'Mô hình, cách làm', width: 44 },
    { head: 'Tóm tắt', width: 70 },
    { head: 'Năm', width: 8 },
    { head: 'Đơn vị', width: 24 },
    { head: 'Cụm', width: 30 },
    { head: 'Phong trào', width: 30 },
    { head: 'Chia sẻ', width: 12 },
    { head: 'Nguồn', width: 34 },
  ],
  rows: practices.map((row) => [
    row.title,
    row.summary,
    number(row.year),
    row.unit?.name ?? '',
    row.cluster?.name ?? '',
    row.campaign?.name ?? '',
    row.sharedAt ? day(row.sharedAt) : 'chưa chia sẻ',
    row.illustrative ? 'Số liệu minh họa' : (row.source?.title ?? ''),
  ]),
})

/** Tasks given at meetings, with where each of them stands. */
export const taskTable = (tasks: readonly MyTaskDto[], { title, notes }: About): Table => ({
  name: 'Việc giao từ hội nghị',
  title,
  notes,
  illustrative: false,
  columns: [
    { head: 'Việc', width: 60 },
    { head: 'Đơn vị', width: 24 },
    { head: 'Hạn', width: 12 },
    { head: 'Tình trạng', width: 16 },
    { head: 'Hội nghị', width: 40 },
    { head: 'Ngày họp', width: 12 },
    { head: 'Kết luận', width: 60 },
  ],
  rows: tasks.map((task) => [
    task.text,
    task.unit?.name ?? 'Cả cụm',
    day(task.dueOn),
    TASK_STATE_LABELS[task.state],
    task.meeting.title,
    day(task.meeting.heldOn),
    task.conclusion,
  ]),
})

/** Accounts with the roles they hold. */
export const accountTable = (accounts: readonly AccountRow[], { title, notes }: About): Table => ({
  name: 'Tài khoản',
  title,
  notes,
  illustrative: false,
  columns: [
    { head: 'Họ tên', width: 30 },
    { head: 'Email', width: 36 },
    { head: 'Vai trò', width: 60 },
    { head: 'Tình trạng', width: 18 },
    { head: 'Dùng gần nhất', width: 14 },
  ],
  rows: accounts.map((row) => [
    row.name,
    row.email,
    row.grants
      .map(({ role, scope }) => (scope ? `${ROLE_LABELS[role]}, ${scope}` : ROLE_LABELS[role]))
      .join('; '),
    ACCOUNT_STATE_LABELS[row.state],
    day(row.lastSeenAt),
  ]),
})
