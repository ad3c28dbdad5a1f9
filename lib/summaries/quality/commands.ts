import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { figureSpec } from '@/lib/indicators/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { fits, toColumns } from '@/lib/reports/figures/rules'
import { mayChooseStated, mayRecordStated } from './policy'
import type { ChooseStatedInput, RecordStatedInput } from './schema'

/** The figure, locked: of two who record or choose at once the second sees what the first did. */
async function lockFigureIn(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`SELECT id FROM cluster_figures WHERE id = ${id}::uuid FOR UPDATE`
  return tx.clusterFigure.findUnique({
    where: { id },
    include: { indicator: true, source: true, stated: true, choices: { orderBy: { id: 'desc' }, take: 1 } },
  })
}

/**
 * Records what another source says of a figure that a cluster reported. The first time, what the figure shows is kept
 * beside it as its own source's; what shows does not change.
 */
export function recordStatedFigure(
  actor: Actor,
  input: RecordStatedInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'recordStatedFigure', key, async (tx) => {
    const figure = await lockFigureIn(tx, input.clusterFigureId)
    if (!figure) return fail('not_found')
    if (!mayRecordStated(actor, figure.clusterYearId)) return fail('forbidden')
    const source = await tx.source.findUnique({ where: { id: input.sourceId } })
    if (!source) return fail('not_found')
    if (!figure.source)
      return fail('invalid', 'Số này không lấy từ tài liệu nguồn nào nên không có gì để so.')
    const known = figure.stated.some(({ sourceId, raw }) => sourceId === source.id && raw === input.raw)
    const shown = figure.stated.length === 0 && figure.sourceId === source.id && figure.raw === input.raw
    if (known || shown) return wrongField('raw', 'Nguồn này đã ghi đúng số này.')
    const parsed = parseFigure(input.raw, figureSpec(figure.indicator))
    if (parsed.status === 'ask') return wrongField('raw', parsed.question)
    if (parsed.status === 'refused') return wrongField('raw', parsed.message)
    if (parsed.status === 'empty' || !fits(parsed.value))
      return wrongField('raw', 'Không đọc được số liệu này.')
    if (figure.stated.length === 0)
      await tx.statedFigure.create({
        data: {
          clusterFigureId: figure.id,
          raw: figure.raw,
          amount: figure.amount,
          denominator: figure.denominator,
          qualifier: figure.qualifier,
          words: figure.words,
          sourceId: figure.source.id,
          statedOn: figure.source.publishedOn,
          factId: figure.factId,
          note: figure.note,
        },
      })
    const { amount, denominator, qualifier, words } = toColumns(parsed.value)
    const stated = await tx.statedFigure.create({
      data: {
        ...{ amount, denominator, qualifier, words },
        clusterFigureId: figure.id,
        raw: input.raw,
        sourceId: source.id,
        statedOn: source.publishedOn,
        note: input.note,
        recordedById: actor.accountId,
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'recordStatedFigure',
      entity: 'cluster_figure',
      entityId: figure.id,
      clusterYearId: figure.clusterYearId,
      before: { raw: figure.raw, source: figure.source.slug },
      after: { raw: input.raw, source: source.slug },
    })
    return ok({ id: stated.id })
  })
}

/**
 * Chooses which of the sources' figures shows, with the reason. The others stay as they were recorded; `conflict` where
 * somebody chose since the form was made.
 */
export function chooseStatedFigure(actor: Actor, input: ChooseStatedInput, key?: string): Promise<Result> {
  return perform(actor, 'chooseStatedFigure', key, async (tx) => {
    const figure = await lockFigureIn(tx, input.clusterFigureId)
    const chosen = figure?.stated.find(({ id }) => id === input.statedId)
    if (!figure || !chosen) return fail('not_found')
    if (!mayChooseStated(actor, figure.clusterYearId)) return fail('forbidden')
    const last = figure.choices[0]
    if ((last?.id.toString() ?? '') !== input.seen) return fail('conflict')
    const { raw, amount, denominator, qualifier, words, sourceId, factId, note } = chosen
    await tx.clusterFigure.update({
      where: { id: figure.id },
      data: { raw, amount, denominator, qualifier, words, sourceId, factId, note },
    })
    await tx.statedFigureChoice.create({
      data: {
        clusterFigureId: figure.id,
        statedFigureId: chosen.id,
        reason: input.reason,
        byId: actor.accountId,
        at: await databaseNow(tx),
      },
    })
    await recordAuditIn(tx, actor, {
      action: 'chooseStatedFigure',
      entity: 'cluster_figure',
      entityId: figure.id,
      clusterYearId: figure.clusterYearId,
      reason: input.reason,
      before: { raw: figure.raw, source: figure.source?.slug ?? null },
      after: { raw, source: (await tx.source.findUniqueOrThrow({ where: { id: sourceId } })).slug },
    })
    return ok()
  })
}
