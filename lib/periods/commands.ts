import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { addDays, startOfDay } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canConfigure } from './policy'
import type { PeriodInput, YearInput } from './schema'

const CLOSED = 'Năm này đã khép, không sửa được nữa.'

/** Sets the theme of a year. */
export function updateYear(actor: Actor, input: YearInput, key?: string): Promise<Result> {
  return perform(actor, 'updateYear', key, async (tx) => {
    const year = await configurableYearIn(tx, actor, input.yearId)
    if (!year.ok) return year
    if (year.value.version !== input.version) return fail('conflict')
    const theme = input.theme || null
    await tx.emulationYear.update({ where: { id: input.yearId }, data: { theme, version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'updateYear',
      entity: 'emulation_year',
      entityId: input.yearId,
      before: { theme: year.value.theme },
      after: { theme },
    })
    return ok()
  })
}

/** Opens a prepared year for entry: from now on its units see what is due. */
export function startYear(
  actor: Actor,
  input: { yearId: string; version: number },
  key?: string,
): Promise<Result> {
  return perform(actor, 'startYear', key, async (tx) => {
    const year = await configurableYearIn(tx, actor, input.yearId)
    if (!year.ok) return year
    if (year.value.version !== input.version) return fail('conflict')
    if (year.value.state !== 'PREPARING') return fail('conflict', 'Năm này đã mở rồi.')
    const periods = await tx.reportingPeriod.count({ where: { emulationYearId: input.yearId } })
    if (periods === 0)
      return fail('invalid', 'Năm này chưa có kỳ báo cáo nào. Hãy đặt ít nhất một kỳ rồi mở.')
    await tx.emulationYear.update({
      where: { id: input.yearId },
      data: { state: 'OPEN', version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'startYear',
      entity: 'emulation_year',
      entityId: input.yearId,
      before: { state: 'PREPARING' },
      after: { state: 'OPEN' },
    })
    return ok()
  })
}

/** Sets when a period opens and is due; makes the period where the year has none of its kind. Days are of Asia/Ho_Chi_Minh. */
export function setPeriod(actor: Actor, input: PeriodInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'setPeriod', key, async (tx) => {
    const year = await configurableYearIn(tx, actor, input.yearId)
    if (!year.ok) return year
    const where = { emulationYearId_kind: { emulationYearId: input.yearId, kind: input.kind } }
    const earlier = await tx.reportingPeriod.findUnique({ where })
    if (earlier?.lockedAt) return fail('locked', 'Kỳ này đã chốt số liệu, không đổi hạn được nữa.')
    const times = {
      opensAt: input.opensOn === null ? null : startOfDay(input.opensOn),
      dueAt: startOfDay(addDays(input.dueOn, 1)),
    }
    const period = await tx.reportingPeriod.upsert({
      where,
      create: { emulationYearId: input.yearId, kind: input.kind, ...times },
      update: { ...times, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'setPeriod',
      entity: 'reporting_period',
      entityId: period.id,
      before: earlier && {
        opensAt: earlier.opensAt?.toISOString() ?? null,
        dueAt: earlier.dueAt?.toISOString() ?? null,
      },
      after: { kind: input.kind, opensOn: input.opensOn, dueOn: input.dueOn },
    })
    return ok({ id: period.id })
  })
}

/**
 * Creates a year from an earlier one inside the caller's transaction: the same kinds of period, each as many years later.
 * Returns the new year's id.
 */
export async function cloneYearIn(
  tx: Prisma.TransactionClient,
  sourceId: string,
  year: number,
  theme: string | null,
): Promise<Result<{ id: string }>> {
  const source = await tx.emulationYear.findUnique({ where: { id: sourceId }, include: { periods: true } })
  if (!source) return fail('not_found')
  const taken = await tx.emulationYear.findUnique({
    where: { organiserId_year: { organiserId: source.organiserId, year } },
  })
  if (taken) return wrongField('year', `Năm ${year} đã có rồi.`)
  const later = (date: Date | null) => date && yearsLater(date, year - source.year)
  const created = await tx.emulationYear.create({
    data: {
      organiserId: source.organiserId,
      year,
      theme,
      periods: {
        create: source.periods.map((period) => ({
          kind: period.kind,
          opensAt: later(period.opensAt),
          dueAt: later(period.dueAt),
        })),
      },
    },
  })
  return ok({ id: created.id })
}

function yearsLater(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(later.getUTCFullYear() + years)
  return later
}

async function configurableYearIn(tx: Prisma.TransactionClient, actor: Actor, yearId: string) {
  if (!canConfigure(actor)) return fail('forbidden')
  await tx.$queryRaw`select 1 from emulation_years where id = ${yearId}::uuid for update`
  const year = await tx.emulationYear.findUnique({ where: { id: yearId } })
  if (!year) return fail('not_found')
  return year.state === 'CLOSED' ? fail('locked', CLOSED) : ok(year)
}
