import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { listIndicators } from '@/lib/indicators/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { fromColumns } from '@/lib/reports/figures/rules'
import { canCarry, carryFigure, refOf } from '../rules'
import type { ChangeInput } from '../schema'
import type { AffectedReport, CarriedReport, Joining, OldUnit } from '../types'

type Db = Prisma.TransactionClient

/** Reports of the old units in the years that are still open, and whether the new unit continues them. */
export async function affectedReports(
  db: Db,
  predecessors: OldUnit[],
  years: readonly { emulationYearId: string }[],
  input: ChangeInput,
): Promise<AffectedReport[]> {
  const rows = await db.report.findMany({
    where: {
      unitId: { in: predecessors.map(({ id }) => id) },
      period: { emulationYearId: { in: years.map(({ emulationYearId }) => emulationYearId) } },
    },
    include: { period: { include: { emulationYear: { select: { year: true } } } } },
    orderBy: [{ period: { kind: 'asc' } }, { unitId: 'asc' }],
  })
  const carries = (periodId: string) =>
    input.reports === 'CARRY' &&
    canCarry(
      rows
        .filter((row) => row.periodId === periodId)
        .map((row) => ({ state: row.state, sentBefore: row.firstSentAt !== null })),
    )
  return rows.map((row) => ({
    id: row.id,
    unit: refOf(predecessors.find(({ id }) => id === row.unitId)!),
    period: row.period.kind,
    year: row.period.emulationYear.year,
    state: row.state,
    handling: carries(row.periodId) && row.period.lockedAt === null ? 'CARRIED' : 'KEPT',
  }))
}

/** The reports that the new unit continues, put together period by period from those of the old ones. */
export async function carriedReports(
  db: Db,
  actor: Actor,
  predecessors: OldUnit[],
  reports: AffectedReport[],
  clusters: Joining[],
): Promise<CarriedReport[]> {
  const ids = reports.filter(({ handling }) => handling === 'CARRIED').map(({ id }) => id)
  const rows = await db.report.findMany({
    where: { id: { in: ids } },
    include: { figures: { where: { measure: 'MAIN' } }, period: true },
  })
  const run = <T>(text: string, params: unknown[] = []) => db.$queryRawUnsafe<T[]>(text, ...params)
  const carried: CarriedReport[] = []
  for (const periodId of new Set(rows.map((row) => row.periodId))) {
    const own = rows.filter((row) => row.periodId === periodId)
    const { period } = own[0]!
    const cluster = clusters.find(
      ({ emulationYearId, joins }) => joins && emulationYearId === period.emulationYearId,
    )
    const clusterYear = cluster && (await db.clusterYear.findUnique({ where: { id: cluster.clusterYearId } }))
    const reach = {
      emulationYearId: period.emulationYearId,
      clusterId: clusterYear?.clusterId ?? null,
      unitId: null,
    }
    const indicators = await listIndicators(actor, reach, run)
    const settings = await db.unitIndicator.findMany({
      where: { unitId: { in: predecessors.map(({ id }) => id) }, notAssigned: true },
    })
    carried.push({
      periodId,
      period: period.kind,
      year: cluster?.year ?? 0,
      clusterYearId: cluster?.clusterYearId ?? null,
      illustrative: own.some(({ illustrative }) => illustrative),
      figures: indicators.map((indicator) =>
        carryFigure(
          indicator,
          predecessors.map((unit) => {
            const figure = own
              .find(({ unitId }) => unitId === unit.id)
              ?.figures.find(({ indicatorId }) => indicatorId === indicator.id)
            return {
              unit: refOf(unit).name,
              value: figure ? fromColumns(indicator.kind, columnsOf(figure)) : null,
              notAssigned: settings.some((row) => row.unitId === unit.id && row.indicatorId === indicator.id),
            }
          }),
        ),
      ),
    })
  }
  return carried
}

const columnsOf = (figure: Prisma.FigureGetPayload<object>) => ({
  amount: figure.amount?.toFixed() ?? null,
  denominator: figure.denominator?.toFixed() ?? null,
  qualifier: figure.qualifier,
  yes: figure.yes,
  words: figure.words,
  parts: figure.parts.map((part) => part.toFixed()),
})
