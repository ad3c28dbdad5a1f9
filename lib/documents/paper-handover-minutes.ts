import { METHOD_LABELS } from '@/lib/ballots/labels'
import type { BallotMethod } from '@/lib/ballots/types'
import { listClusterPapers } from '@/lib/activities/papers/queries'
import { listHandovers } from '@/lib/handover/queries'
import { dayInWords, type CalendarDay } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, SignaturePlace } from '@/lib/platform/files/paper'
import { uncapitalise } from '@/lib/platform/vietnamese'
import {
  added,
  clauses,
  illustrativeNote,
  labelled,
  paras,
  para,
  running,
  sourceNote,
  markOf,
} from './blocks/rules'
import { gatherCluster, gatherHandoverYear } from './gathering/queries'
import { memberUnion } from './gathering/rules'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { clause, clusterName, sentence } from './wording/rules'

type HandoverFacts = {
  cluster: string
  fromYear: number | null
  toYear: number
  day: CalendarDay | null
  place: string | null
  giverUnion: string | null
  giver: string | null
  receiverUnion: string
  receiver: string | null
  deputyUnion: string | null
  witness: string | null
  rotatingFlag: boolean | null
  chosenBy: BallotMethod | null
  note: string | null
  papers: string[]
  sources: { letter: string | null; title: string }[]
  illustrative: boolean
  historic: boolean
}

const SLOTS: readonly PaperSlot[] = [
  {
    key: 'records',
    label: 'Hồ sơ, tài liệu bàn giao',
    hint: 'Mỗi dòng một mục; để trống thì lấy danh mục soạn từ dữ liệu.',
    lines: 6,
  },
  { key: 'funds', label: 'Kinh phí, tài sản bàn giao', lines: 3 },
  { key: 'unfinished', label: 'Việc đang thực hiện, cần tiếp tục', lines: 4 },
]

/** Biên bản bàn giao vai trò cụm trưởng. */
export const makeHandoverMinutes: PaperMaker = async (actor, subject) => {
  const clusterYearId = subject.clusterYearId ?? (await gatherHandoverYear(subject.id))
  const clusterYear = clusterYearId ? await gatherCluster(actor, clusterYearId) : null
  const act = clusterYear && (await listHandovers(actor, clusterYear.id)).find(({ id }) => id === subject.id)
  if (!clusterYear || !act) return fail('not_found')
  const papers = await listClusterPapers(actor, clusterYear.id)
  const facts: HandoverFacts = {
    cluster: clusterName(clusterYear.title),
    fromYear: act.fromYear,
    toYear: act.toYear,
    day: act.heldOn,
    place: act.place,
    giverUnion: act.giverUnit && memberUnion(clusterYear, act.giverUnit),
    giver: act.giver,
    receiverUnion: memberUnion(clusterYear, act.receiverUnit),
    receiver: act.receiver,
    deputyUnion: act.deputyUnit && memberUnion(clusterYear, act.deputyUnit),
    witness: act.witness,
    rotatingFlag: act.rotatingFlag,
    chosenBy: act.chosenBy,
    note: act.note,
    papers: papers.map(({ title, number }) => (number ? `${title} (số ${number})` : title)),
    sources: act.source ? [{ letter: act.source.letter, title: act.source.title }] : [],
    illustrative: act.illustrative || clusterYear.illustrative,
    historic: act.source !== null,
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutHandoverMinutes(facts, frame, texts) })
}

