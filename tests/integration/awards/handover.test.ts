import { describe, expect, test } from 'vitest'
import { handOverHeadship } from '@/lib/handover/commands'
import { getHandoverPage } from '@/lib/handover/queries'
import type { HandoverInput } from '@/lib/handover/schema'
import { getClusterYear } from '@/lib/clusters/queries'
import { openSessionIn, readSession } from '@/lib/platform/auth/session'
import { createAccount } from '../../support/actors'
import { announcedBallot, arrangeAwards, type AwardScene } from '../../support/awards'
import { countRows, prisma, setNow } from '../../support/database'
import { runMatrix } from '../../support/matrix'
import { actorOf, PEOPLE } from '../../support/reports'

const TODAY = '2026-11-22'

async function arrange() {
  await setNow(`${TODAY}T03:00:00Z`)
  return arrangeAwards()
}

/** The office opens 2027 with the same members. */
async function openNextYear({ organiser, north, units }: AwardScene) {
  const year = await prisma.emulationYear.create({
    data: { organiserId: organiser.id, year: 2027, state: 'OPEN' },
  })
  const { clusterId, setId } = await prisma.clusterYear.findUniqueOrThrow({ where: { id: north.id } })
  return prisma.clusterYear.create({
    data: {
      clusterId,
      setId,
      emulationYearId: year.id,
      year: 2027,
      title: 'Cụm 2027',
      memberships: { create: [units.head, units.deputy, units.member].map(({ id }) => ({ unitId: id })) },
    },
  })
}

const inputOf = (scene: AwardScene, change: Partial<HandoverInput> = {}): HandoverInput => ({
  clusterYearId: scene.north.id,
  receiverUnitId: scene.units.member.id,
  deputyUnitId: scene.units.head.id,
  method: 'CONSENSUS',
  ballotId: null,
  restOfYear: 'RECEIVER',
  heldOn: TODAY,
  place: 'Hà Giang',
  giver: null,
  receiver: null,
  witness: 'Phó Chủ tịch',
  rotatingFlag: true,
  note: null,
  ...change,
})

async function signIn(unitId: string) {
  const account = await createAccount(prisma, { grants: [{ role: 'PROVINCE_LEADER', unitId }] })
  const token = await openSessionIn(prisma, account.id, { address: null, userAgent: null })
  return async () => (await readSession(token))!
}

describe('handover', () => {
  test('T9 the new head has her rights at the next request, the old head has none', async () => {
    const scene = await arrange()
    const next = await openNextYear(scene)
    const [oldHead, newHead] = [await signIn(scene.units.head.id), await signIn(scene.units.member.id)]
    expect((await oldHead()).headOf).toEqual([scene.north.id])
    expect((await newHead()).headOf).toEqual([])
    expect(await handOverHeadship(await oldHead(), inputOf(scene))).toMatchObject({
      ok: true,
      value: { toYear: 2027 },
    })
    expect((await newHead()).headOf.toSorted()).toEqual([scene.north.id, next.id].toSorted())
    expect(await oldHead()).toMatchObject({ headOf: [] })
    expect((await oldHead()).deputyOf).toContain(next.id)
    expect(await handOverHeadship(await oldHead(), inputOf(scene))).toMatchObject({ code: 'forbidden' })
    expect(await handOverHeadship(await newHead(), inputOf(scene))).toMatchObject({ code: 'conflict' })
    const page = await getHandoverPage(
      await newHead(),
      (await getClusterYear(await newHead(), 'phia-bac', 2026))!,
    )
    expect(page.given).toMatchObject({
      heldOn: TODAY,
      giverUnit: { name: 'Hà Giang' },
      receiverUnit: { name: 'Sơn La' },
      witness: 'Phó Chủ tịch',
      rotatingFlag: true,
    })
  })

  test('the old head may keep what is left of the year; the new year is the new head’s all the same', async () => {
    const scene = await arrange()
    const next = await openNextYear(scene)
    const [oldHead, newHead] = [await signIn(scene.units.head.id), await signIn(scene.units.member.id)]
    const input = inputOf(scene, { restOfYear: 'GIVER', deputyUnitId: null })
    expect(await handOverHeadship(await oldHead(), input)).toMatchObject({ ok: true })
    expect((await oldHead()).headOf).toEqual([scene.north.id])
    expect((await newHead()).headOf).toEqual([next.id])
  })

  test('a year the office has not opened is not made in silence', async () => {
    const scene = await arrange()
    const head = await actorOf('head', scene)
    expect(await handOverHeadship(head, inputOf(scene))).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('mở năm 2027 trước') as string,
    })
    expect([await countRows('cluster_years'), await countRows('handover_acts')]).toEqual([2, 0])
  })

  test('a ballot must be announced and have elected the unit; a day to come is refused', async () => {
    const scene = await arrange()
    await openNextYear(scene)
    const head = await actorOf('head', scene)
    const byBallot = (ballotId: string) => inputOf(scene, { method: 'BALLOT', ballotId })
    const counted = await announcedBallot(scene, 'HEAD', [scene.units.member.id], 'COUNTED')
    expect(await handOverHeadship(head, byBallot(counted))).toMatchObject({ code: 'invalid' })
    const other = await announcedBallot(scene, 'HEAD', [scene.units.deputy.id])
    expect(await handOverHeadship(head, byBallot(other))).toMatchObject({ code: 'invalid' })
    expect(await handOverHeadship(head, inputOf(scene, { heldOn: '2026-11-23' }))).toMatchObject({
      fields: { heldOn: expect.any(String) as string },
    })
    expect(
      await handOverHeadship(head, inputOf(scene, { receiverUnitId: scene.units.stranger.id })),
    ).toMatchObject({ fields: { receiverUnitId: expect.any(String) as string } })
    const chosen = await announcedBallot(scene, 'HEAD', [scene.units.member.id])
    expect(await handOverHeadship(head, byBallot(chosen))).toMatchObject({ ok: true })
    expect(await prisma.handoverAct.findFirstOrThrow()).toMatchObject({
      ballotId: chosen,
      chosenBy: 'SHOW_OF_HANDS',
    })
  })

  test('T10 handover as every role', { timeout: 60_000 }, async () => {
    await runMatrix(
      {
        roles: PEOPLE,
        arrange: async () => {
          const scene = await arrange()
          await openNextYear(scene)
          return scene
        },
        actorFor: (person, scene) => actorOf(person, scene),
      },
      [
        {
          command: 'handOverHeadship',
          run: (actor, scene) => handOverHeadship(actor, inputOf(scene)),
          expected: { head: 'ok', office: 'ok' },
          otherwise: 'forbidden',
        },
      ],
    )
  })
})
