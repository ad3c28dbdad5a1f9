import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { slugOf } from '@/lib/platform/vietnamese'
import { mayEnterWorks, maySetCampaigns } from './policy'
import { LAST_DISTRICT_YEAR, levelsOf } from './rules'
import type { CampaignInput, WorkInput } from './schema'

/** Sets up a campaign, or mends one. The slug, once given, never changes: links point to it. */
export function saveCampaign(
  actor: Actor,
  { campaignId, version, ...data }: CampaignInput,
  key?: string,
): Promise<Result<{ slug: string }>> {
  return perform(actor, 'saveCampaign', key, async (tx) => {
    if (!maySetCampaigns(actor)) return fail('forbidden')
    if (campaignId) await tx.$queryRaw`SELECT id FROM campaigns WHERE id = ${campaignId}::uuid FOR UPDATE`
    const earlier = campaignId ? await tx.campaign.findUnique({ where: { id: campaignId } }) : null
    if (campaignId && !earlier) return fail('not_found')
    if (earlier && earlier.version !== version) return fail('conflict')
    const stem = slugOf(data.name).slice(0, 60)
    const taken = await tx.campaign.count({ where: { slug: stem } })
    const slug = stem && !taken ? stem : `${stem || 'phong-trao'}-${randomUUID().slice(0, 6)}`
    const saved = earlier
      ? await tx.campaign.update({ where: { id: earlier.id }, data: { ...data, version: { increment: 1 } } })
      : await tx.campaign.create({ data: { ...data, slug, mentions: [] } })
    await recordAuditIn(tx, actor, {
      action: 'saveCampaign',
      entity: 'campaign',
      entityId: saved.id,
      before: earlier && {
        name: earlier.name,
        kind: earlier.kind,
        description: earlier.description,
        firstYear: earlier.firstYear,
        lastYear: earlier.lastYear,
      },
      after: data,
    })
    return ok({ slug: saved.slug })
  })
}

/**
 * What a unit registered and did in a campaign, at one level in one year. More may be done than was registered. District
 * works are refused after 2025, when the districts ended.
 */
export function saveWork(actor: Actor, input: WorkInput, key?: string): Promise<Result<{ id: string }>> {
  return perform(actor, 'saveWork', key, async (tx) => {
    const { campaignId, unitId, year, level, version, ...counts } = input
    if (!mayEnterWorks(actor, unitId)) return fail('forbidden')
    await tx.$queryRaw`SELECT id FROM campaigns WHERE id = ${campaignId}::uuid FOR NO KEY UPDATE`
    const campaign = await tx.campaign.findUnique({ where: { id: campaignId } })
    if (!campaign) return fail('not_found')
    if (!levelsOf(year).includes(level))
      return wrongField(
        'level',
        `Cấp huyện kết thúc từ 1/7/2025: chỉ ghi cho các năm đến ${LAST_DISTRICT_YEAR}.`,
      )
    if ((campaign.firstYear && year < campaign.firstYear) || (campaign.lastYear && year > campaign.lastYear))
      return wrongField('year', 'Phong trào không có trong năm này.')
    const [time] = await tx.$queryRaw<{ existed: boolean; closed: boolean }[]>`
      SELECT coalesce(u.valid_from, '-infinity') <= make_date(${year}::int, 12, 31)
         AND coalesce(u.valid_to, 'infinity') > make_date(${year}::int, 1, 1) AS existed,
             EXISTS (SELECT FROM emulation_years y WHERE y.year = ${year}::int AND y.state = 'CLOSED') AS closed
        FROM units u WHERE u.id = ${unitId}::uuid`
    if (!time) return fail('not_found')
    if (!time.existed) return wrongField('year', 'Năm này đơn vị chưa có hoặc không còn.')
    if (time.closed) return fail('locked', `Năm ${year} đã khép, số công trình không thay đổi nữa.`)
    const earlier = await tx.registeredWork.findFirst({ where: { campaignId, unitId, year, level } })
    if (earlier?.sourceId) return fail('locked', 'Số này lấy từ tài liệu nguồn, không sửa được.')
    if ((earlier?.version ?? 0) !== version)
      return fail('conflict', undefined, {
        current: earlier && { registered: earlier.registered, done: earlier.done, note: earlier.note },
      })
    const data = { registered: counts.registered, done: counts.done, note: counts.note || null }
    const saved = earlier
      ? await tx.registeredWork.update({
          where: { id: earlier.id },
          data: { ...data, version: { increment: 1 } },
        })
      : await tx.registeredWork.create({ data: { ...data, campaignId, unitId, year, level } })
    await recordAuditIn(tx, actor, {
      action: 'saveWork',
      entity: 'registered_work',
      entityId: saved.id,
      unitId,
      before: earlier && { registered: earlier.registered, done: earlier.done, note: earlier.note },
      after: { ...data, year, level },
    })
    return ok({ id: saved.id })
  })
}
