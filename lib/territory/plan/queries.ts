import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { dayToStore, printDate, storedDay } from '@/lib/platform/dates'
import { databaseToday, prisma } from '@/lib/platform/db'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { compareVietnamese, slugOf } from '@/lib/platform/vietnamese'
import { endedSlug } from '@/lib/units/rules'
import { mayChangeTerritory } from '../policy'
import { affectedReports, carriedReports } from '../reports/queries'
import { isFinished, refOf } from '../rules'
import type { ChangeInput } from '../schema'
import type { AffectedAccount, AffectedCluster, AffectedReport, Joining, TerritoryPlan } from '../types'

type Db = Prisma.TransactionClient

const UNIT = {
  include: { designations: { orderBy: { validFrom: { sort: 'asc', nulls: 'first' } } } },
} as const
type UnitRow = Prisma.UnitGetPayload<typeof UNIT>

/** What a change would do, for the office to read before deciding. Writes nothing. */
export async function previewChange(actor: Actor, input: ChangeInput): Promise<Result<TerritoryPlan>> {
  if (!mayChangeTerritory(actor)) return fail('forbidden')
  return planChangeIn(prisma, actor, input)
}

/** The plan of a change, worked out inside the caller's transaction from what it has locked. */
export async function planChangeIn(db: Db, actor: Actor, input: ChangeInput): Promise<Result<TerritoryPlan>> {
  const rows = await db.unit.findMany({
    where: { id: { in: input.predecessorIds }, level: 'PROVINCE' },
    ...UNIT,
  })
  if (rows.length < input.predecessorIds.length) return fail('not_found')
  const predecessors = rows.toSorted((a, b) => compareVietnamese(refOf(a).name, refOf(b).name))
  const refused = (await untimely(db, input, predecessors)) ?? (await takenBy(db, input))
  if (refused) return refused
  const today = await databaseToday(db)
  const { successors, renamed, takesOver } = await addresses(db, input, predecessors, today)
  const years = await openYears(db, predecessors, input.effectiveOn)
  const clusters = joining(input, years)
  const reports = await affectedReports(db, predecessors, years, input)
  const carried = await carriedReports(db, actor, predecessors, reports, clusters)
  const open = new Set(
    reports
      .filter(({ handling, state }) => handling === 'KEPT' && !isFinished(state))
      .map(({ unit }) => unit.id),
  )
  return ok({
    kind: input.kind,
    effectiveOn: input.effectiveOn,
    decision: input.decision,
    predecessors: predecessors.map((unit) => ({ ...refOf(unit), version: unit.version })),
    successors,
    renamed,
    takesOver,
    clusters: clusters.map((cluster) => withMembers(cluster, years, reports, input.effectiveOn)),
    reports,
    carried,
    accounts: await affectedAccounts(db, predecessors, input, open),
    warnings: await warningsOf(db, predecessors, clusters, reports, input, today),
  })
}

async function untimely(db: Db, input: ChangeInput, predecessors: UnitRow[]): Promise<Failure | null> {
  for (const unit of predecessors) {
    const { name } = refOf(unit)
    if (unit.validTo)
      return wrongField('predecessorIds', `${name} đã kết thúc ngày ${printDate(unit.validTo)}.`)
    const since = unit.designations
      .map(({ validFrom }) => storedDay(validFrom))
      .findLast((from) => from !== null)
    if (since && since >= input.effectiveOn)
      return wrongField(
        'effectiveOn',
        `Ngày hiệu lực phải sau lần đổi gần nhất của ${name} (${printDate(since)}).`,
      )
  }
  const years = await db.emulationYear.findFirst({ orderBy: { year: 'desc' }, select: { year: true } })
  if (years && Number(input.effectiveOn.slice(0, 4)) > years.year + 1)
    return wrongField('effectiveOn', 'Ngày hiệu lực quá xa so với năm thi đua mới nhất.')
  return null
}

