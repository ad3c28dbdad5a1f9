import { METHOD_LABELS, shareInWords } from '@/lib/ballots/labels'
import { getBallot, listBallots } from '@/lib/ballots/queries'
import type { BallotDto } from '@/lib/ballots/types'
import { DECISION_METHOD_LABELS, handsInWords, quorumInWords } from '@/lib/meetings/labels'
import type { DecisionMethod } from '@/lib/meetings/types'
import { dayInWords } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { gatherAwarding } from './awarding/queries'
import { lawsOn } from './awarding/rules'
import type { AwardingFacts } from './awarding/types'
import {
  added,
  clauses,
  illustrativeNote,
  labelled,
  list,
  minutesSignatures,
  para,
  paras,
  running,
  told,
  markOf,
  presidedIn,
} from './blocks/rules'
import type { Statement } from './cluster-report/types'
import { gatherMeetingGround } from './gathering/queries'
import { meetingFacts, peopleWith, signerOf } from './gathering/rules'
import type { MeetingFacts } from './gathering/types'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { listStatements } from '@/lib/sources/queries'
import { clause, dayOfMoment, hourInWords, persons, sentence, two } from './wording/rules'

type Vote = Pick<
  BallotDto,
  'title' | 'method' | 'round' | 'unnamed' | 'candidates' | 'result' | 'stated' | 'quota'
>

type SelectionFacts = MeetingFacts & {
  awarding: AwardingFacts
  votes: Vote[]
  decisions: { text: string; method: DecisionMethod; hands: string }[]
  statements: Statement[]
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'discussion', label: 'Ý kiến thảo luận', lines: 6 },
  { key: 'criteria', label: 'Tiêu chuẩn, cách bình xét', lines: 4 },
]

/** Biên bản bình xét thi đua, part of each dossier (Luật Thi đua, khen thưởng 2022, Điều 84 khoản 1 điểm c). */
export const makeSelectionMinutes: PaperMaker = async (actor, subject) => {
  const ground = await gatherMeetingGround(actor, subject.id)
  if (!ground) return fail('not_found')
  const { meeting, clusterYear } = ground
  const [awarding, rows, statements] = await Promise.all([
    gatherAwarding(actor, clusterYear, meeting.heldOn),
    listBallots(actor, meeting.id),
    listStatements(actor, { clusterYearId: clusterYear.id }),
  ])
  const ballots = await Promise.all(
    rows
      .filter(({ purpose, state }) => state !== 'VOID' && (purpose === 'FLAG' || purpose === 'MERIT'))
      .map(({ id }) => getBallot(actor, id)),
  )
  const facts: SelectionFacts = {
    ...meetingFacts(meeting, clusterYear),
    awarding,
    votes: ballots.flatMap((ballot) => (ballot ? [bare(ballot)] : [])),
    decisions: meeting.decisions.map((decision) => ({
      text: decision.text,
      method: decision.method,
      hands: handsInWords(decision),
    })),
    statements: statements
      .filter(({ section }) => section === 'awards' || section === 'meeting')
      .map(({ section, text, inferred, notStated }) => ({ section, text, inferred, notStated })),
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutSelectionMinutes(facts, frame, texts) })
}

const bare = ({ title, method, round, unnamed, candidates, result, stated, quota }: BallotDto): Vote => ({
  ...{ title, method, round, unnamed, candidates, result, stated, quota },
})

