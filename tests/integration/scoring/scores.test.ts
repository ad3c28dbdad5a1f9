import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/auth/actor'
import { agreeMinutes, assignTeam, removeTeam, setSubGroup, writeMinutes } from '@/lib/scoring/cross/commands'
import {
  moveCriterion,
  openRubric,
  publishScores,
  removeCriterion,
  saveCriterion,
  saveRubric,
} from '@/lib/scoring/rubric/commands'
import { getRubric, getScoreBoard } from '@/lib/scoring/rubric/queries'
import { explainSheet, finishStage, giveBackSelfScore, saveScores } from '@/lib/scoring/sheets/commands'
import { listScoringDuties } from '@/lib/scoring/duties/queries'
import { getSheet } from '@/lib/scoring/sheets/queries'
import type { ScoreStage } from '@/lib/scoring/types'
import { countRows, prisma, sql } from '../../support/database'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'
import { actorOf, arrangeReports, PEOPLE, type Person, type ReportScene } from '../../support/reports'

type Scene = ReportScene & {
  rubricId: string
  /** Criterion ids: by hand 60, computed from the indicator "ho" 40, bonus 5. */
  manual: string
  computed: string
  bonus: string
  sheets: Record<'head' | 'deputy' | 'member', string>
  teamId: string
}

const day = new Date('2026-11-01T03:00:00Z')
const STAGES: ScoreStage[] = ['SELF', 'CROSS', 'APPRAISED', 'FINAL']

/** A rubric of 100 points at a state; the member's sheet has passed the stages before `stage`, Lai Châu checks it. */
async function arrange(
  state: 'DRAFT' | 'OPEN' | 'PUBLISHED',
  stage: ScoreStage = 'SELF',
  filled = false,
): Promise<Scene> {
  const scene = await arrangeReports()
  const rubric = await prisma.rubric.create({
    data: {
      clusterYearId: scene.north.id,
      name: 'Bảng tiêu chí',
      total: '100',
      bonusCap: '5',
      penaltyCap: '5',
      state,
      bands: [{ label: 'Xuất sắc', from: '90' }],
    },
  })
  const criterion = (kind: 'MANUAL' | 'COMPLETION' | 'BONUS', max: string, position: number) =>
    prisma.criterion.create({
      data: {
        rubricId: rubric.id,
        kind,
        max,
        position,
        text: kind,
        indicatorCode: kind === 'COMPLETION' ? 'ho' : null,
      },
    })
  const manual = await criterion('MANUAL', '60', 1)
  const computed = await criterion('COMPLETION', '40', 2)
  const bonus = await criterion('BONUS', '5', 3)
  const done = STAGES.slice(0, STAGES.indexOf(stage))
  const sheets = {} as Scene['sheets']
  for (const unit of ['head', 'deputy', 'member'] as const) {
    const sheet = await prisma.scoreSheet.create({
      data: {
        rubricId: rubric.id,
        unitId: scene.units[unit].id,
        selfSentAt: done.includes('SELF') ? day : null,
        crossDoneAt: done.includes('CROSS') ? day : null,
        appraisedAt: done.includes('APPRAISED') ? day : null,
      },
    })
    sheets[unit] = sheet.id
    await prisma.score.createMany({
      data: [...done, ...(filled ? [stage] : [])].flatMap((at) =>
        [manual, computed].map(({ id }) => ({
          sheetId: sheet.id,
          criterionId: id,
          stage: at,
          points: '30',
          byId: rubric.id,
        })),
      ),
    })
  }
  const team = await prisma.crossTeam.create({
    data: {
      rubricId: rubric.id,
      checkingUnitId: scene.units.deputy.id,
      checkedUnitId: scene.units.member.id,
      minutes: stage === 'CROSS' && filled ? 'Biên bản' : null,
    },
  })
  return {
    ...scene,
    rubricId: rubric.id,
    manual: manual.id,
    computed: computed.id,
    bonus: bonus.id,
    sheets,
    teamId: team.id,
  }
}

