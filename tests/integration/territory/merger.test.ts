import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { listClustersOn } from '@/lib/clusters/as-of/queries'
import { changeTerritory } from '@/lib/territory/commands'
import { previewChange } from '@/lib/territory/plan/queries'
import { changeSchema, type ChangeInput } from '@/lib/territory/schema'
import { handOverAddresses } from '@/lib/territory/addresses/commands'
import { revertTerritoryChange } from '@/lib/territory/reversal/commands'
import { saveFigure } from '@/lib/reports/figures/commands'
import { getCompleteness } from '@/lib/reports/overview/queries'
import { saveFigureSchema } from '@/lib/reports/schema'
import { saveTerm } from '@/lib/terms/commands'
import { termSchema } from '@/lib/terms/schema'
import { addDays } from '@/lib/platform/dates'
import type { Actor } from '@/lib/platform/auth/actor'
import { resolveUnit } from '@/lib/units/resolution/queries'
import { seed } from '@/prisma/seed/main'
import { accountActor } from '../../support/actors'
import {
  countRows,
  keepRowsBetweenTests,
  passTime,
  prisma,
  sql,
  tableChecksums,
} from '../../support/database'

// One demonstration serves every test: each change is undone after it, which is what is tested.
keepRowsBetweenTests()

const OLD = ['lang-son', 'dien-bien', 'son-la']
/** Rows that tell what happened, and the counters that tell caches so, stay after an undoing. */
const TRAILS = [
  'audit_entries',
  'territory_changes',
  'idempotency_keys',
  'reference_version',
  'summary_generations',
]

let office: Actor
let ids: Map<string, string>
let today: string
let applied: string | null = null

beforeAll(async () => {
  await seed({ demo: true })
  office = await accountActor({ isOffice: true })
  const units = await prisma.unit.findMany({ where: { slug: { in: [...OLD, 'cao-bang', 'lai-chau'] } } })
  ids = new Map(units.map(({ slug, id }) => [slug, id]))
  const [row] = await sql<{ today: string }>(`SELECT to_char(app_now(), 'YYYY-MM-DD') AS today`)
  today = row!.today
})

afterEach(async () => {
  if (applied === null) return
  const undone = await revertTerritoryChange(office, {
    changeId: applied,
    version: 1,
    reason: 'Sau phép thử',
  })
  applied = null
  expect(undone.ok).toBe(true)
})

const merger = (more: Record<string, string> = {}): ChangeInput =>
  changeSchema.parse({
    kind: 'MERGER',
    effectiveOn: today,
    decision: 'Nghị quyết minh họa về sắp xếp',
    predecessorIds: OLD.map((slug) => ids.get(slug)).join(','),
    names: 'Tây Bắc',
    kinds: 'tỉnh',
    codes: '13',
    reports: 'CARRY',
    ...more,
  })

/** Brings the estimates of the old units back to their own desks, with the figures of one of them in the others too. */
async function openEstimates() {
  await sql(
    `UPDATE reports r SET state = 'DRAFT', first_sent_at = NULL, sent_at = NULL FROM reporting_periods p, emulation_years y, units u
      WHERE p.id = r.period_id AND y.id = p.emulation_year_id AND u.id = r.unit_id
        AND y.year = 2026 AND p.kind = 'YEAR_ESTIMATE' AND u.slug = ANY($1)`,
    [OLD],
  )
}

async function estimateOf(unitId: string) {
  return prisma.report.findFirst({
    where: { unitId, period: { kind: 'YEAR_ESTIMATE', emulationYear: { year: 2026 } } },
    include: { figures: { where: { measure: 'MAIN' }, include: { indicator: true } } },
  })
}

const newUnit = () =>
  prisma.unit.findUniqueOrThrow({
    where: { slug: 'tay-bac' },
    include: { designations: true, predecessors: true, memberships: true, headships: true, grants: true },
  })

async function merge(input = merger()): Promise<string> {
  const done = await changeTerritory(office, input)
  if (!done.ok) throw new Error(JSON.stringify(done))
  applied = done.value.id
  return applied
}

async function undo(changeId: string) {
  const undone = await revertTerritoryChange(office, { changeId, version: 1, reason: 'Nhập nhầm' })
  if (undone.ok) applied = null
  return undone
}

