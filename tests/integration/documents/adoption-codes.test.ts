import { beforeAll, describe, expect, test } from 'vitest'
import { suggestMappingIn, unitChoices } from '@/lib/documents/adoption-plan/queries'
import { matchUnit } from '@/lib/documents/adoption-units/rules'
import type { AdoptionFacts } from '@/lib/documents/adoption/types'
import type { ReadCell, ReadSheet } from '@/lib/platform/files/types'
import { seed } from '@/prisma/seed/main'
import { actorWith } from '../../support/actor'
import { keepRowsBetweenTests, prisma, query } from '../../support/database'

keepRowsBetweenTests()

const office = actorWith({ isOffice: true })
const facts = new Map<number, AdoptionFacts>()

/** A cluster of the year with these members, as the place of a file. */
async function placeIn(year: number, members: string[]): Promise<AdoptionFacts> {
  const cluster = await prisma.cluster.findFirstOrThrow({ where: { slug: 'trung-du-mien-nui-phia-bac' } })
  const set = await prisma.clusterSet.findFirstOrThrow()
  const emulationYear = await prisma.emulationYear.upsert({
    where: { organiserId_year: { organiserId: set.organiserId, year } },
    create: { organiserId: set.organiserId, year },
    update: {},
  })
  const units = await prisma.unit.findMany({ where: { slug: { in: members } } })
  const clusterYear = await prisma.clusterYear.create({
    data: {
      ...{
        clusterId: cluster.id,
        setId: set.id,
        emulationYearId: emulationYear.id,
        year,
        title: cluster.name,
      },
      memberships: { create: units.map(({ id }) => ({ unitId: id })) },
    },
  })
  return {
    ...{ id: '', title: '', note: null, place: '', readAt: '', version: 1, adopted: false, clusterYears: [] },
    ...{ clusterYearId: clusterYear.id, clusterId: cluster.id, clusterSlug: cluster.slug, unitId: null },
    ...{ periodId: clusterYear.id, period: 'YEAR_FINAL', year, emulationYearId: emulationYear.id },
  }
}

const cell = (row: number, column: number, value: string | number): ReadCell => ({
  ...{ row, column, value: String(value) },
  kind: typeof value === 'number' ? 'number' : 'text',
})
const sheet = (rows: (string | number)[][]): ReadSheet => ({
  ...{ name: 'Biểu', hidden: false, merges: [] },
  cells: rows.flatMap((values, row) => values.map((value, column) => cell(row + 1, column + 1, value))),
})

/** Which unit each line of a file means in a year, as slugs; null where none was found. */
async function meant(year: number, rows: (string | number)[][]) {
  const mapping = await suggestMappingIn(query, office, facts.get(year)!, {
    file: { id: '' },
    sheets: [sheet(rows)],
  })
  const units = await prisma.unit.findMany({ where: { id: { in: Object.values(mapping.units) } } })
  return rows.map((_, row) => units.find(({ id }) => id === mapping.units[row + 1])?.slug ?? null)
}

beforeAll(async () => {
  await seed({ demo: false })
  facts.set(2020, await placeIn(2020, ['bac-giang', 'hoa-binh', 'bac-kan']))
  facts.set(2026, await placeIn(2026, ['bac-ninh', 'phu-tho', 'thai-nguyen']))
}, 180_000)

describe('H4 an old file names its units by their codes', () => {
  test.each([
    [2020, [null, 'bac-giang', 'hoa-binh', 'bac-kan']],
    [2026, [null, 'bac-ninh', null, null]],
  ])('H4 in %i, numbers under “Mã tỉnh”', async (year, slugs) => {
    const file = [
      ['TT', 'Mã tỉnh', 'Số hộ'],
      [1, 24, 1250],
      [2, 17, 980],
      [3, 6, 310],
    ]
    expect(await meant(year, file)).toEqual(slugs)
  })

  test('H4 a code that is no member’s says whose it was in that year', async () => {
    const ask = async (year: number, code: string) => {
      const { units, former } = await unitChoices(office, facts.get(year)!)
      return matchUnit(code, units, former)
    }
    expect(await ask(2020, 'Mã 27')).toEqual({
      unit: null,
      hint: expect.stringContaining('Bắc Ninh không phải thành viên năm 2020; từ 01/07/2025 thuộc Bắc Ninh'),
    })
    expect(await ask(2026, '40')).toEqual({
      unit: null,
      hint: 'Nghệ An không phải thành viên năm 2026.',
    })
    expect(await ask(2026, '27'), 'borne by nobody since 2025').toEqual({ unit: null, hint: null })
  })

  test('ordinal numbers are not taken for codes', async () => {
    const listed = [
      ['TT', 'Đơn vị', 'Số hộ'],
      ['24', 'Tỉnh Hòa Bình', 980],
      ['17', 'Bắc Giang', 1250],
    ]
    expect(await meant(2020, listed)).toEqual([null, 'hoa-binh', 'bac-giang'])
    const nameless = [
      ['TT', 'Số hộ'],
      [17, 980],
      [24, 1250],
    ]
    expect(await meant(2020, nameless)).toEqual([null, null, null])
  })
})
