import 'server-only'
import { figureSpec } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { Prisma } from '@/prisma/generated/client'
import { query, together } from '@/lib/platform/db'
import { fail, ok, type Failure, type Result } from '@/lib/platform/errors'
import { logger } from '@/lib/platform/logger'
import { parseFigure } from '@/lib/platform/numbers/parse'
import type { FigureSpec, FigureValue } from '@/lib/platform/numbers/types'
import { queryIn, type Run } from '../cells/queries'
import { STATE_LABELS } from '../labels'
import { isEditable, mayEnter } from '../policy'
import { idSchema, type SaveFigureInput } from '../schema'
import type {
  BreakdownPart,
  FigureConflict,
  FigureDto,
  FigureQuestion,
  ReportFacts,
  SavedFigure,
} from '../types'
import { STORED_FIGURE } from '../workflow/queries'
import { fits, fromColumns, toColumns, toProjection, type StoredFigure } from './rules'

type Context = Pick<ReportFacts, 'unitId' | 'state' | 'periodLocked'> &
  Pick<
    IndicatorDto,
    'kind' | 'measureUnit' | 'displayUnit' | 'decimals' | 'parts' | 'nature' | 'breakdown'
  > & {
    clusterYearId: string | null
    period: PeriodKind
    setId: string
    frozen: boolean
    /** The answer already given to this idempotency key. */
    earlier: Result<SavedFigure> | null
  }

const CONTEXT = `
  SELECT r.unit_id AS "unitId", r.cluster_year_id AS "clusterYearId", r.state,
         (p.locked_at IS NOT NULL OR y.state = 'CLOSED') AS "periodLocked", p.kind AS period,
         i.kind, i.measure_unit AS "measureUnit", i.display_unit AS "displayUnit", i.decimals, i.nature,
         coalesce(i.parts, '{}') AS parts, coalesce(i.breakdown, '{}') AS breakdown, s.id AS "setId", s.frozen_at IS NOT NULL AS frozen,
         (SELECT k.response FROM idempotency_keys k WHERE k.account_id = $3 AND k.key = $4) AS earlier
    FROM reports r
    JOIN reporting_periods p ON p.id = r.period_id
    JOIN emulation_years y ON y.id = p.emulation_year_id
    LEFT JOIN cluster_years cy ON cy.id = r.cluster_year_id
    JOIN indicators i ON i.id = $2 AND i.retired_at IS NULL
    JOIN indicator_sets s ON s.id = i.set_id AND s.emulation_year_id = p.emulation_year_id
     AND (s.scope = 'NATIONAL' OR (s.scope = 'CLUSTER' AND s.cluster_id = cy.cluster_id)
          OR (s.scope = 'UNIT' AND s.unit_id = r.unit_id))
   WHERE r.id = $1`

/**
 * The whole save as one statement. The report's row is locked first, so that a change of state cannot slip between; the
 * figure is written only at the version that was read. No row comes back when either refuses, and nothing is written.
 */
const SAVE = `
WITH gate AS MATERIALIZED (
  SELECT r.id FROM reports r WHERE r.id = $1 AND r.state IN ('DRAFT', 'ADDITIONS_REQUESTED') FOR NO KEY UPDATE
), old AS MATERIALIZED (
  SELECT ${STORED_FIGURE} AS stored FROM figures f WHERE f.report_id = $1 AND f.indicator_id = $2 AND f.measure::text = $3
), fig AS (
  INSERT INTO figures AS f (report_id, indicator_id, measure, raw, amount, denominator, qualifier, yes, words, parts,
                            breakdown, blank_reason, note, updated_by_id)
  SELECT $1, $2, $3::text::"FigureMeasure", $5, $6::numeric, $7::numeric, $8, $9::boolean, $10, $11::numeric[],
         $12::jsonb, $13, $14, $15
    FROM gate WHERE $4::int = 0 OR EXISTS (SELECT FROM old)
  ON CONFLICT (report_id, indicator_id, measure) DO UPDATE
     SET raw = excluded.raw, amount = excluded.amount, denominator = excluded.denominator,
         qualifier = excluded.qualifier, yes = excluded.yes, words = excluded.words, parts = excluded.parts,
         breakdown = excluded.breakdown, blank_reason = excluded.blank_reason, note = excluded.note,
         updated_by_id = excluded.updated_by_id, updated_at = app_now(), version = f.version + 1
   WHERE f.version = $4::int
  RETURNING f.version
), bump AS (
  UPDATE reports r SET data_version = r.data_version + 1 FROM fig WHERE r.id = $1 RETURNING r.data_version
), projected AS (
  INSERT INTO report_projections AS t (report_id, cells)
  SELECT $1, jsonb_build_object($2::text, jsonb_build_object($16::text, $17::jsonb || jsonb_build_object('v', fig.version)))
    FROM fig
  ON CONFLICT (report_id) DO UPDATE
     SET cells = t.cells || jsonb_build_object($2::text,
           coalesce(t.cells -> $2::text, '{}') || (excluded.cells -> $2::text))
), revised AS (
  INSERT INTO figure_revisions (report_id, indicator_id, measure, data_version, before, after, by_id)
  SELECT $1, $2, $3::text::"FigureMeasure", bump.data_version, (SELECT stored FROM old), $18::jsonb, $15 FROM bump
), audited AS (
  INSERT INTO audit_entries (actor_id, action, entity, entity_id, unit_id, cluster_year_id, before, after)
  SELECT $15, 'saveFigure', 'figure', $1::text || '/' || $2::text || '/' || $3, $19, $20,
         (SELECT stored FROM old), $18::jsonb FROM bump
), kept AS (
  INSERT INTO idempotency_keys (account_id, key, action, response)
  SELECT $15, $21, 'saveFigure', jsonb_build_object('ok', true, 'value',
         $22::jsonb || jsonb_build_object('version', fig.version, 'dataVersion', bump.data_version)) FROM fig, bump
), frozen AS (
  UPDATE indicator_sets s SET frozen_at = app_now() FROM fig
   WHERE $23::uuid IS NOT NULL AND s.id = $23::uuid AND s.frozen_at IS NULL
)
SELECT fig.version, bump.data_version AS "dataVersion" FROM fig, bump`

