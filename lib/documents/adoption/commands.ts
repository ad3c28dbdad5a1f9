import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { adoptIndicatorsIn, type AdoptedIndicator } from '@/lib/indicators/adopted/commands'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Failure, type Result } from '@/lib/platform/errors'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { adoptReportsIn, type AdoptedReport } from '@/lib/reports/adopted/commands'
import { queryIn } from '@/lib/reports/cells/queries'
import { toColumns } from '@/lib/reports/figures/rules'
import { LIVE_PERIOD } from './labels'
import { mayAdopt } from './policy'
import {
  indicatorChoicesIn,
  mappingIn,
  planAdoptionIn,
  suggestMappingIn,
  unitChoices,
} from '../adoption-plan/queries'
import { adoptionFactsIn, adoptionFileIn, readAdoptionFileIn } from './queries'
import type { AdoptInput, AdoptionLayoutInput, AdoptionMatchInput, StartAdoptionInput } from './schema'
import type { AdoptionItem, AdoptionMapping, LineUnit, PlaceIndicator } from './types'

/** Begins taking over an old file for a cluster-year or a unit's year; the file comes next. */
export function startAdoption(
  actor: Actor,
  input: StartAdoptionInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'startAdoption', key, async (tx) => {
    const [kind, ownerId = '', periodId = ''] = input.place.split(':')
    const place =
      kind === 'c' ? { clusterYearId: ownerId, unitId: null } : { clusterYearId: null, unitId: ownerId }
    const period = await tx.reportingPeriod.findUnique({
      where: { id: periodId },
      include: { emulationYear: true },
    })
    const clusterYear = place.clusterYearId
      ? await tx.clusterYear.findUnique({
          where: { id: ownerId },
          include: { cluster: { include: { years: true } } },
        })
      : null
    const unit = place.unitId ? await tx.unit.findUnique({ where: { id: ownerId } }) : null
    if (!period || (!clusterYear && !unit)) return fail('not_found')
    if (clusterYear && clusterYear.emulationYearId !== period.emulationYearId) return fail('not_found')
    const clusterYears = clusterYear?.cluster.years.map(({ id }) => id) ?? []
    if (!mayAdopt(actor, { unitId: place.unitId, clusterYears })) return fail('forbidden')
    if (period.kind === 'REGISTRATION' || (period.dueAt && period.emulationYear.state !== 'CLOSED'))
      return fail('locked', LIVE_PERIOD)
    const { id } = await tx.adoption.create({
      data: { ...place, periodId, title: input.title, note: input.note, createdById: actor.accountId },
    })
    await recordAuditIn(tx, actor, {
      action: 'startAdoption',
      entity: 'adoption',
      entityId: id,
      ...place,
      after: { title: input.title },
    })
    return ok({ id })
  })
}

type Facts = NonNullable<Awaited<ReturnType<typeof adoptionFactsIn>>>

async function openIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { adoptionId, version }: Pick<AdoptInput, 'adoptionId' | 'version'>,
): Promise<Failure | { ok: true; value: Facts }> {
  await tx.$queryRaw`SELECT id FROM adoptions WHERE id = ${adoptionId}::uuid FOR UPDATE`
  const facts = await adoptionFactsIn(queryIn(tx), adoptionId)
  if (!facts) return fail('not_found')
  if (!mayAdopt(actor, facts)) return fail('forbidden')
  if (facts.adopted) return fail('locked', 'Số liệu của tệp này đã được nhận.')
  return facts.version === version ? ok(facts) : fail('conflict')
}

async function sheetsIn(
  tx: Prisma.TransactionClient,
  { adoptionId, fileId }: Pick<AdoptInput, 'adoptionId' | 'fileId'>,
) {
  const file = await adoptionFileIn(tx, adoptionId)
  if (!file) return fail('invalid', 'Hãy tải tệp lên trước.')
  if (file.id !== fileId) return fail('conflict', 'Tệp đã được thay. Hãy tải lại trang để xem tệp mới.')
  const { sheets, problem } = await readAdoptionFileIn(tx, file)
  return problem ? fail('invalid', problem) : ok({ sheets, file })
}

const keep = (tx: Prisma.TransactionClient, id: string, mapping: AdoptionMapping) =>
  tx.adoption.update({ where: { id }, data: { mapping, version: { increment: 1 } } })

/** Where headings and units stand; units and indicators are matched anew. */
export function setAdoptionLayout(
  actor: Actor,
  { adoptionId, version, fileId, ...layout }: AdoptionLayoutInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'setAdoptionLayout', key, async (tx) => {
    const open = await openIn(tx, actor, { adoptionId, version })
    if (!open.ok) return open
    const read = await sheetsIn(tx, { adoptionId, fileId })
    if (!read.ok) return read
    if (!read.value.sheets.some(({ name }) => name === layout.sheet))
      return fail('invalid', 'Tệp không có trang tính này.')
    await keep(tx, adoptionId, await suggestMappingIn(queryIn(tx), actor, open.value, read.value, layout))
    return ok({ id: adoptionId })
  })
}

