import { gunzipSync } from 'node:zlib'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as getDocument } from '@/app/api/v1/openapi.json/route'
import { ENDPOINTS, type EndpointName } from '@/lib/api/rules'
import type { NationalSummary, Summary } from '@/lib/api/types'
import { saveFigure } from '@/lib/reports/figures/commands'
import { seed } from '@/prisma/seed/main'
import { actorWith, createAccount } from '@/tests/support/actors'
import { askApi, tokenFor } from '@/tests/support/api'
import { countStatements, keepRowsBetweenTests, prisma } from '@/tests/support/database'

keepRowsBetweenTests()

const SAVES = process.env.FULL === '1' ? 1_000 : 100

type Document = {
  paths: Record<
    string,
    { get: { responses: Record<string, { content?: Record<string, { schema: object }> }> } }
  >
  components: { schemas: Record<string, object> }
}

let document: Document
let token: string
let officeId: string
let slug: string
let ajv: Ajv2020

beforeAll(async () => {
  await seed({ demo: true })
  document = (await (
    getDocument(new Request('http://localhost/api/v1/openapi.json')) as Response
  ).json()) as Document
  ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'api', ...document })
  const office = await prisma.account.findUniqueOrThrow({ where: { email: 'central-office@demo.test' } })
  officeId = office.id
  token = await tokenFor(officeId)
  const northern = await prisma.clusterYear.findFirstOrThrow({
    where: { year: 2026, memberships: { some: { unit: { slug: 'lai-chau' } } } },
    include: { cluster: true },
  })
  slug = northern.cluster.slug
})

/** The answer, after its body was held against the document's schema for the address and status. */
async function conforming(name: EndpointName, path: string, headers?: Record<string, string>, as = token) {
  const response = await askApi(path, { token: as, headers })
  const { responses } = document.paths[ENDPOINTS[name].path]!.get
  const described = responses[response.status]
  expect(described, `${path}: ${response.status} is not in the document`).toBeDefined()
  const type = (response.headers.get('content-type') ?? '').split(';')[0]!
  // `text()` would take the byte-order mark away.
  const text = Buffer.from(await response.arrayBuffer()).toString('utf8')
  if (response.status === 304) return { response, text, body: null }
  expect(Object.keys(described!.content ?? {}), path).toContain(type)
  if (!type.endsWith('json')) return { response, text, body: null }
  const body = JSON.parse(text) as Record<string, unknown>
  const pointer = [
    'paths',
    ENDPOINTS[name].path,
    'get',
    'responses',
    String(response.status),
    'content',
    type,
    'schema',
  ]
  const key = `api#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`
  const validate = ajv.getSchema(key)
  expect(validate, key).toBeTypeOf('function')
  expect(validate!(body) ? [] : validate!.errors?.slice(0, 3), path).toEqual([])
  return { response, text, body }
}

describe('P8 the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const { valid, errors } = await validator.validate(structuredClone(document) as Record<string, unknown>)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  test('describes every address and no English reaches its readers', () => {
    expect(Object.keys(document.paths).sort()).toEqual(
      Object.values(ENDPOINTS)
        .map(({ path }) => path)
        .sort(),
    )
    const described = JSON.stringify(document).match(/"(description|summary)":"[^"]+/g) ?? []
    expect(described.length).toBeGreaterThan(100)
    for (const text of described.filter((one) => one.length > 30)) expect(text).toMatch(/[À-ỹ]/)
  })

  test('has answers that break it refused by its own schemas', () => {
    const validate = ajv.getSchema('api#/components/schemas/Unit')!
    expect(validate({ slug: 'x' })).toBe(false)
  })
})