type Entry = { value: FigureValue | null; echo: string; raw: string; breakdown: BreakdownPart[] | null }

const invalid = (field: string, message: string, current?: FigureQuestion): Failure =>
  fail('invalid', message, { fields: { [field]: message }, current })

function readOne(
  text: string,
  spec: FigureSpec,
  field: string,
): Result<{ value: FigureValue | null; echo: string }> {
  const parsed = parseFigure(text, spec)
  switch (parsed.status) {
    case 'empty':
      return ok({ value: null, echo: '' })
    case 'understood':
      return fits(parsed.value)
        ? ok({ value: parsed.value, echo: parsed.echo })
        : invalid(field, 'Con số này quá lớn hoặc quá nhiều chữ số thập phân.')
    case 'ask':
      return invalid(field, parsed.question, {
        question: parsed.question,
        choices: parsed.choices.map(({ label }) => ({ label, raw: label })),
      })
    case 'refused':
      return invalid(field, parsed.message)
  }
}

function readBreakdown(texts: string[], context: Context): Result<BreakdownPart[] | null> {
  const parts: BreakdownPart[] = []
  const kind = context.kind === 'MONEY' ? 'MONEY' : 'COUNT'
  const spec: FigureSpec = { ...figureSpec(context), kind }
  for (const [index, label] of context.breakdown.entries()) {
    const field = `breakdown.${index}`
    const part = readOne(texts[index] ?? '', spec, field)
    if (!part.ok) return part
    const value = part.value.value
    if (!value) continue
    if (!('amount' in value) || value.amount === null || value.qualifier !== 'EXACT')
      return invalid(field, `Phần “${label}” cần là một con số chính xác.`)
    parts.push({ label, amount: value.amount })
  }
  return ok(parts.length > 0 ? parts : null)
}

/** What was typed, read by the server; an unclear figure is answered with a question and nothing is stored. */
function readEntry(input: SaveFigureInput, context: Context): Result<Entry> {
  if (input.measure === 'TO_DATE' && context.period !== 'YEAR_ESTIMATE')
    return invalid('measure', 'Kỳ này chỉ có một số liệu cho mỗi chỉ tiêu.')
  const figure = readOne(input.raw, figureSpec(context), 'raw')
  if (!figure.ok) return figure
  if (figure.value.value && input.blankReason)
    return invalid('blankReason', 'Đã có số liệu thì không chọn lý do để trống.')
  const breakdown = figure.value.value ? readBreakdown(input.breakdown ?? [], context) : ok(null)
  if (!breakdown.ok) return breakdown
  return ok({ ...figure.value, raw: figure.value.value ? input.raw.trim() : '', breakdown: breakdown.value })
}

/** Without an actor the answer already given to the key is not looked for. */
async function readContext(
  run: Run,
  actor: Actor | null,
  reportId: string,
  indicatorId: string,
  key: string,
): Promise<Context | null> {
  const [context] = await run<Context>(CONTEXT, [reportId, indicatorId, actor?.accountId ?? null, key])
  return context ?? null
}

const lockedBy = (context: Context): Failure =>
  context.periodLocked
    ? fail('locked', 'Kỳ này đã chốt số liệu, không sửa được nữa.')
    : fail('locked', `Báo cáo đang ở trạng thái “${STATE_LABELS[context.state]}”, không sửa được số liệu.`)

/**
 * Saves one figure with its breakdown, blank reason and note, once for its idempotency key. `conflict` carries the
 * figure as the database holds it ({@link FigureConflict}); an unclear one is `invalid` with a {@link FigureQuestion}.
 */
export const saveFigure = (
  actor: Actor,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
): Promise<Result<SavedFigure>> => save(query, actor, reportId, indicatorId, input)

/**
 * `saveFigure` for whoever `who` finds, `unauthenticated` for nobody: what the save depends on is read in one go with
 * who asks for it.
 */
