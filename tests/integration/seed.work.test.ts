import { beforeAll, describe, expect, it } from 'vitest'
import { readSession } from '@/lib/platform/auth/session'
import { signIn } from '@/lib/platform/auth/sign-in'
import { missingForPresenting } from '@/lib/reports/figures/rules'
import { getChangesSince, getReportHistory } from '@/lib/reports/history/queries'
import { listMyWork } from '@/lib/reports/overview/queries'
import { getReport } from '@/lib/reports/queries'
import { seed } from '@/prisma/seed/main'
import { actorWith } from '../support/actors'
import { keepRowsBetweenTests, sql } from '../support/database'

keepRowsBetweenTests()

describe('the demonstration at work', () => {
  beforeAll(() => seed({ demo: true }))

  it('finds nothing missing in a report that was presented or sent', async () => {
    const rows = await sql<{ id: string; unit_id: string; state: string; name: string }>(
      `SELECT r.id, r.unit_id, r.state, u.slug || ' ' || e.year || ' ' || p.kind AS name
         FROM reports r JOIN units u ON u.id = r.unit_id JOIN reporting_periods p ON p.id = r.period_id
         JOIN emulation_years e ON e.id = p.emulation_year_id WHERE r.illustrative`,
    )
    const missing: Record<string, string[]> = {}
    for (const { id, unit_id: unitId, state, name } of rows) {
      const report = await getReport(actorWith({ staffOf: [unitId], isOffice: true }), id)
      if (!report) throw new Error(`${name} cannot be read`)
      const items = missingForPresenting(report.cells, report.period.kind)
      if (state !== 'DRAFT' && items.length > 0)
        missing[name] = items.map((item) => `${item.code}: ${item.message}`)
    }
    expect(missing).toEqual({})
  })

  it.each([
    ['staff.lai-chau', ['CHECK tuyen-quang', 'ENTER lai-chau']],
    ['staff.lao-cai', ['ENTER lao-cai']],
    ['staff.son-la', ['MEND son-la']],
    ['leader.cao-bang', ['PRESENTED cao-bang']],
    ['leader.tuyen-quang', ['CHECK dien-bien']],
    ['leader.lai-chau', ['CHECK tuyen-quang']],
    ['reviewer.north', ['REVIEW lang-son']],
    ['central-staff.north', ['APPRAISE lang-son']],
    ['reviewer.central', ['DECIDE_ADJUSTMENT khanh-hoa', 'REVIEW da-nang', 'REVIEW lam-dong']],
    ['staff.dak-lak', []],
  ])('%s signs in and finds her work', async (local, expected) => {
    const signedIn = await signIn(
      { email: `${local}@demo.test`, password: 'ThiDua@2026' },
      { address: null, userAgent: null },
      undefined,
    )
    if (!signedIn.ok) throw new Error(signedIn.message)
    const actor = await readSession(signedIn.value.token)
    if (!actor) throw new Error('the session is not known')
    const work = await listMyWork(actor)
    expect(work.map(({ kind, unit }) => `${kind} ${unit.slug}`).sort()).toEqual(expected)
  })

  it('shows the vice-chair what was mended since she last read', async () => {
    const [row] = await sql<{ id: string; unit_id: string; seen: number; account: string }>(
      `SELECT r.id, r.unit_id, v.data_version AS seen, a.email AS account FROM report_views v
         JOIN reports r ON r.id = v.report_id JOIN accounts a ON a.id = v.account_id
        WHERE a.email = 'reviewer.central@demo.test'`,
    )
    if (!row) throw new Error('she has read nothing')
    const changes = await getChangesSince(actorWith({ staffOf: [row.unit_id] }), row.id, row.seen)
    expect(changes?.figures.map(({ name, before, after }) => [name, before?.raw, after.raw])).toEqual([
      ['Nguồn lực huy động', 'trên 3,5 tỷ', 'trên 3,9 tỷ'],
      ['Trẻ mồ côi được đỡ đầu', '110', '114'],
    ])
    const history = await getReportHistory(actorWith({ staffOf: [row.unit_id] }), row.id)
    expect(history.map(({ to }) => to).reverse()).toEqual([
      'DRAFT',
      'PRESENTED',
      'SENT',
      'ADDITIONS_REQUESTED',
      'PRESENTED',
      'SENT',
      'CHECKED',
    ])
    expect([...history].sort((a, b) => b.at.localeCompare(a.at))).toEqual(history)
  })
})
