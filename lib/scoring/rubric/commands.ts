import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { mayDraftRubric, mayPublishScores, mayReadRubric } from '../policy'
import {
  computedScores,
  criteriaOf,
  indicatorsOf,
  leftOutOf,
  rubricRecord,
  runIn,
  scoringFacts,
  sheetRecords,
} from '../queries'
import { classOf, isOrdinary, rankOf, totalOfSheet } from '../rules'
import type {
  CriterionActInput,
  CriterionInput,
  MoveCriterionInput,
  RubricActInput,
  RubricInput,
} from '../schema'
import type { CriterionDto, RubricDto, ScoringFacts } from '../types'

const FROZEN = 'Bảng tiêu chí đã mở chấm điểm, không sửa được nữa.'
const YEAR_CLOSED = 'Năm này đã khép, điểm không thay đổi nữa.'

type Tx = Prisma.TransactionClient
type Locked = { rubric: RubricDto; facts: ScoringFacts }

/** The rubric, held until the transaction ends; whoever may not read it hears that there is none. */
async function lockRubricIn(tx: Tx, actor: Actor, input: RubricActInput): Promise<Result<Locked>> {
  await tx.$queryRaw`SELECT id FROM rubrics WHERE id = ${input.rubricId}::uuid FOR UPDATE`
  const run = runIn(tx)
  const rubric = await rubricRecord(run, 'rubric', input.rubricId)
  const facts = rubric && (await scoringFacts(run, rubric.clusterYearId))
  if (!rubric || !facts || !mayReadRubric(actor, rubric.clusterYearId, rubric.state)) return fail('not_found')
  return ok({ rubric, facts })
}

async function lockDraftIn(tx: Tx, actor: Actor, input: RubricActInput): Promise<Result<Locked>> {
  const found = await lockRubricIn(tx, actor, input)
  if (!found.ok) return found
  const { rubric, facts } = found.value
  if (!mayDraftRubric(actor, facts)) return fail('forbidden')
  if (facts.closed) return fail('locked', YEAR_CLOSED)
  if (rubric.state !== 'DRAFT') return fail('locked', FROZEN)
  if (rubric.version !== input.version) return fail('conflict')
  return found
}

const nextVersionIn = (tx: Tx, rubricId: string) =>
  tx.rubric.update({ where: { id: rubricId }, data: { version: { increment: 1 } } })

/** Begins a cluster-year's rubric, or changes its name, total, caps and bands while it is a draft. */
export function saveRubric(actor: Actor, input: RubricInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveRubric', key, async (tx) => {
    const { clusterYearId, version, ...data } = input
    await tx.$queryRaw`SELECT id FROM cluster_years WHERE id = ${clusterYearId}::uuid FOR NO KEY UPDATE`
    const facts = await scoringFacts(runIn(tx), clusterYearId)
    if (!facts) return fail('not_found')
    if (!mayDraftRubric(actor, facts)) return fail('forbidden')
    if (facts.closed) return fail('locked', YEAR_CLOSED)
    const before = await rubricRecord(runIn(tx), 'clusterYear', clusterYearId)
    if (before && before.state !== 'DRAFT') return fail('locked', FROZEN)
    if ((before?.version ?? 0) !== version) return fail('conflict')
    const { id } = before
      ? await tx.rubric.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
      : await tx.rubric.create({ data: { ...data, clusterYearId } })
    await recordAuditIn(tx, actor, {
      action: 'saveRubric',
      entity: 'rubric',
      entityId: id,
      clusterYearId,
      before: before && {
        name: before.name,
        total: before.total,
        bonusCap: before.bonusCap,
        penaltyCap: before.penaltyCap,
        bands: before.bands,
      },
      after: data,
    })
    return ok({ id })
  })
}

const auditOf = ({
  text,
  kind,
  max,
  perPiece,
  indicatorCode,
  guidance,
}: Omit<CriterionDto, 'id' | 'parentId' | 'position'>) => ({
  text,
  kind,
  max,
  perPiece,
  indicatorCode,
  guidance,
})

