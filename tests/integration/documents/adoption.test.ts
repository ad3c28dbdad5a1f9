import { describe, expect, test } from 'vitest'
import { adoptFile, matchAdoption, setAdoptionLayout, startAdoption } from '@/lib/documents/adoption/commands'
import { getAdoption, listAdoptionPlaces } from '@/lib/documents/adoption/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import type { Cell, Sheet } from '@/lib/platform/files/types'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import { getClusterYear } from '@/lib/clusters/queries'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import { accountActor } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { countRows, prisma } from '../../support/database'
import { runMatrix } from '../../support/matrix'
import { must } from '../../support/must'

type Shape = Pick<Sheet, 'rows' | 'merges'>
const text = (value: string): Cell => ({ text: value })
const number = (value: number): Cell => ({ number: String(value) })
const row = (...cells: (string | number | null)[]): Cell[] =>
  cells.map((cell) => (cell === null ? null : typeof cell === 'number' ? number(cell) : text(cell)))

const bytesOf = ({ rows, merges }: Shape) =>
  writeXlsx({
    title: 'x',
    madeAt: '2024-01-05T00:00:00.000Z',
    sheets: [{ name: 'Tổng hợp', widths: [], rows, merges }],
  })

async function upload(actor: Actor, adoptionId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await prisma.evidenceFile.create({
    data: {
      ownerKind: 'adoption',
      ownerId: adoptionId,
      name: 'tong-hop-2023.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      size: bytes.length,
      chunkCount: 1,
      uploadedById: actor.accountId,
      completedAt: new Date(),
      chunks: { create: { position: 0, bytes } },
    },
  })
}

async function placeOf(fixture: ClusterFixture, year = 2023): Promise<string> {
  const clusterYear = await prisma.clusterYear.findFirstOrThrow({
    where: { year, cluster: { slug: fixture.slug } },
  })
  const period = await prisma.reportingPeriod.findFirstOrThrow({
    where: { emulationYearId: clusterYear.emulationYearId, kind: 'YEAR_FINAL' },
  })
  return `c:${clusterYear.id}:${period.id}`
}

async function begun(shape: Shape) {
  const fixture = await writeClusterFixture()
  const office = await accountActor({ isOffice: true })
  const started = await startAdoption(office, {
    title: 'Biểu tổng hợp cụm năm 2023',
    note: null,
    place: await placeOf(fixture),
  })
  if (!started.ok) throw new Error(started.message)
  const { id } = started.value
  await upload(office, id, bytesOf(shape))
  const view = async () => (await getAdoption(office, id))!
  return { fixture, office, id, view }
}

/** Accepts what was suggested, with changes, and adopts. */
async function adopted(
  { office, id, view }: Awaited<ReturnType<typeof begun>>,
  change: { indicators?: Record<string, string>; money?: Record<string, string> } = {},
) {
  const { mapping, version, file } = await view()
  const fileId = file!.id
  const matched = await matchAdoption(office, {
    adoptionId: id,
    version,
    fileId,
    units: mapping!.units,
    indicators: { ...mapping!.indicators, ...change.indicators },
    money: change.money ?? {},
  })
  if (!matched.ok) throw new Error(matched.message)
  const shown = await view()
  const done = await adoptFile(office, { adoptionId: id, version: shown.version, fileId })
  return { shown, done }
}

/** The figures of the year by unit and indicator code, as words. */
async function figuresOf(office: Actor, slug: string) {
  const clusterYear = (await getClusterYear(office, slug, 2023))!
  const summary = summariseClusterYear(await getClusterTable(office, clusterYear, 'YEAR_FINAL'))
  return Object.fromEntries(
    summary.rows.map((line) => [
      line.unit.slug,
      Object.fromEntries(summary.indicators.map(({ code }, index) => [code, line.cells[index]!.value])),
    ]),
  )
}