/** Which line is which unit, which place which indicator. An empty choice leaves it out. */
export function matchAdoption(
  actor: Actor,
  input: AdoptionMatchInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'matchAdoption', key, async (tx) => {
    const open = await openIn(tx, actor, input)
    if (!open.ok) return open
    const read = await sheetsIn(tx, input)
    if (!read.ok) return read
    const run = queryIn(tx)
    const before = await mappingIn(run, actor, open.value, read.value)
    const { units } = await unitChoices(actor, open.value)
    const indicators = await indicatorChoicesIn(run, actor, open.value)
    const unitIds = new Set([...units.map(({ id }) => id), ...(open.value.clusterYearId ? ['CLUSTER'] : [])])
    const values = new Set<string>(indicators.map(({ value }) => value))
    const kept = <T extends string>(record: Record<string, string>, known: ReadonlySet<string>) =>
      Object.fromEntries(Object.entries(record).filter(([, value]) => known.has(value))) as Record<string, T>
    const mapping: AdoptionMapping = {
      ...before,
      units: kept<LineUnit>(input.units, unitIds),
      indicators: kept<PlaceIndicator>(input.indicators, values),
      money: kept(input.money, new Set(['đồng', 'nghìn đồng', 'triệu đồng', 'tỷ đồng'])),
    }
    await keep(tx, input.adoptionId, mapping)
    return ok({ id: input.adoptionId })
  })
}

const slugOf = (id: string) => `tep-cu-${id.slice(0, 8)}`

/** Takes over what the preview shows as new: figures of the past with the file as their source. All of it or nothing. */
export function adoptFile(
  actor: Actor,
  input: AdoptInput,
  key?: string,
): Promise<Result<{ adopted: number; source: string }>> {
  return perform(actor, 'adoptFile', key, async (tx) => {
    const open = await openIn(tx, actor, input)
    if (!open.ok) return open
    const facts = open.value
    const read = await sheetsIn(tx, input)
    if (!read.ok) return read
    const { mapping } = facts
    if (mapping?.fileId !== input.fileId)
      return fail('invalid', 'Hãy khớp đơn vị và chỉ tiêu, lưu và xem trước rồi mới nhận.')
    const { items } = await planAdoptionIn(queryIn(tx), actor, facts, mapping, read.value.sheets)
    const fresh = items.filter(
      (item): item is AdoptionItem & { value: NonNullable<AdoptionItem['value']> } =>
        item.status === 'NEW' && item.value !== null,
    )
    if (fresh.length === 0) return fail('invalid', 'Không có số liệu mới nào để nhận.')
    const source = await tx.source.create({
      data: {
        slug: slugOf(facts.id),
        title: facts.title,
        note: facts.note,
        publisher: null,
        dateNote: `Tệp ${read.value.file.name}`,
      },
    })
    const idOf = await indicatorIdsIn(tx, facts, mapping, fresh, source.id)
    const written = (item: (typeof fresh)[number]) => ({
      indicatorId: idOf(item.place),
      raw: item.written,
      value: item.value,
      note: `Ô ${item.address}, trang “${mapping.sheet}”`,
    })
    const unitIds = [...new Set(fresh.map(({ unit }) => unit))].filter((unit) => unit !== 'CLUSTER')
    const adopted = await adoptReportsIn(
      tx,
      actor,
      unitIds.map((unitId): AdoptedReport => ({
        unitId,
        periodId: facts.periodId,
        clusterYearId: facts.clusterYearId,
        source,
        figures: fresh.filter(({ unit }) => unit === unitId).map(written),
      })),
    )
    const own = fresh.filter(({ unit }) => unit === 'CLUSTER')
    if (facts.clusterYearId !== null && own.length > 0) {
      const clusterYearId = facts.clusterYearId
      await tx.clusterFigure.createMany({
        data: own.map((item) => {
          const { value, ...rest } = written(item)
          const { amount, denominator, qualifier, words } = toColumns(value)
          return {
            ...rest,
            clusterYearId,
            period: facts.period,
            amount,
            denominator,
            qualifier,
            words,
            sourceId: source.id,
          }
        }),
      })
    }
    await tx.adoption.update({
      where: { id: facts.id },
      data: {
        adoptedAt: await databaseNow(tx),
        adoptedById: actor.accountId,
        sourceId: source.id,
        // The page of the file goes on telling which figure went where.
        mapping: { ...mapping, indicators: adoptedAs(mapping, fresh, idOf) },
        version: { increment: 1 },
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'adoptFile',
      entity: 'adoption',
      entityId: facts.id,
      unitId: facts.unitId,
      clusterYearId: facts.clusterYearId,
      after: { file: read.value.file.name, source: source.slug, figures: adopted + own.length },
    })
    return ok({ adopted: adopted + own.length, source: source.slug })
  })
}

/** Places by the indicators their figures now stand under, old ones and those made for them. */
const adoptedAs = (
  mapping: AdoptionMapping,
  items: readonly AdoptionItem[],
  idOf: (place: string) => string,
): Record<string, PlaceIndicator> => ({
  ...mapping.indicators,
  ...Object.fromEntries(items.map(({ place }) => [place, `i:${idOf(place)}` as const])),
})

async function indicatorIdsIn(
  tx: Prisma.TransactionClient,
  facts: Facts,
  mapping: AdoptionMapping,
  items: readonly AdoptionItem[],
  sourceId: string,
): Promise<(place: string) => string> {
  const places = [...new Set(items.map(({ place }) => place))]
  const missing = places.filter((place) => !mapping.indicators[place]?.startsWith('i:'))
  const wanted = missing.map((place): AdoptedIndicator => {
    const chosen = mapping.indicators[place] ?? ''
    if (chosen.startsWith('c:')) return { code: chosen.slice(2) }
    const item = items.find((found) => found.place === place)
    return {
      name: item?.indicatorName ?? '',
      kind: chosen.slice(2) as FigureKind,
      money: item?.money ?? null,
    }
  })
  const made = await adoptIndicatorsIn(tx, { ...facts, sourceId }, wanted)
  const ids = new Map(missing.map((place, index) => [place, made[index] ?? '']))
  return (place) => ids.get(place) ?? (mapping.indicators[place] ?? '').slice(2)
}
