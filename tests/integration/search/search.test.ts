import { beforeAll, describe, expect, test } from 'vitest'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import { PAPER_KINDS } from '@/lib/documents/types'
import { searchEverything } from '@/lib/search/queries'
import { searchSchema } from '@/lib/search/schema'
import type { SearchAnswer, SearchKind } from '@/lib/search/types'
import { seed } from '@/prisma/seed/main'
import { actorWith } from '../../support/actor'
import { countRows, countStatements, keepRowsBetweenTests, sql } from '../../support/database'

keepRowsBetweenTests()

const office = actorWith({ isOffice: true })
let lang: string
let khanh: string

beforeAll(async () => {
  await seed({ demo: true })
  const idOf = async (slug: string) =>
    (await sql<{ id: string }>('SELECT id FROM units WHERE slug = $1', [slug]))[0]!.id
  ;[lang, khanh] = [await idOf('lang-son'), await idOf('khanh-hoa')]
}, 180_000)

const find = (words: string, actor = office, kind: SearchKind | null = null) =>
  searchEverything(actor, searchSchema.parse({ words, kind }), 50)
const titles = (answer: SearchAnswer, kind: SearchKind) =>
  answer.groups
    .find((group) => group.kind === kind)
    ?.hits.map(({ title }) => title.map(({ text }) => text).join('')) ?? []
const hrefs = (answer: SearchAnswer) =>
  answer.groups.flatMap(({ kind, hits }) => hits.map(({ id, href }) => ({ kind, id, href })))

/** The entries are what the things say now. */
async function expectFresh() {
  const columns =
    'kind, id, title, names, detail, vector::text, unit_id, cluster_year_id, year, happened_on, illustrative'
  const [differences] = await sql<{ n: number }>(
    `SELECT (SELECT count(*) FROM (SELECT ${columns} FROM search_entries EXCEPT ALL SELECT ${columns} FROM search_contents) a)::int
          + (SELECT count(*) FROM (SELECT ${columns} FROM search_contents EXCEPT ALL SELECT ${columns} FROM search_entries) b)::int AS n`,
  )
  expect(differences?.n).toBe(0)
}

