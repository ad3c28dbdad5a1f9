'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { formValues, parseInput } from '@/lib/platform/action'
import type { Actor } from '@/lib/platform/auth/actor'
import { getActor } from '@/lib/platform/auth/current'
import { fail, type Result } from '@/lib/platform/errors'
import { saveNarrative } from '../commands'
import { saveFigure } from '../figures/commands'
import { getReport } from '../queries'
import { saveFigureSchema, saveNarrativeSchema } from '../schema'
import type { FigureConflict, MissingItem, ReportDto } from '../types'
import { presentReport } from '../workflow/commands'
import { figureKey, inputOf, partsOfKey, sameInput } from './rules'
import type { EntryFormState, FigureInput, SlotKey } from './types'

/** The whole form, as it is posted where no script runs: saves what differs, and presents when that was the button. */
export async function saveEntryAction(_: EntryFormState, form: FormData): Promise<EntryFormState> {
  const actor = await getActor()
  const values = formValues(form)
  const state: EntryFormState = { problems: {}, typed: {}, saved: 0, message: null }
  const report = actor && (await getReport(actor, values.reportId ?? ''))
  if (!actor || !report)
    return {
      ...state,
      message: fail(actor ? 'not_found' : 'unauthenticated').message,
      typed: typedIn(values),
    }
  for (const name of Object.keys(values)) {
    if (name.startsWith('version|')) await savePosted(actor, report, name.slice(8) as SlotKey, values, state)
  }
  revalidatePath('/', 'layout')
  const wrong = Object.keys(state.problems).length
  if (wrong > 0) return { ...state, message: `Đã lưu ${state.saved} ô, còn ${wrong} ô chưa lưu được.` }
  if (values.intent !== 'present') return { ...state, message: `Đã lưu ${state.saved} ô.` }
  const presented = await presentReport(actor, { reportId: report.id, version: report.version })
  if (presented.ok) redirect(`/reports/${report.id}`)
  return { ...state, message: presented.message, problems: missingOf(presented.current) }
}

const inputIn = (values: Record<string, string>, key: SlotKey): FigureInput => ({
  raw: values[`raw|${key}`] ?? '',
  note: values[`note|${key}`] ?? '',
  blankReason:
    values[`blank|${key}`] === 'NOT_ARISEN'
      ? 'NOT_ARISEN'
      : values[`blank|${key}`] === 'OTHER'
        ? 'OTHER'
        : null,
  breakdown: Object.keys(values)
    .filter((name) => name.startsWith(`part|${key}|`))
    .sort((a, b) => Number(a.split('|')[2]) - Number(b.split('|')[2]))
    .map((name) => values[name] ?? ''),
})

function typedIn(values: Record<string, string>): Record<string, FigureInput> {
  const keys = Object.keys(values).flatMap((name) =>
    name.startsWith('raw|') ? [name.slice(4) as SlotKey] : [],
  )
  return Object.fromEntries(keys.map((key) => [key, inputIn(values, key)]))
}

async function savePosted(
  actor: Actor,
  report: ReportDto,
  key: SlotKey,
  values: Record<string, string>,
  state: EntryFormState,
): Promise<void> {
  const part = partsOfKey(key)
  const version = values[`version|${key}`] ?? ''
  if (!part) return saveText(actor, report, key, version, values[`text|${key}`] ?? '', state)
  const cell = report.cells.find(({ indicator }) => indicator.id === part.indicatorId)
  if (!cell || cell.notAssigned) return
  const posted = inputIn(values, key)
  const input = posted.raw.trim() ? { ...posted, blankReason: null } : posted
  const stored = part.measure === 'MAIN' ? cell.figure : cell.toDate
  const known = inputOf(stored, cell.indicator)
  if (sameInput(input, { ...known, note: key === figureKey(part.indicatorId, 'TO_DATE') ? '' : known.note }))
    return
  const parsed = parseInput(saveFigureSchema, {
    ...input,
    measure: part.measure,
    version,
    idempotencyKey: crypto.randomUUID(),
  })
  const result = parsed.ok ? await saveFigure(actor, report.id, part.indicatorId, parsed.value) : parsed
  note(state, key, result, `${cell.indicator.shortName}: `)
  if (!result.ok) state.typed[key] = input
}

async function saveText(
  actor: Actor,
  report: ReportDto,
  key: SlotKey,
  version: string,
  text: string,
  state: EntryFormState,
): Promise<void> {
  const section = report.narrative.find((known) => `n:${known.section}` === key)
  const words = text.replace(/\r\n?/g, '\n')
  if (!section || section.text.replace(/\r\n?/g, '\n') === words) return
  const parsed = parseInput(saveNarrativeSchema, {
    text: words,
    version,
    idempotencyKey: crypto.randomUUID(),
  })
  note(
    state,
    key,
    parsed.ok ? await saveNarrative(actor, report.id, section.section, parsed.value) : parsed,
    '',
  )
}

function note(state: EntryFormState, key: SlotKey, result: Result<unknown>, name: string): void {
  if (result.ok) {
    state.saved += 1
    return
  }
  const theirs = result.code === 'conflict' ? (result.current as Partial<FigureConflict>).current : null
  state.problems[key] =
    name +
    (theirs
      ? `${theirs.updatedBy ?? 'người khác'} vừa lưu “${theirs.raw || 'trống'}”. Bấm Lưu lần nữa nếu vẫn giữ số của bạn.`
      : (Object.values(result.fields ?? {})[0] ?? result.message))
}

function missingOf(current: unknown): Record<string, string> {
  const { missing = [] } = (current ?? {}) as { missing?: MissingItem[] }
  return Object.fromEntries(
    missing.map(({ indicatorId, name, message }) => [
      indicatorId ? figureKey(indicatorId, 'MAIN') : 'report',
      name ? `${name}: ${message}` : message,
    ]),
  )
}