/** Adds a criterion at the end of its group, or changes one. Only groups hold others, and none holds itself. */
export function saveCriterion(
  actor: Actor,
  input: CriterionInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveCriterion', key, async (tx) => {
    const found = await lockDraftIn(tx, actor, input)
    if (!found.ok) return found
    const { rubric } = found.value
    const { rubricId, version: _version, criterionId, ...data } = input
    const criteria = await criteriaOf(runIn(tx), rubricId)
    const before = criteria.find(({ id }) => id === criterionId)
    if (criterionId && !before) return fail('not_found')
    if (data.parentId && criteria.find(({ id }) => id === data.parentId)?.kind !== 'GROUP')
      return wrongField('parentId', 'Hãy chọn một nhóm tiêu chí của bảng này.')
    if (criterionId && within(criteria, data.parentId, criterionId))
      return wrongField('parentId', 'Nhóm không thể nằm trong chính nó.')
    if (before && data.kind !== 'GROUP' && criteria.some(({ parentId }) => parentId === before.id))
      return wrongField('kind', 'Nhóm này còn tiêu chí bên trong.')
    if (data.indicatorCode) {
      const indicators = await indicatorsOf(actor, runIn(tx), rubric.clusterYearId)
      if (!indicators.some(({ code }) => code === data.indicatorCode))
        return wrongField('indicatorCode', 'Chỉ tiêu này không có trong bộ chỉ tiêu của cụm.')
    }
    const moved = before?.parentId === data.parentId ? before.position : null
    const siblings = criteria.filter(({ parentId }) => parentId === data.parentId)
    const position = moved ?? Math.max(0, ...siblings.map((sibling) => sibling.position)) + 1
    const { id } = criterionId
      ? await tx.criterion.update({ where: { id: criterionId }, data: { ...data, position } })
      : await tx.criterion.create({ data: { ...data, rubricId, position } })
    await nextVersionIn(tx, rubricId)
    await recordAuditIn(tx, actor, {
      action: 'saveCriterion',
      entity: 'criterion',
      entityId: id,
      clusterYearId: rubric.clusterYearId,
      before: before && auditOf(before),
      after: auditOf(data),
    })
    return ok({ id })
  })
}

function within(criteria: readonly CriterionDto[], id: string | null, groupId: string): boolean {
  if (id === null) return false
  return id === groupId || within(criteria, criteria.find((one) => one.id === id)?.parentId ?? null, groupId)
}

export function removeCriterion(actor: Actor, input: CriterionActInput, key?: string): Promise<Result> {
  return perform(actor, 'removeCriterion', key, async (tx) => {
    const found = await lockDraftIn(tx, actor, input)
    if (!found.ok) return found
    const criteria = await criteriaOf(runIn(tx), input.rubricId)
    const before = criteria.find(({ id }) => id === input.criterionId)
    if (!before) return fail('not_found')
    if (criteria.some(({ parentId }) => parentId === before.id))
      return fail('invalid', 'Nhóm này còn tiêu chí bên trong. Hãy chuyển hoặc xóa các tiêu chí đó trước.')
    await tx.criterion.delete({ where: { id: before.id } })
    await nextVersionIn(tx, input.rubricId)
    await recordAuditIn(tx, actor, {
      action: 'removeCriterion',
      entity: 'criterion',
      entityId: before.id,
      clusterYearId: found.value.rubric.clusterYearId,
      before: auditOf(before),
    })
    return ok()
  })
}

/** Changes places with the neighbour within the same group. */
export function moveCriterion(actor: Actor, input: MoveCriterionInput, key?: string): Promise<Result> {
  return perform(actor, 'moveCriterion', key, async (tx) => {
    const found = await lockDraftIn(tx, actor, input)
    if (!found.ok) return found
    const criteria = await criteriaOf(runIn(tx), input.rubricId)
    const criterion = criteria.find(({ id }) => id === input.criterionId)
    if (!criterion) return fail('not_found')
    const siblings = criteria.filter(({ parentId }) => parentId === criterion.parentId)
    const from = siblings.indexOf(criterion)
    const to = from + (input.direction === 'up' ? -1 : 1)
    const other = siblings[to]
    if (!other) return fail('invalid', 'Tiêu chí đã ở đầu hoặc cuối nhóm.')
    const order = siblings.with(from, other).with(to, criterion)
    for (const [index, { id }] of order.entries())
      await tx.criterion.update({ where: { id }, data: { position: index + 1 } })
    await nextVersionIn(tx, input.rubricId)
    await recordAuditIn(tx, actor, {
      action: 'moveCriterion',
      entity: 'criterion',
      entityId: criterion.id,
      clusterYearId: found.value.rubric.clusterYearId,
      before: { position: from + 1 },
      after: { position: to + 1 },
    })
    return ok()
  })
}

