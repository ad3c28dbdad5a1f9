import { expect, test } from 'vitest'
import { closeMeeting, openMeeting } from '@/lib/meetings/commands'
import {
  addDelegate,
  addSubstitute,
  checkIn,
  notePresence,
  removeDelegate,
} from '@/lib/meetings/presence/commands'
import { checkInCode, presenceIn, quorumIn } from '@/lib/meetings/presence/queries'
import { databaseNow, passTime, prisma, setNow } from '../../support/database'
import { hallActor, writeMeeting } from '../../support/meetings'

const SECRET = 'a secret that only this hall knows'

test('T10 presence: arrivals make the quorum of units, a departure breaks it', async () => {
  const scene = await writeMeeting(6)
  const head = await hallActor('head', scene)
  const arrive = (at: number) => notePresence(head, { delegateId: scene.seats[at]!, kind: 'ARRIVED' })
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ memberUnits: 6, needed: 4, met: false })
  for (const at of [0, 1, 2]) expect(await arrive(at)).toMatchObject({ ok: true })
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ presentUnits: 3, met: false })
  await arrive(3)
  await arrive(3)
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ presentUnits: 4, met: true })
  await notePresence(head, { delegateId: scene.seats[0]!, kind: 'LEFT' })
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ presentUnits: 3, met: false })
  expect(await prisma.presenceEvent.count()).toBe(5)
})

test('late arrivals and departures are recorded with their time', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  await setNow('2026-11-21T07:50:00+07:00')
  await notePresence(head, { delegateId: scene.seats[0]!, kind: 'ARRIVED' })
  await passTime('10 minutes')
  expect(await openMeeting(head, { meetingId: scene.meetingId })).toMatchObject({ ok: true })
  await passTime('25 minutes')
  await notePresence(head, { delegateId: scene.seats[1]!, kind: 'ARRIVED' })
  await passTime('2 hours')
  await notePresence(head, { delegateId: scene.seats[1]!, kind: 'LEFT' })
  const [first, second, third] = scene.seats.map(
    (
      (rows) => (id: string) =>
        rows.find((row) => row.id === id)!
    )(await presenceIn(prisma, scene.meetingId)),
  )
  expect(first).toMatchObject({ present: true, late: false, leftAt: null })
  expect(second).toMatchObject({ present: false, late: true })
  expect(Date.parse(second!.leftAt!) - Date.parse(second!.arrivedAt!)).toBeGreaterThan(7_199_000)
  expect(third).toMatchObject({ present: false, arrivedAt: null, late: false })
})

test('a delegate checks herself in with the code in the hall, and the seat of her unit becomes hers', async () => {
  const scene = await writeMeeting(6)
  await setNow('2026-11-21T07:50:10+07:00')
  const officer = await hallActor('memberOfficer', scene)
  const seat = { meetingId: scene.meetingId, delegateId: scene.seats[4]! }
  const now = checkInCode(SECRET, await databaseNow())
  expect(await checkIn(officer, { ...seat, code: 'AAAAAA' })).toMatchObject({ ok: false, code: 'invalid' })
  expect(await checkIn(officer, { ...seat, delegateId: scene.seats[3]!, code: now })).toMatchObject({
    ok: false,
    code: 'forbidden',
  })
  expect(await checkIn(officer, { ...seat, code: now.toLowerCase() })).toMatchObject({ ok: true })
  expect(await prisma.delegate.findUnique({ where: { id: seat.delegateId } })).toMatchObject({
    accountId: officer.accountId,
  })
  const row = (await presenceIn(prisma, scene.meetingId)).find(({ id }) => id === seat.delegateId)
  expect(row).toMatchObject({ present: true, bySelf: true })
})

test('a code is taken for one turn after it was shown, and no longer', async () => {
  const scene = await writeMeeting(6)
  await setNow('2026-11-21T07:50:10+07:00')
  const delegate = await hallActor('delegate', scene)
  const input = {
    meetingId: scene.meetingId,
    delegateId: scene.seats[3]!,
    code: checkInCode(SECRET, await databaseNow()),
  }
  await passTime('130 seconds')
  expect(await checkIn(delegate, input)).toMatchObject({ ok: false, code: 'invalid' })
  await setNow('2026-11-21T07:51:15+07:00')
  expect(await checkIn(delegate, input)).toMatchObject({ ok: true })
})

test('a substitute takes the vote of the seat with her paper, and gives it back when she is taken off', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  const seat = scene.seats[2]!
  const added = await addSubstitute(head, {
    delegateId: seat,
    name: 'Phó Chủ tịch',
    title: '',
    email: '',
    authorisation: 'Giấy ủy quyền số 12 ngày 20/11/2026',
  })
  if (!added.ok) throw new Error(added.message)
  await notePresence(head, { delegateId: seat, kind: 'ARRIVED' })
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ presentUnits: 0 })
  await notePresence(head, { delegateId: added.value.delegateId, kind: 'ARRIVED' })
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ presentUnits: 1 })
  expect(await removeDelegate(head, { delegateId: seat })).toMatchObject({ ok: false, code: 'invalid' })
  expect(await removeDelegate(head, { delegateId: added.value.delegateId })).toMatchObject({ ok: true })
  expect(await prisma.delegate.findUnique({ where: { id: seat } })).toMatchObject({ votes: true })
})

test('guests and people of no member unit make no quorum; a unit of another cluster cannot be seated', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  const common = { meetingId: scene.meetingId, title: '', email: '', votes: true }
  const guest = await addDelegate(head, { ...common, role: 'GUEST', unitId: null, name: 'Ban Dân vận' })
  if (!guest.ok) throw new Error(guest.message)
  await notePresence(head, { delegateId: guest.value.delegateId, kind: 'ARRIVED' })
  expect(await quorumIn(prisma, scene.meetingId)).toMatchObject({ presentUnits: 0 })
  expect(
    await addDelegate(head, { ...common, role: 'DELEGATE', unitId: scene.outsideUnit, name: 'Người lạ' }),
  ).toMatchObject({ ok: false, code: 'invalid' })
})

test('after the meeting has closed nobody arrives any more', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  await openMeeting(head, { meetingId: scene.meetingId })
  await closeMeeting(head, { meetingId: scene.meetingId })
  expect(await notePresence(head, { delegateId: scene.seats[0]!, kind: 'ARRIVED' })).toMatchObject({
    ok: false,
    code: 'locked',
  })
})
