import { getPledge, getRegisteredTargets, listPledgeAppendices } from '@/lib/activities/pledge/queries'
import type { PledgeContent, RegisteredTargets } from '@/lib/activities/pledge/types'
import { listClusterMeetings } from '@/lib/meetings/queries'
import { dayInWords } from '@/lib/platform/dates'
import { fail, ok } from '@/lib/platform/errors'
import type { Annex, Block, Column, Paper, SignaturePlace } from '@/lib/platform/files/paper'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import type { ClusterYearDto } from '@/lib/clusters/types'
import {
  added,
  illustrativeNote,
  list,
  para,
  paras,
  sections,
  sourceNote,
  told,
  markOf,
} from './blocks/rules'
import type { Statement } from './cluster-report/types'
import { groupedRows } from './figures/rules'
import { gatherCluster } from './gathering/queries'
import { meetingOfKind } from './gathering/rules'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { listStatements } from '@/lib/sources/queries'
import { clause, clusterName, paragraphsOf, printed, sentence, unionOf, unionsOf } from './wording/rules'

type TargetRow = { group: string; name: string; unit: string; values: string[] }

type PledgeFacts = {
  cluster: string
  year: number
  theme: string | null
  members: string
  unions: string[]
  names: string[]
  content: PledgeContent
  statements: Statement[]
  signedOn: string | null
  place: string | null
  targets: TargetRow[]
  appendices: {
    union: string
    indicator: string
    oldRaw: string
    newRaw: string
    reason: string
    paper: string
  }[]
  sources: { letter: string | null; title: string }[]
  inferred: boolean
  illustrative: boolean
}

const SLOTS: readonly PaperSlot[] = [
  { key: 'bases', label: 'Căn cứ', hint: 'Mỗi dòng một căn cứ, không ghi dấu cuối dòng.', lines: 3 },
  { key: 'more', label: 'Nội dung giao ước bổ sung', lines: 5 },
]

/** Giao ước thi đua, with a place for the signature of every member and the targets each has registered. */
export const makePledge: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  const view = clusterYear && (await getPledge(actor, clusterYear.id))
  if (!clusterYear || !view) return fail('not_found')
  const { pledge } = view
  if (!pledge) return fail('invalid', 'Cụm chưa có giao ước thi đua năm này.')
  const [targets, appendices, meetings, statements] = await Promise.all([
    getRegisteredTargets(actor, clusterYear.id),
    listPledgeAppendices(actor, clusterYear.id),
    listClusterMeetings(actor, clusterYear.id),
    listStatements(actor, { clusterYearId: clusterYear.id }),
  ])
  const launch = meetingOfKind(meetings, 'LAUNCH')
  const facts: PledgeFacts = {
    cluster: clusterName(clusterYear.title),
    year: clusterYear.year,
    theme: clusterYear.theme,
    members: unionsOf(clusterYear.members),
    unions: clusterYear.members.map(unionOf),
    names: clusterYear.members.map(({ name }) => name),
    content: pledge.text.content,
    statements: statements
      .filter(({ section }) => section === 'pledge' || section === 'solutions')
      .map(({ section, text, inferred, notStated }) => ({ section, text, inferred, notStated })),
    signedOn: pledge.signedOn ?? (pledge.source ? (launch?.heldOn ?? null) : null),
    place: launch?.place ?? null,
    targets: targetRows(clusterYear, targets),
    appendices: appendices.map(({ unit, indicator, oldRaw, newRaw, reason, paper }) => ({
      union: unionOf(clusterYear.members.find(({ id }) => id === unit.id) ?? unit),
      ...{ indicator, oldRaw, newRaw, reason, paper },
    })),
    sources: pledge.source ? [{ letter: pledge.source.letter, title: pledge.source.title }] : [],
    inferred: pledge.inferred,
    illustrative: pledge.illustrative || clusterYear.illustrative,
  }
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutPledge(facts, frame, texts) })
}

/** Registered targets of all members; a target nobody registered stays blank. */
function targetRows({ members }: Pick<ClusterYearDto, 'members'>, targets: RegisteredTargets): TargetRow[] {
  return targets.indicators
    .map((indicator) => ({
      group: printed(indicator.group.name),
      name:
        indicator.parts.length > 0
          ? `${printed(indicator.name)} (${indicator.parts.join('; ')})`
          : printed(indicator.name),
      unit: columnUnit(indicator),
      values: members.map(({ id }) => {
        const value = targets.units.find(({ unitId }) => unitId === id)?.values[indicator.id]
        return value ? printCell(value, indicator) : ''
      }),
    }))
    .filter(({ values }) => values.some((text) => text !== ''))
}