describe('P8 every response conforms', () => {
  test('lists, their pages and their CSV', async () => {
    for (const [name, path] of [
      ['units', '/units'],
      ['clusters', '/clusters'],
      ['indicators', `/indicators?year=2026&cluster=${'CLUSTER'}`],
      ['awards', '/awards'],
    ] as const) {
      const at = path.replace('CLUSTER', slug)
      const whole = await conforming(name, `${at}${at.includes('?') ? '&' : '?'}limit=200`)
      const items = whole.body!.items as unknown[]
      expect(items.length, name).toBeGreaterThan(3)
      const paged: unknown[] = []
      let next: string | null = `${at}${at.includes('?') ? '&' : '?'}limit=7`
      while (next) {
        const { response, body } = await conforming(name, next)
        paged.push(...(body!.items as unknown[]))
        const link = response.headers.get('link')
        expect(link === null).toBe(body!.next === null)
        next = link ? /^<\/api\/v1([^>]+)>; rel="next"$/.exec(link)![1]! : null
      }
      expect(paged.slice(0, 200), name).toEqual(items)
      const csv = await conforming(name, `${at}${at.includes('?') ? '&' : '?'}limit=200&format=csv`)
      expect(csv.text.charCodeAt(0)).toBe(0xfeff)
      expect(csv.text.split('\r\n').length).toBeGreaterThan(items.length)
    }
  })

  test('every cluster-year and every unit-year of the demonstration', async () => {
    const clusterYears = await prisma.clusterYear.findMany({ include: { cluster: true } })
    for (const { year, cluster } of clusterYears)
      await conforming('summary', `/clusters/${cluster.slug}/years/${year}/summary`)
    for (const year of new Set(clusterYears.map((one) => one.year)))
      await conforming('nation', `/national/years/${year}/summary`)
    const reports = await prisma.report.findMany({
      include: { unit: true, period: { include: { emulationYear: true } } },
    })
    const wanted = new Set(
      reports.map(({ unit, period }) => `/units/${unit.slug}/years/${period.emulationYear.year}/report`),
    )
    expect(wanted.size).toBeGreaterThan(20)
    for (const path of wanted) await conforming('report', path)
  })

  test('refusals', async () => {
    const at = `/clusters/${slug}/years/2026/summary`
    for (const [name, path, status] of [
      ['summary', `${at}?period=DAILY`, 422],
      ['summary', `${at}?colour=red`, 422],
      ['summary', `/clusters/${slug}/years/20x6/summary`, 404],
      ['summary', '/clusters/khong-co/years/2026/summary', 404],
      ['nation', '/national/years/1950/summary', 404],
      ['nation', '/national/years/2026/summary?limit=0', 422],
      ['nation', '/national/years/2026/summary?cursor=khong-co', 404],
      ['report', '/units/khong-co/years/2026/report', 404],
      ['report', '/units/99/years/2026/report', 404],
      ['units', '/units?asOf=2026-02-30', 422],
      ['units', '/units?code=ABC', 422],
      ['units', '/units?limit=0', 422],
      ['units', '/units?cursor=khong-co', 422],
      ['indicators', '/indicators', 422],
      ['indicators', '/indicators?year=1950', 404],
      ['awards', '/awards?unit=khong-co', 404],
    ] as const) {
      const { response, body } = await conforming(name, path)
      expect(response.status, path).toBe(status)
      expect(body, path).toMatchObject({ status, title: expect.stringMatching(/[À-ỹ]/) as string })
    }
    const { body } = await conforming('units', '/units?limit=0')
    expect((body as { detail: string }).detail).toMatch(/^Tham số chưa đúng\. limit: \S/)
    expect((await conforming('units', '/units', {}, `ctd_${'x'.repeat(43)}`)).response.status).toBe(401)
  })

  test('an unchanged answer is 304 under its ETag, whatever the address', async () => {
    for (const [name, path] of [
      ['units', '/units'],
      ['summary', `/clusters/${slug}/years/2026/summary`],
      ['summary', `/clusters/${slug}/years/2026/summary?format=csv`],
      ['nation', '/national/years/2026/summary'],
      ['report', '/units/lai-chau/years/2026/report'],
    ] as const) {
      const etag = (await conforming(name, path)).response.headers.get('etag')!
      const again = await conforming(name, path, { 'if-none-match': `"other", W/${etag}` })
      expect(again.response.status, path).toBe(304)
      expect(again.text).toBe('')
      expect((await conforming(name, path, { 'if-none-match': '"other"' })).response.status).toBe(200)
    }
  })
})

