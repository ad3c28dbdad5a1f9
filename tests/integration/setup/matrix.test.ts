import { test } from 'vitest'
import {
  assignCentralPeople,
  createClusterYear,
  openNextSet,
  saveCluster,
  setHeadship,
  updateClusterYear,
} from '@/lib/clusters/setup/commands'
import {
  createSet,
  moveIndicator,
  openYearFrom,
  saveGroup,
  saveIndicator,
  saveUnitIndicators,
} from '@/lib/indicators/setup/commands'
import { indicatorSchema } from '@/lib/indicators/setup/schema'
import { setPeriod, startYear, updateYear } from '@/lib/periods/commands'
import { addAlias, addDesignation, removeAlias } from '@/lib/units/setup/commands'
import { createAccount } from '../../support/actors'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'
import { actorOf, arrangeReports, PEOPLE, type Person, type ReportScene } from '../../support/reports'
import { prisma } from '../../support/database'

type Scene = ReportScene & { spare: { id: string }; aliasId: string; staffId: string; setId: string }

async function arrange(command: string): Promise<Scene> {
  const scene = await arrangeReports()
  if (command === 'startYear')
    await prisma.emulationYear.update({ where: { id: scene.year.id }, data: { state: 'PREPARING' } })
  const spare = await prisma.cluster.create({ data: { slug: 'du-phong', name: 'Dự phòng' } })
  const alias = await prisma.unitAlias.create({
    data: { unitId: scene.units.member.id, alias: 'Sơn-La', folded: 'son-la' },
  })
  const staff = await createAccount(undefined, {
    grants: [{ role: 'CENTRAL_STAFF', clusterYearId: scene.south.id }],
  })
  const set = await prisma.clusterSet.findFirstOrThrow()
  return { ...scene, spare, aliasId: alias.id, staffId: staff.id, setId: set.id }
}

const matrix: Matrix<Person, Scene> = {
  roles: PEOPLE,
  arrange,
  actorFor: (role, scene) => actorOf(role, scene),
}

const officeOnly = (command: string, run: MatrixCase<Person, Scene>['run']): MatrixCase<Person, Scene> => ({
  command,
  run,
  expected: { office: 'ok' },
  otherwise: 'forbidden',
})

const inSet = (scene: Scene) => ({ setId: scene.indicatorSet.id, version: 1, reason: '' })

const CASES: MatrixCase<Person, Scene>[] = [
  officeOnly('updateYear', (actor, { year }) =>
    updateYear(actor, { yearId: year.id, version: 1, theme: 'An toàn' }),
  ),
  officeOnly('startYear', (actor, { year }) => startYear(actor, { yearId: year.id, version: 1 })),
  officeOnly('setPeriod', (actor, { year }) =>
    setPeriod(actor, { yearId: year.id, kind: 'SIX_MONTHS', opensOn: null, dueOn: '2026-07-05' }),
  ),
  officeOnly('saveCluster', (actor) =>
    saveCluster(actor, { clusterId: null, name: 'Cụm mới', slug: 'cum-moi', aliases: [], note: '' }),
  ),
  officeOnly('openNextSet', (actor, { setId }) =>
    openNextSet(actor, { setId, version: 1, name: 'Cụm 2027', validFrom: '2027-01-01', note: '' }),
  ),
  officeOnly('createClusterYear', (actor, { year, spare, setId }) =>
    createClusterYear(actor, { yearId: year.id, clusterId: spare.id, setId, title: 'Cụm dự phòng' }),
  ),
  officeOnly('updateClusterYear', (actor, { north, units }) =>
    updateClusterYear(actor, {
      clusterYearId: north.id,
      version: 1,
      title: 'Cụm phía Bắc',
      motto: '',
      unitIds: [units.head.id, units.deputy.id],
    }),
  ),
  officeOnly('setHeadship', (actor, { north, units }) =>
    setHeadship(actor, {
      clusterYearId: north.id,
      role: 'HEAD',
      unitId: units.member.id,
      startsOn: '2026-10-01',
      note: '',
    }),
  ),
  officeOnly('assignCentralPeople', (actor, { north, staffId }) =>
    assignCentralPeople(actor, { clusterYearId: north.id, role: 'CENTRAL_STAFF', accountIds: [staffId] }),
  ),
  officeOnly('openYearFrom', (actor, { year }) =>
    openYearFrom(actor, { sourceYearId: year.id, year: 2027, theme: '' }),
  ),
  officeOnly('createSet', (actor, { year, units }) =>
    createSet(actor, { yearId: year.id, scope: 'UNIT', ownerId: units.member.id, name: 'Riêng Sơn La' }),
  ),
  officeOnly('saveGroup', (actor, scene) =>
    saveGroup(actor, { ...inSet(scene), groupId: null, name: 'Nhóm 2' }),
  ),
  officeOnly('saveIndicator', (actor, scene) =>
    saveIndicator(
      actor,
      indicatorSchema.parse({
        ...inSet(scene),
        indicatorId: scene.indicators.count.id,
        groupId: scene.indicators.count.groupId,
        name: 'Hộ thoát nghèo',
        shortName: 'Hộ thoát nghèo',
        kind: 'COUNT',
        measureUnit: 'hộ',
        direction: 'HIGHER_IS_BETTER',
        aggregation: 'SUM',
        nature: 'FLOW',
      }),
    ),
  ),
  officeOnly('moveIndicator', (actor, scene) =>
    moveIndicator(actor, { ...inSet(scene), indicatorId: scene.indicators.money.id, move: 'UP' }),
  ),
  officeOnly('saveUnitIndicators', (actor, { indicatorSet, units, indicators }) =>
    saveUnitIndicators(actor, {
      setId: indicatorSet.id,
      unitId: units.member.id,
      rows: [
        {
          indicatorId: indicators.count.id,
          notAssigned: false,
          assignedTarget: '1.500',
          provincialTarget: '',
        },
      ],
    }),
  ),
  officeOnly('addAlias', (actor, { units }) =>
    addAlias(actor, { unitId: units.member.id, version: 1, alias: 'SL' }),
  ),
  officeOnly('removeAlias', (actor, { units, aliasId }) =>
    removeAlias(actor, { unitId: units.member.id, version: 1, aliasId }),
  ),
  officeOnly('addDesignation', (actor, { units }) =>
    addDesignation(actor, {
      unitId: units.member.id,
      version: 1,
      name: 'Sơn La',
      kind: 'thành phố',
      code: '14',
      validFrom: '2026-05-01',
      source: 'Nghị quyết 1/2026',
    }),
  ),
]

test(
  'M6: the set-up of years, clusters, indicators and units is the office’s alone',
  { timeout: 240_000 },
  () => runMatrix(matrix, CASES),
)