describe('H6 three units of the demonstration into one, with open reports', () => {
  it('H6 writes what the preview said, loses nothing, and is undone without a trace but the trails', async () => {
    await openEstimates()
    const before = await tableChecksums(TRAILS)
    const figures = await countRows('figures')

    const preview = await previewChange(office, merger())
    expect(await tableChecksums(TRAILS)).toEqual(before)
    if (!preview.ok) throw new Error(preview.message)
    const { value: plan } = preview
    expect(plan.predecessors).toHaveLength(3)
    expect(plan.carried.map(({ period }) => period)).toEqual(['YEAR_ESTIMATE'])
    const carried = plan.carried[0]!.figures.filter(({ raw }) => raw !== '')

    const changeId = await merge()
    const unit = await newUnit()
    expect(unit.predecessors).toHaveLength(3)
    expect(unit.designations).toMatchObject([{ name: 'Tây Bắc', code: '13', validTo: null }])
    const estimate = await estimateOf(unit.id)
    expect(estimate?.figures.map(({ raw }) => raw).sort()).toEqual(carried.map(({ raw }) => raw).sort())
    expect(await countRows('figures')).toBe(figures + carried.length)
    for (const slug of OLD) {
      const old = await prisma.unit.findUniqueOrThrow({ where: { slug } })
      expect(old.validTo?.toISOString().slice(0, 10)).toBe(today)
      expect((await estimateOf(old.id))?.clusterYearId).toBeNull()
    }
    expect(unit.memberships).toHaveLength(1)
    const estimatePeriod = await prisma.reportingPeriod.findFirstOrThrow({
      where: { kind: 'YEAR_ESTIMATE', emulationYear: { year: 2026 } },
    })
    const { clusterYearId } = unit.memberships[0]!
    const [owing] = await getCompleteness(office, { clusterYearId }, [estimatePeriod.id])
    const slugs = owing!.rows.map((row) => row.unit.slug)
    expect(slugs).toContain('tay-bac')
    expect(slugs).toHaveLength(5)
    expect(OLD.filter((slug) => slugs.includes(slug))).toEqual([])
    expect(unit.grants.length).toBeGreaterThanOrEqual(3)

    expect(await undo(changeId)).toEqual({ ok: true, value: undefined })
    expect(await tableChecksums(TRAILS)).toEqual(before)
    expect(
      await countRows('audit_entries', `action = 'revertTerritoryChange' AND reason = 'Nhập nhầm'`),
    ).toBe(1)
  })

  it('H6 carries a figure only where every old unit has one, by the indicator’s own rule', async () => {
    await openEstimates()
    await merge()
    const unit = await newUnit()
    const estimate = await estimateOf(unit.id)
    const olds = await Promise.all(OLD.map((slug) => estimateOf(ids.get(slug)!)))
    expect(estimate!.figures.length).toBeGreaterThan(0)
    for (const figure of estimate!.figures) {
      const parts = olds.flatMap((old) =>
        old!.figures.filter(({ indicatorId }) => indicatorId === figure.indicatorId),
      )
      const sum = (pick: (row: (typeof parts)[number]) => { toFixed(): string } | null) =>
        parts.reduce((total, row) => total + Number(pick(row)?.toFixed() ?? 0), 0)
      if (figure.indicator.aggregation === 'SUM' && figure.amount)
        expect(Number(figure.amount), figure.indicator.code).toBeCloseTo(
          sum(({ amount }) => amount),
          6,
        )
      if (figure.indicator.aggregation === 'RATIO_OF_SUMS') {
        expect(Number(figure.amount)).toBe(sum(({ amount }) => amount))
        expect(Number(figure.denominator)).toBe(sum(({ denominator }) => denominator))
      }
      expect(figure.indicator.aggregation).not.toBe('NONE')
      expect(figure.note).toMatch(/^Cộng từ các đơn vị cũ: /)
    }
  })

  it('H6 keeps a period under the old names once one of them has sent it', async () => {
    await openEstimates()
    await sql(`UPDATE reports SET state = 'SENT', first_sent_at = app_now() WHERE id = $1`, [
      (await estimateOf(ids.get('son-la')!))!.id,
    ])
    await merge()
    const unit = await newUnit()
    expect(await estimateOf(unit.id)).toBeNull()
    expect((await estimateOf(ids.get('dien-bien')!))?.clusterYearId).not.toBeNull()
    // Their people finish it, so they keep both roles.
    const [staff] = await sql<{ n: number }>(
      `SELECT count(DISTINCT g.unit_id)::int AS n FROM role_grants g JOIN accounts a ON a.id = g.account_id
        WHERE a.email = 'staff.dien-bien@demo.test' AND g.ends_on IS NULL AND g.revoked_at IS NULL`,
    )
    expect(staff?.n).toBe(2)
  })

  it('H6 passes a headship on from the day, and ends the old one the day before', async () => {
    const predecessorIds = [ids.get('lai-chau'), ids.get('son-la')].join(',')
    await merge(merger({ reports: 'KEEP', predecessorIds }))
    const [head] = await sql<{ ends: string }>(
      `SELECT to_char(h.ends_on, 'YYYY-MM-DD') AS ends FROM headships h JOIN cluster_years cy ON cy.id = h.cluster_year_id
        WHERE h.unit_id = $1 AND cy.year = 2026`,
      [ids.get('lai-chau')],
    )
    expect(head?.ends).toBe(addDays(today, -1))
    const unit = await newUnit()
    expect(unit.headships).toMatchObject([{ role: 'DEPUTY', endsOn: null }])
  })

  it('H6 counts a new term as new data, and another undoing of the same change as a conflict', async () => {
    const changeId = await merge()
    const unit = await newUnit()
    const term = await saveTerm(
      office,
      termSchema.parse({ unitId: unit.id, version: 0, congressNumber: '1' }),
    )
    expect(term.ok).toBe(true)
    const refused = await revertTerritoryChange(office, { changeId, version: 1, reason: 'Thử' })
    expect(!refused.ok && refused.message).toContain('nhiệm kỳ')
    await prisma.term.deleteMany({ where: { unitId: unit.id } })
    expect((await undo(changeId)).ok).toBe(true)
    expect(await revertTerritoryChange(office, { changeId, version: 1, reason: 'Thử' })).toMatchObject({
      code: 'conflict',
    })
  })
})

