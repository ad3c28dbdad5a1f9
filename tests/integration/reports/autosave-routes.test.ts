import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { PUT as putFigure } from '@/app/api/app/v1/reports/[id]/figures/[indicatorId]/route'
import { PUT as putNarrative } from '@/app/api/app/v1/reports/[id]/narrative/[section]/route'
import { sessionCookieName } from '@/lib/platform/auth/cookie'
import { openSessionIn } from '@/lib/platform/auth/session'
import { countMyWork, listMyWork } from '@/lib/reports/overview/queries'
import { getReport } from '@/lib/reports/queries'
import { createAccount } from '../../support/actors'
import { countStatements, keepRowsBetweenTests, prisma, sql } from '../../support/database'
import { actorOf, arrangeReports, createReport, type ReportScene } from '../../support/reports'

keepRowsBetweenTests()

const RUNS = process.env.FULL === '1' ? 10_000 : 1_000

let scene: ReportScene
let reportId: string
let cookie: string

beforeAll(async () => {
  scene = await arrangeReports()
  reportId = (await createReport(scene, { filled: false })).id
  const account = await createAccount(undefined, {
    grants: [{ role: 'PROVINCE_STAFF', unitId: scene.units.member.id }],
  })
  const token = await openSessionIn(prisma, account.id, { address: null, userAgent: null })
  cookie = `${sessionCookieName()}=${token}`
})

type Sent = { body?: BodyInit; headers?: Record<string, string>; id?: string; other?: string }

function figure({ body, headers = {}, id = reportId, other = scene.indicators.count.id }: Sent) {
  const request = new Request('http://localhost:3000/api', {
    method: 'PUT',
    body,
    headers: { cookie, ...headers },
  })
  return putFigure(request, { params: Promise.resolve({ id, indicatorId: other }) })
}

function narrative({ body, headers = {}, id = reportId, other = 'HIGHLIGHTS' }: Sent) {
  const request = new Request('http://localhost:3000/api', {
    method: 'PUT',
    body,
    headers: { cookie, ...headers },
  })
  return putNarrative(request, { params: Promise.resolve({ id, section: other }) })
}

const good = (more: object = {}) =>
  JSON.stringify({ raw: '1.520', version: 0, idempotencyKey: randomUUID(), ...more })

