import { beforeAll, describe, expect, it } from 'vitest'
import { listClustersOn } from '@/lib/clusters/as-of/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { listTermStatements, getTerm, listUnitTerms } from '@/lib/terms/queries'
import { saveProgress } from '@/lib/terms/progress/commands'
import { saveTarget, saveTerm } from '@/lib/terms/commands'
import { freezeReview, reopenReview, saveReview } from '@/lib/terms/reviews/commands'
import { getTermReview, getTermReviewOf } from '@/lib/terms/reviews/queries'
import { reviewSchema } from '@/lib/terms/reviews/schema'
import { progressSchema, targetSchema, termSchema } from '@/lib/terms/schema'
import { reviewSentence } from '@/lib/terms/reviews/rules'
import { listNamedUnits, resolveUnit } from '@/lib/units/resolution/queries'
import { existsOn } from '@/lib/units/rules'
import { seed } from '@/prisma/seed/main'
import { accountActor } from '../../support/actors'
import { keepRowsBetweenTests, prisma } from '../../support/database'

keepRowsBetweenTests()

let office: Actor
let guest: Actor

beforeAll(async () => {
  await seed({ demo: true })
  office = await accountActor({ isOffice: true })
  guest = await accountActor()
})

const unitId = async (slug: string) => (await prisma.unit.findUniqueOrThrow({ where: { slug } })).id

describe('H1 what documents D and E state of terms', () => {
  it('H1 D1–D7 are shown with the review of Lào Cai, each with its source; the year of the meeting is unknown', async () => {
    const review = await getTermReviewOf(office, 'lao-cai-cu', '2021-2026', 'MIDTERM')
    expect(review).toMatchObject({
      meeting: 'Hội nghị lần thứ 9 Ban Chấp hành khóa XVIII',
      dateNote: 'ngày 10/7, năm chưa rõ',
      heldOn: null,
      asOf: null,
      countsOnly: true,
    })
    expect(reviewSentence(review!.counts, review!.undecided)).toBe(
      '21 tiêu chí: 7 vượt kế hoạch, 7 đạt 100%, 6 đạt trên 50%, 1 chưa đạt.',
    )
    expect(review!.works).toMatchObject([
      { done: 348, registered: null, source: { letter: 'D', factId: 'D3' } },
    ])
    expect(review!.awards.map(({ type }) => type.code).sort()).toEqual(['BK_HOI_TINH', 'BK_TW'])
    const facts = new Set(review!.statements.map(({ factId }) => factId))
    expect([...facts].sort()).toEqual(['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'])
    expect(review!.statements.every(({ source }) => source.letter === 'D')).toBe(true)
    expect(review!.items.every(({ name, targetId }) => name === null && targetId === null)).toBe(true)
  })

  it('H1 the 21 criteria are there without a text', async () => {
    const term = await getTerm(office, 'lao-cai-cu', '2021-2026')
    expect(term!.targetList).toHaveLength(21)
    expect(term!.targetList.every(({ name, source }) => name === null && source?.factId === 'D2')).toBe(true)
  })

  it('H1 E6–E8 stand with the term of Bắc Giang, whose years no source states', async () => {
    const term = await prisma.term.findFirstOrThrow({ where: { unit: { slug: 'bac-giang' } } })
    expect(term).toMatchObject({ congressNumber: 15, startYear: null, endYear: null })
    const statements = await listTermStatements(office, term)
    expect([...new Set(statements.map(({ factId }) => factId))].sort()).toEqual(['E6', 'E7', 'E8'])
    expect(statements.every(({ source }) => source.letter === 'E')).toBe(true)
  })
})

describe('H2 terms belong to the unit of their time', () => {
  it('H2 Lào Cai’s page has two terms of two units and names both', async () => {
    const { own, predecessors } = await listUnitTerms(office, await unitId('lao-cai'))
    expect(own).toMatchObject([{ congressNumber: 1, inferred: true, unit: { slug: 'lao-cai' } }])
    expect(predecessors).toMatchObject([
      { congressNumber: 18, startYear: 2021, unit: { slug: 'lao-cai-cu' } },
    ])
    const seenFromTheOld = await listUnitTerms(office, await unitId('lao-cai-cu'))
    expect(seenFromTheOld.successors).toHaveLength(1)
  })

  it('H2 a new unit has no term from before it, an ended one none after', async () => {
    const begin = async (slug: string, startYear: string, endYear: string) =>
      saveTerm(office, termSchema.parse({ unitId: await unitId(slug), version: 0, startYear, endYear }))
    expect(await begin('gia-lai', '2021', '2026')).toMatchObject({ code: 'invalid' })
    expect(await begin('gia-lai-cu', '2026', '2031')).toMatchObject({ code: 'invalid' })
    expect(await begin('gia-lai', '2025', '2030')).toMatchObject({ ok: true })
  })

  it('shows nothing to a guest', async () => {
    expect(await getTerm(guest, 'lao-cai-cu', '2021-2026')).toBeNull()
    expect(await getTermReviewOf(guest, 'lao-cai-cu', '2021-2026', 'MIDTERM')).toBeNull()
    expect(await listUnitTerms(guest, await unitId('lao-cai'))).toEqual({
      own: [],
      predecessors: [],
      successors: [],
    })
  })
})

