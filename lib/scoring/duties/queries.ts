import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { mayAgreeMinutes, mayEnterStage, mayExplain, mayReadSheet } from '../policy'
import { openStage } from '../rules'
import { openSheetRecords, type OpenSheetRecord } from '../queries'
import type { OpenCrossCheck, ScoringDuty, ScoringDutyKind } from '../types'

/** What scoring asks of her now, in every open year: her own sheet, those she checks, appraises or decides. */
export async function listScoringDuties(actor: Actor): Promise<ScoringDuty[]> {
  const years = [...actor.memberOf, ...actor.centralStaffOf, ...actor.reviewerOf]
  if (years.length === 0 && !actor.isOffice) return []
  const sheets = await openSheetRecords(query, actor.isOffice ? null : years)
  return sheets.flatMap((sheet) =>
    mayReadSheet(actor, sheet) ? kindsFor(actor, sheet).map((kind) => toDuty(sheet, kind)) : [],
  )
}

/**
 * Cross-checks still open in the clusters that her unit heads or assists: how many sheets of each wait, and the first day
 * set for one. Clusters without any are left out.
 */
export async function listOpenCrossChecks(actor: Actor): Promise<OpenCrossCheck[]> {
  const years = [...actor.headOf, ...actor.deputyOf]
  if (years.length === 0) return []
  const sheets = await openSheetRecords(query, years)
  const waiting = sheets.filter((sheet) => mayReadSheet(actor, sheet) && openStage(sheet) === 'CROSS')
  return [...new Set(waiting.map(({ clusterYearId }) => clusterYearId))].map((id) => {
    const own = waiting.filter(({ clusterYearId }) => clusterYearId === id)
    const { clusterSlug: slug, clusterName: name, year } = own[0]!
    const days = own.flatMap(({ crossOn }) => crossOn ?? []).sort()
    return { cluster: { slug, name, year }, sheets: own.length, dueOn: days[0] ?? null }
  })
}

function kindsFor(actor: Actor, sheet: OpenSheetRecord): ScoringDutyKind[] {
  const kinds: ScoringDutyKind[] = []
  const stage = mayEnterStage(actor, sheet)
  if (stage === 'SELF') kinds.push(sheet.returnReason === null ? 'SELF' : 'SELF_AGAIN')
  // The office stands in for the vice-chair when a sheet has to be decided, but it is her duty.
  else if (stage !== null && !(stage === 'FINAL' && !actor.reviewerOf.includes(sheet.clusterYearId)))
    kinds.push(stage)
  if (sheet.awaitsAgreement && mayAgreeMinutes(actor, sheet, sheet.unitId)) kinds.push('AGREE')
  if (sheet.crossDiffers && !sheet.explanation && mayExplain(actor, sheet)) kinds.push('EXPLAIN')
  return kinds
}

const toDuty = (sheet: OpenSheetRecord, kind: ScoringDutyKind): ScoringDuty => ({
  kind,
  unit: sheet.unit,
  cluster: { slug: sheet.clusterSlug, name: sheet.clusterName, year: sheet.year },
  dueOn: kind === 'CROSS' ? sheet.crossOn : null,
  reason: kind === 'SELF_AGAIN' ? sheet.returnReason : null,
  illustrative: sheet.illustrative,
})
