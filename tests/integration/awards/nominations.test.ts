import { describe, expect, test } from 'vitest'
import { decideNomination } from '@/lib/awards/decisions/commands'
import {
  importElected,
  markDossier,
  openNotice,
  proposeNomination,
  sendNomination,
} from '@/lib/awards/nominations/commands'
import {
  answerObjection,
  blockRecipient,
  raiseObjection,
  releaseRecipient,
} from '@/lib/awards/notice/commands'
import { listAwardDuties } from '@/lib/awards/duties/queries'
import { nameRecipients } from '@/lib/awards/naming/commands'
import { getNomination, listNominations } from '@/lib/awards/nominations/queries'
import { listUnitAwards } from '@/lib/awards/book/queries'
import type { NominationState } from '@/lib/awards/types'
import {
  announcedBallot,
  arrangeAwards,
  DECISION,
  naming,
  nominationOf,
  propose,
  unnamedIn,
  versionOf,
} from '../../support/awards'
import { countRows, prisma, setNow } from '../../support/database'
import { actorOf } from '../../support/reports'
import { must } from '../../support/must'

describe('the road of a nomination', () => {
  test('T10 ballot → notice with an objection → central union → a decision that differs', async () => {
    await setNow('2026-11-22T03:00:00Z')
    const scene = await arrangeAwards()
    const { units, flag, merit, north } = scene
    const [head, leader, office, reviewer, far] = await Promise.all(
      (['head', 'leader', 'office', 'reviewer', 'farLeader'] as const).map((p) => actorOf(p, scene)),
    )
    const elected = [units.deputy.id, units.member.id]
    const counted = await announcedBallot(scene, 'FLAG', elected, 'COUNTED')
    const of = (ballotId: string, awardTypeId = flag.id) => ({
      clusterYearId: north.id,
      ballotId,
      awardTypeId,
    })
    expect(await importElected(head!, of(counted))).toMatchObject({ code: 'invalid' })
    const ballotId = await announcedBallot(scene, 'FLAG', elected)
    expect(await importElected(head!, of(ballotId, merit.id))).toMatchObject({ code: 'invalid' })
    expect(await importElected(head!, of(ballotId))).toMatchObject({ ok: true, value: { count: 2 } })
    expect(await importElected(head!, of(ballotId))).toMatchObject({ code: 'conflict' })
    const over = await proposeNomination(head!, nominationOf(scene, units.head.id))
    expect(over).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('cụm được đề nghị 2 CO_XUAT_SAC; đã có 2') as string,
    })

    const { id: nominationId } = await prisma.nomination.findFirstOrThrow({
      where: { unitId: units.member.id },
    })
    expect(await getNomination(far!, nominationId)).toBeNull()
    const notice = { noticeFrom: '2026-11-22', noticeTo: '2026-11-28' }
    expect(await openNotice(head!, { ...(await versionOf(nominationId)), ...notice })).toMatchObject({
      ok: true,
    })
    const said = { nominationId, text: 'Đề nghị xem lại số liệu.' }
    expect(await raiseObjection(far!, said)).toMatchObject({ ok: true })
    expect(await getNomination(far!, nominationId)).toMatchObject({
      objectionCount: 1,
      state: 'PUBLIC_NOTICE',
    })
    expect(await sendNomination(head!, await versionOf(nominationId))).toMatchObject({ code: 'invalid' })
    for (const code of ['SUBMISSION', 'ACHIEVEMENT_REPORT', 'MINUTES'] as const)
      expect(await markDossier(leader!, { nominationId, code, done: 'on', note: null })).toMatchObject({
        ok: true,
      })
    expect(await sendNomination(head!, await versionOf(nominationId))).toMatchObject({
      message: expect.stringContaining('đến hết 28/11/2026') as string,
    })

    await setNow('2026-11-29T03:00:00Z')
    expect(await raiseObjection(far!, said)).toMatchObject({ code: 'locked' })
    expect(await sendNomination(head!, await versionOf(nominationId))).toMatchObject({
      message: expect.stringContaining('Còn ý kiến chưa trả lời') as string,
    })
    const { id: objectionId } = await prisma.objection.findFirstOrThrow()
    expect(await answerObjection(leader!, { objectionId, answer: 'Không.' })).toMatchObject({
      code: 'forbidden',
    })
    expect(await answerObjection(head!, { objectionId, answer: 'Đã kiểm tra.' })).toMatchObject({ ok: true })
    expect(await answerObjection(head!, { objectionId, answer: 'Lần nữa' })).toMatchObject({
      code: 'conflict',
    })
    expect(await sendNomination(head!, await versionOf(nominationId))).toMatchObject({ ok: true })

    const block = { ...(await versionOf(nominationId)), kind: 'COMPLAINT' as const, detail: null }
    expect(await blockRecipient(reviewer!, block)).toMatchObject({ ok: true })
    await setNow('2026-12-16T03:00:00Z')
    const decide = async (change: object = {}) =>
      decideNomination(office!, {
        ...(await versionOf(nominationId)),
        ...DECISION,
        awardTypeId: merit.id,
        ...change,
      })
    expect(await decide()).toMatchObject({ message: expect.stringContaining('đang dừng xét') as string })
    expect(await releaseRecipient(reviewer!, await versionOf(nominationId))).toMatchObject({ ok: true })
    expect(await decide({ decidedOn: '2026-12-17' })).toMatchObject({ code: 'invalid' })
    expect(await decide({ version: 1 })).toMatchObject({ code: 'conflict' })
    expect(await decide()).toMatchObject({ ok: true })

    expect(await getNomination(far!, nominationId)).toMatchObject({
      state: 'DECIDED',
      type: { code: 'CO_XUAT_SAC' },
      decidedType: 'BK_TW',
      awards: [{ type: { code: 'BK_TW' }, proposedType: 'CO_XUAT_SAC', prize: { amount: 7_020_000 } }],
    })
    expect(await listUnitAwards(far!, units.member.id, { withPredecessors: true })).toMatchObject([
      { year: 2026, decision: { number: '12/QĐ-ĐCT', decidedOn: '2026-12-15' } },
    ])
    const events = await prisma.nominationEvent.findMany({ where: { nominationId }, orderBy: { id: 'asc' } })
    expect(events.map(({ to }) => to)).toEqual([
      'PROPOSED',
      'PUBLIC_NOTICE',
      'CENTRAL_REVIEW',
      'DECIDED',
    ] satisfies NominationState[])
  })

  test('two nominations racing for the last place: one is refused', async () => {
    const scene = await arrangeAwards()
    const { units } = scene
    const [head, leader] = [await actorOf('head', scene), await actorOf('leader', scene)]
    await propose(head, scene, units.deputy.id)
    const results = await Promise.all([
      proposeNomination(head, nominationOf(scene, units.head.id)),
      proposeNomination(leader, nominationOf(scene, units.member.id)),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await countRows('nominations')).toBe(2)
  })

  test('units counted but not named take their places and go no further', async () => {
    const scene = await arrangeAwards()
    const head = await actorOf('head', scene)
    const unnamed = { ...nominationOf(scene, ''), unitId: null, unnamed: 4 }
    expect(await proposeNomination(head, unnamed)).toMatchObject({ code: 'invalid' })
    const { nominationId } = must(await proposeNomination(head, { ...unnamed, awardTypeId: scene.merit.id }))
    expect(await listNominations(head, {})).toMatchObject([{ unnamed: 4, unit: null }])
    const notice = { noticeFrom: '2030-01-01', noticeTo: '2030-01-07' }
    expect(await openNotice(head, { ...(await versionOf(nominationId)), ...notice })).toMatchObject({
      message: expect.stringContaining('chưa nêu tên') as string,
    })
  })

  test('a book shows what predecessors received, under their own names', async () => {
    const scene = await arrangeAwards()
    const office = await actorOf('office', scene)
    const { member, deputy } = scene.units
    await prisma.unitSuccession.create({
      data: { predecessorId: deputy.id, successorId: member.id, date: new Date('2025-07-01') },
    })
    await prisma.award.create({
      data: { awardTypeId: scene.flag.id, year: 2020, recipientKind: 'UNIT', unitId: deputy.id },
    })
    const book = (withPredecessors: boolean) => listUnitAwards(office, member.id, { withPredecessors })
    expect(await book(false)).toEqual([])
    expect(await book(true)).toMatchObject([{ unit: { name: 'Lai Châu' }, prize: { missing: 'DATE' } }])
  })
})