const MERGED: Shape = {
  rows: [
    row('BIỂU TỔNG HỢP KẾT QUẢ CÁC TỈNH NĂM 2023'),
    row('TT', 'Đơn vị', 'Gia đình', null, 'Kinh tế', null),
    row(
      null,
      null,
      'Hộ đạt 5 không, 3 sạch',
      'Hộ thoát nghèo, cận nghèo',
      'HTX thành lập mới',
      'Nguồn lực huy động (tỷ đồng)',
    ),
    row(1, 'Tỉnh Gia Lai', 1250, 310, 3, 12.5),
    row(2, 'Hội LHPN tỉnh Đắk Lắk', 980, 205, 5, 7),
    row(3, 'TP. Đà Nẵng', 1400, 150, 8, 20.25),
    row(null, 'Tổng cộng', 3630, 665, 16, 39.75),
  ],
  merges: ['A1:F1', 'C2:D2', 'E2:F2', 'A2:A3', 'B2:B3'],
}

const TWO_ROWS: Shape = {
  rows: [
    row('Đơn vị', 'Hội viên phát triển mới', 'Xóa cơ sở có tỷ lệ tập hợp dưới 60%', 'Trẻ mồ côi được đỡ đầu'),
    row('', '(người)', '(cơ sở)', '(trẻ)'),
    row('Khánh Hoà', 5400, '11/27', 110),
    row('lam dong', 6100, '745/745', '–'),
  ],
}

const COLUMNS: Shape = {
  rows: [
    row('Phụ lục: kết quả các tỉnh'),
    row('STT', 'Chỉ tiêu', 'Đà Nẵng', 'Quảng Ngãi', 'Gia Lai'),
    row(1, 'Hộ đạt “5 không, 3 sạch”', 100, 200, 300),
    row(2, 'Trẻ mồ côi được đỡ đầu', 11, 22, 33),
    row(3, 'Có quy chế phối hợp', 'Có', 'Không', 'Có'),
  ],
}

const AS_TEXT: Shape = {
  rows: [
    row('Tên tỉnh', 'Hội viên phát triển mới', 'Nguồn lực huy động', 'Hộ thoát nghèo, cận nghèo'),
    row('Gia Lai', '13.577', '7,5', 'trên 600'),
    row('Đắk Lắk', '1.250', '12,25', 'gần 1.300'),
    row('Bình Định', '999', '1', '5'),
  ],
}

