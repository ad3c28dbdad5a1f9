import { expect, test } from 'vitest'
import { setHeadship, updateClusterYear } from '@/lib/clusters/setup/commands'
import { getClusterYearSetup } from '@/lib/clusters/setup/queries'
import { moveIndicator, openYearFrom, saveGroup, saveUnitIndicators } from '@/lib/indicators/setup/commands'
import { getIndicatorSet } from '@/lib/indicators/setup/queries'
import { setPeriod, updateYear } from '@/lib/periods/commands'
import { getYear } from '@/lib/periods/queries'
import { addDesignation } from '@/lib/units/setup/commands'
import { actorOf, arrangeReports, createReport, type ReportScene } from '../../support/reports'
import { countRows, prisma } from '../../support/database'

const office = (scene: ReportScene) => actorOf('office', scene)
const inSet = (scene: ReportScene, version: number, reason = '') => ({
  setId: scene.indicatorSet.id,
  version,
  reason,
})

test('a year is opened from an earlier one: periods a year later, clusters with members, indicators, no headship', async () => {
  const scene = await arrangeReports()
  const actor = await office(scene)
  await setPeriod(actor, {
    yearId: scene.year.id,
    kind: 'SIX_MONTHS',
    opensOn: '2026-06-01',
    dueOn: '2026-07-05',
  })
  const opened = await openYearFrom(actor, { sourceYearId: scene.year.id, year: 2027, theme: 'Chủ đề mới' })
  expect(opened).toEqual({ ok: true, value: { year: 2027 } })

  const year = await getYear(actor, 2027, 'trung-uong')
  expect(year).toMatchObject({ theme: 'Chủ đề mới', state: 'PREPARING', clusterYears: 2 })
  expect(year?.periods.find(({ kind }) => kind === 'SIX_MONTHS')).toMatchObject({
    opensOn: '2027-06-01',
    dueOn: '2027-07-05',
    lockedAt: null,
  })
  const north = await getClusterYearSetup(actor, 'phia-bac', 2027)
  expect(north?.members.map(({ name }) => name)).toEqual(['Hà Giang', 'Lai Châu', 'Sơn La'])
  expect(north?.headships).toEqual([])
  const set = await prisma.indicatorSet.findFirstOrThrow({
    where: { emulationYear: { year: 2027 } },
    include: { indicators: { orderBy: { position: 'asc' } } },
  })
  expect(set.frozenAt).toBeNull()
  expect(set.indicators.map(({ code }) => code)).toEqual(['ho', 'tien', 'co-so', 'hanh-dong'])
})

test('a year that exists is not opened a second time, and nothing of the attempt stays', async () => {
  const scene = await arrangeReports()
  const result = await openYearFrom(await office(scene), {
    sourceYearId: scene.year.id,
    year: 2026,
    theme: '',
  })
  expect(result).toMatchObject({ ok: false, fields: { year: 'Năm 2026 đã có rồi.' } })
  expect(await countRows('cluster_years')).toBe(2)
  expect(await countRows('audit_entries')).toBe(0)
})

test('the same form sent twice has one effect', async () => {
  const scene = await arrangeReports()
  const actor = await office(scene)
  const input = { yearId: scene.year.id, version: 1, theme: 'An toàn' }
  expect((await updateYear(actor, input, 'khoa-mot')).ok).toBe(true)
  expect((await updateYear(actor, input, 'khoa-mot')).ok).toBe(true)
  expect(await countRows('audit_entries')).toBe(1)
  expect(await updateYear(actor, input, 'khoa-hai')).toMatchObject({ ok: false, code: 'conflict' })
})

test('a unit that has sent stays a member; one that has not may leave', async () => {
  const scene = await arrangeReports()
  const actor = await office(scene)
  await createReport(scene, { unit: scene.units.member, state: 'SENT' })
  const keep = [scene.units.head.id, scene.units.deputy.id]
  const input = { clusterYearId: scene.north.id, version: 1, title: 'Cụm phía Bắc', motto: '', unitIds: keep }
  expect(await updateClusterYear(actor, input)).toMatchObject({
    ok: false,
    fields: { unitIds: expect.stringContaining('Sơn La') },
  })
  await prisma.report.updateMany({ data: { state: 'DRAFT' } })
  expect((await updateClusterYear(actor, input)).ok).toBe(true)
  expect(await countRows('cluster_memberships', 'cluster_year_id = $1', [scene.north.id])).toBe(2)
})