test('C11 recipients a source only counts are named later, each with her source, and never more than were counted', async () => {
  const scene = await arrangeAwards()
  const { units, north, merit } = scene
  const [head, office, farLeader] = await Promise.all(
    (['head', 'office', 'farLeader'] as const).map((p) => actorOf(p, scene)),
  )
  const source = await prisma.source.create({ data: { slug: 'nguon', title: 'Nguồn', letter: 'C' } })
  const id = await unnamedIn(scene, source.id)
  const stranger = await naming(id, [units.stranger.id])
  expect(await nameRecipients(office!, stranger)).toMatchObject({ code: 'invalid' })
  const three = await naming(id, [units.head.id, units.deputy.id, units.member.id])
  expect(await nameRecipients(office!, three)).toMatchObject({ code: 'invalid' })
  expect(await nameRecipients(head!, await naming(id, [units.member.id]))).toMatchObject({ ok: true })
  expect(await nameRecipients(head!, await naming(id, [units.member.id]))).toMatchObject({ code: 'invalid' })
  const seen = await getNomination(farLeader!, id)
  expect(seen).toMatchObject({ unnamed: 2, named: 1 })
  expect(seen?.namedRecipients).toMatchObject([
    { sourceNote: 'Công văn 15/CV-TW ngày 20/12/2026', source: null },
  ])
  // What a source tells runs no procedure here, and nobody owes anything for it.
  const [child] = await prisma.nomination.findMany({ where: { namedFromId: id } })
  expect((await getNomination(farLeader!, child!.id))?.facts.historic).toBe(true)
  expect(await listAwardDuties(head!)).toEqual([])
  expect(
    await nameRecipients(office!, await naming(id, [units.deputy.id], { sourceId: source.id })),
  ).toMatchObject({
    ok: true,
  })
  expect(await nameRecipients(office!, await naming(id, [units.head.id]))).toMatchObject({ code: 'invalid' })
  const listed = await listNominations(head!, { clusterYearId: north.id, typeCode: merit.code })
  expect(listed.map(({ unnamed, named }) => [unnamed, named])).toEqual(
    expect.arrayContaining([
      [2, 2],
      [null, 0],
      [null, 0],
    ]),
  )
})
