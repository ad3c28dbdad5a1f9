import { describe, it } from 'vitest'
import { agreeMinutes, assignTeam, removeTeam, setSubGroup, writeMinutes } from '@/lib/scoring/cross/commands'
import {
  moveCriterion,
  openRubric,
  publishScores,
  removeCriterion,
  saveCriterion,
  saveRubric,
} from '@/lib/scoring/rubric/commands'
import { explainSheet, finishStage, giveBackSelfScore, saveScores } from '@/lib/scoring/sheets/commands'
import type { ScoreStage } from '@/lib/scoring/types'
import { prisma } from '../../support/database'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'
import { actorOf, PEOPLE, type Person } from '../../support/reports'
import { arrangeScores, FINISHED_AT, onSheet, withStaff, type ScoringScene } from '../../support/scoring'

const FIXTURES: Record<string, () => Promise<ScoringScene>> = {
  saveScoresSELF: () => arrangeScores('OPEN', 'SELF'),
  finishSELF: () => arrangeScores('OPEN', 'SELF', true),
  saveScoresCROSS: () => arrangeScores('OPEN', 'CROSS'),
  saveScoresAPPRAISED: () => arrangeScores('OPEN', 'APPRAISED'),
  finishAPPRAISED: () => arrangeScores('OPEN', 'APPRAISED', true),
  saveScoresFINAL: () => arrangeScores('OPEN', 'FINAL'),
  finishFINAL: () => arrangeScores('OPEN', 'FINAL', true),
  explainSheet: () => arrangeScores('OPEN', 'CROSS'),
  giveBackBeforeChecking: () => arrangeScores('OPEN', 'CROSS'),
  giveBackWhileChecking: () => arrangeScores('OPEN', 'CROSS', true),
  writeMinutes: () => arrangeScores('OPEN', 'CROSS'),
  agreeAsChecking: () => arrangeScores('OPEN', 'CROSS', true),
  agreeAsChecked: () => arrangeScores('OPEN', 'CROSS', true),
  assignTeam: () => arrangeScores('OPEN'),
  removeTeam: () => arrangeScores('OPEN'),
  setSubGroup: () => arrangeScores('OPEN'),
  publishScores: async () => {
    const scene = await arrangeScores('OPEN', 'FINAL', true)
    await prisma.scoreSheet.updateMany({ data: { finalAt: FINISHED_AT } })
    return scene
  },
}

const matrix: Matrix<Person, ScoringScene> = {
  roles: PEOPLE,
  arrange: async (command) => withStaff(await (FIXTURES[command] ?? (() => arrangeScores('DRAFT')))()),
  actorFor: (role, scene) => actorOf(role, scene),
}

const drafters = (
  command: string,
  run: MatrixCase<Person, ScoringScene>['run'],
): MatrixCase<Person, ScoringScene> => ({
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

const inRubric = ({ rubricId }: ScoringScene) => ({ rubricId, version: 1 })
const typed = (scene: ScoringScene, stage: ScoreStage) => ({
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

const CASES: MatrixCase<Person, ScoringScene>[] = [
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
