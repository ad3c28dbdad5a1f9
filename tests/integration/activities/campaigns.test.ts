import { expect, test } from 'vitest'
import { saveCampaign, saveWork } from '@/lib/activities/campaigns/commands'
import { getCampaign, listCampaigns } from '@/lib/activities/campaigns/queries'
import { workSchema } from '@/lib/activities/campaigns/schema'
import { savePractice, sharePractice } from '@/lib/activities/practices/commands'
import { getPractice, listPractices } from '@/lib/activities/practices/queries'
import { practiceFilterSchema, practiceSchema } from '@/lib/activities/practices/schema'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma, sql } from '../../support/database'
import { actorOf, arrangeReports } from '../../support/reports'

async function arrange() {
  const scene = await arrangeReports()
  const campaign = await prisma.campaign.create({
    data: { slug: '90-hanh-dong', name: '90 hành động', kind: 'EMULATION_DRIVE', mentions: [] },
  })
  const officer = await actorOf('officer', scene)
  const work = (level: string, registered: string, done: string, year = '2026', version = '0') =>
    saveWork(
      officer,
      workSchema.parse({
        campaignId: campaign.id,
        unitId: scene.units.member.id,
        year,
        level,
        registered,
        done,
        version,
      }),
    )
  return { scene, campaign, officer, work }
}

test('district works are refused after 2025 and taken until then', async () => {
  const { work } = await arrange()
  for (const year of ['2026', '2027'])
    expect(await work('DISTRICT', '38', '38', year)).toMatchObject({
      code: 'invalid',
      fields: { level: expect.stringContaining('1/7/2025') },
    })
  expect(await work('DISTRICT', '38', '38', '2025')).toMatchObject({ ok: true })
  expect(await work('COMMUNE', '705', '705', '2026')).toMatchObject({ ok: true })
})

test('done over registered adds up by unit and year; a blank is no 0, and more may be done than registered', async () => {
  const { officer, work, scene } = await arrange()
  await work('PROVINCE', '2', '2', '2020')
  await work('DISTRICT', '38', '38', '2020')
  await work('COMMUNE', '705', '1.418', '2020')
  await work('COMMUNE', '', '10')
  const campaign = await getCampaign(officer, '90-hanh-dong')
  expect(campaign?.rows.map(({ year, totals }) => [year, totals])).toEqual([
    [2026, { registered: null, done: 10 }],
    [2020, { registered: 745, done: 1458 }],
  ])
  expect((await getCampaign(officer, '90-hanh-dong', 2020))?.rows).toHaveLength(1)
  const [listed] = await listCampaigns(officer)
  expect(listed?.years).toMatchObject([
    { year: 2026, units: 1, totals: { registered: null, done: 10 } },
    { year: 2020, units: 1, totals: { registered: 745, done: 1458 } },
  ])
  expect(workSchema.safeParse({ registered: '', done: '' }).success).toBe(false)
  expect(await work('COMMUNE', '1', '1', '2026', '0')).toMatchObject({ code: 'conflict' })
  await prisma.unit.update({
    where: { id: scene.units.member.id },
    data: { validTo: new Date('2025-07-01') },
  })
  expect(await work('PROVINCE', '1', '1')).toMatchObject({ code: 'invalid' })
})

test('a closed year and what a source states stay as they are', async () => {
  const { work, campaign, scene } = await arrange()
  const source = await prisma.source.create({ data: { slug: 'e', letter: 'E', title: 'Báo cáo' } })
  await prisma.registeredWork.create({
    data: {
      campaignId: campaign.id,
      unitId: scene.units.member.id,
      year: 2026,
      level: 'COMMUNE',
      registered: 705,
      sourceId: source.id,
    },
  })
  expect(await work('COMMUNE', '1', '1', '2026', '1')).toMatchObject({ code: 'locked' })
  await sql(`UPDATE emulation_years SET state = 'CLOSED'`)
  expect(await work('PROVINCE', '1', '1')).toMatchObject({ code: 'locked' })
})

test('a new campaign gets an address of its own', async () => {
  const { scene } = await arrange()
  const office = await actorOf('office', scene)
  const input = {
    campaignId: null,
    version: 0,
    name: 'Mẹ đỡ đầu',
    kind: 'MOVEMENT' as const,
    description: '',
    firstYear: null,
    lastYear: null,
  }
  expect(await saveCampaign(office, input)).toMatchObject({ value: { slug: 'me-do-dau' } })
  const second = await saveCampaign(office, input)
  expect(second.ok && second.value.slug).toMatch(/^me-do-dau-[0-9a-f]{6}$/)
})

test('practices are found across clusters and years without diacritics; a draft is the unit’s alone', async () => {
  const { scene, officer, campaign } = await arrange()
  const leader = await actorOf('leader', scene)
  const far = await actorOf('farOfficer', scene)
  const write = async (title: string, year: string) => {
    const saved = await savePractice(
      officer,
      practiceSchema.parse({
        unitId: scene.units.member.id,
        version: '0',
        year,
        title,
        summary: 'Đồng bào cùng làm',
        campaignId: campaign.id,
      }),
    )
    if (!saved.ok) throw new Error(saved.message)
    return saved.value.id
  }
  const first = await write('Tổ phụ nữ số', '2026')
  await write('Vườn rau sạch', '2024')
  const search = async (actor: Actor, words: string, year: number | null = null) =>
    (await listPractices(actor, practiceFilterSchema.parse({ words, year, page: 1 }))).rows.map(
      ({ title }) => title,
    )
  expect(await search(far, '')).toEqual([])
  expect(await search(officer, '')).toEqual(['Tổ phụ nữ số', 'Vườn rau sạch'])
  expect(await getPractice(far, first)).toBeNull()
  const share = { practiceId: first, version: 1, shared: true }
  expect(await sharePractice(far, share)).toMatchObject({ code: 'not_found' })
  expect(await sharePractice(officer, share)).toMatchObject({ code: 'forbidden' })
  expect(await sharePractice(leader, share)).toMatchObject({ ok: true })
  for (const words of ['to phu nu', 'TỔ PHỤ NỮ', 'son la so', 'dong bao', '90 hanh dong', 'phia-bac'])
    expect(await search(far, words), words).toEqual(['Tổ phụ nữ số'])
  for (const words of ['vuon rau', '100%', 'to_phu', "'; drop"])
    expect(await search(far, words), words).toEqual([])
  expect(await search(far, '', 2024)).toEqual([])
  expect(await getPractice(far, first)).toMatchObject({ mayWrite: false, cluster: { slug: 'phia-bac' } })
})
