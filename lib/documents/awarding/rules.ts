import type { BallotDto } from '@/lib/ballots/types'
import type { CalendarDay } from '@/lib/platform/dates'
import type { Block, TableRow } from '@/lib/platform/files/paper'
import { clause, two } from '../wording/rules'
import type { GivenLine, ProposedLine } from './types'

type Law = { from: CalendarDay; texts: string[] }

/** The law on emulation and commendation by the day from which it is in force, newest first. */
const LAWS: Law[] = [
  {
    from: '2025-07-01',
    texts: [
      'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
    ],
  },
  {
    from: '2024-01-01',
    texts: [
      'Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
      'Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ',
    ],
  },
  {
    from: '0000-01-01',
    texts: ['Luật Thi đua, khen thưởng và các văn bản hướng dẫn thi hành có hiệu lực tại thời điểm xét'],
  },
]

/** căn cứ of a paper on awards, as the law stood on the day. */
export const lawsOn = (day: CalendarDay): string[] =>
  LAWS.find(({ from }) => from <= day)!.texts.map((text) => `Căn cứ ${text}`)

/** "06/07 phiếu (85,71%)": how a candidate came out of an announced ballot; '' where no count is kept. */
export function voteFor(ballot: BallotDto | null, unitId: string | null): string {
  if (!ballot) return ''
  const candidate = ballot.candidates.find((one) => one.unitId === unitId)
  const outcome = ballot.result?.tally.outcomes.find(({ id }) => id === candidate?.id)
  if (ballot.method === 'CONSENSUS') return 'thống nhất'
  return outcome && ballot.result ? `${two(outcome.total)}/${two(ballot.result.members)} phiếu` : ''
}

/** The list of proposals as a table. */
export const proposedTable = (lines: readonly ProposedLine[]): Block => ({
  kind: 'table',
  columns: [
    { width: 10, align: 'center' },
    { width: 44 },
    { width: 52 },
    { width: 100 },
    { width: 34, align: 'center' },
  ],
  head: [['TT', 'Đơn vị, cá nhân', 'Hình thức đề nghị', 'Tóm tắt thành tích', 'Kết quả bình xét']],
  rows: lines.map((line, index): TableRow => [
    String(index + 1),
    line.recipient,
    line.type,
    line.achievement ? `${clause(line.achievement)}.` : '',
    line.vote,
  ]),
})

/** Awards given, each with its decision and prize. */
export const givenTable = (lines: readonly GivenLine[]): Block => ({
  kind: 'table',
  columns: [
    { width: 10, align: 'center' },
    { width: 48 },
    { width: 56 },
    { width: 70 },
    { width: 40, align: 'right' },
  ],
  head: [['TT', 'Đơn vị, cá nhân', 'Hình thức khen thưởng', 'Quyết định', 'Tiền thưởng']],
  rows: lines.map(({ recipient, type, decision, prize }, index): TableRow => [
    String(index + 1),
    recipient,
    type,
    decision,
    prize,
  ]),
})
