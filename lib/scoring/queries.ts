import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { listIndicators } from '@/lib/indicators/queries'
import { completionOf } from '@/lib/indicators/rules'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { query } from '@/lib/platform/db'
import { compareDecimals } from '@/lib/platform/numbers/decimal'
import { fromProjection } from '@/lib/reports/figures/rules'
import type { ProjectionCells } from '@/lib/reports/types'
import { unitRefSql } from '@/lib/units/queries'
import type { UnitRef } from '@/lib/units/types'
import { pointsOfCompletion } from './rules'
import type { Computed, CriterionDto, RubricDto, ScoreBand, ScoringFacts, SheetFacts } from './types'

/** `query`, or the same inside a transaction. */
export type Run = typeof query

export const runIn =
  (tx: Prisma.TransactionClient): Run =>
  (text, params = []) =>
    tx.$queryRawUnsafe(text, ...params)

const CLOSED = `(SELECT y.state = 'CLOSED' FROM emulation_years y WHERE y.id = cy.emulation_year_id)`
const HAS_STAFF = `EXISTS (SELECT FROM role_grants g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
  WHERE g.cluster_year_id = cy.id AND g.role = 'CENTRAL_STAFF' AND g.revoked_at IS NULL
    AND coalesce(g.starts_on, '-infinity') <= (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    AND coalesce(g.ends_on, 'infinity') >= (app_now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)`

/** What policy asks of a cluster-year; null for an unknown id. */
export async function scoringFacts(run: Run, clusterYearId: string): Promise<ScoringFacts | null> {
  const [row] = await run<ScoringFacts>(
    `SELECT cy.id AS "clusterYearId", ${CLOSED} AS closed, ${HAS_STAFF} AS "hasCentralStaff",
            (SELECT coalesce(json_agg(m.unit_id), '[]') FROM cluster_memberships m
              WHERE m.cluster_year_id = cy.id) AS "memberIds",
            (SELECT r.state::text FROM rubrics r WHERE r.cluster_year_id = cy.id) AS state
       FROM cluster_years cy WHERE cy.id = $1::uuid`,
    [clusterYearId],
  )
  return row ?? null
}

export type SheetRecord = SheetFacts & {
  id: string
  rubricId: string
  unit: UnitRef
  subGroup: string | null
  explanation: string | null
  finalTotal: string | null
  rank: number | null
  className: string | null
  leftOut: string[]
  version: number
}

const SHEET = `s.id, s.rubric_id AS "rubricId", r.cluster_year_id AS "clusterYearId", r.state::text AS state,
            ${CLOSED} AS closed, ${HAS_STAFF} AS "hasCentralStaff", s.unit_id AS "unitId",
            ${unitRefSql('u', 'cy.year')} AS unit, s.sub_group AS "subGroup", s.self_sent_at AS "selfSentAt",
            s.cross_done_at AS "crossDoneAt", s.appraised_at AS "appraisedAt", s.final_at AS "finalAt", s.explanation,
            trim_scale(s.final_total)::text AS "finalTotal", s.rank, s.class_name AS "className",
            array_to_json(s.left_out) AS "leftOut", s.version,
            (SELECT coalesce(json_agg(t.checking_unit_id), '[]') FROM cross_teams t
              WHERE t.rubric_id = r.id AND t.checked_unit_id = s.unit_id) AS "checkingUnitIds",
            (EXISTS (SELECT FROM scores c WHERE c.sheet_id = s.id AND c.stage = 'CROSS')
              OR EXISTS (SELECT FROM cross_teams t WHERE t.rubric_id = r.id AND t.checked_unit_id = s.unit_id
                            AND t.minutes IS NOT NULL)) AS "crossBegun"`
const SHEETS = `score_sheets s JOIN rubrics r ON r.id = s.rubric_id JOIN cluster_years cy ON cy.id = r.cluster_year_id
       JOIN units u ON u.id = s.unit_id`

/** Sheets with what policy asks of them, by rubric or by sheet. Whoever calls asks policy. */
export function sheetRecords(run: Run, by: 'rubric' | 'sheet', id: string): Promise<SheetRecord[]> {
  return run<SheetRecord>(
    `SELECT ${SHEET} FROM ${SHEETS}
      WHERE ${by === 'rubric' ? 's.rubric_id' : 's.id'} = $1::uuid`,
    [id],
  )
}

