import { METHOD_LABELS, rulesInWords, shareInWords, THRESHOLD_BASE_LABELS } from '@/lib/ballots/labels'
import { getBallot } from '@/lib/ballots/queries'
import type { BallotDto } from '@/lib/ballots/types'
import { handsInWords } from '@/lib/meetings/labels'
import { dayInWords } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Cell, Paper, SignaturePlace, TableRow } from '@/lib/platform/files/paper'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { added, clauses, illustrativeNote, labelled, list, para, paras, markOf } from './blocks/rules'
import { gatherMeetingGround } from './gathering/queries'
import { meetingFacts } from './gathering/rules'
import type { MeetingFacts } from './gathering/types'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, countInWords, listed, two } from './wording/rules'

/** What the minutes tell of a ballot; nothing else of it goes into the facts, so that nothing else makes a draft stale. */
const TOLD = [
  'title',
  'method',
  'state',
  'choose',
  'quota',
  'round',
  'rules',
  'unnamed',
  'candidates',
  'committee',
  'committeeVote',
  'electronicVote',
  'result',
  'stated',
] as const satisfies readonly (keyof BallotDto)[]
type ToldBallot = Pick<BallotDto, (typeof TOLD)[number]>

const toldOf = (ballot: BallotDto) => Object.fromEntries(TOLD.map((key) => [key, ballot[key]])) as ToldBallot

type CountFacts = MeetingFacts & { ballot: ToldBallot & { members: number } }

const SLOTS: readonly PaperSlot[] = [
  { key: 'remarks', label: 'Ý kiến, kiến nghị của ban kiểm phiếu', lines: 4 },
]

/** Biên bản kiểm phiếu: before the count a form to be filled in by hand, after it the confirmed count. */
export const makeCountMinutes: PaperMaker = async (actor, subject) => {
  const ballot = await getBallot(actor, subject.id)
  const ground = ballot && (await gatherMeetingGround(actor, ballot.meetingId))
  if (!ballot || !ground) return fail('not_found')
  const facts: CountFacts = {
    ...meetingFacts(ground.meeting, ground.clusterYear),
    illustrative: ballot.illustrative || ground.meeting.illustrative,
    ballot: { ...toldOf(ballot), members: ballot.progress.members },
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutCountMinutes(facts, frame, texts) })
}