describe('H4 codes by date', () => {
  const bearer = async (query: string) =>
    ((await conforming('units', `/units?${query}`)).body!.items as { slug: string }[]).map(
      (unit) => unit.slug,
    )

  test('24 was Bắc Giang and is Bắc Ninh', async () => {
    expect(await bearer('code=24&asOf=2024-12-31')).toEqual(['bac-giang'])
    expect(await bearer('code=24&asOf=2025-06-30')).toEqual(['bac-giang'])
    const now = await bearer('code=24&asOf=2025-07-01')
    expect(now).toHaveLength(1)
    expect(now[0]).toMatch(/^bac-ninh/)
    expect(now).toEqual(await bearer('code=24'))
    const reportOf = async (path: string) =>
      ((await conforming('report', path)).body!.unit as { slug: string; code: string }).slug
    expect(await reportOf('/units/24/years/2020/report')).toBe('bac-giang')
    expect(await reportOf('/units/24/years/2026/report')).toBe(now[0])
    expect(await reportOf('/units/24/years/2025/report?asOf=2025-06-30')).toBe('bac-giang')
  })

  test('63 units before 1 July 2025, 34 after', async () => {
    const count = async (day: string) =>
      ((await conforming('units', `/units?asOf=${day}&limit=200`)).body!.items as unknown[]).length
    expect(await count('2025-06-30')).toBe(63)
    expect(await count('2025-07-01')).toBe(34)
  })
})

const NATION = '/national/years/2026/summary?period=NINE_MONTHS'