export type OpenSheetRecord = SheetRecord & {
  clusterSlug: string
  clusterName: string
  year: number
  illustrative: boolean
  /** First day set for a cross-check that is not agreed. */
  crossOn: string | null
  /** A checking unit has agreed to its minutes and the checked one has not. */
  awaitsAgreement: boolean
  /** A cross-score differs from the self-score. */
  crossDiffers: boolean
  /** Why a self-score that is to be sent again came back. */
  returnReason: string | null
}

/** Sheets of rubrics being scored in years not closed, of the given cluster-years or of all. Whoever calls asks policy. */
export function openSheetRecords(run: Run, clusterYearIds: string[] | null): Promise<OpenSheetRecord[]> {
  return run<OpenSheetRecord>(
    `SELECT ${SHEET}, c.slug AS "clusterSlug", c.name AS "clusterName", cy.year, r.illustrative,
            (SELECT to_char(min(t.scheduled_on), 'YYYY-MM-DD') FROM cross_teams t
              WHERE t.rubric_id = r.id AND t.checked_unit_id = s.unit_id) AS "crossOn",
            EXISTS (SELECT FROM cross_teams t WHERE t.rubric_id = r.id AND t.checked_unit_id = s.unit_id
                AND t.checking_agreed_at IS NOT NULL AND t.checked_agreed_at IS NULL) AS "awaitsAgreement",
            EXISTS (SELECT FROM scores x JOIN scores o ON o.sheet_id = x.sheet_id AND o.criterion_id = x.criterion_id
                AND o.stage = 'SELF' AND o.points <> x.points
              WHERE x.sheet_id = s.id AND x.stage = 'CROSS') AS "crossDiffers",
            CASE WHEN s.self_sent_at IS NULL THEN (SELECT b.reason FROM score_sheet_returns b
              WHERE b.sheet_id = s.id AND NOT b.by_unit ORDER BY b.id DESC LIMIT 1) END AS "returnReason"
       FROM ${SHEETS} JOIN clusters c ON c.id = cy.cluster_id
       JOIN emulation_years y ON y.id = cy.emulation_year_id AND y.state <> 'CLOSED'
      WHERE r.state = 'OPEN' AND ($1::uuid[] IS NULL OR cy.id = ANY($1::uuid[]))
      ORDER BY cy.year DESC, c.position, ${unitRefSql('u', 'cy.year')} ->> 'name' COLLATE vn`,
    [clusterYearIds],
  )
}

type RubricRow = Omit<RubricDto, 'publishedAt' | 'bands'> & { publishedAt: Date | null; bands: ScoreBand[] }

export async function rubricRecord(
  run: Run,
  by: 'clusterYear' | 'rubric',
  id: string,
): Promise<RubricDto | null> {
  const [row] = await run<RubricRow>(
    `SELECT r.id, r.cluster_year_id AS "clusterYearId", r.name, trim_scale(r.total)::text AS total,
            trim_scale(r.bonus_cap)::text AS "bonusCap", trim_scale(r.penalty_cap)::text AS "penaltyCap",
            r.state::text AS state, r.bands, r.published_at AS "publishedAt", r.illustrative, r.version
       FROM rubrics r WHERE ${by === 'clusterYear' ? 'r.cluster_year_id' : 'r.id'} = $1::uuid`,
    [id],
  )
  return row ? { ...row, publishedAt: row.publishedAt?.toISOString() ?? null } : null
}

export function criteriaOf(run: Run, rubricId: string): Promise<CriterionDto[]> {
  return run<CriterionDto>(
    `SELECT c.id, c.parent_id AS "parentId", c.position, c.text, c.kind::text AS kind, trim_scale(c.max)::text AS max,
            trim_scale(c.per_piece)::text AS "perPiece", c.indicator_code AS "indicatorCode", c.guidance
       FROM criteria c WHERE c.rubric_id = $1::uuid ORDER BY c.position, c.id`,
    [rubricId],
  )
}