export async function saveFigureFor(
  who: () => Promise<Actor | null>,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
): Promise<Result<SavedFigure>> {
  if (!areIds(reportId, indicatorId)) return fail((await who()) ? 'not_found' : 'unauthenticated')
  const [asker, reading] = together(
    () => [who(), readContext(query, null, reportId, indicatorId, input.idempotencyKey)] as const,
  )
  const [actor, context] = await Promise.all([asker, reading])
  return actor ? saveWithin(query, actor, reportId, indicatorId, input, context) : fail('unauthenticated')
}

/** `saveFigure` inside a transaction of the caller's, who undoes all of it when one figure is refused. */
export const saveFigureIn = (
  tx: Prisma.TransactionClient,
  actor: Actor,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
): Promise<Result<SavedFigure>> => save(queryIn(tx), actor, reportId, indicatorId, input)

const areIds = (...ids: string[]) => ids.every((id) => idSchema.safeParse(id).success)

async function save(
  run: Run,
  actor: Actor,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
): Promise<Result<SavedFigure>> {
  if (!areIds(reportId, indicatorId)) return fail('not_found')
  const context = await readContext(run, actor, reportId, indicatorId, input.idempotencyKey)
  return saveWithin(run, actor, reportId, indicatorId, input, context)
}

async function saveWithin(
  run: Run,
  actor: Actor,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
  context: Context | null,
): Promise<Result<SavedFigure>> {
  if (!context) return fail('not_found')
  if (!mayEnter(actor, context)) {
    logger.warn({ security: true, command: 'saveFigure', accountId: actor.accountId }, 'command refused')
    return fail('forbidden')
  }
  if (context.earlier) return context.earlier
  if (!isEditable(context)) return refusedWrite(run, actor, reportId, indicatorId, input)
  const entry = readEntry(input, context)
  if (!entry.ok) return entry
  const saved = await write(run, actor, reportId, indicatorId, input, context, entry.value)
  return saved ?? refusedWrite(run, actor, reportId, indicatorId, input)
}

async function write(
  run: Run,
  actor: Actor,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
  context: Context,
  entry: Entry,
): Promise<Result<SavedFigure> | null> {
  const { value, raw, breakdown, echo } = entry
  const columns = toColumns(value)
  const blankReason = value ? null : (input.blankReason ?? null)
  const stored: StoredFigure = { ...columns, raw, breakdown, blankReason, note: input.note }
  const answer = { indicatorId, measure: input.measure, raw, value, echo }
  try {
    const [row] = await run<{ version: number; dataVersion: number }>(SAVE, [
      reportId,
      indicatorId,
      input.measure,
      input.version,
      raw,
      columns.amount,
      columns.denominator,
      columns.qualifier,
      columns.yes,
      columns.words,
      columns.parts,
      breakdown && JSON.stringify(breakdown),
      blankReason,
      input.note,
      actor.accountId,
      input.measure === 'MAIN' ? 'm' : 't',
      JSON.stringify(toProjection(columns, blankReason)),
      JSON.stringify(stored),
      context.unitId,
      context.clusterYearId,
      input.idempotencyKey,
      JSON.stringify(answer),
      context.frozen ? null : context.setId,
    ])
    return row ? ok({ ...answer, ...row }) : null
  } catch (error) {
    // A rival with the same key was faster; its answer is read below.
    if (error instanceof Error && 'code' in error && error.code === '23505') return null
    throw error
  }
}

type CurrentRow = StoredFigure & Pick<FigureDto, 'version' | 'updatedBy'> & { updatedAt: string }

async function refusedWrite(
  run: Run,
  actor: Actor,
  reportId: string,
  indicatorId: string,
  input: SaveFigureInput,
): Promise<Result<SavedFigure>> {
  const [context, [row]] = await Promise.all([
    readContext(run, actor, reportId, indicatorId, input.idempotencyKey),
    run<{ figure: CurrentRow }>(
      `SELECT ${STORED_FIGURE} || jsonb_build_object('version', f.version, 'updatedAt', f.updated_at, 'updatedBy', a.name) AS figure
         FROM figures f LEFT JOIN accounts a ON a.id = f.updated_by_id
        WHERE f.report_id = $1 AND f.indicator_id = $2 AND f.measure::text = $3`,
      [reportId, indicatorId, input.measure],
    ),
  ])
  if (!context) return fail('not_found')
  if (context.earlier) return context.earlier
  if (!isEditable(context)) return lockedBy(context)
  const current: FigureConflict = {
    mine: input.raw,
    current: row ? toDto(indicatorId, input.measure, context.kind, row.figure) : null,
  }
  return fail('conflict', undefined, { current })
}

function toDto(
  indicatorId: string,
  measure: FigureDto['measure'],
  kind: IndicatorDto['kind'],
  { raw, breakdown, blankReason, note, version, updatedAt, updatedBy, ...columns }: CurrentRow,
): FigureDto {
  return {
    indicatorId,
    measure,
    raw,
    value: fromColumns(kind, columns),
    breakdown,
    blankReason,
    note,
    version,
    updatedAt: new Date(updatedAt).toISOString(),
    updatedBy,
  }
}
