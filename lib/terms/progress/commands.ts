import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { keptTermIn } from '../commands'
import { readTargetFigure, yearsOfTerm } from '../rules'
import type { ProgressInput } from '../schema'
import type { TargetKind } from '../types'
import { listFeeds } from './queries'

/**
 * The result of a year entered by hand, with its source, day and note; an empty figure takes the entry away. Refused for
 * a year whose figure an indicator gives, and outside the term.
 */
export function saveProgress(actor: Actor, input: ProgressInput, key?: string): Promise<Result> {
  return perform(actor, 'saveProgress', key, async (tx) => {
    const target = await tx.termTarget.findUnique({
      where: { id: input.targetId },
      include: { indicators: true },
    })
    if (!target) return fail('not_found')
    const term = await keptTermIn(tx, actor, target.termId)
    if (!term.ok) return term
    if (target.retiredAt) return fail('locked', 'Chỉ tiêu này đã được rút khỏi nghị quyết.')
    const { year } = input
    if (!yearsOfTerm(term.value).includes(year))
      return wrongField('year', `Năm ${year} không thuộc nhiệm kỳ.`)
    const feeds = await listFeeds(
      actor,
      { codes: target.indicators.map(({ code }) => code), years: [year], unitId: term.value.unitId },
      (text, params = []) => tx.$queryRawUnsafe(text, ...params),
    )
    if (feeds.length > 0)
      return fail('locked', `Năm ${year} lấy số liệu từ chỉ tiêu báo cáo, không nhập tay.`)
    const reading = readTargetFigure(input.raw, { ...target, kind: target.kind as TargetKind })
    if (reading.status === 'ask') return wrongField('raw', reading.question)
    if (reading.status === 'refused') return wrongField('raw', reading.message)
    const place = { targetId_year: { targetId: target.id, year } }
    const earlier = await tx.termProgress.findUnique({ where: place })
    if (earlier?.sourceId) return fail('locked', 'Số này lấy từ tài liệu nguồn, không sửa được.')
    if ((earlier?.version ?? 0) !== input.version)
      return fail('conflict', undefined, { current: earlier && { raw: earlier.raw, origin: earlier.origin } })
    if (reading.status === 'empty' && !earlier) return wrongField('raw', 'Hãy nhập kết quả của năm.')
    const content = {
      raw: input.raw,
      asOf: dayToStore(input.asOf),
      origin: input.origin,
      note: input.note || null,
      updatedById: actor.accountId,
    }
    if (reading.status === 'empty') await tx.termProgress.delete({ where: place })
    else
      await tx.termProgress.upsert({
        where: place,
        create: { ...content, targetId: target.id, year },
        update: { ...content, version: { increment: 1 } },
      })
    await recordAuditIn(tx, actor, {
      action: 'saveProgress',
      entity: 'term_target',
      entityId: target.id,
      unitId: term.value.unitId,
      before: earlier && { year, raw: earlier.raw, origin: earlier.origin, note: earlier.note },
      after: reading.status === 'empty' ? null : { ...input },
    })
    return ok()
  })
}