async function takenBy(db: Db, input: ChangeInput): Promise<Failure | null> {
  const others = await db.unitDesignation.findMany({
    where: { validTo: null, unit: { validTo: null, id: { notIn: input.predecessorIds } } },
    select: { name: true, code: true },
  })
  for (const { name, code } of input.successors) {
    const namesake = others.find((other) => slugOf(other.name) === slugOf(name))
    if (namesake) return wrongField('names', `${namesake.name} là tên của một đơn vị khác đang có.`)
    const holder = others.find((other) => other.code === code)
    if (holder) return wrongField('codes', `Mã ${code} đang là mã của ${holder.name}.`)
  }
  return null
}

/**
 * New units take the plain address; an old one that bears it moves to "-cu". Before their day the old unit is the living
 * one and keeps it: the new one waits under an address with the year.
 */
async function addresses(db: Db, input: ChangeInput, predecessors: UnitRow[], today: string) {
  const taken = new Set((await db.unit.findMany({ select: { slug: true } })).map(({ slug }) => slug))
  const renamed: TerritoryPlan['renamed'] = []
  const takesOver: TerritoryPlan['takesOver'] = []
  const freeFor = (slug: string): string => {
    const year = input.effectiveOn.slice(0, 4)
    for (let turn = 1; ; turn += 1) {
      const candidate = turn === 1 ? `${slug}-${year}` : `${slug}-${year}-${turn}`
      if (!taken.has(candidate)) return candidate
    }
  }
  const successors = input.successors.map((unit) => {
    const slug = slugOf(unit.name)
    const holder = predecessors.find((old) => old.slug === slug)
    if (holder) {
      const to = endedSlug(slug, taken)
      taken.add(to)
      if (input.effectiveOn > today) {
        const from = freeFor(slug)
        taken.add(from)
        takesOver.push({ from, slug, oldId: holder.id, oldTo: to })
        return { ...unit, slug: from }
      }
      renamed.push({ id: holder.id, from: slug, to })
      return { ...unit, slug }
    }
    const free = taken.has(slug) ? freeFor(slug) : slug
    taken.add(free)
    return { ...unit, slug: free }
  })
  return { successors, renamed, takesOver }
}

const CLUSTER_YEAR = {
  memberships: true,
  headships: true,
  emulationYear: { select: { id: true, state: true } },
} satisfies Prisma.ClusterYearInclude
type ClusterYearRow = Prisma.ClusterYearGetPayload<{ include: typeof CLUSTER_YEAR }> & { old: UnitRow[] }

/** Cluster-years, not closed, of the day's year and later, in which an old unit is a member. */
async function openYears(db: Db, predecessors: UnitRow[], effectiveOn: string): Promise<ClusterYearRow[]> {
  const ids = predecessors.map(({ id }) => id)
  const rows = await db.clusterYear.findMany({
    where: {
      year: { gte: Number(effectiveOn.slice(0, 4)) },
      emulationYear: { state: { not: 'CLOSED' } },
      memberships: { some: { unitId: { in: ids } } },
    },
    include: CLUSTER_YEAR,
    orderBy: [{ year: 'asc' }, { title: 'asc' }],
  })
  return rows.map((row) => ({
    ...row,
    old: predecessors.filter(({ id }) => row.memberships.some(({ unitId }) => unitId === id)),
  }))
}

/** One cluster a year for the new units: the chosen one, else the one with most old members. */
function joining(input: ChangeInput, years: ClusterYearRow[]): Joining[] {
  return years.map((row) => {
    const rivals = years.filter(({ emulationYearId }) => emulationYearId === row.emulationYearId)
    const chosen =
      rivals.find(({ id }) => input.clusterYearIds.includes(id)) ??
      rivals.toSorted((a, b) => b.old.length - a.old.length)[0]
    return {
      clusterYearId: row.id,
      title: row.title,
      year: row.year,
      emulationYearId: row.emulationYearId,
      joins: chosen?.id === row.id,
    }
  })
}