function layOutCountMinutes(facts: CountFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { ballot, illustrative, historic, title } = facts
  const round = ballot.round > 1 ? ` (vòng ${ballot.round})` : ''
  return {
    title: `Biên bản kiểm phiếu ${counting(ballot.title)}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, {
      typeName: 'BIÊN BẢN',
      summary: `Kiểm phiếu ${counting(ballot.title)}${round}`,
    }),
    blocks: [
      ...illustrativeNote(illustrative),
      para(
        `Hôm nay, ${dayInWords(facts.day, facts.year)}${facts.place ? `, tại ${clause(facts.place)}` : ''}, ${title} tiến hành ${uncapitalise(ballot.title)}. Kết quả như sau:`,
      ),
      ...clauses([
        { title: 'Ban kiểm phiếu', blocks: committee(facts) },
        { title: 'Thể lệ', blocks: historic ? [] : terms(facts) },
        { title: 'Kết quả phát phiếu, thu phiếu', blocks: historic ? [] : papers(facts) },
        { title: 'Kết quả kiểm phiếu', blocks: outcome(facts) },
        { title: 'Kết luận', blocks: conclusion(facts) },
        { title: 'Ý kiến của ban kiểm phiếu', blocks: added(texts, 'remarks') },
      ]),
      ...(historic
        ? []
        : [
            para(
              'Biên bản được lập thành 02 bản, đã đọc cho hội nghị nghe và thông qua; phiếu được niêm phong, bàn giao cùng biên bản cho chủ trì hội nghị.',
            ),
          ]),
    ],
    signatures: places(facts),
    recipients: ['Chủ trì hội nghị', 'Lưu: VT, hồ sơ hội nghị'],
    annexes: [],
  }
}

/** "Bỏ phiếu suy tôn …" is counted as "suy tôn …". */
const counting = (title: string) => uncapitalise(title).replace(/^bỏ phiếu /u, '')

function committee({ ballot, historic }: CountFacts): Block[] {
  const { committee: people, committeeVote, method } = ballot
  if (historic) return [para('Ban kiểm phiếu: nguồn không nêu.')]
  if (method === 'CONSENSUS') return []
  if (people.length === 0) return [para('Trưởng ban: ………………………………………'), para('Thành viên: ………………………………………')]
  const vote = committeeVote ? handsInWords(committeeVote) : ''
  return [
    ...list(people.map(({ name, role }) => `${name}: ${role === 'HEAD' ? 'Trưởng ban' : 'Thành viên'}`)),
    ...(vote ? [para(`Hội nghị biểu quyết thông qua ban kiểm phiếu: ${vote}.`)] : []),
  ]
}

function terms({ ballot }: CountFacts): Block[] {
  const electronic = ballot.electronicVote ? handsInWords(ballot.electronicVote) : ''
  return [
    labelled('Hình thức', `${METHOD_LABELS[ballot.method]}.`),
    ...(electronic ? [para(`Hội nghị biểu quyết chọn bỏ phiếu điện tử: ${electronic}.`)] : []),
    labelled(
      'Danh sách giới thiệu',
      `${two(ballot.candidates.length)} đơn vị: ${listed(ballot.candidates.map(({ label }) => label))}.`,
    ),
    ...list(rulesInWords(ballot.rules, ballot.choose, ballot.quota)),
  ]
}

const DOTS = '………'
/** "07 phiếu (bảy phiếu)": figures of a count stand in numerals and in words. */
const counted = (count: number | undefined) =>
  count === undefined
    ? `${DOTS} phiếu (bằng chữ: …………………)`
    : `${two(count)} phiếu (${countInWords(count)} phiếu)`

function papers({ ballot }: CountFacts): Block[] {
  const { method, members, result, rules } = ballot
  if (method !== 'SECRET_PAPER' && method !== 'SECRET_ELECTRONIC') return []
  const counts = result?.papers
  const who = rules.roll === 'UNIT' ? 'đơn vị' : 'đại biểu'
  return list([
    `Tổng số ${who} có quyền bỏ phiếu: ${two(result?.members ?? members)}`,
    `Số phiếu phát ra: ${counted(counts?.issued)}`,
    `Số phiếu thu về: ${counted(counts?.returned)}`,
    `Số phiếu không thu về: ${counted(counts?.unreturned)}`,
    `Số phiếu hợp lệ: ${counted(counts?.valid)}`,
    `Số phiếu không hợp lệ: ${counted(counts?.invalid)}`,
    `Số phiếu trắng: ${counted(counts?.blank)}`,
    ...(rules.writtenOpinions
      ? [`Ý kiến bằng văn bản của ${who} vắng mặt: ${result ? two(result.opinions) : DOTS}`]
      : []),
  ])
}

function outcome({ ballot, historic }: CountFacts): Block[] {
  const { result, stated, candidates, unnamed, rules } = ballot
  const nameOf = (id: string) => candidates.find((one) => one.id === id)?.label ?? ''
  if (unnamed !== null)
    return [para(`Được chọn: ${unnamed} đơn vị, nguồn chưa nêu tên; số phiếu: nguồn không nêu.`)]
  if (!result && stated && historic)
    return [
      ...list(stated.filter(({ elected }) => elected).map(({ id }) => `${nameOf(id)}: được chọn`)),
      para('Số phiếu của từng đơn vị: nguồn không nêu.'),
    ]
  const rows = result
    ? result.tally.outcomes.toSorted((a, b) => b.total - a.total)
    : candidates.map(({ id }) => ({ id, votes: null, opinions: 0, share: 0, elected: false }))
  const base = THRESHOLD_BASE_LABELS[result?.tally.baseKind ?? rules.threshold?.of ?? 'MEMBERS']
  const opinions = rules.writtenOpinions
  return [
    {
      kind: 'table',
      columns: [
        { width: 12, align: 'center' },
        { width: 66 },
        { width: 30, align: 'center' },
        ...(opinions ? [{ width: 30, align: 'center' } as const] : []),
        { width: 38, align: 'center' },
        { width: 30, align: 'center' },
      ],
      head: [
        [
          'TT',
          'Đơn vị',
          'Số phiếu đồng ý',
          ...(opinions ? ['Ý kiến bằng văn bản'] : []),
          `Tỷ lệ trên ${base}`,
          'Kết quả',
        ],
      ],
      rows: rows.map((row, index): TableRow => {
        const known = row.votes !== null
        const cells: Cell[] = [
          String(index + 1),
          nameOf(row.id),
          known ? two(row.votes) : '',
          ...(opinions ? [known ? two(row.opinions) : ''] : []),
          known ? shareInWords(row.share) : '',
          known ? (row.elected ? 'Được chọn' : '') : '',
        ]
        return row.elected ? { cells, bold: true } : cells
      }),
    },
  ]
}

function conclusion({ ballot }: CountFacts): Block[] {
  const { result, candidates, quota, unnamed } = ballot
  if (unnamed !== null || (!result && ballot.stated)) return []
  const names = (ids: readonly string[]) =>
    listed(candidates.filter(({ id }) => ids.includes(id)).map(({ label }) => label))
  if (!result)
    return [
      para(
        `Căn cứ thể lệ và kết quả kiểm phiếu, các đơn vị được chọn (${two(quota)} đơn vị): ………………………………………`,
      ),
    ]
  const { tally, decided } = result
  return paras([
    tally.elected.length > 0
      ? `Căn cứ thể lệ và kết quả kiểm phiếu, ${two(tally.elected.length)} đơn vị được chọn: ${names(tally.elected)}.`
      : 'Không có đơn vị nào được chọn ở vòng này.',
    tally.tied.length > 0 ? `Bằng phiếu: ${names(tally.tied)}.` : '',
    decided ? `Quyết định khi bằng phiếu: ${names(decided.candidateIds)}. ${clause(decided.note)}.` : '',
  ])
}

/** The members of the committee to the left, its head to the right; names only where they are known. */
function places({ ballot, illustrative }: CountFacts): SignaturePlace[] {
  const head = ballot.committee.find(({ role }) => role === 'HEAD')
  const named = (name: string | undefined) => (illustrative || !name || name.includes(',') ? null : name)
  return [
    { lines: ['CÁC THÀNH VIÊN'], note: '(Ký, ghi rõ họ tên)', name: null },
    { lines: ['TRƯỞNG BAN KIỂM PHIẾU'], note: '(Ký, ghi rõ họ tên)', name: named(head?.name) },
  ]
}
