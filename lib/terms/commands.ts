import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { FROM_SOURCE } from '@/lib/sources/labels'
import { mayKeepTerms } from './policy'
import { readTargetFigure, yearsOfTerm } from './rules'
import type { RetireTargetInput, TargetInput, TermInput, UnstatedTargetsInput } from './schema'
import type { TargetShape } from './types'

type Tx = Prisma.TransactionClient

/** A term, locked against a rival's change; a failure where there is none or she may not keep it. */
export async function keptTermIn(tx: Tx, actor: Actor, termId: string) {
  await tx.$queryRaw`SELECT id FROM terms WHERE id = ${termId}::uuid FOR NO KEY UPDATE`
  const term = await tx.term.findUnique({ where: { id: termId } })
  if (!term) return fail('not_found')
  return mayKeepTerms(actor, term.unitId) ? ok(term) : fail('forbidden')
}

/** A term belongs to the unit of its time: a new unit's first term begins with it, an ended unit begins no other. */
async function outOfTimeIn(tx: Tx, unitId: string | null, startYear: number | null): Promise<Failure | null> {
  if (unitId === null) return null
  const unit = await tx.unit.findUnique({ where: { id: unitId } })
  if (!unit) return fail('not_found')
  if (startYear === null) return null
  if (unit.validFrom && startYear < unit.validFrom.getUTCFullYear())
    return wrongField(
      'startYear',
      'Nhiệm kỳ này bắt đầu trước khi có đơn vị: hãy ghi vào đơn vị của thời điểm ấy.',
    )
  if (unit.validTo && startYear > unit.validTo.getUTCFullYear())
    return wrongField('startYear', 'Đơn vị đã kết thúc trước nhiệm kỳ này.')
  return null
}

const termContent = (term: { [key: string]: unknown } | null, input: object) =>
  term &&
  (Object.fromEntries(
    Object.keys(input).map((key) => [
      key,
      term[key] instanceof Date ? (term[key] as Date).toISOString() : term[key],
    ]),
  ) as Prisma.InputJsonObject)

/** Begins a term of a unit (of the central union, without one), or mends one. Its address, once given, stays. */
export function saveTerm(
  actor: Actor,
  { termId, unitId, version, ...input }: TermInput,
  key?: string,
): Promise<Result<{ slug: string }>> {
  return perform(actor, 'saveTerm', key, async (tx) => {
    const kept = termId ? await keptTermIn(tx, actor, termId) : null
    if (kept && !kept.ok) return kept
    const earlier = kept?.ok ? kept.value : null
    const owner = earlier ? earlier.unitId : unitId
    if (!mayKeepTerms(actor, owner)) return fail('forbidden')
    if (earlier?.sourceId) return fail('locked', FROM_SOURCE)
    if (earlier && earlier.version !== version) return fail('conflict')
    const misplaced = await outOfTimeIn(tx, owner, input.startYear)
    if (misplaced) return misplaced
    const slug =
      earlier?.slug ??
      (input.startYear ? `${input.startYear}-${input.endYear}` : `dai-hoi-lan-thu-${input.congressNumber}`)
    if (!earlier && (await tx.term.count({ where: { unitId: owner, slug } })) > 0)
      return wrongField('startYear', 'Nhiệm kỳ này đã có.')
    const content = {
      ...input,
      congressOn: dayToStore(input.congressOn),
      resolution: input.resolution || null,
      note: input.note || null,
    }
    const saved = earlier
      ? await tx.term.update({ where: { id: earlier.id }, data: { ...content, version: { increment: 1 } } })
      : await tx.term.create({ data: { ...content, unitId: owner, slug } })
    await recordAuditIn(tx, actor, {
      action: 'saveTerm',
      entity: 'term',
      entityId: saved.id,
      unitId: owner,
      before: termContent(earlier, content),
      after: input,
    })
    return ok({ slug: saved.slug })
  })
}

/** A figure of the target as typed: refused with its question or remark beside the field. */
function unreadable(field: string, text: string, shape: TargetShape): Failure | null {
  if (text === '') return null
  const outcome = readTargetFigure(text, shape)
  switch (outcome.status) {
    case 'understood':
    case 'empty':
      return null
    case 'ask':
      return wrongField(field, outcome.question)
    case 'refused':
      return wrongField(field, outcome.message)
  }
}

const MONEY_UNIT = 'đồng'

function shapeOf(input: TargetInput): TargetShape & { displayUnit: string | null } {
  return {
    kind: input.kind,
    measureUnit: input.kind === 'MONEY' ? MONEY_UNIT : input.measureUnit,
    displayUnit: input.kind === 'MONEY' ? MONEY_UNIT : null,
    decimals: 0,
    direction: input.direction,
    manner: input.manner,
  }
}

function wrongFigures(input: TargetInput, years: number[]): Failure | null {
  const shape = shapeOf(input)
  const stray = input.milestones.find(({ year }) => !years.includes(year))
  if (stray) return wrongField('milestones', `Năm ${stray.year} không thuộc nhiệm kỳ.`)
  if (new Set(input.milestones.map(({ year }) => year)).size < input.milestones.length)
    return wrongField('milestones', 'Mỗi năm chỉ ghi một dòng.')
  return (
    unreadable('plan', input.plan, shape) ??
    unreadable('base', input.base, shape) ??
    input.milestones.map(({ plan }) => unreadable('milestones', plan, shape)).find(Boolean) ??
    null
  )
}