describe('H4 H5 answers as of a day', () => {
  it('H4 code 24 leads to Bắc Giang before and to Bắc Ninh after 1/7/2025', async () => {
    expect(await resolveUnit(office, '24', '2025-06-30')).toMatchObject({ unit: { slug: 'bac-giang' } })
    expect(await resolveUnit(office, '24', '2025-07-01')).toMatchObject({
      unit: { slug: 'bac-ninh', code: '24' },
    })
    expect(await resolveUnit(office, 'Thừa Thiên Huế', '2020-05-01')).toMatchObject({ unit: { slug: 'hue' } })
  })

  it('H5 every unit has its name and code on every day since 2019', async () => {
    for (const [day, count] of [
      ['2019-01-01', 63],
      ['2025-06-30', 63],
      ['2025-07-01', 34],
      ['2026-05-01', 34],
    ] as const) {
      const units = (await listNamedUnits(office, day)).filter((unit) => existsOn(unit, day))
      expect(units, day).toHaveLength(count)
      expect(units.every(({ name, code }) => name !== '' && code !== null)).toBe(true)
      expect(new Set(units.map(({ code }) => code)).size).toBe(count)
    }
  })

  it('H5 members and heads are those a source tells of, and unknown elsewhere', async () => {
    const north = async (day: string) =>
      (await listClustersOn(office, day)).find(
        ({ cluster }) => cluster.slug === 'mien-nui-bien-gioi-phia-bac',
      )!
    expect(await north('2019-06-01')).toMatchObject({ year: 2019, head: null, deputy: null })
    expect((await north('2019-06-01')).members).toHaveLength(7)
    expect((await north('2020-11-28')).head).toMatchObject({ unit: { slug: 'ha-giang' }, inferred: true })
    expect((await north('2020-11-29')).head).toMatchObject({ unit: { slug: 'lai-chau' }, inferred: false })
    expect(await north('2022-03-01')).toMatchObject({ year: null, head: null, members: [] })
    const clusters = await listClustersOn(office, '2022-03-01')
    expect(clusters).toHaveLength(8)
    expect(clusters.filter(({ year }) => year !== null).map(({ cluster }) => cluster.slug)).toEqual([
      'dong-bang-song-hong',
    ])
  })
})

describe('H5 the first day of every month since 2019', () => {
  const months = Array.from(
    { length: 8 * 12 },
    (_, month) => `${2019 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`,
  )

  it('H5 names 63 or 34 units; members existed then; what is told has a source or is marked, the rest is unknown', async () => {
    for (const day of months) {
      const units = (await listNamedUnits(office, day)).filter((unit) => existsOn(unit, day))
      expect(units, day).toHaveLength(day < '2025-07-01' ? 63 : 34)
      const existing = new Set(units.map(({ id }) => id))
      const clusters = await listClustersOn(office, day)
      expect(clusters, day).toHaveLength(8)
      for (const { cluster, year, illustrative, members, head, deputy } of clusters) {
        const at = `${cluster.slug} ${day}`
        if (year === null) expect([members, head, deputy], at).toEqual([[], null, null])
        else expect(members.length, at).toBeGreaterThan(0)
        for (const { id, source } of members) {
          expect(existing.has(id), at).toBe(true)
          expect(illustrative || source !== null, at).toBe(true)
        }
        for (const held of [head, deputy])
          if (held) expect(illustrative || held.source !== null, at).toBe(true)
      }
    }
  })
})

