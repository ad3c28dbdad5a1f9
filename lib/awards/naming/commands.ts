import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canNameRecipients, readableNominations } from '../policy'
import { nominationFactsIn } from '../nominations/queries'
import { countedRecipients } from '../rules'
import type { NameRecipientsInput } from '../schema'

/**
 * Names recipients that a source only counted ("4 đơn vị"), each as a nomination of its own with the source that names
 * it. What the first source said stays as it was; those still without a name go on being counted.
 */
export function nameRecipients(
  actor: Actor,
  input: NameRecipientsInput,
  key?: string,
): Promise<Result<{ named: number }>> {
  return perform(actor, 'nameRecipients', key, async (tx) => {
    await tx.$queryRaw`select 1 from nominations where id = ${input.nominationId}::uuid for update`
    const row = await tx.nomination.findFirst({
      where: { AND: [{ id: input.nominationId }, readableNominations(actor)] },
      include: {
        named: { select: { unitId: true, recipient: true } },
        clusterYear: { include: { memberships: { select: { unitId: true } } } },
      },
    })
    const facts = row && (await nominationFactsIn(tx, row.id))
    if (!row || !facts) return fail('not_found')
    if (!canNameRecipients(actor, facts)) return fail(facts.named ? 'invalid' : 'forbidden')
    if (row.version !== input.version) return fail('conflict')
    const ofUnits = row.recipientKind === 'UNIT'
    if (ofUnits ? input.recipients.length > 0 : input.unitIds.length > 0)
      return wrongField(ofUnits ? 'recipients' : 'unitIds', 'Đề nghị này không dành cho đối tượng ấy.')
    const left = countedRecipients({ unnamed: row.unnamed, named: row.named.length })
    const names = ofUnits ? input.unitIds : input.recipients
    if (names.length > left)
      return wrongField(ofUnits ? 'unitIds' : 'recipients', `Nguồn chỉ còn ${left} chưa nêu tên.`)
    if (row.named.some(({ unitId, recipient }) => names.includes(unitId ?? recipient ?? '')))
      return wrongField(ofUnits ? 'unitIds' : 'recipients', 'Có tên đã được ghi trước đó.')
    const members = row.clusterYear?.memberships.map(({ unitId }) => unitId)
    if (ofUnits && members && input.unitIds.some((id) => !members.includes(id)))
      return wrongField('unitIds', 'Chỉ chọn đơn vị của cụm trong năm này.')
    const known = ofUnits ? await tx.unit.count({ where: { id: { in: input.unitIds } } }) : names.length
    const source = input.sourceId ? await tx.source.count({ where: { id: input.sourceId } }) : 1
    if (known !== names.length || source === 0) return fail('not_found')
    const { awardTypeId, year, clusterYearId, recipientKind, proposer, ballotId, state, illustrative } = row
    for (const name of names)
      await tx.nomination.create({
        data: {
          ...{ awardTypeId, year, clusterYearId, recipientKind, proposer, ballotId, state, illustrative },
          unitId: ofUnits ? name : null,
          recipient: ofUnits ? null : name,
          namedFromId: row.id,
          sourceId: input.sourceId,
          sourceNote: input.sourceNote,
          noticeFrom: row.noticeFrom,
          noticeTo: row.noticeTo,
          events: { create: { to: state, byId: actor.accountId, note: input.sourceNote } },
        },
      })
    await tx.nomination.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    await recordAuditIn(tx, actor, {
      action: 'nameRecipients',
      entity: 'nomination',
      entityId: row.id,
      clusterYearId,
      reason: input.sourceNote,
      after: { names, sourceId: input.sourceId },
    })
    return ok({ named: names.length })
  })
}
