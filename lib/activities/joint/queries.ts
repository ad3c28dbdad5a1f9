import 'server-only'
import { idSchema } from '@/lib/platform/fields'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import { listFilesIn } from '@/lib/evidence/queries'
import type { FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { worksHere } from '@/lib/platform/auth/policy'
import { storedDay } from '@/lib/platform/dates'
import { prisma, query } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { unitRefSql } from '@/lib/units/queries'
import type { UnitRef } from '@/lib/units/types'
import { clusterYearFactsIn } from '../queries'
import { ERASED_LABEL } from './labels'
import { mayManageActivity, mayProtectBeneficiaries } from './policy'
import { filesAreOpen, ledgerOf } from './rules'
import type { ActivityDto, ActivityListItem, BeneficiaryDto } from './types'

const ACTIVITY = {
  source: true,
  clusterYear: {
    select: { id: true, year: true, cluster: { select: { id: true, slug: true, name: true } } },
  },
  beneficiaries: { orderBy: { id: 'asc' } },
  funding: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.JointActivityInclude
type ActivityRow = Prisma.JointActivityGetPayload<{ include: typeof ACTIVITY }>

/** The one place where a beneficiary's row becomes what may leave the server. */
function toBeneficiary(row: ActivityRow['beneficiaries'][number]): BeneficiaryDto {
  const erased = row.erasedAt !== null
  const named = row.consent !== null && !erased
  return {
    id: row.id,
    shown: named ? row.name : erased ? `${row.shownAs} (${ERASED_LABEL})` : row.shownAs,
    address: named ? row.address : null,
    consent: named ? row.consent : null,
    consentedOn: named ? storedDay(row.consentedOn) : null,
    erased,
  }
}

function toListItem(row: ActivityRow, units: Map<string, UnitRef>): ActivityListItem {
  const value = row.value?.toFixed(0) ?? null
  return {
    id: row.id,
    title: row.title,
    unit: (row.unitId && units.get(row.unitId)) || null,
    place: row.place,
    value,
    valueRaw: row.valueRaw,
    quantity: row.quantity,
    state: row.state,
    heldOn: storedDay(row.heldOn),
    handedOverOn: storedDay(row.handedOverOn),
    source: citationOf(row.source, row.factId),
    illustrative: row.illustrative,
    ledger: ledgerOf(
      value,
      row.funding.map(({ amount }) => ({ amount: amount?.toFixed(0) ?? null })),
    ),
    beneficiaries: row.beneficiaries.map((beneficiary) => toBeneficiary(beneficiary).shown),
  }
}

async function unitsOf(rows: ActivityRow[]): Promise<Map<string, UnitRef>> {
  const ids = rows.flatMap(({ unitId }) => unitId ?? [])
  const year = rows[0]?.clusterYear.year
  if (ids.length === 0 || year === undefined) return new Map()
  const units = await query<{ unit: UnitRef }>(
    `SELECT ${unitRefSql('u', '$2::int')} AS unit FROM units u WHERE u.id = ANY($1::uuid[])`,
    [ids, year],
  )
  return new Map(units.map(({ unit }) => [unit.id, unit]))
}

/** Joint activities of a cluster-year by day, those without one last. */
export async function listActivities(actor: Actor, clusterYearId: string): Promise<ActivityListItem[]> {
  if (!worksHere(actor)) return []
  const rows = await prisma.jointActivity.findMany({
    where: { clusterYearId },
    include: ACTIVITY,
    orderBy: [{ heldOn: { sort: 'asc', nulls: 'last' } }, { title: 'asc' }],
  })
  const units = await unitsOf(rows)
  return rows.map((row) => toListItem(row, units))
}

/** Whether she may add activities to a cluster-year: for the cluster, or for these units of hers. */
export async function activityRights(
  actor: Actor,
  clusterYearId: string,
): Promise<{ mayAdd: boolean; forCluster: boolean; unitIds: string[] }> {
  const facts = await clusterYearFactsIn(prisma, clusterYearId)
  if (!facts || facts.closed) return { mayAdd: false, forCluster: false, unitIds: [] }
  const forCluster = mayManageActivity(actor, facts, null)
  const unitIds = facts.memberIds.filter((unitId) => mayManageActivity(actor, facts, unitId))
  return { mayAdd: forCluster || unitIds.length > 0, forCluster, unitIds }
}

/** One activity with its ledger, its beneficiaries as consent allows, and its files. */
export async function getActivity(actor: Actor, activityId: string): Promise<ActivityDto | null> {
  if (!worksHere(actor) || !idSchema.safeParse(activityId).success) return null
  const row = await prisma.jointActivity.findUnique({ where: { id: activityId }, include: ACTIVITY })
  const facts = row && (await clusterYearFactsIn(prisma, row.clusterYearId))
  if (!row || !facts) return null
  const mayManage = mayManageActivity(actor, facts, row.unitId) && !facts.closed && !row.sourceId
  const open = filesAreOpen(row.beneficiaries)
  const files = await listFilesIn(prisma, { ownerKind: 'activity', ownerId: row.id })
  return {
    ...toListItem(row, await unitsOf([row])),
    cluster: row.clusterYear.cluster,
    clusterYearId: row.clusterYearId,
    year: row.clusterYear.year,
    description: row.description,
    version: row.version,
    beneficiaries: row.beneficiaries.map(toBeneficiary),
    funding: row.funding.map(({ id, giver, kind, amount, raw, note }) => ({
      id,
      giver,
      kind,
      amount: amount?.toFixed(0) ?? null,
      raw,
      note,
    })),
    files: open || mayManage ? files : [],
    filesWithheld: !open && files.length > 0,
    mayManage,
    mayProtect: mayProtectBeneficiaries(actor, facts, row.unitId),
  }
}

/** Pictures and papers of an activity: withheld from all but those who manage it until every beneficiary has consented. */
export const activityFiles: FileKeeper = {
  async mayChangeIn(tx, actor, activityId) {
    const activity = await tx.jointActivity.findUnique({ where: { id: activityId } })
    const facts = activity && (await clusterYearFactsIn(tx, activity.clusterYearId))
    if (!activity || !facts) return fail('not_found')
    if (!mayManageActivity(actor, facts, activity.unitId)) return fail('forbidden')
    if (facts.closed) return fail('locked', 'Năm này đã khép, tệp không thay đổi nữa.')
    return ok({ unitId: activity.unitId, clusterYearId: facts.id })
  },
  async mayReadIn(tx, actor, activityId) {
    if (!worksHere(actor)) return false
    const activity = await tx.jointActivity.findUnique({
      where: { id: activityId },
      include: { beneficiaries: { select: { consent: true } } },
    })
    const facts = activity && (await clusterYearFactsIn(tx, activity.clusterYearId))
    if (!activity || !facts) return false
    return filesAreOpen(activity.beneficiaries) || mayManageActivity(actor, facts, activity.unitId)
  },
}
