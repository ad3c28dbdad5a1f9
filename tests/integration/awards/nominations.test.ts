import { describe, expect, test } from 'vitest'
import { decideNomination } from '@/lib/awards/decisions/commands'
import {
  importElected,
  markDossier,
  openNotice,
  proposeNomination,
  refuseNomination,
  returnNomination,
  sendNomination,
  withdrawNomination,
} from '@/lib/awards/nominations/commands'
import {
  answerObjection,
  blockRecipient,
  raiseObjection,
  releaseRecipient,
  saveCentralNote,
} from '@/lib/awards/notice/commands'
import { listAwardDuties } from '@/lib/awards/duties/queries'
import { nameRecipients } from '@/lib/awards/naming/commands'
import { getNomination, listNominations } from '@/lib/awards/queries'
import { setBaseSalary, setQuota } from '@/lib/awards/settings/commands'
import { listUnitAwards } from '@/lib/awards/book/queries'
import type { NominationState } from '@/lib/awards/types'
import { arrangeAwards, announcedBallot, nominationOf, propose, type AwardScene } from '../../support/awards'
import { countRows, prisma, setNow } from '../../support/database'
import { runMatrix } from '../../support/matrix'
import { actorOf, PEOPLE, type Person } from '../../support/reports'

const DECISION = {
  number: '12/QĐ-ĐCT',
  decidedOn: '2026-12-15',
  issuer: 'Đoàn Chủ tịch',
  signer: null,
  note: null,
}
const version = async (nominationId: string) => ({
  nominationId,
  version: (await prisma.nomination.findUniqueOrThrow({ where: { id: nominationId } })).version,
})

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
    expect(await openNotice(head!, { ...(await version(nominationId)), ...notice })).toMatchObject({
      ok: true,
    })
    const said = { nominationId, text: 'Đề nghị xem lại số liệu.' }
    expect(await raiseObjection(far!, said)).toMatchObject({ ok: true })
    expect(await getNomination(far!, nominationId)).toMatchObject({
      objectionCount: 1,
      state: 'PUBLIC_NOTICE',
    })
    expect(await sendNomination(head!, await version(nominationId))).toMatchObject({ code: 'invalid' })
    for (const code of ['SUBMISSION', 'ACHIEVEMENT_REPORT', 'MINUTES'] as const)
      expect(await markDossier(leader!, { nominationId, code, done: 'on', note: null })).toMatchObject({
        ok: true,
      })
    expect(await sendNomination(head!, await version(nominationId))).toMatchObject({
      message: expect.stringContaining('đến hết 28/11/2026') as string,
    })

    await setNow('2026-11-29T03:00:00Z')
    expect(await raiseObjection(far!, said)).toMatchObject({ code: 'locked' })
    expect(await sendNomination(head!, await version(nominationId))).toMatchObject({
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
    expect(await sendNomination(head!, await version(nominationId))).toMatchObject({ ok: true })

    const block = { ...(await version(nominationId)), kind: 'COMPLAINT' as const, detail: null }
    expect(await blockRecipient(reviewer!, block)).toMatchObject({ ok: true })
    await setNow('2026-12-16T03:00:00Z')
    const decide = async (change: object = {}) =>
      decideNomination(office!, {
        ...(await version(nominationId)),
        ...DECISION,
        awardTypeId: merit.id,
        ...change,
      })
    expect(await decide()).toMatchObject({ message: expect.stringContaining('đang dừng xét') as string })
    expect(await releaseRecipient(reviewer!, await version(nominationId))).toMatchObject({ ok: true })
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
    const result = await proposeNomination(head, { ...unnamed, awardTypeId: scene.merit.id })
    if (!result.ok) throw new Error(result.message)
    expect(await listNominations(head, {})).toMatchObject([{ unnamed: 4, unit: null }])
    const notice = { noticeFrom: '2030-01-01', noticeTo: '2030-01-07' }
    expect(
      await openNotice(head, { ...(await version(result.value.nominationId)), ...notice }),
    ).toMatchObject({
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

type Scene = AwardScene & { nominationId: string; objectionId: string; ballotId: string }

/** The state a command finds; the member unit is nominated. */
const STATES: Record<string, NominationState> = {
  sendNomination: 'PUBLIC_NOTICE',
  raiseObjection: 'PUBLIC_NOTICE',
  answerObjection: 'PUBLIC_NOTICE',
  returnNomination: 'CENTRAL_REVIEW',
  refuseNomination: 'CENTRAL_REVIEW',
  decideNomination: 'CENTRAL_REVIEW',
}

test('T10 every command of awards as every role', { timeout: 300_000 }, async () => {
  const at = (scene: Scene) => ({ nominationId: scene.nominationId, version: 1 })
  const reason = 'Lý do'
  const ok = (...people: Person[]) => Object.fromEntries(people.map((person) => [person, 'ok' as const]))
  /** Who may not even read a proposal of the north gets not_found. */
  const far = {
    farOfficer: 'not_found',
    farLeader: 'not_found',
    farHead: 'not_found',
    farStaff: 'not_found',
    farReviewer: 'not_found',
    admin: 'not_found',
    guest: 'not_found',
  } as const
  const guest = { guest: 'not_found' } as const
  await runMatrix<Person, Scene>(
    {
      roles: PEOPLE,
      arrange: async (command) => {
        const scene = await arrangeAwards()
        const office = await actorOf('office', scene)
        const nominationId = await propose(office, scene, scene.units.member.id)
        const [from, to] =
          command === 'sendNomination' ? ['2020-01-01', '2020-01-07'] : ['2020-01-01', '2099-01-01']
        await prisma.nomination.update({
          where: { id: nominationId },
          data: { state: STATES[command] ?? 'PROPOSED', noticeFrom: new Date(from), noticeTo: new Date(to) },
        })
        if (command === 'sendNomination')
          await prisma.dossierItem.createMany({
            data: ['SUBMISSION', 'ACHIEVEMENT_REPORT', 'MINUTES'].map((code) => ({
              nominationId,
              code,
              doneAt: new Date(),
            })),
          })
        const objection =
          command === 'answerObjection'
            ? await prisma.objection.create({
                data: { nominationId, text: 'Ý kiến', raisedById: office.accountId },
              })
            : null
        const ballotId = await announcedBallot(scene, 'FLAG', [scene.units.deputy.id])
        return { ...scene, nominationId, objectionId: objection?.id ?? '', ballotId }
      },
      actorFor: (person, scene) => actorOf(person, scene),
    },
    [
      {
        command: 'setQuota',
        run: (actor, scene) =>
          setQuota(actor, {
            clusterYearId: scene.north.id,
            awardTypeId: scene.merit.id,
            quota: 3,
            note: null,
          }),
        expected: ok('office'),
        otherwise: 'forbidden',
      },
      {
        command: 'setBaseSalary',
        run: (actor) =>
          setBaseSalary(actor, { validFrom: '2026-07-01', amount: 2_500_000, legalBasis: 'Văn bản' }),
        expected: ok('office'),
        otherwise: 'forbidden',
      },
      {
        command: 'proposeNomination',
        run: (actor, scene) =>
          proposeNomination(actor, nominationOf(scene, scene.units.member.id, scene.merit.id)),
        expected: ok('leader', 'head', 'office'),
        otherwise: 'forbidden',
      },
      {
        command: 'importElected',
        run: (actor, scene) =>
          importElected(actor, {
            clusterYearId: scene.north.id,
            ballotId: scene.ballotId,
            awardTypeId: scene.flag.id,
          }),
        expected: ok('head', 'office'),
        otherwise: 'forbidden',
      },
      {
        command: 'openNotice',
        run: (actor, scene) =>
          openNotice(actor, { ...at(scene), noticeFrom: '2026-11-01', noticeTo: '2099-01-01' }),
        expected: { ...far, ...ok('head', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'withdrawNomination',
        run: (actor, scene) => withdrawNomination(actor, { ...at(scene), reason }),
        expected: { ...far, ...ok('leader', 'head', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'markDossier',
        run: (actor, scene) =>
          markDossier(actor, { nominationId: scene.nominationId, code: 'MINUTES', done: 'on', note: null }),
        expected: { ...far, ...ok('officer', 'leader', 'head', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'raiseObjection',
        run: (actor, scene) => raiseObjection(actor, { nominationId: scene.nominationId, text: 'Ý kiến' }),
        expected: { admin: 'forbidden', guest: 'forbidden' },
        otherwise: 'ok',
      },
      {
        command: 'answerObjection',
        run: (actor, scene) => answerObjection(actor, { objectionId: scene.objectionId, answer: 'Trả lời' }),
        expected: { ...guest, ...ok('head', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'sendNomination',
        run: (actor, scene) => sendNomination(actor, at(scene)),
        expected: { ...guest, ...ok('head', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'returnNomination',
        run: (actor, scene) => returnNomination(actor, { ...at(scene), reason }),
        expected: { ...far, ...ok('staff', 'reviewer', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'refuseNomination',
        run: (actor, scene) => refuseNomination(actor, { ...at(scene), reason }),
        expected: { ...far, ...ok('reviewer', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'decideNomination',
        run: (actor, scene) =>
          decideNomination(actor, {
            ...at(scene),
            ...DECISION,
            decidedOn: '2026-01-15',
            awardTypeId: scene.merit.id,
          }),
        expected: { ...far, ...ok('office') },
        otherwise: 'forbidden',
      },
      {
        command: 'blockRecipient',
        run: (actor, scene) => blockRecipient(actor, { ...at(scene), kind: 'DISCIPLINE', detail: null }),
        expected: { ...far, ...ok('staff', 'reviewer', 'office') },
        otherwise: 'forbidden',
      },
      {
        command: 'saveCentralNote',
        run: (actor, scene) => saveCentralNote(actor, { ...at(scene), centralNote: 'Đồng ý' }),
        expected: { ...far, ...ok('staff', 'reviewer', 'office') },
        otherwise: 'forbidden',
      },
    ],
  )
})

const unnamedIn = async (scene: AwardScene, sourceId: string | null = null) =>
  (
    await prisma.nomination.create({
      data: {
        awardTypeId: scene.merit.id,
        year: 2026,
        clusterYearId: scene.north.id,
        recipientKind: 'UNIT',
        unnamed: 2,
        sourceId,
      },
    })
  ).id

const naming = async (nominationId: string, unitIds: string[], more: object = {}) => ({
  ...(await version(nominationId)),
  unitIds,
  recipients: [],
  sourceId: null,
  sourceNote: 'Công văn 15/CV-TW ngày 20/12/2026',
  ...more,
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

test('T10 naming recipients as every role', { timeout: 60_000 }, async () => {
  await runMatrix<Person, AwardScene & { nominationId: string }>(
    {
      roles: PEOPLE,
      arrange: async () => {
        const scene = await arrangeAwards()
        return { ...scene, nominationId: await unnamedIn(scene) }
      },
      actorFor: (role, scene) => actorOf(role, scene),
    },
    [
      {
        command: 'nameRecipients',
        run: async (actor, scene) =>
          nameRecipients(actor, await naming(scene.nominationId, [scene.units.member.id])),
        expected: {
          head: 'ok',
          office: 'ok',
          officer: 'forbidden',
          leader: 'forbidden',
          otherOfficer: 'forbidden',
          otherLeader: 'forbidden',
          deputy: 'forbidden',
          staff: 'forbidden',
          reviewer: 'forbidden',
        },
        otherwise: 'not_found',
      },
    ],
  )
})