/** Freezes the rubric and lays an empty sheet before each member unit. Maxima that do not add up are warned about only. */
export function openRubric(actor: Actor, input: RubricActInput, key?: string): Promise<Result> {
  return perform(actor, 'openRubric', key, async (tx) => {
    const found = await lockDraftIn(tx, actor, input)
    if (!found.ok) return found
    const { rubric, facts } = found.value
    const criteria = await criteriaOf(runIn(tx), rubric.id)
    if (!criteria.some(({ kind }) => isOrdinary(kind)))
      return fail('invalid', 'Bảng chưa có tiêu chí nào để chấm điểm.')
    if (facts.memberIds.length === 0) return fail('invalid', 'Cụm chưa có đơn vị thành viên.')
    await tx.rubric.update({ where: { id: rubric.id }, data: { state: 'OPEN', version: { increment: 1 } } })
    await tx.scoreSheet.createMany({
      data: facts.memberIds.map((unitId) => ({ rubricId: rubric.id, unitId })),
      skipDuplicates: true,
    })
    await recordAuditIn(tx, actor, {
      action: 'openRubric',
      entity: 'rubric',
      entityId: rubric.id,
      clusterYearId: rubric.clusterYearId,
      before: { state: 'DRAFT' },
      after: { state: 'OPEN', criteria: criteria.length },
    })
    return ok()
  })
}

/**
 * Shows every score to everyone, once and for good: totals, places within each sub-group and classes are written as they
 * are now. Every sheet has its final score by then.
 */
export function publishScores(actor: Actor, input: RubricActInput, key?: string): Promise<Result> {
  return perform(actor, 'publishScores', key, async (tx) => {
    const found = await lockRubricIn(tx, actor, input)
    if (!found.ok) return found
    const { rubric, facts } = found.value
    if (!mayPublishScores(actor, facts)) return fail('forbidden')
    if (rubric.state === 'PUBLISHED') return fail('locked', 'Điểm đã được công bố và không thu hồi được.')
    if (facts.closed) return fail('locked', YEAR_CLOSED)
    if (rubric.version !== input.version) return fail('conflict')
    const run = runIn(tx)
    const sheets = await sheetRecords(run, 'rubric', rubric.id)
    const waiting = sheets.filter(({ finalAt }) => finalAt === null)
    if (rubric.state !== 'OPEN' || sheets.length === 0 || waiting.length > 0)
      return fail(
        'invalid',
        waiting.length > 0
          ? `Còn ${waiting.length} đơn vị chưa có điểm chốt: ${waiting.map(({ unit }) => unit.name).join(', ')}.`
          : 'Bảng tiêu chí chưa được mở chấm điểm.',
      )
    const criteria = await criteriaOf(run, rubric.id)
    const computed = await computedScores(actor, run, rubric.clusterYearId, criteria)
    const scores = await tx.score.findMany({ where: { sheet: { rubricId: rubric.id }, stage: 'FINAL' } })
    const totals = sheets.map((sheet) => {
      const leftOut = leftOutOf(computed.get(sheet.unitId))
      const points = new Map(
        scores
          .filter(({ sheetId }) => sheetId === sheet.id)
          .map((score) => [score.criterionId, score.points.toString()]),
      )
      const total = totalOfSheet(rubric, criteria, points, new Set(leftOut))?.total ?? '0'
      return { id: sheet.id, subGroup: sheet.subGroup, total, leftOut }
    })
    const ranks = rankOf(totals)
    for (const { id, total, leftOut } of totals)
      await tx.scoreSheet.update({
        where: { id },
        data: { finalTotal: total, rank: ranks.get(id), className: classOf(total, rubric.bands), leftOut },
      })
    await tx.rubric.update({
      where: { id: rubric.id },
      data: {
        state: 'PUBLISHED',
        publishedAt: await databaseNow(tx),
        publishedById: actor.accountId,
        version: { increment: 1 },
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'publishScores',
      entity: 'rubric',
      entityId: rubric.id,
      clusterYearId: rubric.clusterYearId,
      before: { state: 'OPEN' },
      after: {
        state: 'PUBLISHED',
        results: totals.map(({ id, total }) => ({
          unit: sheets.find((sheet) => sheet.id === id)?.unit.name ?? '',
          total,
          rank: ranks.get(id) ?? 0,
        })),
      },
    })
    return ok()
  })
}
