import { test } from 'vitest'
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
  saveCentralNote,
} from '@/lib/awards/notice/commands'
import { nameRecipients } from '@/lib/awards/naming/commands'
import { setBaseSalary, setQuota } from '@/lib/awards/settings/commands'
import type { NominationState } from '@/lib/awards/types'
import {
  announcedBallot,
  arrangeAwards,
  DECISION,
  naming,
  nominationOf,
  propose,
  unnamedIn,
  type AwardScene,
} from '../../support/awards'
import { prisma } from '../../support/database'
import { runMatrix } from '../../support/matrix'
import { actorOf, PEOPLE, type Person } from '../../support/reports'

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
