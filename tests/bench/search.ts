import pg from 'pg'
import type { SearchAnswer } from '@/lib/search/types'
import { LAST_YEAR, type BenchData } from './data'
import { askOnce, get, load, median, quantile, type Target } from './load'
import type { Line } from './report'

const LIMIT = 100

/** Questions, each with a title that has to be in the answer; null where nothing is to be found. */
const QUESTIONS: { words: string; holds: string | null }[] = [
  { words: 'don vi so 3321', holds: 'Đơn vị số 3321' },
  { words: 'Đơn vị số 12', holds: 'Đơn vị số 12' },
  { words: 'don vi', holds: 'Đơn vị số' },
  { words: 'tình', holds: 'Đơn vị số' },
  { words: 'nguyen thi lan', holds: 'Nguyễn Thị Lan' },
  { words: 'mai am tinh thuong 17', holds: 'Mái ấm tình thương số 17' },
  { words: 'hội nghị tổng kết', holds: 'Hội nghị tổng kết' },
  { words: 'bang khen', holds: 'Bằng khen' },
  { words: 'mái ấmm tìnhh thươngg', holds: 'Mái ấm tình thương' },
  { words: 'zzqqxx', holds: null },
]

/** What a nation of this size does beside its figures: one meeting a cluster and year, and what belongs to units. */
const THINGS = `
INSERT INTO award_types (code, name, issuer, position) VALUES ('bang-khen', 'Bằng khen của Trung ương Hội', 'Đoàn Chủ tịch', 1);
INSERT INTO meetings (cluster_year_id, kind, title, held_on)
SELECT id, 'ANNUAL_REVIEW', 'Hội nghị tổng kết ' || title || ' năm ' || year, make_date(year, 11, 21) FROM cluster_years;
INSERT INTO delegates (meeting_id, role, name, title)
SELECT m.id, 'DELEGATE', (ARRAY['Nguyễn Thị Lan', 'Trần Thị Hoa', 'Lê Thị Mai'])[n] || ' ' || row_number() OVER (), 'Phó Chủ tịch'
  FROM meetings m, generate_series(1, 3) n;
INSERT INTO joint_activities (cluster_year_id, unit_id, title, description, held_on)
SELECT m.cluster_year_id, m.unit_id, 'Mái ấm tình thương số ' || row_number() OVER (), 'Xây nhà cho hội viên nghèo', make_date(cy.year, 8, 1)
  FROM cluster_memberships m JOIN cluster_years cy ON cy.id = m.cluster_year_id WHERE cy.year > ${LAST_YEAR - 3};
INSERT INTO good_practices (unit_id, year, title, summary, shared_at)
SELECT id, ${LAST_YEAR}, 'Tổ phụ nữ tiết kiệm số ' || row_number() OVER (), 'Mỗi chị góp một ít mỗi tháng', now() FROM units;
INSERT INTO awards (award_type_id, year, recipient_kind, unit_id)
SELECT t.id, y, 'UNIT', u.id FROM award_types t, units u, generate_series(${LAST_YEAR - 1}, ${LAST_YEAR}) y;`

function titlesOf(body: Buffer): string[] {
  const { value } = JSON.parse(body.toString()) as { value: SearchAnswer }
  return value.groups.flatMap(({ hits }) => hits.map(({ title }) => title.map(({ text }) => text).join('')))
}

/** p95 of a search at planning size, over questions that find one thing, thousands, something alike, or nothing. */
export async function measureSearch(
  { url, data }: { url: string; data: BenchData },
  { port, quick }: { port: number; quick: boolean },
): Promise<Line[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const entries = await client
    .query(THINGS)
    .then(() => client.query('ANALYZE'))
    .then(() => client.query<{ n: number }>('SELECT count(*)::int AS n FROM search_entries'))
    .finally(() => client.end())
  const requests = quick ? 25 : 100
  const all: number[] = []
  const slow: string[] = []
  for (const { words, holds } of QUESTIONS) {
    const request = get(`/api/app/v1/search?q=${encodeURIComponent(words)}`, data.reviewer)
    const { status, body } = await askOnce(port, request)
    const titles = status === 200 ? titlesOf(body) : []
    if (holds === null ? titles.length > 0 : !titles.some((title) => title.includes(holds)))
      throw new Error(
        `search for ${words}: the answer (${status}) is not what it should be: ${titles.join('; ')}`,
      )
    const target: Target = { name: words, port, request: () => request }
    await load(target, { connections: 1, requests: 5 })
    const { total, failures } = await load(target, { connections: 1, requests })
    if (failures > 0) throw new Error(`search for ${words}: ${failures} answers failed.`)
    all.push(...total)
    slow.push(`${words} ${quantile(total, 0.95).toFixed(0)}`)
  }
  return [
    {
      name: 'search, planning size, p95',
      figure: quantile(all, 0.95),
      unit: 'ms',
      limit: { atMost: LIMIT },
      note: `${entries.rows[0]!.n} entries; p50 ${median(all).toFixed(0)} ms; p95 of each: ${slow.join(', ')}`,
    },
  ]
}
