import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'

/** Size of the data that the limits speak of. */
export const UNITS = 63
export const INDICATORS = 21
export const LAST_YEAR = 2026

const BANDS = JSON.stringify([
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
])

/** A report that can be filled in, with the session of its officer. */
export type Entry = { session: string; reportId: string; unitId: string; unit: string; accountId: string }
export type BenchData = {
  figures: number
  /** Vice-chair of the first cluster, and an officer of the central office. */
  reviewer: string
  office: string
  /** Last year's final reports, all drafts: one a unit. */
  entries: Entry[]
  indicators: string[]
  /** A report sent in the period that the cluster page opens with. */
  sentReportId: string
}

/** How many units in how many clusters. */
export type Size = { units: number; clusters: number }
const DEMO_SIZE: Size = { units: UNITS, clusters: 6 }
/** So many units have an officer who can sign in. */
const OFFICERS = 63

const groundSql = ({ units, clusters }: Size) => `
INSERT INTO organisers (slug, name) VALUES ('trung-uong', 'Trung ương Hội');
INSERT INTO completion_schemes (code, name, bands) VALUES ('nam', 'Cả năm', '${BANDS}');
INSERT INTO units (slug) SELECT 'don-vi-' || lpad(n::text, ${String(units).length}, '0') FROM generate_series(1, ${units}) n;
INSERT INTO unit_designations (unit_id, name, kind) SELECT id, 'Đơn vị số ' || substring(slug from 8), 'tỉnh' FROM units;
INSERT INTO cluster_sets (organiser_id, slug, name) SELECT id, 'bo-cum', 'Bộ cụm' FROM organisers;
INSERT INTO clusters (slug, name, aliases, position) SELECT 'cum-' || n, 'Cụm thi đua số ' || n, '{}', n FROM generate_series(1, ${clusters}) n;`

/** Clusters of ten units, the last ones of eleven. */
function clusterOfUnit({ units, clusters }: Size): string {
  const number = 'substring(u.slug from 8)::int'
  const tens = clusters - (units - clusters * 10)
  return `(CASE WHEN ${number} <= ${tens * 10} THEN (${number} - 1) / 10 + 1
  ELSE (${number} - ${tens * 10 + 1}) / 11 + ${tens + 1} END)`
}

const yearsSql = (years: number, size: Size) => `
INSERT INTO emulation_years (organiser_id, year, theme, state)
SELECT o.id, y, 'Xây dựng người phụ nữ Việt Nam thời đại mới ' || y,
       (CASE WHEN y = ${LAST_YEAR} THEN 'OPEN' ELSE 'CLOSED' END)::"YearState"
  FROM organisers o, generate_series(${LAST_YEAR - years + 1}, ${LAST_YEAR}) y;
INSERT INTO reporting_periods (emulation_year_id, kind, due_at)
SELECT y.id, k::"PeriodKind", make_timestamptz(y.year, 6, 15, 10, 0, 0) + interval '6 months'
  FROM emulation_years y, unnest(ARRAY['REGISTRATION', 'SIX_MONTHS', 'NINE_MONTHS', 'YEAR_FINAL']) k;
INSERT INTO cluster_years (cluster_id, set_id, emulation_year_id, year, title)
SELECT c.id, s.id, y.id, y.year, c.name FROM clusters c, cluster_sets s, emulation_years y;
INSERT INTO cluster_memberships (cluster_year_id, unit_id)
SELECT cy.id, u.id FROM units u JOIN clusters c ON c.position = ${clusterOfUnit(size)} JOIN cluster_years cy ON cy.cluster_id = c.id;
INSERT INTO headships (cluster_year_id, unit_id, role)
SELECT id, unit_id, (CASE place WHEN 1 THEN 'HEAD' ELSE 'DEPUTY' END)::"HeadshipRole"
  FROM (SELECT m.cluster_year_id AS id, m.unit_id,
               row_number() OVER (PARTITION BY m.cluster_year_id ORDER BY u.slug) AS place
          FROM cluster_memberships m JOIN units u ON u.id = m.unit_id) placed WHERE place <= 2;
INSERT INTO indicator_sets (emulation_year_id, scope, name, completion_scheme_id, frozen_at)
SELECT y.id, 'NATIONAL', 'Bộ chỉ tiêu ' || y.year, c.id, now() FROM emulation_years y, completion_schemes c;
INSERT INTO indicator_groups (set_id, name, position)
SELECT s.id, 'Nhóm chỉ tiêu ' || n, n FROM indicator_sets s, generate_series(1, 5) n;
INSERT INTO indicators (set_id, group_id, code, name, short_name, kind, measure_unit, display_unit, aggregation, position)
SELECT s.id, g.id, 'ct-' || n, 'Chỉ tiêu số ' || n || ' của phong trào thi đua trong năm', 'Chỉ tiêu số ' || n,
       kind::"FigureKind", CASE kind WHEN 'MONEY' THEN 'đồng' WHEN 'RATIO' THEN 'cơ sở' ELSE 'hộ' END,
       CASE kind WHEN 'MONEY' THEN 'tỷ đồng' END,
       (CASE kind WHEN 'RATIO' THEN 'RATIO_OF_SUMS' ELSE 'SUM' END)::"Aggregation", n
  FROM indicator_sets s, generate_series(1, ${INDICATORS}) n
  JOIN LATERAL (SELECT CASE n % 7 WHEN 3 THEN 'MONEY' WHEN 5 THEN 'RATIO' ELSE 'COUNT' END AS kind) k ON true
  JOIN indicator_groups g ON g.position = (n - 1) / 5 + 1 WHERE g.set_id = s.id;`

