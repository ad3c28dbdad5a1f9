import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma, query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { unitRefSql } from '@/lib/units/queries'
import { mayDraftRubric, mayPublishScores, mayReadRubric, mayReadSheet, seesAllScores } from '../policy'
import {
  computedScores,
  criteriaOf,
  indicatorsOf,
  leftOutOf,
  rubricRecord,
  scoringFacts,
  sheetRecords,
  type SheetRecord,
} from '../queries'
import { totalOfSheet } from '../rules'
import type { RubricDto, RubricView, ScoreBoard, ScoreRow, ScoreStage, TeamDto } from '../types'

type TeamRow = Omit<TeamDto, 'checkingAgreedAt' | 'checkedAgreedAt'> & {
  checkingAgreedAt: Date | null
  checkedAgreedAt: Date | null
}

/** Who checks whom and when; the minutes are no part of it. Whoever calls asks policy. */
export async function teamsOf(rubricId: string): Promise<TeamDto[]> {
  const rows = await query<TeamRow>(
    `SELECT t.id, ${unitRefSql('a', 'cy.year')} AS checking, ${unitRefSql('b', 'cy.year')} AS checked,
            to_char(t.scheduled_on, 'YYYY-MM-DD') AS "scheduledOn", t.checking_agreed_at AS "checkingAgreedAt",
            t.checked_agreed_at AS "checkedAgreedAt", t.version
       FROM cross_teams t JOIN rubrics r ON r.id = t.rubric_id JOIN cluster_years cy ON cy.id = r.cluster_year_id
       JOIN units a ON a.id = t.checking_unit_id JOIN units b ON b.id = t.checked_unit_id
      WHERE t.rubric_id = $1`,
    [rubricId],
  )
  return rows
    .map((row) => ({
      ...row,
      checkingAgreedAt: row.checkingAgreedAt?.toISOString() ?? null,
      checkedAgreedAt: row.checkedAgreedAt?.toISOString() ?? null,
    }))
    .sort(
      (a, b) =>
        (a.scheduledOn ?? '9').localeCompare(b.scheduledOn ?? '9') ||
        compareVietnamese(a.checked.name, b.checked.name),
    )
}

/** The furthest finished stage of each sheet with its total, for those who see all of them. */
async function provisionalTotals(
  actor: Actor,
  rubric: RubricDto,
  sheets: SheetRecord[],
): Promise<Map<string, ScoreRow['provisional']>> {
  const criteria = await criteriaOf(query, rubric.id)
  const computed = await computedScores(actor, query, rubric.clusterYearId, criteria)
  const scores = await prisma.score.findMany({ where: { sheet: { rubricId: rubric.id } } })
  return new Map(
    sheets.map((sheet) => {
      const stage = furthestStage(sheet)
      if (!stage) return [sheet.id, null]
      const points = new Map(
        scores
          .filter((score) => score.sheetId === sheet.id && score.stage === stage)
          .map((score) => [score.criterionId, score.points.toString()]),
      )
      const total = totalOfSheet(rubric, criteria, points, new Set(leftOutOf(computed.get(sheet.unitId))))
      return [sheet.id, total && { stage, total: total.total }]
    }),
  )
}

function furthestStage(sheet: SheetRecord): ScoreStage | null {
  if (sheet.finalAt) return 'FINAL'
  if (sheet.appraisedAt) return 'APPRAISED'
  if (sheet.crossDoneAt) return 'CROSS'
  return sheet.selfSentAt ? 'SELF' : null
}

/**
 * The scores of a cluster-year. Before publication: schedule and states for the cluster, totals only for the central
 * union's people who follow it. After: totals, places and classes for everyone who works here. Null for an unknown id.
 */
export async function getScoreBoard(actor: Actor, clusterYearId: string): Promise<ScoreBoard | null> {
  const facts = await scoringFacts(query, clusterYearId)
  if (!facts) return null
  const rubric = await rubricRecord(query, 'clusterYear', clusterYearId)
  const drafts = mayDraftRubric(actor, facts) && !facts.closed
  const board: ScoreBoard = {
    rubric: null,
    rows: [],
    teams: [],
    may: { draft: drafts && (!rubric || rubric.state === 'DRAFT'), plan: false, publish: false },
    waiting: [],
  }
  if (!rubric || !mayReadRubric(actor, clusterYearId, rubric.state)) return board
  const published = rubric.state === 'PUBLISHED'
  const all = !published && seesAllScores(actor, clusterYearId)
  const [sheets, teams] = await Promise.all([sheetRecords(query, 'rubric', rubric.id), teamsOf(rubric.id)])
  const totals = all && rubric.state === 'OPEN' ? await provisionalTotals(actor, rubric, sheets) : null
  const rows = sheets.map((sheet): ScoreRow => ({
    unit: sheet.unit,
    subGroup: sheet.subGroup,
    sheetVersion: sheet.version,
    selfSentAt: sheet.selfSentAt?.toISOString() ?? null,
    crossDoneAt: sheet.crossDoneAt?.toISOString() ?? null,
    appraisedAt: sheet.appraisedAt?.toISOString() ?? null,
    finalAt: sheet.finalAt?.toISOString() ?? null,
    readable: mayReadSheet(actor, sheet),
    provisional: totals?.get(sheet.id) ?? null,
    result:
      published && sheet.finalTotal !== null && sheet.rank !== null
        ? { total: sheet.finalTotal, rank: sheet.rank, className: sheet.className }
        : null,
  }))
  return {
    rubric,
    rows: rows.sort(
      (a, b) =>
        (a.subGroup ?? '').localeCompare(b.subGroup ?? '', 'vi') ||
        (a.result?.rank ?? 0) - (b.result?.rank ?? 0) ||
        compareVietnamese(a.unit.name, b.unit.name),
    ),
    teams,
    may: {
      ...board.may,
      plan: drafts && !published,
      publish: rubric.state === 'OPEN' && !facts.closed && mayPublishScores(actor, facts),
    },
    waiting: rows.filter(({ finalAt }) => finalAt === null).map(({ unit }) => unit),
  }
}

/** The rubric with its criteria, and what the editor offers. Null for an unknown cluster-year. */
export async function getRubric(actor: Actor, clusterYearId: string): Promise<RubricView | null> {
  const facts = await scoringFacts(query, clusterYearId)
  if (!facts) return null
  const rubric = await rubricRecord(query, 'clusterYear', clusterYearId)
  const mayDraft = mayDraftRubric(actor, facts) && !facts.closed
  if (!rubric || !mayReadRubric(actor, clusterYearId, rubric.state))
    return { rubric: null, criteria: [], indicators: [], mayEdit: mayDraft && !rubric }
  const [criteria, indicators] = await Promise.all([
    criteriaOf(query, rubric.id),
    indicatorsOf(actor, query, clusterYearId),
  ])
  return {
    rubric,
    criteria,
    indicators: indicators.map(({ code, name }) => ({ code, name })),
    mayEdit: mayDraft && rubric.state === 'DRAFT',
  }
}
