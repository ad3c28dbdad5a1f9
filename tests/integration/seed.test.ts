import { beforeAll, describe, expect, it } from 'vitest'
import { foldVietnamese } from '@/lib/platform/vietnamese'
import { parseFigure } from '@/lib/platform/numbers/parse'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { toColumns } from '@/lib/reports/figures/rules'
import { seed } from '@/prisma/seed/main'
import { countRows, keepRowsBetweenTests, sql, tableChecksums } from '../support/database'

keepRowsBetweenTests()

const facts = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`)
const ALL_FACTS = [...facts('A', 10), ...facts('B', 6), ...facts('C', 14), ...facts('D', 7), ...facts('E', 8)]
const column = (rows: { value: string }[]) => rows.map(({ value }) => value).sort()

describe('reference data alone', () => {
  beforeAll(() => seed({ demo: false }))

  it('holds no report, account or statement', async () => {
    for (const table of ['reports', 'accounts', 'statements', 'cluster_years', 'indicator_sets'])
      expect(await countRows(table), table).toBe(0)
    expect(await countRows('emulation_years')).toBe(9)
    expect(await countRows('clusters')).toBe(8)
    expect(await countRows('emulation_years', 'theme_source_id IS NULL')).toBe(0)
  })

  it('knows 63 units on 30/6/2025 and 34 since', async () => {
    const on = (day: string) =>
      countRows('units', '(valid_from IS NULL OR valid_from <= $1) AND (valid_to IS NULL OR valid_to > $1)', [
        day,
      ])
    expect(await on('2025-06-30')).toBe(63)
    expect(await on('2025-07-01')).toBe(34)
    expect(await countRows('unit_successions')).toBe(52)
  })

  it('gives a code to one unit a day, and says what it was called', async () => {
    const named = (code: string, day: string) =>
      sql<{ value: string }>(
        `SELECT kind || ' ' || name AS value FROM unit_designations
          WHERE code = $1 AND (valid_from IS NULL OR valid_from <= $2) AND (valid_to IS NULL OR valid_to > $2)`,
        [code, day],
      ).then(column)
    expect(await named('24', '2020-01-01')).toEqual(['tỉnh Bắc Giang'])
    expect(await named('24', '2025-07-01')).toEqual(['tỉnh Bắc Ninh'])
    expect(await named('46', '2024-12-31')).toEqual(['tỉnh Thừa Thiên Huế'])
    expect(await named('46', '2025-01-01')).toEqual(['thành phố Huế'])
    expect(await named('75', '2026-04-29')).toEqual(['tỉnh Đồng Nai'])
    expect(await named('75', '2026-04-30')).toEqual(['thành phố Đồng Nai'])
    const kinds = await sql<{ kind: string; n: number }>(
      'SELECT kind, count(*)::int AS n FROM unit_designations WHERE valid_to IS NULL GROUP BY kind ORDER BY kind',
    )
    expect(kinds).toEqual([
      { kind: 'thành phố', n: 7 },
      { kind: 'tỉnh', n: 27 },
    ])
  })

  it('keeps the plain slug for the unit of today', async () => {
    const slugs = column(await sql<{ value: string }>('SELECT slug AS value FROM units'))
    for (const slug of ['lao-cai', 'lao-cai-cu', 'ha-giang', 'hue', 'ba-ria-vung-tau', 'ho-chi-minh-cu'])
      expect(slugs).toContain(slug)
    expect(slugs).not.toContain('ha-giang-cu')
    expect(slugs).not.toContain('cao-bang-cu')
    expect(slugs).toHaveLength(86)
    const from = await sql<{ value: string }>(
      `SELECT p.slug AS value FROM unit_successions s JOIN units p ON p.id = s.predecessor_id
         JOIN units n ON n.id = s.successor_id WHERE n.slug = 'lao-cai'`,
    )
    expect(column(from)).toEqual(['lao-cai-cu', 'yen-bai'])
  })

  it('finds a unit by another spelling, folded as the database folds', async () => {
    const rows = await sql<{ alias: string; folded: string; db: string }>(
      'SELECT alias, folded, vn_fold(alias) AS db FROM unit_aliases',
    )
    for (const { alias, folded, db } of rows) {
      expect(folded).toBe(foldVietnamese(alias))
      expect(folded).toBe(db)
    }
    expect(rows.map(({ alias }) => alias)).toEqual(
      expect.arrayContaining(['Đắc Nông', 'Khánh Hoà', 'Thanh Hoá', 'TP.HCM', 'BR-VT', 'Thừa Thiên - Huế']),
    )
  })
})

describe('demonstration data', () => {
  // On top of what the reference seeding of this file left: an installation may become a demonstration.
  beforeAll(() => seed({ demo: true }))

  it('changes nothing when it runs again', async () => {
    const before = await tableChecksums()
    await seed({ demo: true })
    expect(await tableChecksums()).toEqual(before)
  })

  it('leaves alone what people changed', async () => {
    const key = `cluster_year_id = (SELECT y.id FROM cluster_years y JOIN clusters c ON c.id = y.cluster_id
      WHERE y.year = 2026 AND c.slug = 'mien-nui-bien-gioi-phia-bac') AND role = 'HEAD'`
    await sql(`UPDATE headships SET ends_on = '2026-06-30' WHERE ${key}`)
    await sql(`UPDATE emulation_years SET theme = 'Chủ đề khác', version = version + 1 WHERE year = 2026`)
    const before = await tableChecksums()
    await seed({ demo: true })
    expect(await tableChecksums()).toEqual(before)
    await sql(`UPDATE headships SET ends_on = NULL WHERE ${key}`)
  })

  it('holds every fact of the five documents, each with its source', async () => {
    const rows = await sql<{ value: string }>(
      `SELECT DISTINCT fact_id AS value FROM statements
        UNION SELECT fact_id FROM figures WHERE fact_id IS NOT NULL
        UNION SELECT fact_id FROM cluster_figures WHERE fact_id IS NOT NULL`,
    )
    expect(column(rows)).toEqual([...ALL_FACTS].sort())
    const strays = await sql(
      `SELECT s.fact_id FROM statements s JOIN sources d ON d.id = s.source_id WHERE left(s.fact_id, 1) <> d.letter`,
    )
    expect(strays).toEqual([])
  })

  it('keeps the five documents whole', async () => {
    const rows = await sql<{ letter: string; length: number; day: string | null }>(
      `SELECT letter, length(text) AS length, to_char(published_on, 'YYYY-MM-DD') AS day FROM sources
        WHERE letter IS NOT NULL ORDER BY letter`,
    )
    expect(rows.map(({ letter, day }) => [letter, day])).toEqual([
      ['A', '2020-11-30'],
      ['B', '2019-03-15'],
      ['C', '2023-11-22'],
      ['D', null],
      ['E', null],
    ])
    for (const { length } of rows) expect(length).toBeGreaterThan(2000)
  })

  it('says what a source leaves open', async () => {
    const open = await sql<{ fact: string; about: string }>(
      `SELECT s.fact_id AS fact, coalesce(y.year::text, u.slug) AS about FROM statements s
         LEFT JOIN cluster_years y ON y.id = s.cluster_year_id LEFT JOIN units u ON u.id = s.unit_id
        WHERE s.not_stated`,
    )
    for (const expected of [
      { fact: 'A3', about: '2020' },
      { fact: 'A4', about: '2020' },
      { fact: 'B1', about: '2019' },
      { fact: 'B3', about: '2019' },
      { fact: 'C5', about: '2023' },
      { fact: 'C6', about: '2023' },
      { fact: 'C11', about: '2023' },
      { fact: 'D1', about: 'lao-cai-cu' },
    ])
      expect(open).toContainEqual(expected)
  })

  it.each([
    ['mien-nui-bien-gioi-phia-bac', 2019, 7, null, null],
    ['mien-nui-bien-gioi-phia-bac', 2020, 7, 'ha-giang', null],
    ['mien-nui-bien-gioi-phia-bac', 2021, 7, 'lai-chau', null],
    ['duyen-hai-mien-trung-tay-nguyen', 2023, 10, 'gia-lai-cu', 'quang-ngai-cu'],
    ['duyen-hai-mien-trung-tay-nguyen', 2024, 10, 'khanh-hoa-cu', 'dak-lak-cu'],
    ['mien-nui-bien-gioi-phia-bac', 2026, 7, 'tuyen-quang', 'lai-chau'],
    ['duyen-hai-mien-trung-tay-nguyen', 2026, 6, 'khanh-hoa', 'dak-lak'],
  ])('%s %i has %i members, head %s, deputy %s', async (slug, year, members, head, deputy) => {
    const [row] = await sql(
      `SELECT (SELECT count(*)::int FROM cluster_memberships m WHERE m.cluster_year_id = y.id) AS members,
              (SELECT u.slug FROM headships h JOIN units u ON u.id = h.unit_id
                WHERE h.cluster_year_id = y.id AND h.role = 'HEAD') AS head,
              (SELECT u.slug FROM headships h JOIN units u ON u.id = h.unit_id
                WHERE h.cluster_year_id = y.id AND h.role = 'DEPUTY') AS deputy
         FROM cluster_years y JOIN clusters c ON c.id = y.cluster_id WHERE c.slug = $1 AND y.year = $2`,
      [slug, year],
    )
    expect(row).toEqual({ members, head, deputy })
  })

  it('has members that existed in the year', async () => {
    const wrong = await sql(
      `SELECT y.year, u.slug FROM cluster_memberships m JOIN cluster_years y ON y.id = m.cluster_year_id
         JOIN units u ON u.id = m.unit_id
        WHERE u.valid_from > make_date(y.year, 12, 31) OR u.valid_to <= make_date(y.year, 1, 1)`,
    )
    expect(wrong).toEqual([])
  })

  it('traces every figure to a source or marks it illustrative', async () => {
    expect(await countRows('reports', 'NOT illustrative AND source_id IS NULL')).toBe(0)
    expect(await countRows('cluster_figures', 'source_id IS NULL OR fact_id IS NULL')).toBe(0)
    expect(await countRows('indicator_sets', 'NOT illustrative AND source_id IS NULL')).toBe(0)
    const strays = await sql(
      `SELECT f.id FROM figures f JOIN reports r ON r.id = f.report_id
        WHERE r.illustrative = (f.fact_id IS NOT NULL)`,
    )
    expect(strays).toEqual([])
    const years = await sql<{ year: number; illustrative: boolean }>(
      `SELECT DISTINCT e.year, r.illustrative FROM reports r JOIN reporting_periods p ON p.id = r.period_id
         JOIN emulation_years e ON e.id = p.emulation_year_id ORDER BY e.year`,
    )
    expect(years).toEqual([
      { year: 2020, illustrative: false },
      { year: 2025, illustrative: true },
      { year: 2026, illustrative: true },
    ])
  })

  it('stores what the product reads in the words', async () => {
    type Row = { raw: string; kind: FigureKind; unit: string; parts: string[]; amount: string | null }
    const rows = await sql<Row & { denominator: string | null; qualifier: string }>(
      `SELECT f.raw, i.kind, i.measure_unit AS unit, i.parts, trim_scale(f.amount)::text AS amount,
              trim_scale(f.denominator)::text AS denominator, f.qualifier
         FROM figures f JOIN indicators i ON i.id = f.indicator_id WHERE f.blank_reason IS NULL
       UNION ALL
       SELECT f.raw, i.kind, i.measure_unit, i.parts, trim_scale(f.amount)::text, trim_scale(f.denominator)::text,
              f.qualifier
         FROM cluster_figures f JOIN indicators i ON i.id = f.indicator_id`,
    )
    expect(rows.length).toBeGreaterThan(2000)
    for (const { raw, kind, unit, parts, amount, denominator, qualifier } of rows) {
      const outcome = parseFigure(raw, { kind, unit, parts })
      if (outcome.status !== 'understood') throw new Error(`${raw}: ${outcome.status}`)
      const columns = toColumns(outcome.value)
      expect({
        amount: columns.amount,
        denominator: columns.denominator,
        qualifier: columns.qualifier,
      }).toEqual({
        amount,
        denominator,
        qualifier,
      })
    }
  })

  it('has a projection of every report that agrees with its figures', async () => {
    const rows = await sql<{ figures: number; cells: number }>(
      `SELECT (SELECT count(*)::int FROM figures f WHERE f.report_id = r.id) AS figures,
              (SELECT count(*)::int FROM report_projections p, jsonb_each(p.cells) c, jsonb_each(c.value)
                WHERE p.report_id = r.id) AS cells
         FROM reports r`,
    )
    expect(rows).toHaveLength(92)
    for (const { figures, cells } of rows) expect(cells).toBe(figures)
  })

  it('gives the central cluster the totals of the finished study', async () => {
    const rows = await sql<{ code: string; total: string; registered: string }>(
      `SELECT i.code, trim_scale(sum(f.amount) FILTER (WHERE p.kind = 'YEAR_ESTIMATE'))::text AS total,
              trim_scale(sum(f.amount) FILTER (WHERE p.kind = 'REGISTRATION'))::text AS registered
         FROM figures f JOIN reports r ON r.id = f.report_id JOIN reporting_periods p ON p.id = r.period_id
         JOIN indicators i ON i.id = f.indicator_id
         JOIN cluster_years y ON y.id = r.cluster_year_id JOIN clusters c ON c.id = y.cluster_id
        WHERE y.year = 2026 AND c.slug = 'duyen-hai-mien-trung-tay-nguyen' AND f.measure = 'MAIN'
        GROUP BY i.code`,
    )
    const of = Object.fromEntries(rows.map(({ code, total, registered }) => [code, [total, registered]]))
    expect(of).toMatchObject({
      'ho-5-khong-3-sach': ['8999', '8695'],
      'ho-thoat-ngheo': ['4425', '4213'],
      'htx-moi': ['28', '29'],
      'nguon-luc-huy-dong': ['17700000000', '15700000000'],
      'hoi-vien-moi': ['40038', '37048'],
      'hoi-vien-danh-du': ['776', '722'],
      'xoa-co-so-duoi-60': ['72', '71'],
      'tre-mo-coi-do-dau': ['821', '819'],
    })
  })

  it('has something waiting for everybody in the period that is open', async () => {
    const rows = await sql<{ slug: string; state: string; ready: boolean }>(
      `SELECT u.slug, r.state, p.due_at > app_now() AND p.opens_at < app_now() AS ready
         FROM reports r JOIN units u ON u.id = r.unit_id JOIN reporting_periods p ON p.id = r.period_id
         JOIN emulation_years e ON e.id = p.emulation_year_id
        WHERE e.year = 2026 AND p.kind = 'YEAR_ESTIMATE'`,
    )
    expect(rows.every(({ ready }) => ready)).toBe(true)
    expect(Object.fromEntries(rows.map(({ slug, state }) => [slug, state]))).toMatchObject({
      'lai-chau': 'DRAFT',
      'lao-cai': 'DRAFT',
      'cao-bang': 'PRESENTED',
      'dien-bien': 'SENT',
      'tuyen-quang': 'SENT',
      'lang-son': 'CHECKED',
      'son-la': 'ADDITIONS_REQUESTED',
      'da-nang': 'CHECKED',
      'lam-dong': 'CHECKED',
      'khanh-hoa': 'CONFIRMED',
    })
  })

  it('signs the demo accounts in with one password and no invented person', async () => {
    const rows = await sql<{ email: string; name: string; demo: boolean }>(
      'SELECT email, name, demo FROM accounts',
    )
    expect(rows).toHaveLength(32)
    expect(rows.every(({ demo }) => demo)).toBe(true)
    expect(rows).toContainEqual({
      email: 'staff.lai-chau@demo.test',
      name: 'Chuyên viên, Hội LHPN tỉnh Lai Châu',
      demo: true,
    })
    expect(rows).toContainEqual({
      email: 'leader.da-nang@demo.test',
      name: 'Chủ tịch, Hội LHPN thành phố Đà Nẵng',
      demo: true,
    })
  })
})