const REPORTS = `
INSERT INTO reports (unit_id, period_id, cluster_year_id, state, first_sent_at, sent_at)
SELECT m.unit_id, p.id, cy.id,
       (CASE WHEN cy.year < ${LAST_YEAR} THEN 'LOCKED' WHEN p.kind = 'NINE_MONTHS' THEN 'SENT'
             WHEN p.kind = 'YEAR_FINAL' THEN 'DRAFT' ELSE 'CONFIRMED' END)::"ReportState",
       CASE WHEN cy.year < ${LAST_YEAR} OR p.kind <> 'YEAR_FINAL' THEN now() END,
       CASE WHEN cy.year < ${LAST_YEAR} OR p.kind <> 'YEAR_FINAL' THEN now() END
  FROM cluster_memberships m JOIN cluster_years cy ON cy.id = m.cluster_year_id
  JOIN reporting_periods p ON p.emulation_year_id = cy.emulation_year_id;`

const FIGURES = `
INSERT INTO figures (report_id, indicator_id, raw, amount, denominator, qualifier)
SELECT r.id, i.id,
       CASE i.kind WHEN 'MONEY' THEN replace(trim_scale(v.n / 100.0)::text, '.', ',') || ' tỷ'
                   WHEN 'RATIO' THEN (v.n % 27 + 1) || '/27' ELSE replace(to_char(v.n, 'FM999,999'), ',', '.') END,
       CASE i.kind WHEN 'MONEY' THEN v.n * 10000000::numeric WHEN 'RATIO' THEN v.n % 27 + 1 ELSE v.n END,
       CASE i.kind WHEN 'RATIO' THEN 27 END, CASE WHEN v.n % 29 = 0 THEN 'OVER' ELSE 'EXACT' END
  FROM reports r JOIN reporting_periods p ON p.id = r.period_id
  JOIN indicator_sets s ON s.emulation_year_id = p.emulation_year_id JOIN indicators i ON i.set_id = s.id
  JOIN LATERAL (SELECT (hashtext(r.unit_id::text || i.code) & 1023) + 500
                + (hashtext(r.id::text || i.code) & 255) AS n) v ON true;
INSERT INTO report_projections (report_id, cells)
SELECT f.report_id, jsonb_object_agg(f.indicator_id, jsonb_build_object('m', jsonb_strip_nulls(jsonb_build_object(
         'a', trim_scale(f.amount)::text, 'd', trim_scale(f.denominator)::text, 'q', nullif(f.qualifier, 'EXACT'), 'v', 1))))
  FROM figures f GROUP BY f.report_id;`

/** The same projections without a row a figure behind them: what pages of totals and comparisons read. */
const PROJECTIONS_ALONE = `
INSERT INTO report_projections (report_id, cells)
SELECT r.id, jsonb_object_agg(i.id, jsonb_build_object('m', CASE i.kind
         WHEN 'RATIO' THEN jsonb_build_object('a', (v.n % 27 + 1)::text, 'd', '27', 'v', 1)
         WHEN 'MONEY' THEN jsonb_build_object('a', v.n::text || '0000000', 'v', 1)
         ELSE jsonb_build_object('a', v.n::text, 'v', 1) END))
  FROM reports r JOIN reporting_periods p ON p.id = r.period_id
  JOIN indicator_sets s ON s.emulation_year_id = p.emulation_year_id JOIN indicators i ON i.set_id = s.id
  JOIN LATERAL (SELECT (hashtext(r.unit_id::text || i.code) & 1023) + 500
                + (hashtext(r.id::text || i.code) & 255) AS n) v ON true
 GROUP BY r.id;`

