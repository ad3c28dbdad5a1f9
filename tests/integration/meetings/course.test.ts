import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { startAgendaItem } from '@/lib/meetings/agenda/commands'
import { closeMeeting, openMeeting } from '@/lib/meetings/commands'
import { addSpeaker, finishSpeaker, startSpeaker } from '@/lib/meetings/hall/commands'
import { findMeetingByLink, readScene } from '@/lib/meetings/hall/queries'
import { assignTask, followUpTask, recordDecision, writeConclusion } from '@/lib/meetings/outcomes/commands'
import { listMyTasks } from '@/lib/meetings/outcomes/queries'
import { addDelegate, notePresence, removeDelegate } from '@/lib/meetings/presence/commands'
import { guestToken } from '@/lib/meetings/presence/queries'
import { editMinutes, freezeMinutes } from '@/lib/minutes/commands'
import { getMinutes } from '@/lib/minutes/queries'
import { canonicalMinutes } from '@/lib/minutes/rules'
import { actorWith } from '../../support/actors'
import { prisma } from '../../support/database'
import { hallActor, type HallScene, writeMeeting } from '../../support/meetings'

async function openHall(): Promise<{
  scene: HallScene
  head: Awaited<ReturnType<typeof hallActor>>
  items: string[]
}> {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  for (const delegateId of scene.seats) await notePresence(head, { delegateId, kind: 'ARRIVED' })
  await openMeeting(head, { meetingId: scene.meetingId })
  const items = await prisma.agendaItem.findMany({
    where: { meetingId: scene.meetingId },
    orderBy: { position: 'asc' },
  })
  return { scene, head, items: items.map(({ id }) => id) }
}

test('an item ends when the next begins, and the projector follows item and speaker', async () => {
  const { scene, head, items } = await openHall()
  await startAgendaItem(head, { itemId: items[0]! })
  await startAgendaItem(head, { itemId: items[1]! })
  const rows = await prisma.agendaItem.findMany({
    where: { meetingId: scene.meetingId },
    orderBy: { position: 'asc' },
  })
  expect(rows.map(({ startedAt, endedAt }) => [startedAt !== null, endedAt !== null])).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ])
  expect((await readScene(scene.meetingId)).scene).toMatchObject({
    scene: { kind: 'ITEM' },
    item: { number: '2', title: 'Báo cáo', minutes: 30 },
    next: { number: '3' },
    progress: { at: 2, of: 3 },
  })
  const speakers: string[] = []
  for (const delegateId of scene.seats.slice(0, 2)) {
    const added = await addSpeaker(head, {
      meetingId: scene.meetingId,
      delegateId,
      name: '',
      topic: '',
      minutes: 5,
    })
    if (added.ok) speakers.push(added.value.speakerId)
  }
  await startSpeaker(head, { speakerId: speakers[0]! })
  await startSpeaker(head, { speakerId: speakers[1]! })
  const { scene: shown } = await readScene(scene.meetingId)
  expect(shown).toMatchObject({
    scene: { kind: 'SPEAKER' },
    speaker: { name: 'Chủ tịch, Tỉnh 2' },
    waiting: [],
  })
  await finishSpeaker(head, { speakerId: speakers[1]! })
  expect((await readScene(scene.meetingId)).scene.scene).toEqual({ kind: 'ITEM' })
})

test('more hands than people cannot be counted', async () => {
  const { scene, head } = await openHall()
  const decide = (inFavour: number) =>
    recordDecision(head, {
      meetingId: scene.meetingId,
      agendaItemId: null,
      text: 'Thông qua chương trình',
      method: 'SHOW_OF_HANDS',
      inFavour,
      against: 0,
      abstained: 1,
    })
  expect(await decide(3)).toMatchObject({ ok: false, code: 'invalid' })
  expect(await decide(2)).toMatchObject({ ok: true })
})