describe('H8 what was meant is found', () => {
  test.each([
    ['lang son', 'Tỉnh Lạng Sơn'],
    ['LẠNG SƠN', 'Tỉnh Lạng Sơn'],
    ['lạng so', 'Tỉnh Lạng Sơn'],
    ['đak lak', 'Tỉnh Đắk Lắk'],
    ['Daklak', 'Tỉnh Đắk Lắk'],
    ['khánh hoà', 'Tỉnh Khánh Hòa'],
    ['Khánh Hòa', 'Tỉnh Khánh Hòa'],
    ['tỉnh Khánh', 'Tỉnh Khánh Hòa'],
    ['Đắc Nông', 'Tỉnh Đắk Nông'],
    ['TP.HCM', 'Thành phố Hồ Chí Minh'],
    ['Thừa Thiên Huế', 'Thành phố Huế'],
  ])('%s', async (words, title) => {
    const answer = await find(words)
    expect(titles(answer, 'unit')[0]).toBe(title)
    expect(answer.near).toBe(false)
  })

  test('a mistyped name finds what is like it, and says so', async () => {
    const answer = await find('lạng sown')
    expect(answer.near).toBe(true)
    expect(titles(answer, 'unit')).toContain('Tỉnh Lạng Sơn')
  })

  test('sources, statements, activities and meetings of a place come with where they belong and their dates', async () => {
    const answer = await find('gia lai')
    const kinds = answer.groups.map(({ kind }) => kind)
    for (const kind of ['unit', 'activity', 'meeting', 'statement'] as const) expect(kinds).toContain(kind)
    const statement = answer.groups.find(({ kind }) => kind === 'statement')!.hits[0]!
    expect(statement.place).toContain('Tài liệu')
    expect(statement.href).toMatch(/^\/sources\/[\w-]+#[0-9a-f-]{36}$/)
    for (const group of answer.groups) expect(group.total).toBeGreaterThanOrEqual(group.hits.length)
  })

  test('the unit of today stands before the ended one of the same name, which says where it went', async () => {
    const units = (await find('lào cai')).groups.find(({ kind }) => kind === 'unit')!.hits
    expect(units.map(({ href }) => href).slice(0, 2)).toEqual(['/units/lao-cai', '/units/lao-cai-cu'])
    expect(units[1]!.place).toContain('nay thuộc Lào Cai')
    expect(units[1]!.when).toBe('đến hết 30/06/2025')
  })

  test('indicators are found by name and code and lead to their comparison, pledges with their year', async () => {
    const byName = await find('hộ đạt 5 không')
    const indicators = byName.groups.find(({ kind }) => kind === 'indicator')!.hits
    expect(indicators[0]!.href).toBe('/compare?chi-tieu=ho-5-khong-3-sach')
    expect(hrefs(await find('ho-5-khong-3-sach')).map(({ href }) => href)).toContain(indicators[0]!.href)
    const [pledge] = await sql<{ slug: string; year: number }>(
      `SELECT c.slug, cy.year FROM pledges p JOIN cluster_years cy ON cy.id = p.cluster_year_id
         JOIN clusters c ON c.id = cy.cluster_id ORDER BY cy.year DESC LIMIT 1`,
    )
    const found = (await find(`giao ước ${pledge!.year}`)).groups.find(({ kind }) => kind === 'pledge')!.hits
    expect(found.map(({ href }) => href)).toContain(`/clusters/${pledge!.slug}/${pledge!.year}/pledge`)
    expect(found.every(({ when }) => when === `năm ${pledge!.year}`)).toBe(true)
  })

  test('diacritics as typed come first', async () => {
    const [first] = titles(await find('Quảng'), 'unit')
    expect(first).toContain('Quảng')
    const other = titles(await find('Bạc'), 'unit')
    expect(other[0]).toBe('Tỉnh Bạc Liêu')
  })

  test('one kind alone can be asked for', async () => {
    expect((await find('gia lai', office, 'meeting')).groups.map(({ kind }) => kind)).toEqual(['meeting'])
  })

  test.each(['', '   ', '💥', "'", '& | ! ( ) :*', '%', '\\', 'a'.repeat(5000), '24 99/99/2025'])(
    'M9 junk %j is answered',
    async (words) => {
      expect(Array.isArray((await find(words)).groups)).toBe(true)
    },
  )

  test('one statement, and one more for a code', async () => {
    expect(await countStatements(() => find('lang son'))).toBe(1)
    expect(await countStatements(() => find('24'))).toBe(2)
  })
})

describe('H4 an official code is resolved by its date', () => {
  test.each([
    ['24 30/6/2025', ['/units/bac-giang']],
    ['24 1/7/2025', ['/units/bac-ninh']],
    ['mã 24 năm 2020', ['/units/bac-giang']],
    ['24 2026', ['/units/bac-ninh']],
    ['24 2025', ['/units/bac-ninh', '/units/bac-giang']],
    ['24', ['/units/bac-ninh', '/units/bac-giang']],
  ])('%s', async (words, wanted) => {
    const answer = await find(words)
    const units = answer.groups.find(({ kind }) => kind === 'unit')!.hits.map(({ href }) => href)
    expect(units.slice(0, wanted.length)).toEqual(wanted)
    expect(answer.code).toContain('Mã 24')
  })
})

describe('H8 nothing is found that may not be read', () => {
  let draft: string
  let meeting: string

  beforeAll(async () => {
    const [practice] = await sql<{ id: string }>(
      `INSERT INTO good_practices (unit_id, year, title, summary) VALUES ($1, 2026, 'Tổ may áo dài thử nghiệm', 'Bản nháp') RETURNING id`,
      [khanh],
    )
    draft = practice!.id
    meeting = (await sql<{ id: string }>('SELECT id FROM meetings ORDER BY id LIMIT 1'))[0]!.id
    const account = (await sql<{ id: string }>('SELECT id FROM accounts LIMIT 1'))[0]!.id
    const year = (
      await sql<{ id: string }>(
        `SELECT cy.id FROM cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
          WHERE cy.year = 2026 AND c.slug = 'duyen-hai-mien-trung-tay-nguyen'`,
      )
    )[0]!.id
    for (const [kind, unit, state, number] of [
      ['unit_report', khanh, 'DRAFT', '901'],
      ['unit_report', khanh, 'ISSUED', '902'],
      ['cluster_report', null, 'DRAFT', '903'],
      ['cluster_report', null, 'ISSUED', '904'],
      ['cluster_report', null, 'DISCARDED', '905'],
    ])
      await sql(
        `INSERT INTO official_documents (kind, subject_kind, subject_id, cluster_year_id, unit_id, state, number, symbol, signatory, created_by_id)
         VALUES ($1, 'cluster_year', $2, $2, $3, $4::"DocumentState", $5, 'BC-THU', '{}', $6)`,
        [kind, year, unit, state, number, account],
      )
  })

  const numbers = async (actor: ReturnType<typeof actorWith>) =>
    titles(await find('BC-THU', actor), 'document')
      .map((title) => /số (\d+)/.exec(title)![1])
      .sort()
  const yearOf = async () =>
    (
      await sql<{ id: string }>(
        `SELECT cluster_year_id AS id FROM official_documents WHERE symbol = 'BC-THU' LIMIT 1`,
      )
    )[0]!.id

  test('papers: as their own pages say, role by role', async () => {
    const year = await yearOf()
    expect(await numbers(actorWith({ isOffice: true }))).toEqual(['902', '903', '904'])
    expect(await numbers(actorWith({ staffOf: [khanh], memberOf: [year] }))).toEqual(['901', '902', '904'])
    expect(await numbers(actorWith({ staffOf: [lang] }))).toEqual(['904'])
    expect(await numbers(actorWith({ staffOf: [lang], memberOf: [year] }))).toEqual(['902', '904'])
    expect(await numbers(actorWith({ leaderOf: [lang], headOf: [year], memberOf: [year] }))).toEqual([
      '902',
      '903',
      '904',
    ])
    expect(await numbers(actorWith({ reviewerOf: [year] }))).toEqual(['902', '903', '904'])
    expect(await numbers(actorWith({ isAdmin: true }))).toEqual(['904'])
    expect(await numbers(actorWith())).toEqual([])
  })

  test("a practice not yet shared is its unit's alone, and everybody's once shared", async () => {
    const words = 'may ao dai thu nghiem'
    expect(titles(await find(words, actorWith({ staffOf: [khanh] })), 'practice')).toHaveLength(1)
    for (const actor of [actorWith({ staffOf: [lang] }), office, actorWith({ isAdmin: true }), actorWith()])
      expect(titles(await find(words, actor), 'practice')).toEqual([])
    await sql('UPDATE good_practices SET shared_at = app_now() WHERE id = $1', [draft])
    expect(titles(await find(words, actorWith({ staffOf: [lang] })), 'practice')).toHaveLength(1)
    expect(titles(await find(words, actorWith()), 'practice')).toEqual([])
  })

  test('a guest finds the one meeting she is expected at and its people, no other', async () => {
    const account = (await sql<{ id: string }>('SELECT id FROM accounts LIMIT 1'))[0]!.id
    const guest = actorWith({ accountId: account })
    await sql(`UPDATE delegates SET removed_at = app_now() WHERE account_id = $1`, [account])
    const of = async () => hrefs(await find('hội nghị', guest)).filter(({ kind }) => kind === 'meeting')
    expect(await of()).toEqual([])
    await sql(`UPDATE meetings SET title = 'Hội nghị thử của khách mời' WHERE id = $1`, [meeting])
    await sql(
      `INSERT INTO delegates (meeting_id, role, account_id, name, title) VALUES ($1, 'GUEST', $2, 'Đại biểu Thử Nghiệm', 'Khách mời')`,
      [meeting, account],
    )
    expect((await of()).map(({ id }) => id)).toEqual([meeting])
    expect(titles(await find('dai bieu thu nghiem', guest), 'person')).toEqual(['Đại biểu Thử Nghiệm'])
    expect(titles(await find('dai bieu thu nghiem', actorWith()), 'person')).toEqual([])
    const others = (await find('thi dua', guest)).groups.map(({ kind }) => kind)
    for (const kind of ['activity', 'campaign', 'award', 'document', 'practice'])
      expect(others).not.toContain(kind)
  })

  test('likeness shows nothing more than words do', async () => {
    const found = hrefs(await find('may ao dai thu nghiemm', actorWith()))
    expect(found.filter(({ kind }) => kind === 'practice')).toEqual([])
  })

  test('names of beneficiaries are not among what can be found', async () => {
    expect(await countRows('beneficiaries')).toBeGreaterThan(0)
    await sql(`UPDATE beneficiaries SET name = 'Tên Kín Zxqv'`)
    expect((await find('zxqv')).total).toBe(0)
  })
})

describe('what is found is never stale', () => {
  test('after the seed, and after every kind of change', async () => {
    await expectFresh()
    for (const change of [
      `UPDATE unit_designations SET name = name || ' mới' WHERE unit_id = '${lang}'`,
      `INSERT INTO unit_aliases (unit_id, alias, folded) VALUES ('${khanh}', 'Xứ Trầm Hương', 'xu tram huong')`,
      `UPDATE clusters SET name = name || ' đổi'`,
      `UPDATE cluster_years SET title = title || ' đổi' WHERE year = 2023`,
      `UPDATE meetings SET title = title || ' đổi', held_on = '2026-01-02'`,
      `UPDATE delegates SET removed_at = app_now() WHERE id = (SELECT id FROM delegates WHERE removed_at IS NULL LIMIT 1)`,
      `UPDATE award_types SET name = name || ' đổi'`,
      `UPDATE award_decisions SET number = '77/QĐ'`,
      `UPDATE statements SET text = text || ' đổi' WHERE position = 0`,
      `UPDATE joint_activities SET unit_id = '${lang}'`,
      `UPDATE campaigns SET mentions = ARRAY['Chữ mới']`,
      `UPDATE sources SET title = title || ' đổi'`,
      `UPDATE official_documents SET state = 'DISCARDED' WHERE number = '904'`,
      `DELETE FROM unit_aliases WHERE unit_id = '${khanh}'`,
      `DELETE FROM good_practices WHERE title LIKE 'Tổ may%'`,
    ]) {
      await sql(change)
      await expectFresh()
    }
    expect(titles(await find('lang son moi'), 'unit')).toEqual(['Tỉnh Lạng Sơn mới'])
    expect((await find('Xứ Trầm Hương')).groups.some(({ kind }) => kind === 'unit')).toBe(false)
  })

  test('papers are called in the index what they are called on their pages', async () => {
    const rows = await sql<{ kind: string; name: string }>(
      'SELECT kind, search_paper_name(kind) AS name FROM unnest($1::text[]) kind',
      [PAPER_KINDS],
    )
    expect(Object.fromEntries(rows.map(({ kind, name }) => [kind, name]))).toEqual(PAPER_LABELS)
  })
})