const FIXTURES: Record<string, () => Promise<Scene>> = {
  saveScoresSELF: () => arrange('OPEN', 'SELF'),
  finishSELF: () => arrange('OPEN', 'SELF', true),
  saveScoresCROSS: () => arrange('OPEN', 'CROSS'),
  saveScoresAPPRAISED: () => arrange('OPEN', 'APPRAISED'),
  finishAPPRAISED: () => arrange('OPEN', 'APPRAISED', true),
  saveScoresFINAL: () => arrange('OPEN', 'FINAL'),
  finishFINAL: () => arrange('OPEN', 'FINAL', true),
  explainSheet: () => arrange('OPEN', 'CROSS'),
  giveBackBeforeChecking: () => arrange('OPEN', 'CROSS'),
  giveBackWhileChecking: () => arrange('OPEN', 'CROSS', true),
  writeMinutes: () => arrange('OPEN', 'CROSS'),
  agreeAsChecking: () => arrange('OPEN', 'CROSS', true),
  agreeAsChecked: () => arrange('OPEN', 'CROSS', true),
  assignTeam: () => arrange('OPEN'),
  removeTeam: () => arrange('OPEN'),
  setSubGroup: () => arrange('OPEN'),
  publishScores: async () => {
    const scene = await arrange('OPEN', 'FINAL', true)
    await prisma.scoreSheet.updateMany({ data: { finalAt: day } })
    return scene
  },
}

/** A central officer follows the north, so that the office does not stand in for her. */
async function withStaff(scene: Scene): Promise<Scene> {
  await prisma.account.create({
    data: {
      name: 'Chuyên viên',
      email: 'chuyen.vien@example.test',
      grants: { create: { role: 'CENTRAL_STAFF', clusterYearId: scene.north.id } },
    },
  })
  return scene
}

const matrix: Matrix<Person, Scene> = {
  roles: PEOPLE,
  arrange: async (command) => withStaff(await (FIXTURES[command] ?? (() => arrange('DRAFT')))()),
  actorFor: (role, scene) => actorOf(role, scene),
}

const drafters = (command: string, run: MatrixCase<Person, Scene>['run']): MatrixCase<Person, Scene> => ({
  command,
  run,
  expected: {
    head: 'ok',
    office: 'ok',
    deputy: 'forbidden',
    otherOfficer: 'forbidden',
    otherLeader: 'forbidden',
    staff: 'forbidden',
    reviewer: 'forbidden',
  },
  otherwise: 'not_found',
})

const inRubric = ({ rubricId }: Scene) => ({ rubricId, version: 1 })
const onSheet = ({ sheets }: Scene) => ({ sheetId: sheets.member, version: 1 })
const typed = (scene: Scene, stage: ScoreStage) => ({
  ...onSheet(scene),
  stage,
  typed: [{ criterionId: scene.manual, value: '0', reason: 'Thiếu minh chứng' }],
})

const inCluster = {
  officer: 'forbidden',
  leader: 'forbidden',
  head: 'forbidden',
  deputy: 'forbidden',
} as const
const checkers = { otherOfficer: 'forbidden', otherLeader: 'forbidden', deputy: 'forbidden' } as const
const central = { staff: 'forbidden', reviewer: 'forbidden', office: 'forbidden' } as const
const ownUnit = { officer: 'forbidden', leader: 'forbidden' } as const
const planned = { ...drafters('', () => Promise.reject(new Error())).expected, ...ownUnit }

