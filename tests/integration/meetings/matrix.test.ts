import { test } from 'vitest'
import {
  finishAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
  saveAgendaItem,
  startAgendaItem,
} from '@/lib/meetings/agenda/commands'
import {
  changeMeeting,
  closeMeeting,
  inviteToMeeting,
  openMeeting,
  planMeeting,
} from '@/lib/meetings/commands'
import {
  addSpeaker,
  askToSpeak,
  cancelSpeaker,
  finishSpeaker,
  showScene,
  startSpeaker,
  summariseSpeaker,
} from '@/lib/meetings/hall/commands'
import {
  addSideEvent,
  assignTask,
  followUpTask,
  recordDecision,
  removeConclusion,
  removeSideEvent,
  writeConclusion,
} from '@/lib/meetings/outcomes/commands'
import {
  addDelegate,
  addSubstitute,
  checkIn,
  notePresence,
  removeDelegate,
} from '@/lib/meetings/presence/commands'
import { checkInCode } from '@/lib/meetings/presence/queries'
import { editMinutes, freezeMinutes } from '@/lib/minutes/commands'
import { databaseNow, prisma } from '../../support/database'
import { runMatrix, type MatrixCase } from '../../support/matrix'
import { HALL_ROLES, hallActor, type HallRole, type HallScene, writeMeeting } from '../../support/meetings'

type Scene = HallScene & {
  items: string[]
  speaker: string
  point: string
  bare: string
  task: string
  event: string
  /** A cluster-year of others. */
  otherYear: string
}

const RUNNERS = ['head', 'deputy', 'centralStaff', 'reviewer', 'office', 'secretary'] as const
const PLANNERS = ['head', 'deputy', 'centralStaff', 'reviewer', 'office'] as const
const all = (roles: readonly HallRole[]) => Object.fromEntries(roles.map((role) => [role, 'ok' as const]))

const OPEN_FOR = new Set([
  'startAgendaItem',
  'finishAgendaItem',
  'startSpeaker',
  'finishSpeaker',
  'cancelSpeaker',
  'summariseSpeaker',
  'askToSpeak',
  'recordDecision',
  'writeConclusion',
  'removeConclusion',
  'closeMeeting',
])

async function arrange(command: string): Promise<Scene> {
  const hall = await writeMeeting(6)
  const { meetingId } = hall
  const state = command === 'freezeMinutes' ? 'CLOSED' : OPEN_FOR.has(command) ? 'OPEN' : 'INVITED'
  await prisma.meeting.update({ where: { id: meetingId }, data: { state, openedAt: new Date() } })
  const items = await prisma.agendaItem.findMany({ where: { meetingId }, orderBy: { position: 'asc' } })
  if (command === 'finishAgendaItem')
    await prisma.agendaItem.update({ where: { id: items[0]!.id }, data: { startedAt: new Date() } })
  const speaker = await prisma.speaker.create({
    data: {
      meetingId,
      name: 'Người phát biểu',
      position: 1,
      state: command === 'finishSpeaker' ? 'SPEAKING' : 'WAITING',
    },
  })
  const point = await prisma.conclusionPoint.create({ data: { meetingId, position: 1, text: 'Một ý' } })
  const bare = await prisma.conclusionPoint.create({ data: { meetingId, position: 2, text: 'Ý khác' } })
  const task = await prisma.meetingTask.create({
    data: { conclusionId: point.id, text: 'Một việc', unitId: hall.units[3]! },
  })
  const event = await prisma.sideEvent.create({ data: { meetingId, title: 'Tham quan' } })
  return {
    ...hall,
    items: items.map(({ id }) => id),
    speaker: speaker.id,
    point: point.id,
    bare: bare.id,
    task: task.id,
    event: event.id,
    otherYear: command.includes('jointly') ? (await writeMeeting(3)).clusterYearId : hall.clusterYearId,
  }
}

const PLAN = {
  kind: 'ANNUAL_REVIEW',
  title: 'Hội nghị mới',
  form: null,
  heldOn: '2026-12-01',
  startsAt: '08:00',
  place: 'Hội trường',
  hostUnitId: null,
  programme: '',
  quorumShare: 2,
  quorumOf: 3,
  quorumBasis: '',
  alsoFor: [] as string[],
} as const
const PERSON = { title: '', email: '' }
const meeting = (scene: Scene) => ({ meetingId: scene.meetingId })

type Case = MatrixCase<HallRole, Scene>
const byRunners = (command: string, run: Case['run']): Case => ({
  command,
  run,
  expected: all(RUNNERS),
  otherwise: 'forbidden',
})

