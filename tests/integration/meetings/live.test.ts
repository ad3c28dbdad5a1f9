import { afterAll, expect, test } from 'vitest'
import { showScene } from '@/lib/meetings/hall/commands'
import { meetingStream } from '@/lib/meetings/stream'
import { beginDraining, closeEverything } from '@/lib/platform/shutdown'
import { prisma, sql } from '../../support/database'
import { hallActor, writeMeeting } from '../../support/meetings'

afterAll(closeEverything)

/** Reads versions as a screen does. */
function screen(meetingId: string, since: number) {
  const cut = new AbortController()
  const versions: number[] = []
  let ended = false
  const reading = (async () => {
    const reader = meetingStream(meetingId, since, cut.signal).body!.getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      for (const [, version] of decoder.decode(value).matchAll(/data: (\d+)/g)) versions.push(Number(version))
    }
    ended = true
  })()
  const reaches = async (version: number, within = 1_000) => {
    const deadline = Date.now() + within
    while (versions.at(-1) !== version && Date.now() < deadline) await new Promise((r) => setTimeout(r, 10))
    return versions.at(-1)
  }
  return { versions, reaches, cut: () => cut.abort(), ended: async () => (await reading, ended) }
}

const liveConnections = () =>
  sql<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'cum-thi-dua live' and datname = current_database()`,
  )

test('T2 a screen hears each version within a second; one that comes late is told at once', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  const first = screen(scene.meetingId, 0)
  for (let version = 1; version <= 3; version++) {
    await showScene(head, { meetingId: scene.meetingId, scene: { kind: 'AGENDA' } })
    expect(await first.reaches(version)).toBe(version)
  }
  const late = screen(scene.meetingId, 1)
  expect(await late.reaches(3)).toBe(3)
  const upToDate = screen(scene.meetingId, 3)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(upToDate.versions).toEqual([])
  for (const one of [first, late, upToDate]) {
    one.cut()
    expect(await one.ended()).toBe(true)
  }
})

test('T2 notifications missed while the connection was lost are made up for', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  const follower = screen(scene.meetingId, 0)
  await showScene(head, { meetingId: scene.meetingId, scene: { kind: 'AGENDA' } })
  expect(await follower.reaches(1)).toBe(1)
  const [ear] = await liveConnections()
  await sql('select pg_terminate_backend($1)', [ear!.pid])
  // Announced into nobody's ear: the number alone changes.
  await prisma.meeting.update({ where: { id: scene.meetingId }, data: { liveVersion: 7 } })
  expect(await follower.reaches(7, 5_000)).toBe(7)
  expect((await liveConnections())[0]!.pid).not.toBe(ear!.pid)
  await showScene(head, { meetingId: scene.meetingId, scene: { kind: 'WELCOME' } })
  expect(await follower.reaches(8)).toBe(8)
  follower.cut()
  await follower.ended()
})

test('two hundred screens share one connection, and none stays behind when they leave', async () => {
  const scene = await writeMeeting(3)
  const head = await hallActor('head', scene)
  const screens = Array.from({ length: 200 }, () => screen(scene.meetingId, 0))
  await showScene(head, { meetingId: scene.meetingId, scene: { kind: 'AGENDA' } })
  for (const one of screens) expect(await one.reaches(1)).toBe(1)
  expect(await liveConnections()).toHaveLength(1)
  for (const one of screens) one.cut()
  for (const one of screens) expect(await one.ended()).toBe(true)
})

test('a server that stops ends its streams first', async () => {
  const scene = await writeMeeting(3)
  const follower = screen(scene.meetingId, 0)
  await new Promise((resolve) => setTimeout(resolve, 50))
  beginDraining()
  expect(await follower.ended()).toBe(true)
})