function layOutHandoverMinutes(facts: HandoverFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, toYear, day, place, illustrative, historic, sources } = facts
  const summary = `Bàn giao nhiệm vụ Cụm trưởng ${cluster} năm ${toYear}`
  return {
    title: `Biên bản ${uncapitalise(summary)}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'BIÊN BẢN', summary }),
    blocks: [
      ...illustrativeNote(illustrative),
      para(
        `Hôm nay, ${dayInWords(day, toYear - 1)}${place ? `, tại ${clause(place)}` : ''}, các bên tiến hành bàn giao nhiệm vụ Cụm trưởng ${cluster}, cụ thể như sau:`,
      ),
      ...clauses([
        { title: 'Thành phần', blocks: parties(facts) },
        { title: 'Nội dung bàn giao', blocks: content(facts, texts) },
        { title: 'Trách nhiệm của các bên', blocks: historic ? [] : duties(facts) },
      ]),
      ...(historic
        ? []
        : [
            para(
              'Biên bản được lập thành 03 bản có giá trị như nhau, mỗi bên giữ 01 bản, gửi Trung ương Hội 01 bản.',
            ),
          ]),
      ...sourceNote(sources),
      { kind: 'signatures', columns: 2, places: places(facts) },
    ],
    signatures: [],
    recipients: ['Trung ương Hội LHPN Việt Nam (để báo cáo)', 'Các đơn vị thành viên Cụm', 'Lưu: VT'],
    annexes: [],
  }
}

/** Who a party is: in the words of the act, or dots for the hand; what a source leaves open is said. */
function partyOf(union: string | null, person: string | null, historic: boolean): string {
  const open = historic ? 'người đại diện: nguồn không nêu' : 'đại diện là ………………………………, chức vụ ………………………'
  const who = person && union && person.includes(union.replace('Hội LHPN ', '')) ? '' : (person ?? open)
  if (person && who === '') return `${person}.`
  return `${[union, who].filter(Boolean).join('; ')}.`
}

function parties({ giverUnion, giver, receiverUnion, receiver, witness, historic }: HandoverFacts): Block[] {
  return [
    labelled('Bên giao', partyOf(giverUnion, giver, historic)),
    labelled('Bên nhận', partyOf(receiverUnion, receiver, historic)),
    labelled(
      'Chứng kiến',
      witness ? `${clause(witness)}.` : historic ? 'nguồn không nêu.' : '………………………………………………',
    ),
  ]
}

function content(facts: HandoverFacts, texts: AddedTexts): Block[] {
  const { toYear, receiverUnion, deputyUnion, rotatingFlag, chosenBy, note, papers, historic, giverUnion } =
    facts
  const records = added(texts, 'records')
  const how = !chosenBy
    ? ''
    : chosenBy === 'NOT_STATED'
      ? ' (hình thức chọn: nguồn không nêu)'
      : ` (hình thức chọn: ${uncapitalise(METHOD_LABELS[chosenBy])})`
  return [
    ...paras([
      `${giverUnion ?? 'Đơn vị Cụm trưởng'} bàn giao, ${receiverUnion} nhận nhiệm vụ Cụm trưởng năm ${toYear}${how}.`,
      `Cụm phó năm ${toYear}: ${deputyUnion ?? (historic ? 'nguồn không nêu' : '………………………………')}.`,
      rotatingFlag === null
        ? 'Cờ luân lưu: nguồn không nêu.'
        : rotatingFlag
          ? 'Bên giao trao, bên nhận đã nhận Cờ luân lưu của Cụm.'
          : '',
    ]),
    ...(note ? [{ kind: 'note', text: sentence(note) } as const] : []),
    ...(records.length > 0 || !historic ? [para('Hồ sơ, tài liệu bàn giao:', { keepWithNext: true })] : []),
    ...(records.length > 0 ? records : historic ? [] : running([...papers, ...STANDING_RECORDS])),
    ...added(texts, 'funds'),
    ...added(texts, 'unfinished'),
  ]
}

/** What every head keeps for the cluster. */
const STANDING_RECORDS = [
  'Giao ước thi đua và các phụ lục',
  'Báo cáo của các đơn vị và báo cáo tổng kết của Cụm',
  'Biên bản, tài liệu các hội nghị của Cụm',
  'Hồ sơ đề nghị khen thưởng',
]

const duties = ({ receiverUnion, toYear }: HandoverFacts): Block[] =>
  paras([
    'Bên giao chịu trách nhiệm về tính đầy đủ, chính xác của nội dung bàn giao đến thời điểm lập biên bản.',
    `${receiverUnion} thực hiện nhiệm vụ Cụm trưởng năm ${toYear} kể từ ngày ký biên bản.`,
  ])

function places({ witness, historic, illustrative }: HandoverFacts): SignaturePlace[] {
  const note = '(Ký, đóng dấu, ghi rõ họ tên)'
  return [
    { lines: ['ĐẠI DIỆN BÊN GIAO'], note, name: null },
    { lines: ['ĐẠI DIỆN BÊN NHẬN'], note, name: null },
    ...(witness || !historic || illustrative
      ? [{ lines: ['CHỨNG KIẾN', 'TRUNG ƯƠNG HỘI LHPN VIỆT NAM'], note: '(Ký, ghi rõ họ tên)', name: null }]
      : []),
  ]
}