describe('a term that is kept in the app', () => {
  it('draws progress from yearly indicators, refuses a hand entry there, and freezes on a day', async () => {
    const term = (await getTerm(office, 'lai-chau', '2021-2026'))!
    const fed = term.targetList.find(({ indicators }) => indicators.length > 0)!
    const year2025 = fed.progress.years.find(({ year }) => year === 2025)!
    expect(year2025.figure?.origin.kind).toBe('INDICATOR')
    expect(fed.progress.years[0]!.figure?.origin.kind).toBe('MANUAL')
    const entry = { targetId: fed.id, version: '0', raw: '1', origin: 'Báo cáo' }
    expect(await saveProgress(office, progressSchema.parse({ ...entry, year: '2025' }))).toMatchObject({
      code: 'locked',
    })
    expect(await saveProgress(office, progressSchema.parse({ ...entry, year: '2019' }))).toMatchObject({
      code: 'invalid',
    })

    const saved = await saveReview(
      office,
      reviewSchema.parse({
        termId: term.id,
        kind: 'MIDTERM',
        version: '0',
        asOf: '2023-12-31',
        RESULTS: 'Tốt',
      }),
    )
    expect(saved.ok).toBe(true)
    const { id: reviewId } = await prisma.termReview.findFirstOrThrow({ where: { termId: term.id } })
    expect(await freezeReview(office, { reviewId, version: 1 })).toMatchObject({ ok: true })
    const frozen = (await getTermReview(office, reviewId))!
    expect(frozen.items.every(({ years }) => years.every((year) => year <= 2023))).toBe(true)
    expect(frozen.counts.reduce((sum, { count }) => sum + count, frozen.undecided)).toBe(
      term.targetList.length,
    )

    const manual = term.targetList.find(({ indicators }) => indicators.length === 0)!
    const { version } = manual.progress.years[1]!.figure!.origin as { version: number }
    const changed = await saveProgress(
      office,
      progressSchema.parse({
        targetId: manual.id,
        year: '2022',
        version,
        raw: '19 tỷ',
        origin: 'Báo cáo sửa',
      }),
    )
    expect(changed.ok).toBe(true)
    expect((await getTermReview(office, reviewId))!.items).toEqual(frozen.items)
    expect(await reopenReview(office, { reviewId, version: 3, reason: 'Sửa số' })).toMatchObject({
      ok: false,
    })
    const reopened = await reopenReview(office, { reviewId, version: 2, reason: 'Sửa số' })
    expect(reopened.ok).toBe(true)
    expect((await getTermReview(office, reviewId))!.items).not.toEqual(frozen.items)
  })

  it('asks about a plan that can be read in two ways, and maps only to national targets', async () => {
    const term = (await getTerm(office, 'lai-chau', '2021-2026'))!
    const national = (await getTerm(office, null, '2022-2027'))!
    const input = (more: object) =>
      targetSchema.parse({
        termId: term.id,
        version: '0',
        name: 'Hội viên mới',
        manner: 'CUMULATIVE',
        kind: 'COUNT',
        measureUnit: 'người',
        direction: 'HIGHER_IS_BETTER',
        plan: '1.500',
        ...more,
      })
    expect(await saveTarget(office, input({ plan: '1.5' }))).toMatchObject({
      code: 'invalid',
      fields: { plan: expect.stringContaining('1.5') },
    })
    expect(await saveTarget(office, input({ milestones: '2030: 5' }))).toMatchObject({ code: 'invalid' })
    expect(await saveTarget(office, input({ nationalIds: term.targetList[0]!.id }))).toMatchObject({
      code: 'invalid',
    })
    const served = national.targetList.filter(({ name }) => name !== null).slice(0, 2)
    const saved = await saveTarget(
      office,
      input({ nationalIds: served.map(({ id }) => id).join(','), milestones: '2022: 700' }),
    )
    expect(saved.ok).toBe(true)
    const after = (await getTerm(office, 'lai-chau', '2021-2026'))!.targetList.at(-1)!
    expect(after.national.map(({ id }) => id).sort()).toEqual(served.map(({ id }) => id).sort())
    expect(after.milestones).toMatchObject([{ year: 2022, value: { amount: '700' } }])
  })

  it('leaves what a source states as it is', async () => {
    const term = await prisma.term.findFirstOrThrow({ where: { unit: { slug: 'lao-cai-cu' } } })
    const input = termSchema.parse({
      termId: term.id,
      version: String(term.version),
      startYear: '2020',
      endYear: '2025',
    })
    expect(await saveTerm(office, input)).toMatchObject({ code: 'locked' })
    const review = await prisma.termReview.findFirstOrThrow({ where: { termId: term.id } })
    expect(
      await reopenReview(office, { reviewId: review.id, version: review.version, reason: 'Thử' }),
    ).toMatchObject({
      code: 'locked',
    })
  })
})