/** Indicators that points can be computed from: the year's national set and the cluster's own. */
export async function indicatorsOf(actor: Actor, run: Run, clusterYearId: string): Promise<IndicatorDto[]> {
  const [place] = await run<{ emulationYearId: string; clusterId: string }>(
    `SELECT emulation_year_id AS "emulationYearId", cluster_id AS "clusterId" FROM cluster_years WHERE id = $1::uuid`,
    [clusterYearId],
  )
  return place ? listIndicators(actor, { ...place, unitId: null }, run) : []
}

type FigureRow = { unitId: string; result: ProjectionCells; target: ProjectionCells; notAssigned: string[] }

/** Sent figures of each member: the year's final ones, or the estimate until those are sent. */
const figures = (run: Run, clusterYearId: string) =>
  run<FigureRow>(
    `SELECT m.unit_id AS "unitId", coalesce(f.cells, e.cells, '{}') AS result, coalesce(t.cells, '{}') AS target,
            (SELECT coalesce(json_agg(ui.indicator_id), '[]') FROM unit_indicators ui
              WHERE ui.unit_id = m.unit_id AND ui.not_assigned) AS "notAssigned"
       FROM cluster_memberships m
       ${['f:YEAR_FINAL', 'e:YEAR_ESTIMATE', 't:REGISTRATION']
         .map((entry) => entry.split(':'))
         .map(
           ([alias, kind]) => `LEFT JOIN LATERAL (SELECT rp.cells FROM reports r
              JOIN reporting_periods p ON p.id = r.period_id AND p.kind = '${kind}'
              JOIN report_projections rp ON rp.report_id = r.id
             WHERE r.unit_id = m.unit_id AND r.cluster_year_id = m.cluster_year_id
               AND r.state NOT IN ('DRAFT', 'PRESENTED')) ${alias} ON true`,
         )
         .join('\n       ')}
      WHERE m.cluster_year_id = $1::uuid`,
    [clusterYearId],
  )

/**
 * What the written rule makes of each computed criterion, by unit and criterion id. It compares units, so it reads all of
 * them; whoever calls hands on only what policy lets the reader see.
 */
export async function computedScores(
  actor: Actor,
  run: Run,
  clusterYearId: string,
  criteria: readonly CriterionDto[],
): Promise<Map<string, Map<string, Computed>>> {
  const computed = criteria.filter(({ kind }) => kind === 'COMPLETION')
  if (computed.length === 0) return new Map()
  const indicators = await indicatorsOf(actor, run, clusterYearId)
  const rows = await figures(run, clusterYearId)
  const byUnit = new Map(rows.map(({ unitId }) => [unitId, new Map<string, Computed>()]))
  for (const { id, max, indicatorCode } of computed) {
    const indicator = indicators.find(({ code }) => code === indicatorCode)
    const found = rows.map((row) => {
      if (!indicator) return { unitId: row.unitId, percent: null, leftOut: false, none: false }
      const completion = completionOf(
        fromProjection(indicator.kind, row.result[indicator.id]?.m),
        fromProjection(indicator.kind, row.target[indicator.id]?.m),
        indicator,
      )
      return {
        unitId: row.unitId,
        percent: completion.percent,
        leftOut: row.notAssigned.includes(indicator.id),
        // No case at all where fewer are better: beyond any percentage.
        none: completion.percent === null && completion.class === 'EXCEEDED',
      }
    })
    const best = found
      .filter(({ leftOut }) => !leftOut)
      .flatMap(({ percent }) => percent ?? [])
      .reduce((most, percent) => (compareDecimals(percent, most) > 0 ? percent : most), '0')
    for (const { unitId, percent, leftOut, none } of found)
      byUnit.get(unitId)?.set(id, {
        percent,
        leftOut,
        points: leftOut
          ? null
          : none
            ? max
            : percent === null
              ? null
              : pointsOfCompletion(max, percent, best),
      })
  }
  return byUnit
}

export const leftOutOf = (computed: ReadonlyMap<string, Computed> | undefined): string[] =>
  [...(computed ?? [])].filter(([, { leftOut }]) => leftOut).map(([id]) => id)
