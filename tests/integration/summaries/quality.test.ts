import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/auth/actor'
import { chooseStatedFigure, recordStatedFigure } from '@/lib/summaries/quality/commands'
import { getQuality } from '@/lib/summaries/quality/queries'
import { accountActor, actorWith } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { prisma, sql } from '../../support/database'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'

const NOBODY = '00000000-0000-4000-8000-000000000009'

async function scene() {
  const fixture = await writeClusterFixture()
  const figure = await prisma.clusterFigure.findFirstOrThrow()
  const other = await prisma.source.create({
    data: { slug: 'bao-khac', letter: 'B', title: 'Bài báo khác', publishedOn: new Date('2023-12-01') },
  })
  return { fixture, figure, other }
}

const report = async (actor: Actor, year: number) => (await getQuality(actor, { year, cluster: null }))!

describe('H9 two sources disagree on one figure', () => {
  test('both are shown and flagged; one is chosen with a reason, and the trail says who and why', async () => {
    const { figure, other } = await scene()
    const office = await accountActor({ isOffice: true })
    const input = { clusterFigureId: figure.id, sourceId: other.id, raw: '13.500 hộ', note: 'đoạn 3' }
    expect((await report(office, 2023)).issues).toEqual([])
    const recorded = await recordStatedFigure(office, input)
    if (!recorded.ok) throw new Error(recorded.message)
    const [issue] = (await report(office, 2023)).issues
    expect(issue).toMatchObject({ kind: 'SOURCES', settled: false })
    expect(issue!.sentence).toContain('Tài liệu C')
    expect(issue!.sentence).toContain('nêu 13.577 hộ; Tài liệu B (01/12/2023) nêu 13.500 hộ: chênh 77 hộ.')
    expect(issue!.sources!.stated.map(({ raw }) => raw)).toEqual(['13.577 hộ', '13.500 hộ'])
    expect((await prisma.clusterFigure.findFirstOrThrow()).raw).toBe('13.577 hộ')

    const choice = { clusterFigureId: figure.id, statedId: recorded.value.id, seen: '', reason: 'Đính chính' }
    expect(await chooseStatedFigure(office, choice)).toMatchObject({ ok: true })
    const shown = await prisma.clusterFigure.findFirstOrThrow()
    expect(shown).toMatchObject({ raw: '13.500 hộ', sourceId: other.id })
    expect(shown.amount?.toString()).toBe('13500')
    const [settled] = (await report(office, 2023)).issues
    expect(settled).toMatchObject({ settled: true })
    expect(settled!.sources!.choice).toMatchObject({ reason: 'Đính chính', by: 'Người thử' })
    expect(settled!.sources!.stated).toHaveLength(2)
    expect(await prisma.auditEntry.findFirst({ where: { action: 'chooseStatedFigure' } })).toMatchObject({
      reason: 'Đính chính',
      actorId: office.accountId,
      before: { raw: '13.577 hộ', source: 'tong-ket-2023' },
      after: { raw: '13.500 hộ', source: 'bao-khac' },
    })

    expect(await chooseStatedFigure(office, choice), 'a page older than the choice').toMatchObject({
      code: 'conflict',
    })
    expect(await recordStatedFigure(office, { ...input, raw: '13.500 hộ' }), 'said already').toMatchObject({
      code: 'invalid',
    })
    await recordStatedFigure(office, { ...input, raw: '13.600 hộ' })
    expect((await report(office, 2023)).issues[0]).toMatchObject({ settled: false })
  })

  test.each(['1.5', 'không rõ lắm', '9'.repeat(60), '-5 hộ'])(
    'junk %j is refused beside its field',
    async (raw) => {
      const { figure, other } = await scene()
      const office = await accountActor({ isOffice: true })
      const result = await recordStatedFigure(office, {
        clusterFigureId: figure.id,
        sourceId: other.id,
        raw,
        note: null,
      })
      expect(result).toMatchObject({
        ok: false,
        code: 'invalid',
        fields: { raw: expect.any(String) as string },
      })
      expect(await prisma.statedFigure.count()).toBe(0)
    },
  )
})