function layOutPledge(facts: PledgeFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, year, content, illustrative, unions, sources, statements, targets, appendices } = facts
  const bases = (texts.bases ?? '').split('\n').map(clause).filter(Boolean)
  return {
    title: `Giao ước thi đua năm ${year} của ${cluster}`,
    preset: frame.preset,
    ...markOf(facts.illustrative),
    heading: headingOf(frame, { typeName: 'GIAO ƯỚC THI ĐUA', summary: `Năm ${year} của ${cluster}` }),
    blocks: [
      ...illustrativeNote(illustrative),
      ...(bases.length > 0 ? [{ kind: 'basis', items: bases } as const] : []),
      para(openingOf(facts)),
      ...(statements.length > 0 ? told(statements, 'pledge') : paras(paragraphsOf(content.preamble))),
      ...sections([
        { title: 'Chủ đề thi đua', blocks: paras([content.theme ? `“${clause(content.theme)}”.` : '']) },
        {
          title: 'Nội dung giao ước',
          blocks: [
            ...list(content.tasks.map(sentence), 'number'),
            ...told(statements, 'solutions'),
            ...added(texts, 'more'),
          ],
        },
        { title: 'Hoạt động chung của Cụm', blocks: list(content.activities.map(sentence), 'number') },
        {
          title: 'Chỉ tiêu đăng ký',
          illustrative: illustrative && targets.length > 0,
          blocks:
            targets.length > 0
              ? [
                  para(
                    'Các đơn vị đăng ký và cam kết phấn đấu hoàn thành, vượt mức các chỉ tiêu tại Phụ lục kèm theo.',
                  ),
                ]
              : sources.length > 0
                ? [para('Chỉ tiêu đăng ký của từng đơn vị: nguồn không nêu.')]
                : [],
        },
        { title: 'Điều chỉnh chỉ tiêu đã được chấp thuận', blocks: adjustments(appendices) },
      ]),
      ...paras(paragraphsOf(content.closing)),
      ...sourceNote(sources),
      ...(facts.inferred
        ? [
            {
              kind: 'note',
              text: 'Văn bản một bản chung: suy ra từ tài liệu; tên người ký: nguồn không nêu.',
            } as const,
          ]
        : []),
      { kind: 'signatures', columns: unions.length > 6 ? 3 : 2, places: places(unions) },
    ],
    signatures: [],
    recipients: [
      'Trung ương Hội LHPN Việt Nam (để báo cáo)',
      'Các đơn vị thành viên Cụm (để thực hiện)',
      'Lưu: VT',
    ],
    annexes: targets.length > 0 ? [annexOf(facts)] : [],
  }
}

function openingOf({ members, signedOn, place, year, cluster }: PledgeFacts): string {
  const where = place ? `, tại ${clause(place)}` : ''
  return `Hôm nay, ${dayInWords(signedOn, year)}${where}, chúng tôi gồm đại diện lãnh đạo ${members}, thành viên ${cluster}, cùng thống nhất ký kết giao ước thi đua năm ${year} với các nội dung sau:`
}

const adjustments = (appendices: PledgeFacts['appendices']): Block[] =>
  list(
    appendices.map(
      ({ union, indicator, oldRaw, newRaw, reason, paper }) =>
        `${union}: ${indicator} từ ${oldRaw} thành ${newRaw}; lý do: ${clause(reason)} (${clause(paper)}).`,
    ),
  )

const note = '(Ký, đóng dấu, ghi rõ họ tên)'
/** One place a member, and one for the central union, which witnesses. Names are written by hand. */
const places = (unions: readonly string[]): SignaturePlace[] => [
  ...unions.map((union) => ({ lines: [union.toLocaleUpperCase('vi')], note, name: null })),
  { lines: ['CHỨNG KIẾN', 'TRUNG ƯƠNG HỘI LHPN VIỆT NAM'], note: '(Ký, ghi rõ họ tên)', name: null },
]

function annexOf({ cluster, year, names, targets, illustrative }: PledgeFacts): Annex {
  const columns: Column[] = [
    { width: 10, align: 'center' },
    { width: 70 },
    { width: 20, align: 'center' },
    ...names.map((): Column => ({ width: 21, align: 'center' })),
  ]
  return {
    label: 'Phụ lục',
    title: `CHỈ TIÊU ĐĂNG KÝ THI ĐUA NĂM ${year}`,
    note: `(Kèm theo Giao ước thi đua năm ${year} của ${cluster})`,
    landscape: true,
    blocks: [
      ...illustrativeNote(illustrative),
      {
        kind: 'table',
        size: names.length > 7 ? 9 : 10,
        columns,
        head: [['TT', 'Chỉ tiêu', 'Đơn vị tính', ...names]],
        rows: groupedRows(targets, columns.length, ({ name, unit, values }) => [name, unit, ...values]),
      },
      { kind: 'note', text: 'Ô trống: đơn vị chưa đăng ký hoặc không giao.' },
    ],
  }
}