describe('H5 members of the cluster around the day of a merger', () => {
  it('H5 H6 are the old units until the day before, the new one from the day on, and the old ones again once undone', async () => {
    await openEstimates()
    const namesOn = async (day: string) =>
      (await listClustersOn(office, day))
        .find(({ cluster }) => cluster.slug === 'mien-nui-bien-gioi-phia-bac')!
        .members.map(({ name }) => name)
    const before = ['Cao Bằng', 'Điện Biên', 'Lai Châu', 'Lạng Sơn', 'Lào Cai', 'Sơn La', 'Tuyên Quang']
    const after = ['Cao Bằng', 'Lai Châu', 'Lào Cai', 'Tây Bắc', 'Tuyên Quang']
    for (const reports of ['CARRY', 'KEEP']) {
      const changeId = await merge(merger({ reports }))
      expect(await namesOn(addDays(today, -1)), reports).toEqual(before)
      expect(await namesOn(today), reports).toEqual(after)
      expect((await undo(changeId)).ok).toBe(true)
      expect(await namesOn(today), reports).toEqual(before)
    }
  })
})

describe('H6 a new unit under the name of an old one', () => {
  it('takes the plain address and the code from its day on; the old one keeps both for its time', async () => {
    const input = merger({
      names: 'Sơn La',
      codes: '14',
      predecessorIds: [ids.get('son-la'), ids.get('lai-chau')].join(','),
    })
    const changeId = await merge(input)
    const old = await prisma.unit.findUniqueOrThrow({ where: { id: ids.get('son-la') } })
    expect(old.slug).toBe('son-la-cu')
    const unit = await prisma.unit.findUniqueOrThrow({ where: { slug: 'son-la' } })
    expect(await resolveUnit(office, '14', addDays(today, -1))).toMatchObject({ unit: { id: old.id } })
    expect(await resolveUnit(office, '14', today)).toMatchObject({ unit: { id: unit.id } })
    expect(await resolveUnit(office, 'lai châu', today)).toMatchObject({ status: 'OTHER_TIME' })
    expect((await undo(changeId)).ok).toBe(true)
    expect((await prisma.unit.findUniqueOrThrow({ where: { id: old.id } })).slug).toBe('son-la')
  })

  it('leaves the address to the living unit until its day, then takes it over', async () => {
    const later = addDays(today, 20)
    const predecessorIds = [ids.get('son-la'), ids.get('lai-chau')].join(',')
    const input = merger({
      names: 'Sơn La',
      codes: '14',
      predecessorIds,
      effectiveOn: later,
      reports: 'KEEP',
    })
    const changeId = await merge(input)
    const [old, fresh] = await Promise.all([
      prisma.unit.findUniqueOrThrow({ where: { id: ids.get('son-la') } }),
      prisma.unit.findFirstOrThrow({
        where: { predecessors: { some: { predecessorId: ids.get('son-la') } } },
      }),
    ])
    expect(old.slug).toBe('son-la')
    expect(fresh.slug).toBe(`son-la-${later.slice(0, 4)}`)
    expect(await handOverAddresses()).toBe(0)
    await passTime('20 days')
    try {
      expect(await handOverAddresses()).toBe(1)
      expect(await handOverAddresses()).toBe(0)
      const slugOf = async (id: string) => (await prisma.unit.findUniqueOrThrow({ where: { id } })).slug
      expect([await slugOf(old.id), await slugOf(fresh.id)]).toEqual(['son-la-cu', 'son-la'])
      expect((await undo(changeId)).ok).toBe(true)
      expect(await slugOf(old.id)).toBe('son-la')
    } finally {
      await passTime('-20 days')
    }
  })

  it('warns of a day that has passed, and of a year that is closed', async () => {
    const past = await previewChange(office, merger({ effectiveOn: '2025-08-01' }))
    if (!past.ok) throw new Error(past.message)
    expect(past.value.warnings.join(' ')).toContain('01/08/2025 đã qua')
  })

  it('refuses a code or a name that another unit bears, and an old unit that has ended', async () => {
    expect(await previewChange(office, merger({ codes: '04' }))).toMatchObject({
      fields: { codes: 'Mã 04 đang là mã của Cao Bằng.' },
    })
    expect(await previewChange(office, merger({ names: 'cao bằng' }))).toMatchObject({ code: 'invalid' })
    const ended = await prisma.unit.findUniqueOrThrow({ where: { slug: 'lao-cai-cu' } })
    const input = merger({ predecessorIds: [ended.id, ids.get('son-la')].join(',') })
    expect(await previewChange(office, input)).toMatchObject({ code: 'invalid' })
  })
})

