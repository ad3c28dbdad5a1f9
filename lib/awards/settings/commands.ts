import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { canSetAwards } from '../policy'
import { placesTaken } from '../rules'
import type { BaseSalaryInput, QuotaInput } from '../schema'

/** Sets how many of one award a cluster may propose in its year; without a number the limit is taken away. */
export function setQuota(actor: Actor, input: QuotaInput, key?: string): Promise<Result> {
  return perform(actor, 'setQuota', key, async (tx) => {
    if (!canSetAwards(actor)) return fail('forbidden')
    const { clusterYearId, awardTypeId } = input
    await tx.$queryRaw`select 1 from cluster_years where id = ${clusterYearId}::uuid for update`
    const year = await tx.clusterYear.findUnique({
      where: { id: clusterYearId },
      include: { emulationYear: true },
    })
    const type = await tx.awardType.findUnique({ where: { id: awardTypeId } })
    if (!year || !type) return fail('not_found')
    if (year.emulationYear.state === 'CLOSED') return fail('locked', 'Năm này đã khép, không sửa được nữa.')
    const where = { clusterYearId_awardTypeId: { clusterYearId, awardTypeId } }
    const before = await tx.awardQuota.findUnique({ where })
    if (input.quota === null) {
      if (!before) return ok()
      await tx.awardQuota.delete({ where })
    } else {
      const present = await tx.nomination.findMany({
        where: { clusterYearId, awardTypeId },
        include: { _count: { select: { named: true } } },
      })
      const taken = placesTaken(present.map((one) => ({ ...one, named: one._count.named })))
      if (taken > input.quota)
        return wrongField('quota', `Cụm đã có ${taken} đề nghị. Hãy rút bớt đề nghị trước khi giảm số lượng.`)
      const data = { quota: input.quota, note: input.note }
      await tx.awardQuota.upsert({ where, create: { clusterYearId, awardTypeId, ...data }, update: data })
    }
    await recordAuditIn(tx, actor, {
      action: 'setQuota',
      entity: 'award_quota',
      entityId: awardTypeId,
      clusterYearId,
      before: before && { quota: before.quota, note: before.note },
      after: { type: type.code, quota: input.quota, note: input.note },
    })
    return ok()
  })
}

/** Records the base salary in force from a day on. Prizes of decisions recorded before keep their amount. */
export function setBaseSalary(actor: Actor, input: BaseSalaryInput, key?: string): Promise<Result> {
  return perform(actor, 'setBaseSalary', key, async (tx) => {
    if (!canSetAwards(actor)) return fail('forbidden')
    const validFrom = dayToStore(input.validFrom)
    if (await tx.baseSalary.findUnique({ where: { validFrom } }))
      return wrongField('validFrom', 'Đã có mức lương cơ sở từ ngày này.')
    await tx.baseSalary.create({ data: { ...input, validFrom } })
    await recordAuditIn(tx, actor, {
      action: 'setBaseSalary',
      entity: 'base_salary',
      entityId: input.validFrom,
      after: { amount: input.amount, legalBasis: input.legalBasis },
    })
    return ok()
  })
}