describe('autosave over HTTP', () => {
  test('answers with the result and its status', async () => {
    const saved = await figure({ body: good(), other: scene.indicators.money.id })
    expect(saved.status).toBe(200)
    expect(saved.headers.get('cache-control')).toBe('no-store')
    expect(await saved.json()).toMatchObject({ ok: true, value: { version: 1 } })
    const conflict = await figure({ body: good({ raw: '5' }), other: scene.indicators.money.id })
    expect(conflict.status).toBe(409)
    const asked = await figure({ body: good({ raw: '1.5' }) })
    expect(asked.status).toBe(422)
    expect(await asked.json()).toMatchObject({ code: 'invalid', current: { choices: expect.any(Array) } })
    const told = await narrative({
      body: JSON.stringify({ text: 'Một', version: 0, idempotencyKey: randomUUID() }),
    })
    expect(told.status).toBe(200)
  })

  test('a save sent again with its key is answered as before, even when the report has left the unit since', async () => {
    const { id } = await createReport(scene, { kind: 'YEAR_FINAL', filled: false })
    const body = good()
    const first = await (await figure({ body, id })).json()
    expect(first).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await (await figure({ body, id })).json()).toEqual(first)
    await prisma.report.update({ where: { id }, data: { state: 'SENT' } })
    expect(await (await figure({ body, id })).json()).toEqual(first)
    expect(await (await figure({ body: good({ version: 1 }), id })).json()).toMatchObject({ code: 'locked' })
    expect((await figure({ body, id, headers: { cookie: '' } })).status).toBe(401)
    expect((await figure({ body, id: 'x', headers: { cookie: '' } })).status).toBe(401)
    expect((await figure({ body: '{', id, headers: { cookie: '' } })).status).toBe(401)
  })

  test('refuses strangers, other sites, and what is too large', async () => {
    expect((await figure({ body: good(), headers: { cookie: '' } })).status).toBe(401)
    expect((await figure({ body: good(), headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403)
    expect(
      (await figure({ body: good(), headers: { origin: 'https://evil.example', host: 'localhost' } })).status,
    ).toBe(403)
    expect((await figure({ body: good({ note: 'x'.repeat(70_000) }) })).status).toBe(413)
    expect((await narrative({ body: 'x'.repeat(70_000) })).status).toBe(413)
    expect((await figure({ body: '{' })).status).toBe(422)
    expect((await figure({})).status).toBe(422)
    expect((await figure({ body: good(), id: 'x' })).status).toBe(404)
    expect((await figure({ body: good(), other: '%00' })).status).toBe(404)
    expect((await narrative({ body: good(), other: 'NOWHERE' })).status).toBe(404)
  })
})

describe('M9 garbage', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '\0',
      'a\0b',
      '\ud800',
      '1\udc00',
      '１２３',
      '-0',
      '1e400',
      '9'.repeat(500),
      `0,${'9'.repeat(90)}`,
      'NaN',
      "'; DROP TABLE figures; --",
      '{{7*7}}',
      '1/0',
      '٣٤',
      '🙂'.repeat(40),
    ),
  )
  const anything = fc.oneof(nasty, fc.jsonValue(), fc.constantFrom(null, true, -1, 1e308, 2 ** 53, [], {}))
  const kinds = () => Object.values(scene.indicators).map(({ id }) => id)

  test(`M9 the save of a figure answers ${RUNS} generated bodies without a 5xx`, async () => {
    const bodies = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          raw: nasty,
          version: fc.constantFrom(0, 1, 2, 3),
          idempotencyKey: fc.uuid(),
          note: fc.option(nasty),
          blankReason: fc.constantFrom(undefined, null, 'NOT_ARISEN', 'OTHER'),
          measure: fc.constantFrom(undefined, 'MAIN', 'TO_DATE'),
          breakdown: fc.option(fc.array(nasty, { maxLength: 4 })),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record(
          {
            raw: anything,
            version: anything,
            idempotencyKey: anything,
            note: anything,
            blankReason: anything,
            measure: anything,
            breakdown: anything,
          },
          { requiredKeys: [] },
        ),
      },
      { weight: 1, arbitrary: fc.jsonValue() },
    )
    await fc.assert(
      fc.asyncProperty(bodies, fc.nat(), async (body, pick) => {
        const ids = kinds()
        const answer = await figure({ body: JSON.stringify(body) ?? '', other: ids[pick % ids.length] })
        expect(answer.status).toBeLessThan(500)
        const result = (await answer.json()) as { ok: boolean; message?: string }
        if (!result.ok) expect(result.message).toBeTruthy()
      }),
      { numRuns: RUNS },
    )
  }, 300_000)

  test('M9 narrative, addresses and raw bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        nasty,
        nasty,
        anything,
        async (bytes, id, other, text) => {
          const answers = await Promise.all([
            figure({ body: bytes }),
            figure({ body: good(), id, other }),
            narrative({ body: bytes }),
            narrative({ body: good({ text }), other }),
            narrative({ body: good({ text }), id }),
            narrative({ body: good({ text }) }),
          ])
          for (const answer of answers) expect(answer.status).toBeLessThan(500)
        },
      ),
      { numRuns: RUNS / 10 },
    )
  }, 300_000)

  test('M9 what was stored is what can be read, and each saved version has its trail', async () => {
    const [counts] = await sql<{ figures: number; revisions: number; audits: number; version: number }>(
      `SELECT (SELECT sum(version)::int FROM figures) AS figures, (SELECT count(*)::int FROM figure_revisions) AS revisions,
              (SELECT count(*)::int FROM audit_entries WHERE action = 'saveFigure') AS audits,
              (SELECT sum(data_version)::int FROM reports) - (SELECT coalesce(sum(version), 0)::int FROM narrative_sections) AS version`,
    )
    expect(counts?.revisions).toBe(counts?.figures)
    expect(counts?.audits).toBe(counts?.figures)
    expect(counts?.version).toBe(counts?.figures)
    const officer = await actorOf('officer', scene)
    const report = await getReport(officer, reportId)
    for (const { figure: stored } of report?.cells ?? []) if (stored?.raw) expect(stored.value).not.toBeNull()
  })
})

describe('statements', () => {
  test('a save takes two beside the session, a report four, the badge one', async () => {
    const officer = await actorOf('officer', scene)
    const { id } = await createReport(scene, { unit: scene.units.deputy, filled: false })
    const deputyOfficer = await actorOf('officer', scene, scene.units.deputy)
    const other = scene.indicators.ratio.id
    const account = await createAccount(undefined, {
      grants: [{ role: 'PROVINCE_STAFF', unitId: scene.units.deputy.id }],
    })
    const token = await openSessionIn(prisma, account.id, { address: null, userAgent: null })
    const headers = { cookie: `${sessionCookieName()}=${token}` }
    expect(await countStatements(() => figure({ body: good({ raw: '1/2' }), id, other, headers }))).toBe(3)
    expect(await countStatements(() => getReport(deputyOfficer, id))).toBe(4)
    expect(await countStatements(() => countMyWork(officer))).toBe(1)
    expect(await countStatements(() => listMyWork(officer))).toBe(1)
  })
})