test('T2 minutes assemble themselves, keep what was written by hand, and freeze with their hash', async () => {
  const { scene, head, items } = await openHall()
  const { meetingId } = scene
  await startAgendaItem(head, { itemId: items[0]! })
  const draft = (await getMinutes(head, meetingId))!
  expect(draft.sections.find(({ key }) => key === 'attendance')?.text).toContain('Có mặt 3/3 đơn vị')
  const edit = { meetingId, version: 1, section: 'heading', text: 'Viết bằng tay' } as const
  expect(await editMinutes(head, edit)).toMatchObject({ ok: true })
  expect(await editMinutes(head, edit)).toMatchObject({ ok: false, code: 'conflict' })
  await recordDecision(head, {
    meetingId,
    agendaItemId: null,
    text: 'Chọn chủ đề năm sau',
    method: 'CONSENSUS',
    inFavour: null,
    against: null,
    abstained: null,
  })
  expect(await freezeMinutes(head, { meetingId, version: 2 })).toMatchObject({ ok: false, code: 'invalid' })
  await closeMeeting(head, { meetingId })
  const reader = actorWith({ leaderOf: [scene.outsideUnit] })
  expect(await getMinutes(reader, meetingId)).toBeNull()
  const frozen = await freezeMinutes(head, { meetingId, version: 2 })
  if (!frozen.ok) throw new Error(frozen.message)
  const minutes = (await getMinutes(reader, meetingId))!
  const text = (key: string) => minutes.sections.find((section) => section.key === key)?.text
  expect(text('heading')).toBe('Viết bằng tay')
  expect(text('decisions')).toBe('- Chọn chủ đề năm sau (thống nhất)')
  expect(minutes.hash).toBe(
    createHash('sha256').update(canonicalMinutes(meetingId, minutes.sections)).digest('hex'),
  )
  expect(await editMinutes(head, { ...edit, version: 3 })).toMatchObject({ ok: false, code: 'locked' })
})

test('a point of the conclusion becomes a task of a unit and is followed up in the next year', async () => {
  const { scene } = await openHall()
  const reviewer = await hallActor('reviewer', scene)
  const point = await writeConclusion(reviewer, {
    meetingId: scene.meetingId,
    pointId: null,
    text: 'Nâng chất lượng',
  })
  if (!point.ok) throw new Error(point.message)
  await assignTask(reviewer, {
    pointId: point.value.pointId,
    text: 'Mở hai lớp',
    unitId: scene.units[2]!,
    dueOn: '2027-06-30',
  })
  const unit = actorWith({
    ...(await hallActor('memberOfficer', { ...scene, units: [...scene.units, '', scene.units[2]!] })),
    staffOf: [scene.units[2]!],
  })
  const [task] = await listMyTasks(unit)
  expect(task).toMatchObject({
    text: 'Mở hai lớp',
    dueOn: '2027-06-30',
    state: 'OPEN',
    unit: { id: scene.units[2] },
  })
  expect(
    await followUpTask(unit, { taskId: task!.id, version: task!.version, state: 'DONE', text: 'Đã mở' }),
  ).toMatchObject({ ok: true })
  expect(await listMyTasks(unit, { open: true })).toEqual([])
})

test("a guest's link leads to the meeting until she is taken off the list", async () => {
  const { scene, head } = await openHall()
  const added = await addDelegate(head, {
    meetingId: scene.meetingId,
    role: 'GUEST',
    unitId: null,
    name: 'Ban Dân vận',
    title: '',
    email: '',
    votes: true,
  })
  if (!added.ok) throw new Error(added.message)
  const token = guestToken(added.value.delegateId)
  expect(await findMeetingByLink(token)).toEqual({ meetingId: scene.meetingId, guest: 'Ban Dân vận' })
  expect(await findMeetingByLink(`${token}x`)).toBeNull()
  await removeDelegate(head, { delegateId: added.value.delegateId })
  expect(await findMeetingByLink(token)).toBeNull()
})
