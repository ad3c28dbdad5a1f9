import 'server-only'
import type { HallScene, SceneCell, SceneTable, SceneUnit } from '@/components/meetings/hall-scene'
import { columnUnit, printCell } from '@/lib/summaries/cells/rules'
import { readBallotScene } from '@/lib/ballots/queries'
import { HEADSHIP_LABELS } from '@/lib/clusters/labels'
import { getClusterYear } from '@/lib/clusters/queries'
import { readScene } from '@/lib/meetings/hall/queries'
import type { MeetingDto } from '@/lib/meetings/types'
import { hallReader } from '@/lib/platform/auth/hall'
import { COMPLETION_MARKS, ROW_STATUS_LABELS } from '@/lib/summaries/labels'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import type { CellSummary, ClusterSummary, TableIndicator } from '@/lib/summaries/types'

const COLUMNS = 5
const LINES = 8
/** Figures of the table may change without the meeting knowing: a scene is made anew after this long all the same. */
const STALE_MS = 30_000
const KEPT = 20

type Made = { version: number; at: number; json: Promise<string> }
const KEY = Symbol.for('cum-thi-dua.hall-scenes')
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Made> }
const scenes = (shared[KEY] ??= new Map())

/**
 * The scene as JSON, showing `version` or a later one: made once a version however many screens ask. Who may see it is
 * asked before.
 */
export function hallSceneJson(meetingId: string, version: number): Promise<string> {
  const known = scenes.get(meetingId)
  if (known && known.version >= version && Date.now() - known.at < STALE_MS) return known.json
  const json = hallScene(meetingId).then((scene) => JSON.stringify(scene))
  json.catch(() => scenes.delete(meetingId))
  scenes.delete(meetingId)
  scenes.set(meetingId, { version, at: Date.now(), json })
  for (const old of scenes.keys()) {
    if (scenes.size <= KEPT) break
    scenes.delete(old)
  }
  return json
}

async function hallScene(meetingId: string): Promise<HallScene> {
  const { scene, meeting } = await readScene(meetingId)
  const { scene: shown } = scene
  const summary = shown.kind === 'TABLE' || shown.kind === 'UNIT' ? await summaryOf(meeting) : null
  return {
    ...scene,
    table: summary && shown.kind === 'TABLE' ? tableScene(summary, shown.group) : null,
    unit: summary && shown.kind === 'UNIT' ? unitScene(summary, shown.unitId) : null,
    ballot: shown.kind === 'BALLOT' || shown.kind === 'RESULT' ? await readBallotScene(shown.ballotId) : null,
  }
}

type Summary = { summary: ClusterSummary; roles: Map<string, string> }

async function summaryOf(meeting: MeetingDto): Promise<Summary | null> {
  const reader = hallReader([meeting.clusterYear.id])
  const clusterYear = await getClusterYear(reader, meeting.clusterYear.slug, meeting.clusterYear.year)
  if (!clusterYear) return null
  const table = await getClusterTable(reader, clusterYear, clusterYear.openingPeriod)
  return {
    summary: summariseClusterYear(table),
    roles: new Map(clusterYear.headships.map(({ unit, role }) => [unit.id, HEADSHIP_LABELS[role]])),
  }
}

/** The pages of the table as the control screen offers them. */
export async function tablePages(meeting: MeetingDto): Promise<string[]> {
  const found = await summaryOf(meeting)
  return found && found.summary.hasUnitFigures ? pagesOf(found.summary).map(({ title }) => title) : []
}

function pagesOf(summary: ClusterSummary): { title: string; columns: number[] }[] {
  const pages: { title: string; columns: number[] }[] = []
  const groups = new Map<string, { name: string; columns: number[] }>()
  for (const [index, { group }] of summary.indicators.entries()) {
    const known = groups.get(group.id) ?? { name: group.name, columns: [] }
    known.columns.push(index)
    groups.set(group.id, known)
  }
  for (const { name, columns } of groups.values())
    for (let from = 0; from < columns.length; from += COLUMNS) {
      const parts = Math.ceil(columns.length / COLUMNS)
      pages.push({
        title: parts > 1 ? `${name} (${from / COLUMNS + 1}/${parts})` : name,
        columns: columns.slice(from, from + COLUMNS),
      })
    }
  return pages
}

function tableScene({ summary, roles }: Summary, wanted: number): SceneTable | null {
  const pages = pagesOf(summary)
  const at = Math.min(Math.max(wanted, 0), pages.length - 1)
  const page = pages[at]
  if (!page) return null
  return {
    title: page.title,
    at: at + 1,
    of: pages.length,
    columns: page.columns.map((column) => {
      const indicator = summary.indicators[column]!
      return { name: indicator.shortName, unit: columnUnit(indicator) }
    }),
    rows: summary.rows.map((row) => ({
      name: row.unit.name,
      note: roles.get(row.unit.id) ?? ROW_STATUS_LABELS[row.status],
      cells: page.columns.map((column) => cellOf(row.cells[column]!, summary.indicators[column]!)),
    })),
    totals: page.columns.map((column) => {
      const { value } = summary.columns[column]!
      return { text: value ? printCell(value, summary.indicators[column]!) : '', mark: null, word: '' }
    }),
    illustrative: summary.illustrative,
  }
}

function cellOf(cell: CellSummary, indicator: TableIndicator): SceneCell {
  if (!cell.value) return { text: cell.notAssigned ? 'không giao' : '–', mark: null, word: '' }
  const { class: of, label } = cell.completion
  return {
    text: printCell(cell.value, indicator),
    mark: of ? COMPLETION_MARKS[of] : null,
    word: label ?? '',
  }
}

function unitScene({ summary, roles }: Summary, unitId: string): SceneUnit | null {
  const row = summary.rows.find(({ unit }) => unit.id === unitId)
  if (!row) return null
  const lines = summary.indicators.flatMap((indicator, index) => {
    const cell = row.cells[index]!
    if (!cell.value) return []
    const unit = columnUnit(indicator)
    return {
      name: unit ? `${indicator.shortName} (${unit})` : indicator.shortName,
      cell: cellOf(cell, indicator),
      target: cell.target ? printCell(cell.target, indicator) : '',
    }
  })
  const { EXCEEDED, MET, HALF, NOT_MET } = row.counts
  const parts = [
    EXCEEDED ? `${EXCEEDED} chỉ tiêu vượt` : '',
    MET ? `${MET} đạt` : '',
    HALF ? `${HALF} đạt trên 50%` : '',
    NOT_MET ? `${NOT_MET} chưa đạt` : '',
  ].filter(Boolean)
  return {
    name: row.unit.name,
    note: roles.get(row.unit.id) ?? '',
    sentence: parts.length > 0 ? `${parts.join(', ')}.` : ROW_STATUS_LABELS[row.status],
    lines: lines.slice(0, LINES),
    more: Math.max(0, lines.length - LINES),
    illustrative: row.illustrative,
  }
}