const CASES: Case[] = [
  {
    command: 'planMeeting, jointly with a cluster of others',
    run: (actor, scene) =>
      planMeeting(actor, { ...PLAN, clusterYearId: scene.clusterYearId, alsoFor: [scene.otherYear] }),
    expected: { office: 'ok' },
    otherwise: 'forbidden',
  },
  {
    command: 'planMeeting',
    run: (actor, scene) => planMeeting(actor, { ...PLAN, clusterYearId: scene.clusterYearId }),
    expected: all(PLANNERS),
    otherwise: 'forbidden',
  },
  byRunners('changeMeeting', (actor, scene) =>
    changeMeeting(actor, { ...PLAN, ...meeting(scene), version: 1, invitation: '' }),
  ),
  byRunners('inviteToMeeting', (actor, scene) => inviteToMeeting(actor, meeting(scene))),
  byRunners('openMeeting', (actor, scene) => openMeeting(actor, meeting(scene))),
  byRunners('closeMeeting', (actor, scene) => closeMeeting(actor, meeting(scene))),
  byRunners('addDelegate', (actor, scene) =>
    addDelegate(actor, {
      ...meeting(scene),
      ...PERSON,
      role: 'GUEST',
      unitId: null,
      name: 'Khách',
      votes: false,
    }),
  ),
  byRunners('addSubstitute', (actor, scene) =>
    addSubstitute(actor, {
      ...PERSON,
      delegateId: scene.seats[5]!,
      name: 'Người thay',
      authorisation: 'Giấy số 1',
    }),
  ),
  byRunners('removeDelegate', (actor, scene) => removeDelegate(actor, { delegateId: scene.seats[5]! })),
  byRunners('notePresence', (actor, scene) =>
    notePresence(actor, { delegateId: scene.seats[5]!, kind: 'ARRIVED' }),
  ),
  {
    command: 'checkIn to the seat of unit 4',
    run: async (actor, scene) =>
      checkIn(actor, {
        ...meeting(scene),
        delegateId: scene.seats[4]!,
        code: checkInCode('a secret that only this hall knows', await databaseNow()),
      }),
    expected: { memberOfficer: 'ok' },
    otherwise: 'forbidden',
  },
  byRunners('saveAgendaItem', (actor, scene) =>
    saveAgendaItem(actor, {
      ...meeting(scene),
      itemId: null,
      parentId: null,
      title: 'Mục mới',
      minutes: 5,
      responsible: '',
    }),
  ),
  byRunners('moveAgendaItem', (actor, scene) =>
    moveAgendaItem(actor, { itemId: scene.items[1]!, direction: 'up' }),
  ),
  byRunners('removeAgendaItem', (actor, scene) => removeAgendaItem(actor, { itemId: scene.items[2]! })),
  byRunners('startAgendaItem', (actor, scene) => startAgendaItem(actor, { itemId: scene.items[0]! })),
  byRunners('finishAgendaItem', (actor, scene) => finishAgendaItem(actor, { itemId: scene.items[0]! })),
  byRunners('showScene', (actor, scene) =>
    showScene(actor, { ...meeting(scene), scene: { kind: 'AGENDA' } }),
  ),
  byRunners('addSpeaker', (actor, scene) =>
    addSpeaker(actor, { ...meeting(scene), delegateId: null, name: 'Khách', topic: '', minutes: null }),
  ),
  byRunners('startSpeaker', (actor, scene) => startSpeaker(actor, { speakerId: scene.speaker })),
  byRunners('finishSpeaker', (actor, scene) => finishSpeaker(actor, { speakerId: scene.speaker })),
  byRunners('cancelSpeaker', (actor, scene) => cancelSpeaker(actor, { speakerId: scene.speaker })),
  byRunners('summariseSpeaker', (actor, scene) =>
    summariseSpeaker(actor, { speakerId: scene.speaker, summary: 'Đã nói' }),
  ),
  {
    command: 'askToSpeak',
    run: async (actor, scene) => askToSpeak(actor, { ...meeting(scene), topic: '' }),
    expected: { delegate: 'ok' },
    otherwise: 'forbidden',
  },
  byRunners('recordDecision', (actor, scene) =>
    recordDecision(actor, {
      ...meeting(scene),
      agendaItemId: null,
      text: 'Nhất trí chương trình',
      method: 'CONSENSUS',
      inFavour: null,
      against: null,
      abstained: null,
    }),
  ),
  {
    command: 'writeConclusion',
    run: (actor, scene) => writeConclusion(actor, { ...meeting(scene), pointId: null, text: 'Kết luận' }),
    expected: { reviewer: 'ok' },
    otherwise: 'forbidden',
  },
  {
    command: 'removeConclusion',
    run: (actor, scene) => removeConclusion(actor, { pointId: scene.bare }),
    expected: { reviewer: 'ok' },
    otherwise: 'forbidden',
  },
  byRunners('assignTask', (actor, scene) =>
    assignTask(actor, { pointId: scene.point, text: 'Việc', unitId: scene.units[3]!, dueOn: '2027-03-01' }),
  ),
  {
    command: 'followUpTask of unit 3',
    run: (actor, scene) =>
      followUpTask(actor, { taskId: scene.task, version: 1, state: 'DONE', text: 'Đã làm' }),
    expected: { ...all(RUNNERS), delegate: 'ok' },
    otherwise: 'forbidden',
  },
  byRunners('addSideEvent', (actor, scene) =>
    addSideEvent(actor, { ...meeting(scene), title: 'Tham quan', place: '', heldOn: null, note: '' }),
  ),
  byRunners('removeSideEvent', (actor, scene) => removeSideEvent(actor, { sideEventId: scene.event })),
  byRunners('editMinutes', (actor, scene) =>
    editMinutes(actor, { ...meeting(scene), version: 1, section: 'closing', text: 'Viết tay' }),
  ),
  byRunners('freezeMinutes', (actor, scene) => freezeMinutes(actor, { ...meeting(scene), version: 1 })),
]

test('T10 role × action: every command of a meeting and its minutes', { timeout: 600_000 }, async () => {
  await runMatrix<HallRole, Scene>(
    {
      roles: HALL_ROLES,
      arrange,
      actorFor: async (role, scene) => {
        const actor = await hallActor(role, scene)
        // A delegate who asks to speak has come.
        if (role === 'delegate')
          await prisma.presenceEvent.create({
            data: { delegateId: scene.seats[3]!, kind: 'ARRIVED', bySelf: true },
          })
        return actor
      },
    },
    CASES,
  )
})