describe('H9 what disagrees within the reports', () => {
  let fixture: ClusterFixture
  const figureOf = async (unit: string, code: string, columns: string, params: unknown[] = []) => {
    await sql(
      `INSERT INTO figures (report_id, indicator_id, raw, amount) VALUES ($1, $2, 'x', 0) ON CONFLICT DO NOTHING`,
      [fixture.reports[unit], fixture.indicators[code]],
    )
    await sql(
      `UPDATE figures SET ${columns} WHERE report_id = $1 AND indicator_id = $2 AND measure = 'MAIN'`,
      [fixture.reports[unit], fixture.indicators[code], ...params],
    )
  }
  const office = actorWith({ isOffice: true })
  const of = async (kind: string, actor: Actor = office) =>
    (await report(actor, 2026)).issues
      .filter((issue) => issue.kind === kind)
      .map(({ unit, indicator, sentence }) => `${unit?.name ?? 'cụm'}: ${indicator ?? ''}: ${sentence}`)

  beforeEach(async () => {
    fixture = await writeClusterFixture()
    await sql('DELETE FROM figures')
  })

  test('breakdowns, ratios, jumps and falls are found as the entry form finds them', async () => {
    await sql(`UPDATE indicators SET breakdown = '{tỉnh,xã}' WHERE code = 'htx'`)
    await figureOf(
      'gia-lai',
      'htx',
      `amount = 10, breakdown = '[{"label":"tỉnh","amount":"4"},{"label":"xã","amount":"5"}]'`,
    )
    await figureOf(
      'dak-lak',
      'htx',
      `amount = 9, breakdown = '[{"label":"tỉnh","amount":"4"},{"label":"xã","amount":"5"}]'`,
    )
    await figureOf('gia-lai', 'co-so-60', 'amount = 12, denominator = 10')
    await figureOf('dak-lak', 'co-so-60', 'amount = 10, denominator = 10')
    expect(await of('BREAKDOWN')).toEqual([
      'Gia Lai: HTX thành lập mới: Cộng chi tiết được 9, thiếu 1 so với tổng 10.',
    ])
    expect(await of('NUMERATOR')).toEqual([
      'Gia Lai: Xóa cơ sở có tỷ lệ tập hợp dưới 60%: Tử số 12 lớn hơn mẫu số 10.',
    ])
    await figureOf('quang-ngai', 'do-dau', 'amount = 200')
    await sql(
      `INSERT INTO figures (report_id, indicator_id, raw, amount)
       SELECT r.id, i.id, '100', 100 FROM reports r JOIN reporting_periods p ON p.id = r.period_id
         JOIN emulation_years y ON y.id = p.emulation_year_id JOIN indicator_sets s ON s.emulation_year_id = y.id
         JOIN indicators i ON i.set_id = s.id AND i.code = 'do-dau'
        WHERE y.year = 2025 AND p.kind = 'YEAR_FINAL' AND r.unit_id = $1`,
      [fixture.units['quang-ngai']],
    )
    expect(await of('JUMP')).toEqual([
      expect.stringContaining(
        'Quảng Ngãi: Trẻ mồ côi được đỡ đầu: 200 trẻ: chênh hơn một nửa so với năm 2025 (100)',
      ),
    ])
    await figureOf('quang-ngai', 'do-dau', `note = 'Thêm đợt vận động cuối năm'`)
    expect(await of('JUMP')).toEqual([])
  })

  test("the cluster's own figure beside its units'", async () => {
    for (const [index, unit] of Object.keys(fixture.reports).entries())
      await figureOf(unit, 'htx', `amount = ${index + 1}`)
    await sql(`UPDATE reports SET state = 'CONFIRMED', first_sent_at = app_now()`)
    await sql(
      `INSERT INTO cluster_figures (cluster_year_id, indicator_id, period, raw, amount) VALUES ($1, $2, 'YEAR_FINAL', '30', 30)`,
      [fixture.clusterYearId, fixture.indicators.htx],
    )
    expect(await of('REPORTED')).toEqual([
      'cụm: HTX thành lập mới: Cụm báo cáo 30 HTX, cao hơn 9 HTX so với tổng của 6 đơn vị (21 HTX).',
    ])
    await sql('UPDATE cluster_figures SET amount = 21 WHERE amount = 30')
    expect(await of('REPORTED')).toEqual([])
  })

  test('a draft left alone near its deadline', async () => {
    await sql(`UPDATE reporting_periods SET due_at = app_now() + interval '4 days' WHERE kind = 'YEAR_FINAL'`)
    await sql(`UPDATE reports SET created_at = app_now() - interval '5 days'`)
    expect(await of('STALE')).toEqual([
      expect.stringMatching(/^Lâm Đồng: : Bản nháp báo cáo .* không được cập nhật 5 ngày, còn \d ngày/),
    ])
    await figureOf('lam-dong', 'htx', 'updated_at = app_now()')
    expect(await of('STALE')).toEqual([])
  })

  test('everyone sees what she watches over, and of figures only those she may read', async () => {
    for (const unit of ['gia-lai', 'lam-dong'])
      await figureOf(unit, 'co-so-60', 'amount = 12, denominator = 10')
    const watching = [fixture.clusterYearId]
    for (const actor of [
      office,
      actorWith({ reviewerOf: watching }),
      actorWith({ centralStaffOf: watching }),
      actorWith({ leaderOf: [fixture.units['khanh-hoa']!], headOf: watching, memberOf: watching }),
    ])
      // Lâm Đồng's report is a draft: nobody above it reads its figures.
      expect((await of('NUMERATOR', actor)).map((line) => line.split(':')[0])).toEqual(['Gia Lai'])
    expect(await of('NUMERATOR', actorWith({ reviewerOf: [NOBODY] }))).toEqual([])
    for (const actor of [
      actorWith({ staffOf: [fixture.units['gia-lai']!], memberOf: watching }),
      actorWith({ deputyOf: watching }),
      actorWith({ isAdmin: true }),
      actorWith(),
    ])
      expect(await getQuality(actor, { year: 2026, cluster: null })).toBeNull()
  })
})

