import { NOMINATION_STATE_LABELS } from '@/lib/awards/labels'
import { fail, ok } from '@/lib/platform/errors'
import type { Block, Paper, TableRow } from '@/lib/platform/files/paper'
import { gatherAwarding } from './awarding/queries'
import { givenTable } from './awarding/rules'
import type { AwardingFacts } from './awarding/types'
import { added, para, sections, sourceNote, markOf } from './blocks/rules'
import { gatherCluster } from './gathering/queries'
import { headingOf } from './rules'
import type { AddedTexts, PaperFrame, PaperMaker, PaperSlot } from './types'
import { two } from './wording/rules'

const SLOTS: readonly PaperSlot[] = [{ key: 'remarks', label: 'Ghi chú cuối danh sách', lines: 3 }]

/** Danh sách khen thưởng: what was decided, and what is proposed and not decided yet; the two are never mixed. */
export const makeAwardList: PaperMaker = async (actor, subject) => {
  const clusterYear = await gatherCluster(actor, subject.id)
  if (!clusterYear) return fail('not_found')
  const facts = await gatherAwarding(actor, clusterYear, null)
  if (facts.given.length === 0 && facts.proposed.length === 0)
    return fail('invalid', 'Năm này cụm chưa có đề nghị hay quyết định khen thưởng nào.')
  return ok({ facts, slots: SLOTS, layOut: (frame, texts) => layOutAwardList(facts, frame, texts) })
}

function layOutAwardList(facts: AwardingFacts, frame: PaperFrame, texts: AddedTexts): Paper {
  const { cluster, year, given, illustrative, sources } = facts
  const undecided = facts.proposed.filter(({ state }) => state !== NOMINATION_STATE_LABELS.DECIDED)
  // A source may speak of an award or of a proposal: its own words are kept apart from proposals made here.
  const stated = undecided.filter(({ historic }) => historic)
  const waiting = undecided.filter(({ historic }) => !historic)
  const summary = `Khen thưởng năm ${year} của ${cluster}`
  return {
    title: `Danh sách khen thưởng năm ${year} của ${cluster}`,
    preset: frame.preset,
    ...markOf(facts.illustrative || facts.given.some((line) => line.illustrative)),
    heading: headingOf(frame, { typeName: 'DANH SÁCH', summary }),
    blocks: [
      ...sections([
        {
          title: 'Đã có quyết định khen thưởng',
          illustrative: illustrative || given.some((line) => line.illustrative),
          blocks: given.length > 0 ? [para(`Tổng số: ${two(given.length)}.`), givenTable(given)] : [],
        },
        {
          title: 'Tài liệu nguồn nêu; quyết định: nguồn không nêu',
          blocks: stated.length > 0 ? [waitingTable(stated)] : [],
        },
        {
          title: 'Đã đề nghị, chưa có quyết định',
          illustrative,
          blocks: waiting.length > 0 ? [waitingTable(waiting)] : [],
        },
      ]),
      ...added(texts, 'remarks'),
      ...sourceNote(sources),
    ],
    signatures: [frame.signatory],
    recipients: ['Các đơn vị thành viên Cụm', 'Lưu: VT'],
    annexes: [],
  }
}

const waitingTable = (lines: AwardingFacts['proposed']): Block => ({
  kind: 'table',
  columns: [{ width: 10, align: 'center' }, { width: 62 }, { width: 62 }, { width: 44 }],
  head: [['TT', 'Đơn vị, cá nhân', 'Hình thức khen thưởng', 'Tình trạng']],
  rows: lines.map(({ recipient, type, state, historic }, index): TableRow => [
    String(index + 1),
    recipient,
    type,
    historic ? 'Quyết định: nguồn không nêu' : state,
  ]),
})