test('a headship handed over within the year ends the day before the next begins', async () => {
  const scene = await arrangeReports()
  const actor = await office(scene)
  await prisma.headship.updateMany({
    where: { clusterYearId: scene.north.id, role: 'HEAD' },
    data: { startsOn: new Date('2026-01-01') },
  })
  const input = {
    clusterYearId: scene.north.id,
    role: 'HEAD' as const,
    unitId: scene.units.member.id,
    startsOn: '2026-10-01',
    note: '',
  }
  expect((await setHeadship(actor, input)).ok).toBe(true)
  const setup = await getClusterYearSetup(actor, 'phia-bac', 2026)
  expect(setup?.headships.filter(({ role }) => role === 'HEAD')).toMatchObject([
    { unitName: 'Sơn La', startsOn: '2026-10-01', endsOn: null },
    { unitName: 'Hà Giang', startsOn: '2026-01-01', endsOn: '2026-09-30' },
  ])
  const outside = { ...input, unitId: scene.units.stranger.id }
  expect(await setHeadship(actor, outside)).toMatchObject({ ok: false, code: 'invalid' })
})

test('a frozen set asks for a reason and keeps the whole version before the change', async () => {
  const scene = await arrangeReports()
  const actor = await office(scene)
  await prisma.indicatorSet.updateMany({ data: { frozenAt: new Date() } })
  const change = { ...inSet(scene, 1), groupId: null, name: 'Nhóm 2' }
  expect(await saveGroup(actor, change)).toMatchObject({
    ok: false,
    fields: { reason: expect.stringContaining('lý do') },
  })
  expect((await saveGroup(actor, { ...change, reason: 'Bổ sung theo nghị quyết' })).ok).toBe(true)
  const retire = { ...inSet(scene, 2, 'Trùng nội dung'), indicatorId: scene.indicators.count.id }
  expect((await moveIndicator(actor, { ...retire, move: 'RETIRE' })).ok).toBe(true)
  const set = await getIndicatorSet(actor, scene.indicatorSet.id)
  expect(set?.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, 'Trùng nội dung'],
    [1, 'Bổ sung theo nghị quyết'],
  ])
  expect(set?.indicators).toBe(3)
})

test('an assigned target that cannot be read is asked about beside its field, and nothing is stored', async () => {
  const scene = await arrangeReports()
  const rows = [
    {
      indicatorId: scene.indicators.count.id,
      notAssigned: false,
      assignedTarget: '1.5',
      provincialTarget: '',
    },
    {
      indicatorId: scene.indicators.ratio.id,
      notAssigned: true,
      assignedTarget: '12/27',
      provincialTarget: '',
    },
  ]
  const input = { setId: scene.indicatorSet.id, unitId: scene.units.member.id, rows }
  const refused = await saveUnitIndicators(await office(scene), input)
  expect(refused).toMatchObject({
    ok: false,
    fields: { [`assignedTarget.${scene.indicators.count.id}`]: expect.stringContaining('1.500') },
  })
  expect(await countRows('unit_indicators')).toBe(0)
})

test('a code in use by another unit is refused, and a renaming keeps the name before it', async () => {
  const scene = await arrangeReports()
  const actor = await office(scene)
  await prisma.unitDesignation.updateMany({ where: { unitId: scene.units.head.id }, data: { code: '02' } })
  const input = {
    unitId: scene.units.member.id,
    version: 1,
    name: 'Sơn La',
    kind: 'thành phố' as const,
    code: '02',
    validFrom: '2026-05-01',
    source: 'Nghị quyết 1/2026',
  }
  expect(await addDesignation(actor, input)).toMatchObject({
    ok: false,
    fields: { code: 'Mã 02 đang là mã của Hà Giang.' },
  })
  expect((await addDesignation(actor, { ...input, code: '14' })).ok).toBe(true)
  const designations = await prisma.unitDesignation.findMany({
    where: { unitId: scene.units.member.id },
    orderBy: { validFrom: { sort: 'asc', nulls: 'first' } },
  })
  expect(designations.map(({ kind, validTo }) => [kind, validTo?.toISOString().slice(0, 10)])).toEqual([
    ['tỉnh', '2026-05-01'],
    ['thành phố', undefined],
  ])
})
