import { HEADSHIP_LABELS, INFERRED, NOT_STATED } from '@/lib/clusters/labels'
import { HEADSHIP_ROLES, type HeadshipRole } from '@/lib/clusters/types'
import type { CompletionClass } from '@/lib/indicators/types'
import { capitalise } from '@/lib/platform/vietnamese'
import type { UnitRef } from '@/lib/units/types'
import type {
  CellSummary,
  ClusterSummary,
  RowStatus,
  RowSummary,
  Segment,
  Sentence,
  TableIndicator,
  TableInput,
} from '../types'

const NUMERALS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']

/** "hai" up to ten, figures beyond, as reports write it. */
const numeral = (count: number): string => NUMERALS[count] ?? String(count)

/** "A", "A và B", "A, B và C", each name a link. */
function listOfUnits(units: UnitRef[]): Segment[] {
  return units.flatMap((unit, index): Segment[] => {
    const before = index === 0 ? [] : [index === units.length - 1 ? ' và ' : ', ']
    return [...before, { unit }]
  })
}

/** "Khánh Hòa và Lâm Đồng mỗi đơn vị một chỉ tiêu; Quảng Ngãi hai chỉ tiêu" */
function countedUnits(rows: RowSummary[], countOf: (row: RowSummary) => number): Segment[] {
  const byCount = new Map<number, UnitRef[]>()
  for (const row of rows) {
    const count = countOf(row)
    if (count > 0) byCount.set(count, [...(byCount.get(count) ?? []), row.unit])
  }
  return [...byCount].flatMap(([count, units], index): Segment[] => [
    ...(index > 0 ? ['; '] : []),
    ...listOfUnits(units),
    `${units.length > 1 ? ' mỗi đơn vị' : ''} ${numeral(count)} chỉ tiêu`,
  ])
}

/** Cells a unit should have filled: no figure, no reason for the blank, and the indicator is assigned to it. */
const blanksOf = (row: RowSummary): number =>
  row.cells.filter((cell) => cell.value === null && cell.blank === null && !cell.notAssigned).length

type Facts = Omit<ClusterSummary, 'sentences'>

function completionSentences(summary: Facts, input: TableInput): Sentence[] {
  const { rows, reporting, judged, metByAll, missed, unranked } = summary
  const seen = rows.filter((row) => row.hasFigures && !row.draft)
  const partial = reporting < rows.length
  const exempt = seen.some((row) => row.cells.some((cell) => cell.notAssigned))
  const who = exempt
    ? partial
      ? 'mọi đơn vị được giao đã có số liệu'
      : 'mọi đơn vị được giao'
    : partial
      ? reporting === 1
        ? 'đơn vị này'
        : `cả ${reporting} đơn vị này`
      : `cả ${reporting} đơn vị`
  const interim = input.period === 'SIX_MONTHS' || input.period === 'NINE_MONTHS'
  const rest = [
    missed > 0 ? `${missed} chỉ tiêu còn đơn vị chưa đạt` : '',
    unranked > 0
      ? `${unranked} chỉ tiêu ${interim ? 'đang thực hiện' : `chưa xếp được mức (${whyUnranked(summary, seen)})`}`
      : '',
  ].filter(Boolean)
  const told =
    judged > 0
      ? metByAll === judged
        ? `cả ${judged} chỉ tiêu có đăng ký đều được ${who} đạt và vượt`
        : [`${metByAll}/${judged} chỉ tiêu có đăng ký được ${who} đạt và vượt`, ...rest].join('; ')
      : 'chưa có chỉ tiêu đăng ký để so sánh'
  const share = interim && judged > 0 ? `đến nay ${told}` : told
  const first: Sentence = partial
    ? [{ strong: `Mới có số liệu của ${reporting}/${rows.length} đơn vị; ${share}.` }]
    : [{ strong: `${capitalise(share)}.` }]
  const sentences = [first]
  for (const [completionClass, lead] of missedClasses(input.indicators)) {
    const units = countedUnits(seen, (row) => row.counts[completionClass])
    if (units.length > 0) sentences.push([`${lead}: `, ...units, '.'])
  }
  const blanks = input.collected ? countedUnits(seen, blanksOf) : []
  if (blanks.length > 0) sentences.push(['Còn để trống: ', ...blanks, '.'])
  return sentences
}