function withMembers(
  cluster: Joining,
  years: ClusterYearRow[],
  reports: AffectedReport[],
  effectiveOn: string,
): AffectedCluster {
  const row = years.find(({ id }) => id === cluster.clusterYearId)!
  const keeps = ({ id }: UnitRow) =>
    reports.some(({ unit, year, handling }) => unit.id === id && year === row.year && handling === 'KEPT')
  const running = row.headships.filter(
    ({ unitId, endsOn }) =>
      row.old.some(({ id }) => id === unitId) && (endsOn === null || storedDay(endsOn) >= effectiveOn),
  )
  // One unit does not hold both roles: of two old units, head and deputy, the headship passes.
  const passing = running.find(({ role }) => role === 'HEAD') ?? running[0]
  return {
    ...cluster,
    stays: row.old.filter(keeps).map(refOf),
    leaves: row.old.filter((unit) => !keeps(unit)).map(refOf),
    headships: running.map((headship) => ({
      id: headship.id,
      role: headship.role,
      unit: refOf(row.old.find(({ id }) => id === headship.unitId)!),
      passes: cluster.joins && headship === passing,
    })),
  }
}

async function affectedAccounts(
  db: Db,
  predecessors: UnitRow[],
  input: ChangeInput,
  stillOpen: Set<string>,
): Promise<AffectedAccount[]> {
  const grants = await db.roleGrant.findMany({
    where: {
      unitId: { in: predecessors.map(({ id }) => id) },
      revokedAt: null,
      OR: [{ endsOn: null }, { endsOn: { gte: dayToStore(input.effectiveOn) } }],
      account: { disabledAt: null },
    },
    include: { account: { select: { name: true } } },
    orderBy: [{ account: { name: 'asc' } }, { id: 'asc' }],
  })
  return grants.map((grant) => ({
    grantId: grant.id,
    accountId: grant.accountId,
    name: grant.account.name,
    role: grant.role,
    unit: refOf(predecessors.find(({ id }) => id === grant.unitId)!),
    to: Math.min(input.assign[grant.accountId] ?? 0, input.successors.length - 1),
    ends:
      !stillOpen.has(grant.unitId ?? '') &&
      (grant.startsOn === null || storedDay(grant.startsOn) < input.effectiveOn),
  }))
}

async function warningsOf(
  db: Db,
  predecessors: UnitRow[],
  clusters: Joining[],
  reports: AffectedReport[],
  input: ChangeInput,
  today: string,
): Promise<string[]> {
  const ids = predecessors.map(({ id }) => id)
  const waiting = await db.nomination.count({ where: { unitId: { in: ids }, awards: { none: {} } } })
  const passed = reports.some(({ handling, state }) => handling === 'KEPT' && !isFinished(state))
  const rivals = new Set(clusters.map(({ emulationYearId }) => emulationYearId)).size < clusters.length
  const year = Number(input.effectiveOn.slice(0, 4))
  const closed = await db.emulationYear.count({ where: { year, state: 'CLOSED' } })
  return [
    ...(input.effectiveOn < today
      ? [`Ngày hiệu lực ${printDate(input.effectiveOn)} đã qua: đơn vị cũ coi như kết thúc từ ngày đó.`]
      : []),
    ...(closed > 0
      ? [`Năm ${year} đã khép: cụm, báo cáo và số liệu của năm ấy giữ nguyên tên đơn vị cũ.`]
      : []),
    ...(waiting > 0 ? [`${waiting} đề nghị khen thưởng chưa có quyết định vẫn đứng tên đơn vị cũ.`] : []),
    ...(passed && input.reports === 'CARRY'
      ? ['Kỳ nào đã có đơn vị cũ gửi báo cáo thì cả kỳ vẫn đứng tên các đơn vị cũ, do chính họ làm nốt.']
      : []),
    ...(rivals ? ['Các đơn vị cũ thuộc những cụm khác nhau: hãy chọn cụm của đơn vị mới.'] : []),
    ...(input.effectiveOn < '2019-01-01' ? ['Ngày hiệu lực trước năm 2019.'] : []),
  ]
}
