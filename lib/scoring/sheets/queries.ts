import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma, query } from '@/lib/platform/db'
import {
  mayAgreeMinutes,
  mayEnterStage,
  mayExplain,
  mayFinishStage,
  mayGiveBack,
  mayReadMinutes,
  mayReadSheet,
  mayWriteMinutes,
  visibleStages,
} from '../policy'
import { computedScores, criteriaOf, indicatorsOf, leftOutOf, rubricRecord, sheetRecords } from '../queries'
import { teamsOf } from '../rubric/queries'
import { inReadingOrder, totalOfSheet } from '../rules'
import { SCORE_STAGES, type MinutesDto, type ScoreStage, type SheetDto, type SheetRow } from '../types'

/** A unit's sheet as the reader may see it; null where there is none or it is not hers to see. */
export async function getSheet(
  actor: Actor,
  clusterYearId: string,
  unitSlug: string,
): Promise<SheetDto | null> {
  const rubric = await rubricRecord(query, 'clusterYear', clusterYearId)
  if (!rubric) return null
  const sheet = (await sheetRecords(query, 'rubric', rubric.id)).find(({ unit }) => unit.slug === unitSlug)
  if (!sheet || !mayReadSheet(actor, sheet)) return null
  const stages = SCORE_STAGES.filter((stage) => visibleStages(actor, sheet).includes(stage))
  const published = rubric.state === 'PUBLISHED'
  const [criteria, indicators, scores, teams, texts] = await Promise.all([
    criteriaOf(query, rubric.id),
    indicatorsOf(actor, query, clusterYearId),
    prisma.score.findMany({ where: { sheetId: sheet.id, stage: { in: stages } } }),
    teamsOf(rubric.id),
    prisma.crossTeam.findMany({
      where: { rubricId: rubric.id, checkedUnitId: sheet.unitId },
      select: { id: true, minutes: true },
    }),
  ])
  const returned = sheet.selfSentAt ? null : await lastReturn(sheet.id)
  // Once published the sheet stands on its own: what was out of the denominator then stays so.
  const computed = published
    ? new Map(sheet.leftOut.map((id) => [id, { points: null, percent: null, leftOut: true }]))
    : ((await computedScores(actor, query, clusterYearId, criteria)).get(sheet.unitId) ?? new Map())
  const leftOut = new Set(published ? sheet.leftOut : leftOutOf(computed))
  const rows = inReadingOrder(criteria).map(({ depth: _depth, ...criterion }): SheetRow => ({
    criterion,
    indicatorName: indicators.find(({ code }) => code === criterion.indicatorCode)?.name ?? null,
    computed: computed.get(criterion.id) ?? null,
    scores: Object.fromEntries(
      scores
        .filter(({ criterionId }) => criterionId === criterion.id)
        .map(({ stage, points, pieces, reason }) => [stage, { points: points.toString(), pieces, reason }]),
    ),
  }))
  const totalAt = (stage: ScoreStage) => {
    const points = new Map(
      rows.flatMap(({ criterion, computed: made, scores: own }): [string, string][] => {
        const shown = own[stage]?.points ?? (stage === 'SELF' && !sheet.selfSentAt ? made?.points : undefined)
        return shown ? [[criterion.id, shown]] : []
      }),
    )
    return totalOfSheet(rubric, criteria, points, leftOut)
  }
  return {
    id: sheet.id,
    unit: sheet.unit,
    subGroup: sheet.subGroup,
    version: sheet.version,
    rubric,
    rows,
    stages,
    totals: Object.fromEntries(stages.map((stage) => [stage, totalAt(stage) ?? undefined])),
    selfSentAt: sheet.selfSentAt?.toISOString() ?? null,
    crossDoneAt: sheet.crossDoneAt?.toISOString() ?? null,
    appraisedAt: sheet.appraisedAt?.toISOString() ?? null,
    finalAt: sheet.finalAt?.toISOString() ?? null,
    explanation: sheet.explanation,
    returned: stages.includes('SELF') ? returned : null,
    teams: teams
      .filter(({ checked }) => checked.id === sheet.unitId)
      .map((team): MinutesDto => ({
        ...team,
        minutes: mayReadMinutes(actor, sheet, team.checking.id)
          ? (texts.find(({ id }) => id === team.id)?.minutes ?? null)
          : null,
        mayWrite: mayWriteMinutes(actor, sheet, team.checking.id),
        mayAgree: [
          ...(!team.checkingAgreedAt && mayAgreeMinutes(actor, sheet, team.checking.id)
            ? (['CHECKING'] as const)
            : []),
          ...(!team.checkedAgreedAt && mayAgreeMinutes(actor, sheet, team.checked.id)
            ? (['CHECKED'] as const)
            : []),
        ],
      })),
    result:
      published && sheet.finalTotal !== null && sheet.rank !== null
        ? { total: sheet.finalTotal, rank: sheet.rank, className: sheet.className }
        : null,
    may: {
      enter: mayEnterStage(actor, sheet),
      finish: mayFinishStage(actor, sheet),
      explain: mayExplain(actor, sheet),
      giveBack: mayGiveBack(actor, sheet),
    },
  }
}

async function lastReturn(sheetId: string): Promise<SheetDto['returned']> {
  const row = await prisma.scoreSheetReturn.findFirst({ where: { sheetId }, orderBy: { id: 'desc' } })
  if (!row) return null
  const by = await prisma.account.findUnique({ where: { id: row.byId }, select: { name: true } })
  return { reason: row.reason, by: by?.name ?? null, byUnit: row.byUnit, at: row.at.toISOString() }
}
