import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { calendarDay, type CalendarDay } from '@/lib/platform/dates'
import { databaseToday, prisma } from '@/lib/platform/db'
import { canConfigure } from './policy'
import { CENTRAL_ORGANISER, PERIOD_KINDS, type YearDto } from './types'

const yearShape = {
  periods: true,
  _count: { select: { clusterYears: true } },
} satisfies Prisma.EmulationYearInclude

type YearRow = Prisma.EmulationYearGetPayload<{ include: typeof yearShape }>

/** Emulation years of an organiser, newest first; none for those who do not set them. */
export async function listYears(actor: Actor, organiserSlug = CENTRAL_ORGANISER): Promise<YearDto[]> {
  if (!canConfigure(actor)) return []
  const years = await prisma.emulationYear.findMany({
    where: { organiser: { slug: organiserSlug } },
    include: yearShape,
    orderBy: { year: 'desc' },
  })
  return years.map(toDto)
}

/** One emulation year, or null where there is none the actor sets. */
export async function getYear(
  actor: Actor,
  year: number,
  organiserSlug = CENTRAL_ORGANISER,
): Promise<YearDto | null> {
  if (!canConfigure(actor)) return null
  const row = await prisma.emulationYear.findFirst({
    where: { organiser: { slug: organiserSlug }, year },
    include: yearShape,
  })
  return row && toDto(row)
}

function toDto(row: YearRow): YearDto {
  return {
    id: row.id,
    year: row.year,
    theme: row.theme,
    state: row.state,
    closedAt: row.closedAt?.toISOString() ?? null,
    version: row.version,
    periods: row.periods
      .toSorted((a, b) => PERIOD_KINDS.indexOf(a.kind) - PERIOD_KINDS.indexOf(b.kind))
      .map((period) => ({
        id: period.id,
        kind: period.kind,
        opensOn: period.opensAt && calendarDay(period.opensAt),
        dueOn: period.dueAt && calendarDay(new Date(period.dueAt.getTime() - 1)),
        lockedAt: period.lockedAt?.toISOString() ?? null,
        version: period.version,
      })),
    clusterYears: row._count.clusterYears,
  }
}

/** The day it is in Vietnam by the business clock, for pages and papers that reckon from it. */
export const readToday = (): Promise<CalendarDay> => databaseToday()