const CASES: MatrixCase<Person, Scene>[] = [
  {
    command: 'saveRubric',
    run: (actor, { north }) =>
      saveRubric(actor, {
        clusterYearId: north.id,
        version: 1,
        name: 'Tên mới',
        total: '90',
        bonusCap: '0',
        penaltyCap: '0',
        bands: [],
      }),
    expected: { head: 'ok', office: 'ok' },
    otherwise: 'forbidden',
  },
  drafters('saveCriterion', (actor, scene) =>
    saveCriterion(actor, {
      ...inRubric(scene),
      criterionId: null,
      parentId: null,
      text: 'Mới',
      kind: 'MANUAL',
      max: '5',
      perPiece: null,
      indicatorCode: null,
      guidance: null,
    }),
  ),
  drafters('removeCriterion', (actor, scene) =>
    removeCriterion(actor, { ...inRubric(scene), criterionId: scene.bonus }),
  ),
  drafters('moveCriterion', (actor, scene) =>
    moveCriterion(actor, { ...inRubric(scene), criterionId: scene.bonus, direction: 'up' }),
  ),
  drafters('openRubric', (actor, scene) => openRubric(actor, inRubric(scene))),
  {
    command: 'assignTeam',
    run: (actor, { rubricId, units }) =>
      assignTeam(actor, {
        rubricId,
        checkingUnitId: units.member.id,
        checkedUnitId: units.head.id,
        scheduledOn: '2026-11-25',
      }),
    expected: planned,
    otherwise: 'not_found',
  },
  {
    command: 'removeTeam',
    run: (actor, { teamId }) => removeTeam(actor, { teamId, version: 1 }),
    expected: planned,
    otherwise: 'not_found',
  },
  {
    command: 'setSubGroup',
    run: (actor, { rubricId, units }) =>
      setSubGroup(actor, { rubricId, unitId: units.member.id, subGroup: 'Miền núi' }),
    expected: planned,
    otherwise: 'not_found',
  },
  {
    command: 'saveScoresSELF',
    run: (actor, scene) => saveScores(actor, typed(scene, 'SELF')),
    expected: { officer: 'ok', leader: 'ok', ...central },
    otherwise: 'not_found',
  },
  {
    command: 'finishSELF',
    run: (actor, scene) => finishStage(actor, { ...onSheet(scene), stage: 'SELF' }),
    expected: { leader: 'ok', officer: 'forbidden', ...central },
    otherwise: 'not_found',
  },
  {
    command: 'saveScoresCROSS',
    run: (actor, scene) => saveScores(actor, typed(scene, 'CROSS')),
    expected: { ...ownUnit, ...central, otherOfficer: 'ok', otherLeader: 'ok', deputy: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'writeMinutes',
    run: (actor, { teamId }) => writeMinutes(actor, { teamId, version: 1, minutes: 'Hai bên làm việc.' }),
    expected: { ...ownUnit, ...central, otherOfficer: 'ok', otherLeader: 'ok', deputy: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'agreeAsChecking',
    run: (actor, { teamId }) => agreeMinutes(actor, { teamId, version: 1, side: 'CHECKING' }),
    expected: { ...ownUnit, ...central, ...checkers, otherLeader: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'agreeAsChecked',
    run: (actor, { teamId }) => agreeMinutes(actor, { teamId, version: 1, side: 'CHECKED' }),
    expected: { ...ownUnit, ...central, ...checkers, leader: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'explainSheet',
    run: (actor, scene) => explainSheet(actor, { ...onSheet(scene), explanation: 'Vì mưa lũ.' }),
    expected: { ...central, ...checkers, officer: 'ok', leader: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'giveBackBeforeChecking',
    run: (actor, scene) => giveBackSelfScore(actor, { ...onSheet(scene), reason: 'Thiếu minh chứng.' }),
    expected: { ...checkers, ...central, officer: 'forbidden', leader: 'ok', staff: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'giveBackWhileChecking',
    run: (actor, scene) => giveBackSelfScore(actor, { ...onSheet(scene), reason: 'Thiếu minh chứng.' }),
    expected: { ...checkers, ...central, officer: 'forbidden', leader: 'locked', staff: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'saveScoresAPPRAISED',
    run: (actor, scene) => saveScores(actor, typed(scene, 'APPRAISED')),
    expected: { ...ownUnit, ...checkers, ...central, staff: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'finishAPPRAISED',
    run: (actor, scene) => finishStage(actor, { ...onSheet(scene), stage: 'APPRAISED' }),
    expected: { ...ownUnit, ...checkers, ...central, staff: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'saveScoresFINAL',
    run: (actor, scene) => saveScores(actor, typed(scene, 'FINAL')),
    expected: { ...ownUnit, ...checkers, staff: 'forbidden', reviewer: 'ok', office: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'finishFINAL',
    run: (actor, scene) => finishStage(actor, { ...onSheet(scene), stage: 'FINAL' }),
    expected: { ...ownUnit, ...checkers, staff: 'forbidden', reviewer: 'ok', office: 'ok' },
    otherwise: 'not_found',
  },
  {
    command: 'publishScores',
    run: (actor, scene) => publishScores(actor, inRubric(scene)),
    expected: { ...inCluster, ...checkers, staff: 'forbidden', reviewer: 'ok', office: 'ok' },
    otherwise: 'not_found',
  },
]

describe('T10 role × action, scores', () => {
  it.each(CASES.map((line) => [line.command, line] as const))(
    '%s',
    async (_, line) => {
      await runMatrix(matrix, [line])
    },
    60_000,
  )
})

const as = (person: Person, scene: Scene): Promise<Actor> => actorOf(person, scene)
const value = <T>(result: { ok: true; value: T } | { ok: false; message: string; fields?: object }): T => {
  if (!result.ok) throw new Error(`${result.message} ${JSON.stringify(result.fields ?? {})}`)
  return result.value
}

/** Registered 100 each; results 150 (head), 100 (deputy), 80 (member), all sent. */
async function writeFigures(scene: Scene): Promise<void> {
  for (const [unit, amount] of [
    ['head', '150'],
    ['deputy', '100'],
    ['member', '80'],
  ] as const)
    for (const [kind, a] of [
      ['REGISTRATION', '100'],
      ['YEAR_ESTIMATE', amount],
    ] as const)
      await prisma.report.create({
        data: {
          unitId: scene.units[unit].id,
          clusterYearId: scene.north.id,
          periodId: scene.periods[kind],
          state: 'SENT',
          projection: { create: { cells: { [scene.indicators.count.id]: { m: { a, v: 1 } } } } },
        },
      })
}

describe('T12 a sheet from self-score to publication', () => {
  let scene: Scene
  beforeEach(async () => {
    scene = await withStaff(await arrange('OPEN'))
    await writeFigures(scene)
  })

  const sheetOf = async (person: Person) => getSheet(await as(person, scene), scene.north.id, 'son-la')
  const version = async () =>
    (await prisma.scoreSheet.findUniqueOrThrow({ where: { id: scene.sheets.member } })).version
  const enter = async (person: Person, stage: ScoreStage, values: Record<string, [string, string?]>) =>
    saveScores(await as(person, scene), {
      sheetId: scene.sheets.member,
      version: await version(),
      stage,
      typed: Object.entries(values).map(([criterionId, [typedText, reason = '']]) => ({
        criterionId,
        value: typedText,
        reason,
      })),
    })
  const finish = async (person: Person, stage: ScoreStage) =>
    finishStage(await as(person, scene), { sheetId: scene.sheets.member, version: await version(), stage })

  it('computes by the written rule, keeps 0, asks for reasons, publishes once', async () => {
    expect((await sheetOf('officer'))?.rows.map(({ computed }) => computed?.points ?? null)).toEqual([
      null,
      '16',
      null,
    ])
    expect(await finish('leader', 'SELF')).toMatchObject({ ok: false, code: 'invalid' })
    value(await enter('officer', 'SELF', { [scene.manual]: ['0'] }))
    expect((await sheetOf('officer'))?.totals.SELF).toMatchObject({ total: '16', blank: [] })
    value(await finish('leader', 'SELF'))
    expect(await enter('leader', 'SELF', { [scene.manual]: ['50'] })).toMatchObject({ code: 'locked' })

    expect(await enter('otherOfficer', 'CROSS', { [scene.manual]: ['55'] })).toMatchObject({
      code: 'invalid',
      fields: { [`r.${scene.manual}`]: expect.any(String) },
    })
    value(
      await enter('otherOfficer', 'CROSS', {
        [scene.manual]: ['55', 'Có minh chứng'],
        [scene.computed]: ['16'],
      }),
    )
    const team = () => prisma.crossTeam.findUniqueOrThrow({ where: { id: scene.teamId } })
    const teamAct = async () => ({ teamId: scene.teamId, version: (await team()).version })
    value(
      await writeMinutes(await as('otherOfficer', scene), {
        ...(await teamAct()),
        minutes: 'Thống nhất 71.',
      }),
    )
    value(await agreeMinutes(await as('otherLeader', scene), { ...(await teamAct()), side: 'CHECKING' }))
    value(await enter('otherOfficer', 'CROSS', { [scene.bonus]: ['3,25'] }))
    expect((await team()).checkingAgreedAt).toBeNull()
    value(await agreeMinutes(await as('otherLeader', scene), { ...(await teamAct()), side: 'CHECKING' }))
    expect(
      value(await agreeMinutes(await as('leader', scene), { ...(await teamAct()), side: 'CHECKED' })),
    ).toEqual({ done: true })

    value(
      await enter('staff', 'APPRAISED', {
        [scene.manual]: ['55'],
        [scene.computed]: ['20', 'Tính lại theo số chính thức'],
        [scene.bonus]: ['0', 'Không có căn cứ'],
      }),
    )
    value(await finish('staff', 'APPRAISED'))
    expect(await finish('reviewer', 'FINAL')).toMatchObject({ code: 'invalid' })
    value(
      await enter('reviewer', 'FINAL', {
        [scene.manual]: ['55'],
        [scene.computed]: ['20'],
        [scene.bonus]: ['0'],
      }),
    )
    value(await finish('reviewer', 'FINAL'))
    expect((await sheetOf('leader'))?.stages).toEqual(['SELF', 'CROSS', 'APPRAISED'])

    const publish = async () => {
      const { version: now } = await prisma.rubric.findUniqueOrThrow({ where: { id: scene.rubricId } })
      return publishScores(await as('reviewer', scene), { rubricId: scene.rubricId, version: now })
    }
    expect(await publish()).toMatchObject({ code: 'invalid' })
    for (const other of ['head', 'deputy'] as const) {
      await prisma.score.createMany({
        data: [scene.manual, scene.computed].map((criterionId) => ({
          sheetId: scene.sheets[other],
          criterionId,
          stage: 'FINAL' as const,
          points: '37.5',
          byId: scene.rubricId,
        })),
      })
    }
    await prisma.scoreSheet.updateMany({ data: { finalAt: day } })
    value(await publish())
    expect(await publish()).toMatchObject({ code: 'locked' })
    const board = await getScoreBoard(await as('farOfficer', scene), scene.north.id)
    expect(board?.rows.map(({ unit, result }) => [unit.name, result?.total, result?.rank])).toEqual([
      ['Hà Giang', '75', 1],
      ['Lai Châu', '75', 1],
      ['Sơn La', '75', 1],
    ])
    expect((await sheetOf('farOfficer'))?.stages).toEqual(STAGES)
  })

  it('leaves what is not assigned out of the denominator', async () => {
    await prisma.unitIndicator.create({
      data: { indicatorId: scene.indicators.count.id, unitId: scene.units.member.id, notAssigned: true },
    })
    value(await enter('officer', 'SELF', { [scene.manual]: ['45'] }))
    value(await finish('leader', 'SELF'))
    expect((await sheetOf('leader'))?.totals.SELF).toMatchObject({ base: '75', blank: [] })
    expect(await countRows('scores')).toBe(1)
  })

  it('gives the best unit of the cluster the maximum', async () => {
    const points = async (slug: string, person: Person) =>
      (await getSheet(await as(person, scene), scene.north.id, slug))?.rows[1]?.computed?.points
    expect(await points('ha-giang', 'office')).toBe('40')
    expect(await points('lai-chau', 'office')).toBe('20')
  })

  it('frees a criterion of its points when it is made blank', async () => {
    value(await enter('officer', 'SELF', { [scene.manual]: ['0'] }))
    expect(await countRows('scores')).toBe(1)
    value(await enter('officer', 'SELF', { [scene.manual]: [''] }))
    expect(await countRows('scores')).toBe(0)
  })

  it('tells two people who save at once', async () => {
    const [a, b] = await Promise.all(
      (['officer', 'leader'] as const).map(async (person) =>
        saveScores(await as(person, scene), {
          sheetId: scene.sheets.member,
          version: 1,
          stage: 'SELF',
          typed: [{ criterionId: scene.manual, value: '5', reason: '' }],
        }),
      ),
    )
    expect([a?.ok, b?.ok].sort()).toEqual([false, true])
  })

  it('refuses a unit that checks itself, in the database too', async () => {
    const { rubricId, units } = scene
    const pair = { rubricId, checkingUnitId: units.head.id, checkedUnitId: units.head.id, scheduledOn: null }
    expect(await assignTeam(await as('head', scene), pair)).toMatchObject({ code: 'invalid' })
    await expect(
      sql('INSERT INTO cross_teams (rubric_id, checking_unit_id, checked_unit_id) VALUES ($1, $2, $2)', [
        rubricId,
        units.head.id,
      ]),
    ).rejects.toThrow(/cross_teams_not_itself/)
  })
})

describe('T12 nobody sees the scores of others before publication', () => {
  const SECRET = '47.13'

  it.each(PEOPLE)('%s', async (person) => {
    const scene = await withStaff(await arrange('OPEN', 'FINAL', true))
    await prisma.score.updateMany({ data: { points: SECRET, reason: 'LÝ DO KÍN' } })
    await prisma.scoreSheet.updateMany({ data: { explanation: 'LÝ DO KÍN' } })
    await prisma.crossTeam.updateMany({ data: { minutes: 'LÝ DO KÍN' } })
    const actor = await as(person, scene)
    const seesAll = ['staff', 'reviewer', 'office'].includes(person)
    const own = { head: 'ha-giang', deputy: 'lai-chau', otherOfficer: 'lai-chau', otherLeader: 'lai-chau' }
    const mine =
      (own as Record<string, string>)[person] ?? (['officer', 'leader'].includes(person) ? 'son-la' : null)
    const checks = mine === 'lai-chau'

    const board = JSON.stringify(await getScoreBoard(actor, scene.north.id))
    if (!seesAll) expect(board).not.toMatch(/47\.13|94\.26|LÝ DO KÍN/)
    expect(JSON.stringify(await getRubric(actor, scene.north.id))).not.toMatch(/47\.13|LÝ DO KÍN/)
    for (const slug of ['ha-giang', 'lai-chau', 'son-la']) {
      const sheet = await getSheet(actor, scene.north.id, slug)
      const stages = sheet?.stages ?? []
      if (seesAll) expect(stages).toEqual(expect.arrayContaining(['SELF', 'CROSS', 'APPRAISED']))
      else if (slug === mine) expect(stages).toEqual(['SELF', 'CROSS', 'APPRAISED'])
      else if (slug === 'son-la' && checks) expect(stages).toEqual(['SELF', 'CROSS'])
      else expect(sheet).toBeNull()
      if (person === 'staff') expect(stages).not.toContain('FINAL')
    }
    expect(JSON.stringify(await sql('SELECT before, after FROM audit_entries'))).not.toContain(SECRET)
  })

  it('keeps a self-score that was not sent within its unit', async () => {
    const scene = await withStaff(await arrange('OPEN', 'SELF', true))
    const stagesFor = async (person: Person) =>
      (await getSheet(await as(person, scene), scene.north.id, 'son-la'))?.stages
    expect(await stagesFor('officer')).toEqual(['SELF'])
    expect(await stagesFor('otherLeader')).toBeUndefined()
    expect(await stagesFor('reviewer')).toEqual([])
  })
})

it('a returned self-score waits for its unit again, with the reason, and is sent anew', async () => {
  const scene = await withStaff(await arrange('OPEN', 'CROSS', true))
  const [staff, leader, officer, other, reviewer] = await Promise.all(
    (['staff', 'leader', 'officer', 'otherLeader', 'reviewer'] as const).map((who) => as(who, scene)),
  )
  const duties = async (actor: Actor) =>
    (await listScoringDuties(actor)).map(({ kind, unit }) => `${kind} ${unit.id === scene.units.member.id}`)
  expect(await duties(other!)).toContain('CROSS true')
  expect(await duties(leader!)).not.toContain('SELF true')
  value(await giveBackSelfScore(staff!, { ...onSheet(scene), reason: 'Thiếu minh chứng.' }))
  expect(await duties(officer!)).toContain('SELF_AGAIN true')
  expect(await duties(other!)).not.toContain('CROSS true')
  expect(await duties(reviewer!)).toEqual([])
  const slug = (await prisma.unit.findUniqueOrThrow({ where: { id: scene.units.member.id } })).slug
  const sheet = await getSheet(officer!, scene.north.id, slug)
  expect(sheet?.returned).toMatchObject({ reason: 'Thiếu minh chứng.', byUnit: false })
  expect(sheet?.may).toMatchObject({ enter: 'SELF', giveBack: null })
  expect(await countRows('score_sheet_returns')).toBe(1)
  expect(await giveBackSelfScore(staff!, { ...onSheet(scene), version: 2, reason: 'Nữa.' })).toMatchObject({
    ok: false,
  })
  value(await finishStage(leader!, { ...onSheet(scene), version: 2, stage: 'SELF' }))
  expect((await getSheet(officer!, scene.north.id, slug))?.returned).toBeNull()
  expect(await duties(other!)).toContain('CROSS true')
})