/** Why indicators that no unit falls short in are not met by all: "số “khoảng”, còn trống". */
function whyUnranked({ indicators }: Facts, seen: RowSummary[]): string {
  const reasons = new Set<string>()
  indicators.forEach((_, index) => {
    const cells = seen.map((row) => row.cells[index]!).filter((cell) => !cell.notAssigned)
    const classes = cells.map(({ completion }) => completion.class)
    if (classes.every((one) => one === null) || classes.includes('NOT_MET') || classes.includes('HALF'))
      return
    for (const cell of cells) if (cell.completion.class === null) reasons.add(whyNoClass(cell))
  })
  return [...reasons].join(', ')
}

function whyNoClass({ value, blank, target }: CellSummary): string {
  if (!value) return blank === 'NOT_ARISEN' ? 'không phát sinh' : blank ? 'để trống có lý do' : 'còn trống'
  if (!target) return 'chưa đăng ký'
  return 'qualifier' in value && value.qualifier !== 'EXACT' ? 'số “khoảng”' : 'số không so được với đăng ký'
}

/** The classes below "đạt", worst first, under the words of the indicators' own scheme. */
function missedClasses(indicators: TableIndicator[]): [CompletionClass, string][] {
  const labelOf = (completionClass: CompletionClass, otherwise: string) => {
    const label = indicators
      .flatMap((indicator) => indicator.bands)
      .find((band) => band.class === completionClass)?.label
    return label ? capitalise(label) : otherwise
  }
  return [
    ['NOT_MET', labelOf('NOT_MET', 'Chưa đạt')],
    ['HALF', labelOf('HALF', 'Đạt trên 50%')],
  ]
}

const WAITING: [RowStatus[], string][] = [
  [['CHECKED'], ' đang chờ xác nhận'],
  [['SENT'], ' đang chờ rà soát'],
  [['ADDITIONS_REQUESTED'], ' cần bổ sung'],
  [['NOT_SENT', 'DRAFT', 'PRESENTED'], ' chưa gửi'],
  [['CLOSED_TO_READER'], ' chưa được xác nhận'],
]

/** "4 trong 6 đơn vị đã được xác nhận; Đà Nẵng và Lâm Đồng đang chờ xác nhận." */
export function statusSentence(rows: { unit: UnitRef; status: RowStatus }[]): Sentence {
  const confirmed = rows.filter((row) => row.status === 'CONFIRMED').length
  if (rows.length > 0 && confirmed === rows.length)
    return [rows.length === 1 ? 'Báo cáo đã được xác nhận.' : `Cả ${rows.length} đơn vị đã được xác nhận.`]
  const waiting = WAITING.map(([statuses, words]) => ({
    words,
    units: rows.filter((row) => statuses.includes(row.status)).map((row) => row.unit),
  })).filter(({ units }) => units.length > 0)
  if (confirmed === 0 && waiting.length === 1 && waiting[0]!.units.length === rows.length && rows.length > 1)
    return [`Cả ${rows.length} đơn vị${waiting[0]!.words}.`]
  if (rows.length === 1 && waiting[0]) return [`Báo cáo${waiting[0].words}.`]
  const first =
    confirmed === 0
      ? 'Chưa đơn vị nào được xác nhận'
      : `${confirmed} trong ${rows.length} đơn vị đã được xác nhận`
  return [
    first,
    ...waiting.flatMap(({ units, words }): Segment[] => ['; ', ...listOfUnits(units), words]),
    '.',
  ]
}

/** What stands above the cluster table, in the order in which it is read aloud. */
export function clusterSentences(summary: Facts, input: TableInput): Sentence[] {
  const status = input.collected && summary.rows.length > 0 ? [statusSentence(summary.rows)] : []
  if (summary.reporting > 0) return [...completionSentences(summary, input), ...status]
  if (summary.hasReported) {
    return [
      [
        {
          strong: `Cụm báo cáo ${input.reported.length} số liệu chung; nguồn không nêu số liệu từng tỉnh.`,
        },
      ],
      ...status,
    ]
  }
  if (!input.collected) return [[{ strong: `Nguồn không nêu số liệu của năm ${input.year}.` }]]
  const none = summary.hasUnitFigures
    ? 'Chưa đơn vị nào gửi số liệu của kỳ này.'
    : 'Chưa có số liệu của kỳ này.'
  return [[{ strong: none }], ...status]
}

/** "38 số liệu của năm 2020 theo Tài liệu E; …": a row of a source that states no targets; null where there are any. */
export function recordSentence(row: RowSummary, year: number, citation: string): Sentence | null {
  if (!row.hasFigures || row.cells.some((cell) => cell.target !== null)) return null
  const filled = row.cells.filter((cell) => cell.value !== null).length
  const known = `${filled} số liệu của năm ${year} theo ${citation}`
  return [{ strong: `${known}; nguồn không nêu chỉ tiêu đăng ký nên không xếp mức.` }]
}