describe('H6 one unit into two', () => {
  it('leaves its reports with the old one, gives each person the unit chosen for her, and is undone', async () => {
    const before = await tableChecksums(TRAILS)
    const staff = await prisma.account.findUniqueOrThrow({ where: { email: 'staff.lai-chau@demo.test' } })
    const changeId = await merge(
      changeSchema.parse({
        kind: 'SPLIT',
        effectiveOn: today,
        decision: 'Nghị quyết minh họa về chia tách',
        predecessorIds: ids.get('lai-chau'),
        names: 'Lai Châu,Phong Thổ',
        kinds: 'tỉnh,tỉnh',
        codes: '12,13',
        reports: 'KEEP',
        assign: `${staff.id}:1`,
      }),
    )
    const second = await prisma.unit.findUniqueOrThrow({
      where: { slug: 'phong-tho' },
      include: { grants: true },
    })
    expect(second.grants.map(({ accountId }) => accountId)).toEqual([staff.id])
    expect(await countRows('reports', 'unit_id = $1', [second.id])).toBe(0)
    expect((await undo(changeId)).ok).toBe(true)
    expect(await tableChecksums(TRAILS)).toEqual(before)
  })
})

describe('H6 who may', () => {
  it('is the office alone; a refusal writes nothing', async () => {
    const before = await tableChecksums()
    for (const actor of [
      await accountActor({ isAdmin: true }),
      await accountActor({ leaderOf: [...ids.values()] }),
      await accountActor(),
    ]) {
      const checks = await tableChecksums()
      expect(await changeTerritory(actor, merger())).toMatchObject({ code: 'forbidden' })
      expect(await previewChange(actor, merger())).toMatchObject({ code: 'forbidden' })
      const change = { changeId: ids.get('lai-chau')!, version: 1, reason: 'x' }
      expect(await revertTerritoryChange(actor, change)).toMatchObject({ code: 'forbidden' })
      expect(await tableChecksums()).toEqual(checks)
    }
    expect(Object.keys(before).length).toBeGreaterThan(0)
  })
})

describe('H6 after the first new data', () => {
  it('H6 refuses to undo once the new unit has data of its own, and says which', async () => {
    await openEstimates()
    const changeId = await merge()
    const unit = await newUnit()
    const estimate = (await estimateOf(unit.id))!
    const officer = await accountActor({ staffOf: [unit.id] })
    const indicator = estimate.figures.find(({ indicator }) => indicator.kind === 'COUNT')!
    const saved = await saveFigure(
      officer,
      estimate.id,
      indicator.indicatorId,
      saveFigureSchema.parse({
        raw: '7',
        version: indicator.version,
        measure: 'MAIN',
        idempotencyKey: 'h6-first-new',
      }),
    )
    expect(saved.ok).toBe(true)
    const refused = await revertTerritoryChange(office, { changeId, version: 1, reason: 'Thử' })
    expect(refused).toMatchObject({ ok: false, code: 'locked' })
    expect(!refused.ok && refused.message).toContain('báo cáo')
    expect(await countRows('units', `slug = 'tay-bac'`)).toBe(1)
    applied = null
  })
})