const PEOPLE = `
INSERT INTO accounts (email, name) VALUES ('reviewer@bench.test', 'Phó Chủ tịch'), ('office@bench.test', 'Ban Thi đua');
INSERT INTO accounts (email, name) SELECT slug || '@bench.test', 'Chuyên viên' FROM units ORDER BY slug LIMIT ${OFFICERS};
INSERT INTO role_grants (account_id, role, cluster_year_id)
SELECT a.id, 'CENTRAL_REVIEWER', cy.id FROM accounts a, cluster_years cy JOIN clusters c ON c.id = cy.cluster_id
 WHERE a.email = 'reviewer@bench.test' AND c.slug = 'cum-1' AND cy.year = ${LAST_YEAR};
INSERT INTO role_grants (account_id, role) SELECT id, 'CENTRAL_OFFICE' FROM accounts WHERE email = 'office@bench.test';
INSERT INTO role_grants (account_id, role, unit_id)
SELECT a.id, 'PROVINCE_STAFF', u.id FROM accounts a JOIN units u ON a.email = u.slug || '@bench.test';`

/** Fills a migrated, empty database: units × 21 indicators × `years` years × 3 periods, and targets for each year. */
export async function writeData(
  url: string,
  years: number,
  size: Size = DEMO_SIZE,
  withFigures = true,
): Promise<BenchData> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const sql of [
      groundSql(size),
      yearsSql(years, size),
      'ANALYZE',
      REPORTS,
      withFigures ? FIGURES : PROJECTIONS_ALONE,
      PEOPLE,
      'VACUUM (ANALYZE)',
    ])
      await client.query(sql)
    const { rows: accounts } = await client.query<{ id: string; email: string }>(
      'SELECT id, email FROM accounts',
    )
    const sessions = new Map<string, string>()
    for (const { id, email } of accounts) {
      const token = randomBytes(32).toString('base64url')
      sessions.set(email, token)
      await client.query(
        `INSERT INTO sessions (token_hash, account_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
        [createHash('sha256').update(token).digest(), id],
      )
    }
    const count = await client.query<{ n: string }>(
      `SELECT count(*) * ${INDICATORS} AS n FROM reports r JOIN reporting_periods p ON p.id = r.period_id
        WHERE p.kind <> 'REGISTRATION'`,
    )
    const reportsOf = (kind: string) =>
      client.query<{ id: string; unitId: string; slug: string; accountId: string }>(
        `SELECT r.id, u.id AS "unitId", u.slug, a.id AS "accountId" FROM reports r
           JOIN reporting_periods p ON p.id = r.period_id JOIN emulation_years y ON y.id = p.emulation_year_id
           JOIN units u ON u.id = r.unit_id JOIN accounts a ON a.email = u.slug || '@bench.test'
          WHERE p.kind = $1::"PeriodKind" AND y.year = ${LAST_YEAR} ORDER BY u.slug`,
        [kind],
      )
    const drafts = await reportsOf('YEAR_FINAL')
    const sent = await reportsOf('NINE_MONTHS')
    const indicators = await client.query<{ id: string }>(
      `SELECT i.id FROM indicators i JOIN indicator_sets s ON s.id = i.set_id
         JOIN emulation_years y ON y.id = s.emulation_year_id
        WHERE y.year = ${LAST_YEAR} AND i.kind = 'COUNT' ORDER BY i.position`,
    )
    return {
      figures: Number(count.rows[0]!.n),
      reviewer: sessions.get('reviewer@bench.test')!,
      office: sessions.get('office@bench.test')!,
      entries: drafts.rows.map(({ id, unitId, slug, accountId }) => ({
        session: sessions.get(`${slug}@bench.test`)!,
        reportId: id,
        unitId,
        unit: slug,
        accountId,
      })),
      indicators: indicators.rows.map(({ id }) => id),
      sentReportId: sent.rows[0]!.id,
    }
  } finally {
    await client.end()
  }
}