describe('the nation', () => {
  const at = NATION
  const read = async (path: string) => (await conforming('nation', path)).body as unknown as NationalSummary

  test('says of every unit what its cluster’s table says, and adds up all', async () => {
    const nation = await read(at)
    const clusters = [...new Set(nation.units.map(({ cluster }) => cluster.slug))]
    expect(clusters).toHaveLength(2)
    const codes = nation.indicators.map(({ code }) => code)
    const rows: Summary['units'] = []
    for (const cluster of clusters) {
      const path = `/clusters/${cluster}/years/2026/summary?period=NINE_MONTHS`
      rows.push(...((await conforming('summary', path)).body as unknown as Summary).units)
    }
    expect(nation.units.map(({ unit }) => unit)).toEqual(rows.map(({ unit }) => unit))
    nation.units.forEach(({ cells, status }, index) => {
      expect(status).toBe(rows[index]!.status)
      const own = rows[index]!.cells.filter(({ indicator }) => codes.includes(indicator))
      expect(cells).toEqual(own.map(({ rank: _, ...cell }) => cell))
    })
    const counted = nation.indicators.findIndex(
      ({ kind, aggregation }, index) =>
        kind === 'COUNT' && aggregation === 'SUM' && nation.totals[index]!.value?.qualifier === 'EXACT',
    )
    const amounts = nation.units.flatMap(({ cells }) => cells[counted]!.value?.amount ?? [])
    expect(amounts.length).toBeGreaterThan(2)
    expect(Number(nation.totals[counted]!.value!.amount)).toBe(
      amounts.reduce((sum, amount) => sum + Number(amount), 0),
    )
  })

  test('is read in pages, the totals on each, and as CSV', async () => {
    const whole = await read(at)
    const paged: NationalSummary['units'] = []
    for (let next: string | null = ''; next !== null;) {
      const page: NationalSummary = await read(`${at}&limit=5${next && `&cursor=${next}`}`)
      expect(page.totals).toEqual(whole.totals)
      paged.push(...page.units)
      next = page.next
    }
    expect(paged).toEqual(whole.units)
    const { text } = await conforming('nation', `${at}&format=csv`)
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + (whole.units.length + 1) * whole.indicators.length)
  })

  test('takes one statement while nothing changed, packed for whoever takes it so', async () => {
    const plain = await askApi(at, { token })
    expect(await countStatements(() => askApi(at, { token }))).toBe(1)
    const packed = await askApi(at, { token, headers: { 'accept-encoding': 'gzip, deflate' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('etag')).toBe(`W/${plain.headers.get('etag')}`)
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(await plain.text())
    const unwilling = await askApi(at, { token, headers: { 'accept-encoding': 'gzip;q=0, br' } })
    expect(unwilling.headers.get('content-encoding')).toBeNull()
  })
})

describe('the summary', () => {
  const at = () => `/clusters/${slug}/years/2026/summary?period=NINE_MONTHS`
  const read = async () => (await conforming('summary', at())).body as unknown as Summary

  test('takes one statement while nothing changed', async () => {
    await askApi(at(), { token })
    expect(await countStatements(() => askApi(at(), { token }))).toBe(1)
  })

  test(`a saved figure is in the next answer, ${SAVES} of ${SAVES}`, async () => {
    const clusterYear = await prisma.clusterYear.findFirstOrThrow({
      where: { year: 2026, cluster: { slug } },
      include: { memberships: true },
    })
    const report = await prisma.report.findFirstOrThrow({
      where: {
        unitId: { in: clusterYear.memberships.map(({ unitId }) => unitId) },
        period: { kind: 'NINE_MONTHS', emulationYear: { year: 2026 } },
        figures: { some: { indicator: { kind: 'COUNT', breakdown: { isEmpty: true } } } },
      },
      include: { unit: true, figures: { include: { indicator: true } } },
    })
    const figure = report.figures.find(
      ({ indicator }) => indicator.kind === 'COUNT' && indicator.breakdown.length === 0,
    )!
    await prisma.report.update({
      where: { id: report.id },
      data: { state: 'ADDITIONS_REQUESTED', firstSentAt: new Date() },
    })
    const officer = await createAccount(prisma, {
      grants: [{ role: 'PROVINCE_STAFF', unitId: report.unitId }],
    })
    const actor = actorWith({ accountId: officer.id, staffOf: [report.unitId] })
    let version = figure.version
    let missed = 0
    for (let turn = 0; turn < SAVES; turn++) {
      // A token may ask only so often a minute.
      if (turn % 100 === 99) token = await tokenFor(officeId)
      const amount = String(2_000 + turn)
      const saved = await saveFigure(actor, report.id, figure.indicatorId, {
        measure: 'MAIN',
        raw: amount,
        note: null,
        version,
        idempotencyKey: `save-${turn}`,
      } as Parameters<typeof saveFigure>[3])
      if (!saved.ok) throw new Error(saved.message)
      version = saved.value.version
      const { units } = (await (await askApi(at(), { token })).json()) as Summary
      const row = units.find(({ unit }) => unit.slug === report.unit.slug)!
      const nation = (await (await askApi(NATION, { token })).json()) as NationalSummary
      const inNation = nation.units.find(({ unit }) => unit.slug === report.unit.slug)!
      for (const { cells } of [row, inNation])
        if (cells.find(({ indicator }) => indicator === figure.indicator.code)?.value?.amount !== amount)
          missed += 1
    }
    expect(missed).toBe(0)
  })

  test('follows the reference data too', async () => {
    const before = await read()
    const { indicator } = before.units[0]!.cells[0]!
    await prisma.indicator.updateMany({ where: { code: indicator }, data: { shortName: 'Tên mới' } })
    expect((await read()).indicators[0]!.shortName).toBe('Tên mới')
  })

  test('gives places by percentage, equals sharing one', async () => {
    const { units, totals, indicators } = await read()
    expect(totals).toHaveLength(indicators.length)
    const columns = indicators.map((_, index) => units.map(({ cells }) => cells[index]!))
    expect(columns.some((cells) => cells.filter(({ rank }) => rank !== null).length > 2)).toBe(true)
    for (const cells of columns)
      for (const a of cells)
        for (const b of cells)
          if (a.rank !== null && b.rank !== null && a.percent !== null && b.percent !== null)
            expect(Math.sign(a.rank - b.rank)).toBe(Math.sign(Number(b.percent) - Number(a.percent)))
  })
})
