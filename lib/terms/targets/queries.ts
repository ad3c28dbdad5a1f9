import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import type { CompletionBand } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma, query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { readsTerms } from '../policy'
import { listFeeds } from '../progress/queries'
import { figuresOf, type Entered, type Feed } from '../progress/rules'
import { REF, SOURCE, targetRef } from '../rows/queries'
import { progressOf, targetValue, yearsOfTerm } from '../rules'
import type { ReviewKind, TargetDto, TargetKind, TargetRef, TargetShape } from '../types'

const TARGET = {
  source: SOURCE,
  milestones: { orderBy: { year: 'asc' } },
  indicators: { orderBy: { code: 'asc' } },
  progress: { orderBy: { year: 'asc' }, include: { source: SOURCE } },
  national: { include: { national: { include: REF } } },
  provincial: { include: { target: { include: REF } } },
} satisfies Prisma.TermTargetInclude

type TargetRow = Prisma.TermTargetGetPayload<{ include: typeof TARGET }>

/** Bands of the completion schemes that terms use: mid-term while a term runs, the year's at its end. */
export async function termBandsIn(
  db: Pick<Prisma.TransactionClient, 'completionScheme'>,
  kind: ReviewKind,
): Promise<CompletionBand[]> {
  const code = kind === 'MIDTERM' ? 'MIDTERM' : 'YEAR'
  const scheme = await db.completionScheme.findUnique({ where: { code } })
  return (scheme?.bands ?? []) as CompletionBand[]
}

const shapeOf = (row: TargetRow): TargetShape => ({
  kind: row.kind as TargetKind,
  measureUnit: row.measureUnit,
  displayUnit: row.displayUnit,
  decimals: row.decimals,
  direction: row.direction,
  manner: row.manner,
})

function enteredOf(row: TargetRow, shape: TargetShape): Entered[] {
  return row.progress.flatMap(
    ({ id, year, raw, origin, asOf, note, illustrative, source, factId, version }) => {
      const value = targetValue(raw, shape)
      const manual = { kind: 'MANUAL' as const, id, origin, asOf: storedDay(asOf), note, version }
      return value
        ? [{ year, raw, value, illustrative, origin: { ...manual, source: citationOf(source, factId) } }]
        : []
    },
  )
}

type Around = {
  years: number[]
  feeds: Feed[]
  names: Map<string, string>
  bands: CompletionBand[]
  asOf: string | null
}

function toTarget(row: TargetRow, { years, feeds, names, bands, asOf }: Around): TargetDto {
  const shape = shapeOf(row)
  const codes = row.indicators.map(({ code }) => code)
  const plan = {
    ...shape,
    planValue: targetValue(row.plan, shape),
    baseValue: targetValue(row.base, shape),
    milestones: row.milestones.map((step) => ({
      year: step.year,
      plan: step.plan,
      value: targetValue(step.plan, shape),
    })),
  }
  const figures = figuresOf({ ...shape, codes }, years, feeds, enteredOf(row, shape), asOf)
  return {
    ...plan,
    id: row.id,
    position: row.position,
    number: row.number,
    name: row.name,
    plan: row.plan,
    base: row.base,
    indicators: codes.map((code) => ({ code, name: names.get(code) ?? code })),
    national: row.national.map(({ national }) => targetRef(national)),
    provincial: row.provincial
      .map(({ target }) => targetRef(target))
      .sort((a, b) => compareVietnamese(a.term.unit?.name ?? '', b.term.unit?.name ?? '')),
    note: row.note,
    illustrative: row.illustrative,
    source: citationOf(row.source, row.factId),
    retiredAt: row.retiredAt?.toISOString() ?? null,
    version: row.version,
    progress: progressOf(plan, years, figures, bands),
  }
}

/**
 * The targets of a term with their progress up to a day (null: all that is known), in the order of the resolution. Reads
 * in the caller's transaction where one is given.
 */
export async function listTargets(
  actor: Actor,
  term: { id: string; unitId: string | null; startYear: number | null; endYear: number | null },
  { bands, asOf = null }: { bands: CompletionBand[]; asOf?: string | null },
  db: Pick<Prisma.TransactionClient, 'termTarget' | 'indicator'> = prisma,
  run: typeof query = query,
): Promise<TargetDto[]> {
  const rows = await db.termTarget.findMany({
    where: { termId: term.id, retiredAt: null },
    orderBy: { position: 'asc' },
    include: TARGET,
  })
  const years = yearsOfTerm(term)
  const codes = [...new Set(rows.flatMap(({ indicators }) => indicators.map(({ code }) => code)))]
  // One after the other: within a transaction both go over one connection.
  const feeds = await listFeeds(actor, { codes, years, unitId: term.unitId }, run)
  const named = await db.indicator.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
    orderBy: { set: { emulationYear: { year: 'asc' } } },
  })
  const names = new Map(named.map(({ code, name }) => [code, name]))
  return rows.map((row) => toTarget(row, { years, feeds, names, bands, asOf }))
}

/** Targets of national terms that a unit's targets can serve, newest term first. */
export async function listNationalTargets(actor: Actor): Promise<TargetRef[]> {
  if (!readsTerms(actor)) return []
  const rows = await prisma.termTarget.findMany({
    where: { term: { unitId: null }, retiredAt: null, name: { not: null } },
    orderBy: [{ term: { startYear: 'desc' } }, { position: 'asc' }],
    include: REF,
  })
  return rows.map(targetRef)
}

/** Yearly indicators by code, under their newest name, that targets of a unit (or of the nation) can be fed by. */
export async function listFeedingIndicators(
  actor: Actor,
  unitId: string | null,
): Promise<{ code: string; name: string; kind: string }[]> {
  if (!readsTerms(actor)) return []
  const rows = await prisma.indicator.findMany({
    where: {
      retiredAt: null,
      kind: { in: ['COUNT', 'MONEY', 'RATIO', 'PERCENTAGE', 'YES_NO'] },
      set: unitId ? { OR: [{ unitId: null }, { unitId }] } : { scope: 'NATIONAL' },
    },
    select: { code: true, name: true, kind: true },
    orderBy: { set: { emulationYear: { year: 'asc' } } },
  })
  return [...new Map(rows.map((row) => [row.code, row])).values()].sort((a, b) =>
    compareVietnamese(a.name, b.name),
  )
}