const ROLES = ['office', 'reviewer', 'staff', 'head', 'deputy', 'officer', 'admin', 'guest'] as const
type Role = (typeof ROLES)[number]
type Scene = { figureId: string; sourceId: string; statedId: string; people: Record<Role, Actor> }

const matrix: Matrix<Role, Scene> = {
  roles: ROLES,
  arrange: async () => {
    const { figure, other, fixture } = await scene()
    const stated = await prisma.statedFigure.create({
      data: { clusterFigureId: figure.id, raw: '13.000 hộ', amount: '13000', sourceId: other.id },
    })
    const year = [figure.clusterYearId]
    const unit = [fixture.units['gia-lai']!]
    return {
      figureId: figure.id,
      sourceId: other.id,
      statedId: stated.id,
      people: {
        office: await accountActor({ isOffice: true }),
        reviewer: await accountActor({ reviewerOf: year }),
        staff: await accountActor({ centralStaffOf: year }),
        head: await accountActor({ leaderOf: unit, headOf: year, memberOf: year }),
        deputy: await accountActor({ leaderOf: unit, deputyOf: year, memberOf: year }),
        officer: await accountActor({ staffOf: unit, memberOf: year }),
        admin: await accountActor({ isAdmin: true }),
        guest: await accountActor(),
      },
    }
  },
  actorFor: (role, { people }) => people[role],
}

const cases: MatrixCase<Role, Scene>[] = [
  {
    command: 'recordStatedFigure',
    run: (actor, { figureId, sourceId }) =>
      recordStatedFigure(actor, { clusterFigureId: figureId, sourceId, raw: '14.000 hộ', note: null }),
    expected: { office: 'ok', reviewer: 'ok', staff: 'ok', head: 'ok' },
    otherwise: 'forbidden',
  },
  {
    command: 'recordStatedFigure (no such source)',
    run: (actor, { figureId }) =>
      recordStatedFigure(actor, { clusterFigureId: figureId, sourceId: NOBODY, raw: '1', note: null }),
    expected: { office: 'not_found', reviewer: 'not_found', staff: 'not_found', head: 'not_found' },
    otherwise: 'forbidden',
  },
  {
    command: 'chooseStatedFigure',
    run: (actor, { figureId, statedId }) =>
      chooseStatedFigure(actor, { clusterFigureId: figureId, statedId, seen: '', reason: 'Rõ hơn' }),
    expected: { office: 'ok', reviewer: 'ok' },
    otherwise: 'forbidden',
  },
  {
    command: 'chooseStatedFigure (gone)',
    run: (actor, { figureId }) =>
      chooseStatedFigure(actor, { clusterFigureId: figureId, statedId: NOBODY, seen: '', reason: 'x' }),
    expected: {},
    otherwise: 'not_found',
  },
]

test('role matrix of stated figures', () => runMatrix(matrix, cases), 90_000)
