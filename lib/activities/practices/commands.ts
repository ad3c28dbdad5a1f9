import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { mayReadPractice, mayShare, mayWritePractice } from './policy'
import type { PracticeInput, SharePracticeInput } from './schema'

/** Writes a model or way of working of a unit, or mends one. Before it is shared only the unit sees it. */
export function savePractice(
  actor: Actor,
  { practiceId, unitId, version, ...input }: PracticeInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  return perform(actor, 'savePractice', key, async (tx) => {
    if (!mayWritePractice(actor, unitId)) return fail('forbidden')
    if (practiceId)
      await tx.$queryRaw`SELECT id FROM good_practices WHERE id = ${practiceId}::uuid FOR UPDATE`
    const earlier = practiceId ? await tx.goodPractice.findFirst({ where: { id: practiceId, unitId } }) : null
    if (practiceId && !earlier) return fail('not_found')
    if (earlier?.sourceId) return fail('locked', 'Nội dung này lấy từ tài liệu nguồn, không sửa được.')
    if (earlier && earlier.version !== version) return fail('conflict')
    if (input.campaignId && !(await tx.campaign.findUnique({ where: { id: input.campaignId } })))
      return wrongField('campaignId', 'Không thấy phong trào này.')
    const membership = await tx.clusterMembership.findFirst({
      where: { unitId, clusterYear: { year: input.year } },
      select: { clusterYearId: true },
    })
    const data = { ...input, clusterYearId: membership?.clusterYearId ?? null }
    const saved = earlier
      ? await tx.goodPractice.update({
          where: { id: earlier.id },
          data: { ...data, version: { increment: 1 } },
        })
      : await tx.goodPractice.create({ data: { ...data, unitId } })
    await recordAuditIn(tx, actor, {
      action: 'savePractice',
      entity: 'good_practice',
      entityId: saved.id,
      unitId,
      clusterYearId: saved.clusterYearId,
      before: earlier && {
        title: earlier.title,
        summary: earlier.summary,
        text: earlier.text,
        year: earlier.year,
        campaignId: earlier.campaignId,
      },
      after: input,
    })
    return ok({ id: saved.id })
  })
}

/** Lets everyone read it, or takes it back to the unit. */
export function sharePractice(actor: Actor, input: SharePracticeInput, key?: string): Promise<Result> {
  return perform(actor, 'sharePractice', key, async (tx) => {
    await tx.$queryRaw`SELECT id FROM good_practices WHERE id = ${input.practiceId}::uuid FOR UPDATE`
    const practice = await tx.goodPractice.findUnique({ where: { id: input.practiceId } })
    if (!practice || !mayReadPractice(actor, practice)) return fail('not_found')
    if (!mayShare(actor, practice.unitId)) return fail('forbidden')
    if (practice.sourceId) return fail('locked', 'Nội dung này lấy từ tài liệu nguồn, không thu hồi được.')
    if (practice.version !== input.version) return fail('conflict')
    if ((practice.sharedAt !== null) === input.shared)
      return fail('conflict', input.shared ? 'Nội dung này đã chia sẻ.' : 'Nội dung này chưa chia sẻ.')
    await tx.goodPractice.update({
      where: { id: practice.id },
      data: { sharedAt: input.shared ? await databaseNow(tx) : null, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'sharePractice',
      entity: 'good_practice',
      entityId: practice.id,
      unitId: practice.unitId,
      clusterYearId: practice.clusterYearId,
      before: { shared: !input.shared },
      after: { shared: input.shared },
    })
    return ok()
  })
}
