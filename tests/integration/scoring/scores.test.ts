import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/auth/actor'
import { agreeMinutes, assignTeam, writeMinutes } from '@/lib/scoring/cross/commands'
import { publishScores } from '@/lib/scoring/rubric/commands'
import { getRubric, getScoreBoard } from '@/lib/scoring/rubric/queries'
import { finishStage, giveBackSelfScore, saveScores } from '@/lib/scoring/sheets/commands'
import { listScoringDuties } from '@/lib/scoring/duties/queries'
import { getSheet } from '@/lib/scoring/sheets/queries'
import type { ScoreStage } from '@/lib/scoring/types'
import { countRows, prisma, sql } from '../../support/database'
import { actorOf, PEOPLE, type Person } from '../../support/reports'
import {
  arrangeScores,
  FINISHED_AT,
  onSheet,
  STAGES,
  withStaff,
  type ScoringScene,
} from '../../support/scoring'
import { must } from '../../support/must'

const as = (person: Person, scene: ScoringScene): Promise<Actor> => actorOf(person, scene)
/** Registered 100 each; results 150 (head), 100 (deputy), 80 (member), all sent. */
async function writeFigures(scene: ScoringScene): Promise<void> {
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
  let scene: ScoringScene
  beforeEach(async () => {
    scene = await withStaff(await arrangeScores('OPEN'))
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
    must(await enter('officer', 'SELF', { [scene.manual]: ['0'] }))
    expect((await sheetOf('officer'))?.totals.SELF).toMatchObject({ total: '16', blank: [] })
    must(await finish('leader', 'SELF'))
    expect(await enter('leader', 'SELF', { [scene.manual]: ['50'] })).toMatchObject({ code: 'locked' })

    expect(await enter('otherOfficer', 'CROSS', { [scene.manual]: ['55'] })).toMatchObject({
      code: 'invalid',
      fields: { [`r.${scene.manual}`]: expect.any(String) },
    })
    must(
      await enter('otherOfficer', 'CROSS', {
        [scene.manual]: ['55', 'Có minh chứng'],
        [scene.computed]: ['16'],
      }),
    )
    const team = () => prisma.crossTeam.findUniqueOrThrow({ where: { id: scene.teamId } })
    const teamAct = async () => ({ teamId: scene.teamId, version: (await team()).version })
    must(
      await writeMinutes(await as('otherOfficer', scene), {
        ...(await teamAct()),
        minutes: 'Thống nhất 71.',
      }),
    )
    must(await agreeMinutes(await as('otherLeader', scene), { ...(await teamAct()), side: 'CHECKING' }))
    must(await enter('otherOfficer', 'CROSS', { [scene.bonus]: ['3,25'] }))
    expect((await team()).checkingAgreedAt).toBeNull()
    must(await agreeMinutes(await as('otherLeader', scene), { ...(await teamAct()), side: 'CHECKING' }))
    expect(
      must(await agreeMinutes(await as('leader', scene), { ...(await teamAct()), side: 'CHECKED' })),
    ).toEqual({ done: true })

    must(
      await enter('staff', 'APPRAISED', {
        [scene.manual]: ['55'],
        [scene.computed]: ['20', 'Tính lại theo số chính thức'],
        [scene.bonus]: ['0', 'Không có căn cứ'],
      }),
    )
    must(await finish('staff', 'APPRAISED'))
    expect(await finish('reviewer', 'FINAL')).toMatchObject({ code: 'invalid' })
    must(
      await enter('reviewer', 'FINAL', {
        [scene.manual]: ['55'],
        [scene.computed]: ['20'],
        [scene.bonus]: ['0'],
      }),
    )
    must(await finish('reviewer', 'FINAL'))
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
    await prisma.scoreSheet.updateMany({ data: { finalAt: FINISHED_AT } })
    must(await publish())
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
    must(await enter('officer', 'SELF', { [scene.manual]: ['45'] }))
    must(await finish('leader', 'SELF'))
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
    must(await enter('officer', 'SELF', { [scene.manual]: ['0'] }))
    expect(await countRows('scores')).toBe(1)
    must(await enter('officer', 'SELF', { [scene.manual]: [''] }))
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
    const scene = await withStaff(await arrangeScores('OPEN', 'FINAL', true))
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
    const scene = await withStaff(await arrangeScores('OPEN', 'SELF', true))
    const stagesFor = async (person: Person) =>
      (await getSheet(await as(person, scene), scene.north.id, 'son-la'))?.stages
    expect(await stagesFor('officer')).toEqual(['SELF'])
    expect(await stagesFor('otherLeader')).toBeUndefined()
    expect(await stagesFor('reviewer')).toEqual([])
  })
})

it('a returned self-score waits for its unit again, with the reason, and is sent anew', async () => {
  const scene = await withStaff(await arrangeScores('OPEN', 'CROSS', true))
  const [staff, leader, officer, other, reviewer] = await Promise.all(
    (['staff', 'leader', 'officer', 'otherLeader', 'reviewer'] as const).map((who) => as(who, scene)),
  )
  const duties = async (actor: Actor) =>
    (await listScoringDuties(actor)).map(({ kind, unit }) => `${kind} ${unit.id === scene.units.member.id}`)
  expect(await duties(other!)).toContain('CROSS true')
  expect(await duties(leader!)).not.toContain('SELF true')
  must(await giveBackSelfScore(staff!, { ...onSheet(scene), reason: 'Thiếu minh chứng.' }))
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
  must(await finishStage(leader!, { ...onSheet(scene), version: 2, stage: 'SELF' }))
  expect((await getSheet(officer!, scene.north.id, slug))?.returned).toBeNull()
  expect(await duties(other!)).toContain('CROSS true')
})
