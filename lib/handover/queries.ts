import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { listAnnouncedBallots } from '@/lib/awards/ballots/queries'
import { citationOf } from '@/lib/clusters/rules'
import { getClusterHistory } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { nameInYear } from '@/lib/units/rules'
import { canHandOver } from './policy'
import { rotationOf } from './rules'
import type { HandoverActDto, HandoverPageDto } from './types'

const UNIT = { include: { designations: true } } satisfies Prisma.UnitDefaultArgs
const ACT = {
  fromClusterYear: { select: { year: true } },
  toClusterYear: { select: { year: true } },
  giverUnit: UNIT,
  receiverUnit: UNIT,
  deputyUnit: UNIT,
  source: { select: { slug: true, letter: true, title: true } },
} satisfies Prisma.HandoverActInclude

type ActRow = Prisma.HandoverActGetPayload<{ include: typeof ACT }>
type UnitRow = Prisma.UnitGetPayload<typeof UNIT>

const unitRef = (unit: UnitRow, year: number) => ({
  id: unit.id,
  slug: unit.slug,
  name: nameInYear(unit.designations, year),
})

function toAct(row: ActRow): HandoverActDto {
  const toYear = row.toClusterYear.year
  const fromYear = row.fromClusterYear?.year ?? null
  return {
    id: row.id,
    fromYear,
    toYear,
    heldOn: storedDay(row.heldOn),
    place: row.place,
    giverUnit: row.giverUnit && unitRef(row.giverUnit, fromYear ?? toYear),
    giver: row.giver,
    receiverUnit: unitRef(row.receiverUnit, toYear),
    receiver: row.receiver,
    deputyUnit: row.deputyUnit && unitRef(row.deputyUnit, toYear),
    witness: row.witness,
    rotatingFlag: row.rotatingFlag,
    chosenBy: row.chosenBy,
    note: row.note,
    source: citationOf(row.source, row.factId),
    illustrative: row.illustrative,
  }
}

/** Handover acts that a cluster-year gave or received. */
export async function listHandovers(_actor: Actor, clusterYearId: string): Promise<HandoverActDto[]> {
  const rows = await prisma.handoverAct.findMany({
    where: { OR: [{ fromClusterYearId: clusterYearId }, { toClusterYearId: clusterYearId }] },
    include: ACT,
    orderBy: { heldOn: 'asc' },
  })
  return rows.map(toAct)
}

/** All that stands on the handover page of a cluster-year. */
export async function getHandoverPage(actor: Actor, clusterYear: ClusterYearDto): Promise<HandoverPageDto> {
  const { id, year, cluster } = clusterYear
  const [acts, history, next, chosen] = await Promise.all([
    listHandovers(actor, id),
    getClusterHistory(actor, cluster.slug),
    prisma.clusterYear.findFirst({
      where: { clusterId: cluster.id, year: year + 1 },
      include: { memberships: { include: { unit: UNIT } } },
    }),
    listAnnouncedBallots(actor, id, ['HEAD', 'DEPUTY']),
  ])
  const members = next
    ? next.memberships
        .map(({ unit }) => unitRef(unit, next.year))
        .sort((a, b) => compareVietnamese(a.name, b.name))
    : []
  const memberIds = (next ? members : clusterYear.members).map((member) => member.id)
  return {
    given: acts.find(({ fromYear }) => fromYear === year) ?? null,
    received: acts.find(({ toYear }) => toYear === year) ?? null,
    rotation: history ? rotationOf(history, memberIds, year + 1) : [],
    next: next && { id: next.id, year: next.year, members },
    chosen: chosen.map(({ id: ballotId, title, purpose, elected }) => ({
      ballotId,
      title,
      role: purpose === 'HEAD' ? 'HEAD' : 'DEPUTY',
      unitIds: elected.flatMap(({ unitId }) => unitId ?? []),
      labels: elected.map(({ label }) => label),
    })),
    head: clusterYear.headships.find(({ role, endsOn }) => role === 'HEAD' && !endsOn)?.unit ?? null,
    canHandOver: canHandOver(actor, id),
  }
}