/** "21 chỉ tiêu: 7 vượt, 7 đạt 100%, 6 đạt trên 50%, 1 chưa đạt; 2 để trống." */
export function unitSentence(row: RowSummary, indicators: TableIndicator[], interim = false): Sentence {
  const assigned = row.cells.filter((cell) => !cell.notAssigned)
  if (!row.hasFigures) return [{ strong: 'Chưa có số liệu của kỳ này.' }]
  const bands = indicators.flatMap((indicator) => indicator.bands)
  const classes: CompletionClass[] = ['EXCEEDED', 'MET', 'HALF', 'NOT_MET']
  const parts = classes
    .filter((completionClass) => row.counts[completionClass] > 0)
    .map((completionClass) => {
      const label = bands.find((band) => band.class === completionClass)?.label ?? ''
      return `${row.counts[completionClass]} ${label[0]?.toLowerCase() ?? ''}${label.slice(1)}`
    })
  const judged = Object.values(row.counts).reduce((sum, count) => sum + count, 0)
  const filled = assigned.filter((cell) => cell.value !== null).length
  const notArisen = assigned.filter((cell) => cell.value === null && cell.blank !== null).length
  const rest = [
    filled > judged ? `${filled - judged} ${interim ? 'đang thực hiện' : 'không xếp mức'}` : '',
    notArisen > 0 ? `${notArisen} không phát sinh hoặc có lý do` : '',
    blanksOf(row) > 0 ? `${blanksOf(row)} để trống` : '',
  ].filter(Boolean)
  return [{ strong: `${assigned.length} chỉ tiêu: ${[...parts, ...rest].join(', ')}.` }]
}

/** The sentence as plain words, for a title, a share text or a test. */
export function plainSentence(sentence: Sentence): string {
  return sentence
    .map((segment) =>
      typeof segment === 'string' ? segment : 'strong' in segment ? segment.strong : segment.unit.name,
    )
    .join('')
}

/** "Cụm có 10 đơn vị: Bình Định, …; Cụm trưởng Gia Lai, Cụm phó Quảng Ngãi." What no source says is said to be so. */
export function membershipSentence({
  members,
  headships,
}: {
  members: UnitRef[]
  headships: { role: HeadshipRole; unit: UnitRef; inferred: boolean }[]
}): Sentence {
  const roles = HEADSHIP_ROLES.map((role): Segment[] => {
    const held = headships.filter((headship) => headship.role === role)
    const label = HEADSHIP_LABELS[role]
    if (held.length === 0) return [`${label}: ${NOT_STATED}`]
    return [
      `${label} `,
      ...listOfUnits(held.map(({ unit }) => unit)),
      held.some(({ inferred }) => inferred) ? ` (${INFERRED})` : '',
    ]
  })
  return [
    `Cụm có ${members.length} đơn vị: `,
    ...listOfUnits(members),
    '; ',
    ...roles.flatMap((role, index) => (index === 0 ? role : [', ', ...role])),
    '.',
  ]
}

type Standing = { unit: UnitRef; sent: boolean; mending: boolean; lateDays: number }

/** "5 trong 7 đơn vị đã gửi, 1 gửi chậm. Chưa gửi: Lai Châu (quá hạn 3 ngày) và Sơn La." */
export function completenessSentence(rows: Standing[]): Sentence[] {
  const unsent = rows.filter((row) => !row.sent)
  const sent = rows.length - unsent.length
  const late = rows.filter((row) => row.sent && row.lateDays > 0).length
  const head =
    rows.length > 1 && sent === rows.length
      ? `Cả ${rows.length} đơn vị đã gửi`
      : sent === 0
        ? 'Chưa đơn vị nào gửi'
        : `${sent} trong ${rows.length} đơn vị đã gửi`
  const first: Sentence = [{ strong: `${head}${late > 0 ? `, ${late} đơn vị gửi chậm` : ''}.` }]
  const toMend = rows.filter((row) => row.mending).map(({ unit }) => unit)
  const mending: Sentence[] =
    toMend.length > 0 ? [['Đã gửi và cần bổ sung: ', ...listOfUnits(toMend), '.']] : []
  if (unsent.length === 0 || sent === 0) return [first, ...mending]
  const names = unsent.flatMap((row, index): Segment[] => [
    ...(index === 0 ? [] : [index === unsent.length - 1 ? ' và ' : ', ']),
    { unit: row.unit },
    row.lateDays > 0 ? ` (quá hạn ${row.lateDays} ngày)` : '',
  ])
  return [first, ...mending, ['Chưa gửi: ', ...names, '.']]
}