function layOutSelectionMinutes(facts: SelectionFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { awarding, title, illustrative, historic, year, cluster } = facts
  const summary = `Bình xét thi đua, suy tôn đề nghị khen thưởng năm ${year} của ${cluster}`
  return {
    title: `Biên bản ${uncapitalise(summary)}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'BIÊN BẢN', summary }),
    blocks: [
      ...illustrativeNote(illustrative),
      { kind: 'basis', items: lawsOn(awarding.lawOn) },
      para(
        `${historic && !facts.startsAt ? 'Vào' : `Vào ${hourInWords(facts.startsAt)},`} ${dayInWords(facts.day, year)}${facts.place ? `, tại ${clause(facts.place)}` : ''}, ${cluster} tiến hành bình xét thi đua năm ${year} trong khuôn khổ ${title}.`,
      ),
      ...clauses([
        { title: 'Thành phần', blocks: attendance(facts) },
        { title: 'Tiêu chuẩn, cách bình xét', blocks: [...criteria(facts), ...added(texts, 'criteria')] },
        { title: 'Kết quả chấm điểm thi đua', blocks: ranking(awarding) },
        { title: 'Ý kiến thảo luận', blocks: added(texts, 'discussion') },
        { title: 'Kết quả bình xét, suy tôn', blocks: outcome(facts) },
        { title: 'Kết luận', blocks: conclusion(facts) },
      ]),
      ...(historic
        ? []
        : [
            para(
              `Buổi bình xét kết thúc vào ${hourInWords(facts.closedAt)}, ${dayInWords(dayOfMoment(facts.closedAt) ?? facts.day, year)}; biên bản đã được thông qua.`,
            ),
          ]),
    ],
    signatures: minutesSignatures(signerOf(facts, 'SECRETARY'), signerOf(facts, 'CHAIR')),
    recipients: ['Hồ sơ đề nghị khen thưởng', 'Lưu: VT'],
    annexes: [],
  }
}

function attendance(facts: SelectionFacts): Block[] {
  const { historic, members, memberCount, quorum, begun, statements } = facts
  const named = (label: string, role: 'CHAIR' | 'SECRETARY') => {
    const names = peopleWith(facts, role)
    return names.length > 0
      ? [labelled(label, `${persons(names)}.`)]
      : [labelled(label, historic ? 'nguồn không nêu.' : '…………………………………………')]
  }
  return [
    para(`Các đơn vị thành viên: ${two(memberCount)} đơn vị, gồm ${members}.`),
    ...(historic
      ? []
      : [
          para(
            begun
              ? `${quorumInWords(quorum)}.`
              : `Có mặt: ……/${two(quorum.memberUnits)} đơn vị (cần ít nhất ${two(quorum.needed)}).`,
          ),
        ]),
    ...(presidedIn(statements) ? told(statements, 'meeting') : named('Chủ trì', 'CHAIR')),
    ...named('Thư ký', 'SECRETARY'),
  ]
}

const criteria = ({ awarding: { quotas } }: SelectionFacts): Block[] =>
  quotas.length > 0
    ? [
        para('Số lượng được đề nghị theo phân bổ của Trung ương Hội:', { keepWithNext: true }),
        ...running(quotas.map(({ type, quota }) => `${type}: ${two(quota)}`)),
      ]
    : []

const ranking = ({ ranking: rows }: AwardingFacts): Block[] =>
  rows.length > 0
    ? [
        {
          kind: 'table',
          columns: [
            { width: 20, align: 'center' },
            { width: 80 },
            { width: 36, align: 'center' },
            { width: 36, align: 'center' },
          ],
          head: [['Xếp hạng', 'Đơn vị', 'Tổng điểm', 'Xếp loại']],
          rows: rows.map(({ rank, unit, total, className }): TableRow => [
            String(rank),
            unit,
            total,
            className,
          ]),
        },
      ]
    : []

function outcome({ votes, statements, decisions }: SelectionFacts): Block[] {
  if (statements.some(({ section }) => section === 'awards')) return told(statements, 'awards')
  return [
    ...votes.flatMap(voteBlocks),
    ...running(
      decisions.map(
        ({ text, method, hands }) =>
          `${clause(text)} (${DECISION_METHOD_LABELS[method]}${hands ? `: ${hands}` : ''})`,
      ),
    ),
  ]
}

function voteBlocks({ title, method, round, candidates, result, stated }: Vote): Block[] {
  const nameOf = (id: string) => candidates.find((one) => one.id === id)?.label ?? ''
  const head = para([
    { text: `${clause(title)}${round > 1 ? ` (vòng ${round})` : ''}. `, bold: true },
    {
      text: `Hình thức: ${uncapitalise(METHOD_LABELS[method])}.`,
    },
  ])
  if (!result)
    return [
      head,
      ...(stated
        ? list(stated.filter(({ elected }) => elected).map(({ id }) => `${nameOf(id)}: được chọn`))
        : [para('Kết quả: …………………………………………')]),
    ]
  const { papers, tally } = result
  return [
    head,
    ...(papers
      ? [
          para(
            `Phát ra ${two(papers.issued)} phiếu, thu về ${two(papers.returned)} phiếu; hợp lệ ${two(papers.valid)}, không hợp lệ ${two(papers.invalid)}, phiếu trắng ${two(papers.blank)}.`,
          ),
        ]
      : []),
    ...list(
      tally.outcomes
        .toSorted((a, b) => b.total - a.total)
        .map(
          ({ id, total, share, elected }) =>
            `${nameOf(id)}: ${two(total)}/${two(result.members)}, đạt ${shareInWords(share)}${elected ? ', được chọn' : ''}`,
        ),
    ),
  ]
}

function conclusion({ awarding: { proposed }, statements, cluster }: SelectionFacts): Block[] {
  if (statements.some(({ section }) => section === 'awards')) return []
  if (proposed.length === 0) return paras(['Danh sách đề nghị khen thưởng: …………………………………………'])
  return [
    para(`${sentence(`${cluster} thống nhất đề nghị cấp có thẩm quyền khen thưởng`).replace(/\.$/, ':')}`, {
      keepWithNext: true,
    }),
    ...running(
      proposed.map(({ recipient, type, vote }) => `${recipient}: ${type}${vote ? ` (${vote})` : ''}`),
      'number',
    ),
  ]
}
