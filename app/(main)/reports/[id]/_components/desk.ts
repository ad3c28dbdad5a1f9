'use client'

import { createContext, useContext, useSyncExternalStore } from 'react'
import { openDrafts, sendSlot } from '@/lib/reports/client'
import { SaveQueue } from '@/lib/reports/entry/client'
import { entryOf, figureKey, inputOf, isClear, partsOfKey } from '@/lib/reports/entry/rules'
import { missingInCell } from '@/lib/reports/figures/rules'
import type {
  EntryFormState,
  FigureInput,
  NarrativeInput,
  QueueStatus,
  Slot,
  SlotKey,
} from '@/lib/reports/entry/types'
import type { FigureDto, FigureMeasure, NarrativeDto, ReportCell, ReportDto } from '@/lib/reports/types'

/** The report as it is being entered: what the server said of it, and the queue that saves what is typed. */
export type Desk = { reportId: string; queue: SaveQueue }

export type EntryReport = Pick<
  ReportDto,
  'id' | 'version' | 'state' | 'cells' | 'narrative' | 'acts' | 'unit'
> & { period: ReportDto['period']['kind']; year: number }

const neverChanges = () => () => undefined

/** False until the page's script runs: links and words of a row stand in the way of Tab only as long as keys do not work. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )

const desks = new Map<string, Desk>()

const NO_DRAFTS = { list: () => [], put: () => undefined, drop: () => undefined }

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function slotsOf(report: EntryReport) {
  return [
    ...report.cells.flatMap(({ indicator, figure, toDate, notAssigned }) =>
      notAssigned
        ? []
        : [
            {
              key: figureKey(indicator.id, 'MAIN'),
              input: inputOf(figure, indicator),
              version: figure?.version ?? 0,
            },
            ...(report.period === 'YEAR_ESTIMATE'
              ? [
                  {
                    key: figureKey(indicator.id, 'TO_DATE'),
                    input: inputOf(toDate, indicator),
                    version: toDate?.version ?? 0,
                  },
                ]
              : []),
          ],
    ),
    ...report.narrative.map(({ section, text, version }: NarrativeDto) => ({
      key: `n:${section}` as SlotKey,
      input: { text },
      version,
    })),
  ]
}

/** One desk a report and account in this browser tab, so that moving between sections interrupts no save. */
export function openDesk(accountId: string, report: EntryReport, posted: EntryFormState): Desk {
  const known = desks.get(`${accountId}:${report.id}`)
  if (known) {
    known.queue.load(slotsOf(report))
    return known
  }
  const indicators = new Map(report.cells.map(({ indicator }) => [indicator.id, indicator]))
  const inBrowser = typeof window !== 'undefined'
  const queue = new SaveQueue({
    drafts: inBrowser ? openDrafts(accountId, report.id) : NO_DRAFTS,
    send: (key, sending) => sendSlot(report.id, key, sending, indicators),
    isClear: (key, input) => {
      const indicator = indicators.get(partsOfKey(key)?.indicatorId ?? '')
      return 'text' in input || !indicator || isClear(input, indicator)
    },
    newKey,
    now: () => Date.now(),
  })
  queue.load(slotsOf(report))
  for (const [key, input] of Object.entries(posted.typed))
    queue.refused(key as SlotKey, input, posted.problems[key] ?? null)
  const desk = { reportId: report.id, queue }
  if (inBrowser) desks.set(`${accountId}:${report.id}`, desk)
  return desk
}

export const loadDesk = (desk: Desk, report: EntryReport) => desk.queue.load(slotsOf(report))

export const DeskContext = createContext<Desk | null>(null)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('no desk is open here')
  return desk
}

/** A slot as it stands; undefined where the page has none of that key. */
export function useSlot(key: SlotKey): Slot | undefined {
  const { queue } = useDesk()
  return useSyncExternalStore(
    queue.subscribe,
    () => queue.slot(key),
    () => queue.slot(key),
  )
}

export function useQueueStatus(): QueueStatus {
  const { queue } = useDesk()
  return useSyncExternalStore(queue.subscribe, queue.getStatus, queue.getStatus)
}

/** The rows as last acknowledged ('saved') or as they stand in the boxes ('typed'), for counts and checks. */
export function cellsNow(
  cells: readonly ReportCell[],
  queue: SaveQueue,
  which: 'saved' | 'typed',
): ReportCell[] {
  return cells.map((cell) => {
    const now = (measure: FigureMeasure, stored: FigureDto | null): FigureDto | null => {
      const slot = queue.slot(figureKey(cell.indicator.id, measure))
      const input = which === 'saved' ? slot?.saved : slot?.input
      if (!slot || !input || 'text' in input) return stored
      const blank = { indicatorId: cell.indicator.id, measure, updatedAt: '', updatedBy: null }
      const figure = { ...(stored ?? blank), raw: input.raw, version: slot.version }
      return { ...figure, ...entryOf(input, cell.indicator) }
    }
    return { ...cell, figure: now('MAIN', cell.figure), toDate: now('TO_DATE', cell.toDate) }
  })
}

/** Rows a person has to go back to: saved with a mistake or an open question, or not savable as typed. One count for all. */
export function toMendNow(
  cells: readonly ReportCell[],
  queue: SaveQueue,
  period: ReportDto['period']['kind'],
) {
  const rows = new Set<string>()
  for (const cell of cellsNow(cells, queue, 'saved'))
    if (missingInCell(cell, period).some(({ code }) => code !== 'EMPTY')) rows.add(cell.indicator.id)
  for (const { key, state } of queue.all())
    if (state === 'held' || state === 'refused' || state === 'conflict')
      rows.add(partsOfKey(key)?.indicatorId ?? key)
  return rows.size
}

export const asFigure = (slot: Slot | undefined): FigureInput =>
  slot && 'raw' in slot.input ? slot.input : { raw: '', breakdown: [], note: '', blankReason: null }

export const asText = (slot: Slot | undefined): NarrativeInput =>
  slot && 'text' in slot.input ? slot.input : { text: '' }