/** Adds a target to a term, or mends one: what is to be reached, its path, its indicators, the national targets it serves. */
export function saveTarget(actor: Actor, input: TargetInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveTarget', key, async (tx) => {
    const term = await keptTermIn(tx, actor, input.termId)
    if (!term.ok) return term
    const earlier = input.targetId
      ? await tx.termTarget.findFirst({ where: { id: input.targetId, termId: input.termId } })
      : null
    if (input.targetId && !earlier) return fail('not_found')
    if (earlier?.sourceId) return fail('locked', FROM_SOURCE)
    if (earlier?.retiredAt) return fail('locked', 'Chỉ tiêu này đã được rút khỏi nghị quyết.')
    if (earlier && earlier.version !== input.version) return fail('conflict')
    const refused = wrongFigures(input, yearsOfTerm(term.value))
    if (refused) return refused
    const national = await tx.termTarget.count({
      where: { id: { in: input.nationalIds }, term: { unitId: null } },
    })
    if (national < input.nationalIds.length || (term.value.unitId === null && national > 0))
      return wrongField('nationalIds', 'Chỉ nối chỉ tiêu của đơn vị với chỉ tiêu toàn quốc.')
    const id = await writeTargetIn(tx, input, earlier)
    await recordAuditIn(tx, actor, {
      action: 'saveTarget',
      entity: 'term_target',
      entityId: id,
      unitId: term.value.unitId,
      before: earlier && {
        number: earlier.number,
        name: earlier.name,
        plan: earlier.plan,
        manner: earlier.manner,
      },
      after: input,
    })
    return ok({ id })
  })
}

async function nextPositionIn(tx: Tx, termId: string): Promise<number> {
  const { _max } = await tx.termTarget.aggregate({ where: { termId }, _max: { position: true } })
  return (_max.position ?? 0) + 1
}

async function writeTargetIn(tx: Tx, input: TargetInput, earlier: { id: string } | null): Promise<string> {
  const content = {
    ...shapeOf(input),
    number: input.number || null,
    name: input.name,
    plan: input.plan,
    base: input.base || null,
    note: input.note || null,
  }
  const saved = earlier
    ? await tx.termTarget.update({
        where: { id: earlier.id },
        data: { ...content, version: { increment: 1 } },
      })
    : await tx.termTarget.create({
        data: { ...content, termId: input.termId, position: await nextPositionIn(tx, input.termId) },
      })
  const targetId = saved.id
  await tx.termMilestone.deleteMany({ where: { targetId } })
  await tx.termMilestone.createMany({ data: input.milestones.map((step) => ({ ...step, targetId })) })
  await tx.termTargetIndicator.deleteMany({ where: { targetId } })
  await tx.termTargetIndicator.createMany({ data: input.codes.map((code) => ({ code, targetId })) })
  await tx.termTargetLink.deleteMany({ where: { targetId } })
  await tx.termTargetLink.createMany({
    data: input.nationalIds.map((nationalId) => ({ nationalId, targetId })),
  })
  return targetId
}

/** Strikes a target off a term, with the reason; reviews that froze it keep it. */
export function retireTarget(actor: Actor, input: RetireTargetInput, key?: string): Promise<Result> {
  return perform(actor, 'retireTarget', key, async (tx) => {
    const target = await tx.termTarget.findUnique({ where: { id: input.targetId } })
    if (!target) return fail('not_found')
    const term = await keptTermIn(tx, actor, target.termId)
    if (!term.ok) return term
    if (target.sourceId) return fail('locked', FROM_SOURCE)
    const struck = await tx.$executeRaw`
      UPDATE term_targets SET retired_at = app_now(), version = version + 1
       WHERE id = ${input.targetId}::uuid AND version = ${input.version} AND retired_at IS NULL`
    if (struck === 0) return fail('conflict')
    await recordAuditIn(tx, actor, {
      action: 'retireTarget',
      entity: 'term_target',
      entityId: input.targetId,
      unitId: term.value.unitId,
      reason: input.reason,
      before: { number: target.number, name: target.name, plan: target.plan },
    })
    return ok()
  })
}

/** Records how many targets a resolution has where their texts are not at hand: one row each, without a text. */
export function recordUnstatedTargets(
  actor: Actor,
  { termId, total, note }: UnstatedTargetsInput,
  key?: string,
): Promise<Result> {
  return perform(actor, 'recordUnstatedTargets', key, async (tx) => {
    const term = await keptTermIn(tx, actor, termId)
    if (!term.ok) return term
    const known = await tx.termTarget.count({ where: { termId, retiredAt: null } })
    if (total <= known) return wrongField('total', `Nhiệm kỳ này đã có ${known} tiêu chí.`)
    const first = await nextPositionIn(tx, termId)
    await tx.termTarget.createMany({
      data: Array.from({ length: total - known }, (_, index) => ({ termId, position: first + index, note })),
    })
    await recordAuditIn(tx, actor, {
      action: 'recordUnstatedTargets',
      entity: 'term',
      entityId: termId,
      unitId: term.value.unitId,
      before: { targets: known },
      after: { targets: total, note },
    })
    return ok()
  })
}