describe('P9 old workbooks are adopted through the wizard', () => {
  test('merged headers', async () => {
    const scene = await begun(MERGED)
    const { shown, done } = await adopted(scene)
    expect(shown.mapping).toMatchObject({ unitsIn: 'ROWS', unitPlace: 2, headFrom: 2, headTo: 3 })
    expect(shown.counts).toEqual({ NEW: 15, SAME: 0, EXISTS: 1, REFUSED: 0 })
    expect(done).toMatchObject({ ok: true, value: { adopted: 15 } })
    const figures = await figuresOf(scene.office, scene.fixture.slug)
    expect(figures['gia-lai']).toMatchObject({
      'ho-5-khong': { amount: '1250' },
      'nguon-luc': { amount: '12500000000' },
    })
    expect(figures['da-nang']).toMatchObject({ htx: { amount: '8' } })
    // The cluster had reported 13.577 itself: what is there stays.
    expect(await countRows('cluster_figures', `raw = '13.577 hộ'`)).toBe(1)
    expect(await countRows('cluster_figures')).toBe(4)
  })

  test('headers in two rows, names with and without diacritics, a ratio, a blank that stays one', async () => {
    const scene = await begun(TWO_ROWS)
    const { shown, done } = await adopted(scene)
    expect(shown.mapping).toMatchObject({ unitsIn: 'ROWS', unitPlace: 1, headFrom: 1, headTo: 2 })
    expect(done).toMatchObject({ ok: true, value: { adopted: 5 } })
    const figures = await figuresOf(scene.office, scene.fixture.slug)
    expect(figures['lam-dong']).toMatchObject({
      'co-so-60': { numerator: '745', denominator: '745' },
      'do-dau': null,
    })
    expect(figures['khanh-hoa']).toMatchObject({ 'hoi-vien-moi': { amount: '5400' } })
  })

  test('provinces as columns', async () => {
    const scene = await begun(COLUMNS)
    const { shown, done } = await adopted(scene)
    expect(shown.mapping).toMatchObject({ unitsIn: 'COLUMNS', unitPlace: 2, headTo: 2 })
    expect(done).toMatchObject({ ok: true, value: { adopted: 9 } })
    const figures = await figuresOf(scene.office, scene.fixture.slug)
    expect(figures['quang-ngai']).toMatchObject({
      'ho-5-khong': { amount: '200' },
      'quy-che': { yes: false },
    })
  })

  test.each([
    ['dots and commas as Vietnamese write them', AS_TEXT, 'VIETNAMESE'],
    [
      'and as English spreadsheets leave them',
      {
        rows: AS_TEXT.rows.map((line) =>
          line.map((cell) =>
            cell && typeof cell === 'object' && 'text' in cell && /^[\d.,]+$/.test(cell.text)
              ? text(cell.text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')))
              : cell,
          ),
        ),
      },
      'ENGLISH',
    ],
  ] as const)('figures as text: %s; a former province is named, not added', async (_, shape, digits) => {
    const scene = await begun({ rows: shape.rows })
    const { shown, done } = await adopted(scene)
    expect(shown.mapping?.digits).toBe(digits)
    expect(shown.lines.find(({ name }) => name === 'Bình Định')).toMatchObject({
      unit: null,
      hint: expect.stringContaining('thuộc Gia Lai') as string,
    })
    expect(done).toMatchObject({ ok: true, value: { adopted: digits === 'ENGLISH' ? 5 : 6 } })
    const figures = await figuresOf(scene.office, scene.fixture.slug)
    expect(figures['gia-lai']).toMatchObject({
      'hoi-vien-moi': { amount: '13577' },
      'nguon-luc': { amount: '7500000000' },
      'ho-thoat-ngheo': { amount: '600', qualifier: 'OVER' },
    })
  })

  test('the file is kept as the source, a heading can become an indicator, and nothing is adopted twice', async () => {
    const scene = await begun({
      rows: [
        row('Đơn vị', 'Ngày công giúp dân', 'Kinh phí hỗ trợ'),
        row('Gia Lai', 1200, 35),
        row('Đắk Lắk', 800),
      ],
    })
    const { shown, done } = await adopted(scene, {
      indicators: { 2: 'n:COUNT', 3: 'n:MONEY' },
      money: { 3: 'triệu đồng' },
    })
    expect(shown.counts.NEW).toBe(3)
    const report = await prisma.report.findFirstOrThrow({
      where: { source: { slug: must(done).source } },
      include: { figures: true },
    })
    expect(report.state).toBe('LOCKED')
    const money = await prisma.figure.findFirstOrThrow({ where: { indicator: { name: 'Kinh phí hỗ trợ' } } })
    expect(money).toMatchObject({ raw: '35 triệu đồng', note: expect.stringContaining('Ô C2') as string })
    const again = await scene.view()
    expect(again.adopted).toBe(true)
    expect(
      await adoptFile(scene.office, {
        adoptionId: scene.id,
        version: again.version,
        fileId: again.file!.id,
      }),
    ).toMatchObject({ ok: false, code: 'locked' })
    expect(again.items.map(({ status }) => status)).toEqual(['SAME', 'SAME', 'SAME'])
    expect(await countRows('audit_entries', `action = 'adoptFile'`)).toBe(1)
  })

  test('what was matched in one file says nothing of another: nothing is taken over unseen', async () => {
    const scene = await begun(COLUMNS)
    const seen = await scene.view()
    const { mapping, version, file } = seen
    expect(seen.confirmed).toBe(false)
    const open = { adoptionId: scene.id, version, fileId: file!.id }
    expect(await adoptFile(scene.office, open)).toMatchObject({ ok: false, code: 'invalid' })
    const match = { units: mapping!.units, indicators: mapping!.indicators, money: {} }
    must(await matchAdoption(scene.office, { ...open, ...match }))
    expect((await scene.view()).confirmed).toBe(true)
    await upload(scene.office, scene.id, bytesOf(TWO_ROWS))
    const after = await scene.view()
    expect(after.confirmed).toBe(false)
    expect(after.mapping).toMatchObject({ unitsIn: 'ROWS', headTo: 2 })
    const stale = { ...open, version: after.version }
    expect(await adoptFile(scene.office, stale)).toMatchObject({ ok: false, code: 'conflict' })
    expect(await matchAdoption(scene.office, { ...stale, ...match })).toMatchObject({ code: 'conflict' })
    const unseen = { ...stale, fileId: after.file!.id }
    expect(await adoptFile(scene.office, unseen)).toMatchObject({ ok: false, code: 'invalid' })
    expect(await countRows('reports', 'source_id IS NOT NULL')).toBe(0)
  })

  test.each([
    ['Kinh phí hỗ trợ (tỷ đồng)', '7500000000'],
    ['Kinh phí hỗ trợ (Đvt: triệu)', '7500000'],
  ])('an amount under “%s” is counted in what the heading says', async (heading, amount) => {
    const scene = await begun({ rows: [row('Đơn vị', heading), row('Gia Lai', '7,5'), row('Đắk Lắk', '2')] })
    must((await adopted(scene, { indicators: { 2: 'n:MONEY' } })).done)
    const figures = await prisma.figure.findMany({
      where: { indicator: { name: heading } },
      orderBy: { amount: 'desc' },
    })
    expect(figures[0]!.amount!.toFixed()).toBe(amount)
  })

  test('money is read in the unit the sheet states, and what is hardly meant is asked about, not multiplied', async () => {
    const scene = await begun({
      rows: [
        row('TT', 'Chỉ tiêu', 'ĐVT', 'Gia Lai', 'Đắk Lắk'),
        row(1, 'Nguồn lực huy động', 'triệu đồng', '950.000.000', '1.250,5'),
        row(2, 'Hội viên phát triển mới', 'người', '2.100', '03'),
      ],
    })
    const before = await scene.view()
    const at = (view: typeof before, address: string) => view.items.find((item) => item.address === address)
    expect(before.places.find(({ money }) => money)).toMatchObject({ stated: 'triệu đồng' })
    expect(at(before, 'D2')).toMatchObject({ status: 'REFUSED', raw: '950.000.000' })
    expect(at(before, 'D2')?.reason).toContain('là 950 triệu đồng hay 950.000 tỷ đồng?')
    expect(at(before, 'E2')).toMatchObject({ status: 'NEW', raw: '1.250,5', echo: '1.250.500.000 đồng' })
    expect(at(before, 'E3')).toMatchObject({ status: 'NEW', raw: '03', echo: '3 người' })

    const { shown, done } = await adopted(scene, { money: { 2: 'đồng' } })
    expect(at(shown, 'D2')).toMatchObject({ status: 'NEW', raw: '950.000.000', echo: '950.000.000 đồng' })
    expect(at(shown, 'E2')).toMatchObject({ status: 'REFUSED', raw: '1.250,5' })
    expect(done).toMatchObject({ ok: true, value: { adopted: 3 } })
    expect(await countRows('figures', `raw = '950.000.000 đồng' AND amount = 950000000`)).toBe(1)
  })

  test.each([
    ['in brackets', [], 'Nguồn lực huy động (tr.đ)'],
    ['after a label', [], 'Nguồn lực huy động, ĐVT: triệu đồng'],
    ['over the table', [row('Đơn vị tính: Triệu đồng')], 'Nguồn lực huy động'],
  ])('the unit of money is found %s', async (_, above, heading) => {
    const { view } = await begun({
      rows: [
        ...above,
        row('Đơn vị', heading, 'Hội viên mới'),
        row('Gia Lai', 35, 5),
        row('Đắk Lắk', '12', 7),
      ],
    })
    const { items } = await view()
    expect(items.filter(({ money }) => money === 'triệu đồng').map(({ echo }) => echo)).toEqual(
      expect.arrayContaining(['35.000.000 đồng', '12.000.000 đồng']),
    )
  })

  test(
    'only past periods, and only who may: the office, the head of the cluster, the unit itself',
    { timeout: 120_000 },
    async () => {
      await runMatrix(
        {
          roles: ['office', 'head', 'otherHead', 'officer', 'reviewer'] as const,
          arrange: async () => {
            const fixture = await writeClusterFixture()
            const place = await placeOf(fixture)
            const office = await accountActor({ isOffice: true })
            const started = await startAdoption(office, { title: 'Biểu cũ', note: null, place })
            if (!started.ok) throw new Error(started.message)
            await upload(office, started.value.id, bytesOf(COLUMNS))
            const { mapping, file } = (await getAdoption(office, started.value.id))!
            await prisma.adoption.update({ where: { id: started.value.id }, data: { mapping: mapping! } })
            const { sheet, unitsIn, unitPlace, headFrom, headTo, digits, units, indicators } = mapping!
            return {
              fixture,
              place,
              open: { adoptionId: started.value.id, version: 1, fileId: file!.id },
              layout: { sheet, unitsIn, unitPlace, headFrom, headTo, digits },
              match: { units, indicators, money: {} },
            }
          },
          actorFor: (role, { fixture }) => {
            const facts = {
              office: { isOffice: true },
              head: { headOf: [fixture.clusterYearId], staffOf: [fixture.units['khanh-hoa']!] },
              otherHead: { headOf: ['99999999-9999-4999-8999-999999999999'] },
              officer: { staffOf: [fixture.units['gia-lai']!] },
              reviewer: { reviewerOf: [fixture.clusterYearId] },
            }
            return accountActor(facts[role])
          },
        },
        [
          {
            command: 'startAdoption',
            run: (actor, { place }) => startAdoption(actor, { title: 'Biểu cũ', note: null, place }),
            expected: { office: 'ok', head: 'ok' },
            otherwise: 'forbidden',
          },
          {
            command: 'setAdoptionLayout',
            run: (actor, { open, layout }) => setAdoptionLayout(actor, { ...open, ...layout }),
            expected: { office: 'ok', head: 'ok' },
            otherwise: 'forbidden',
          },
          {
            command: 'matchAdoption',
            run: (actor, { open, match }) => matchAdoption(actor, { ...open, ...match }),
            expected: { office: 'ok', head: 'ok' },
            otherwise: 'forbidden',
          },
          {
            command: 'adoptFile',
            run: (actor, { open }) => adoptFile(actor, open),
            expected: { office: 'ok', head: 'ok' },
            otherwise: 'forbidden',
          },
        ],
      )
      const fixture = await prisma.clusterYear.findFirstOrThrow({
        where: { year: 2026 },
        include: { cluster: true },
      })
      const officer = await accountActor({
        staffOf: [(await prisma.unit.findFirstOrThrow({ where: { slug: 'gia-lai' } })).id],
      })
      const places = await listAdoptionPlaces(officer)
      expect(places.every(({ value }) => value.startsWith('u:'))).toBe(true)
      const own = places.find(({ label }) => label.includes('2025'))!
      expect(
        await startAdoption(officer, { title: 'Báo cáo cũ', note: null, place: own.value }),
      ).toMatchObject({ ok: true })
      const live = await placeOf({ slug: fixture.cluster.slug } as ClusterFixture, 2026)
      const office = await accountActor({ isOffice: true })
      expect(await startAdoption(office, { title: 'Biểu', note: null, place: live })).toMatchObject({
        ok: false,
        code: 'locked',
      })
    },
  )
})
