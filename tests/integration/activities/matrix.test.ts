import { test } from 'vitest'
import {
  addBeneficiary,
  eraseBeneficiary,
  recordConsent,
  withdrawConsent,
} from '@/lib/activities/beneficiaries/commands'
import { saveCampaign, saveWork } from '@/lib/activities/campaigns/commands'
import {
  addFunding,
  moveActivity,
  removeActivity,
  removeFunding,
  saveActivity,
} from '@/lib/activities/joint/commands'
import { activityFiles } from '@/lib/activities/joint/queries'
import { saveClusterPaper } from '@/lib/activities/papers/commands'
import {
  finalisePledge,
  openPledge,
  recordSignedPledge,
  savePledgeText,
} from '@/lib/activities/pledge/commands'
import { pledgeFiles } from '@/lib/activities/pledge/queries'
import { savePractice, sharePractice } from '@/lib/activities/practices/commands'
import { beginOwnedUpload } from '@/lib/evidence/owned/commands'
import { agree, arrangePledge, pledgeText } from '../../support/activities'
import { prisma } from '../../support/database'
import { runMatrix, type Matrix, type MatrixCase, type Outcome } from '../../support/matrix'
import { actorOf, PEOPLE, type Person } from '../../support/reports'

async function arrange(command: string) {
  const scene = await arrangePledge({ open: command !== 'openPledge' })
  if (/recordSignedPledge|upload scan/.test(command))
    await prisma.pledge.update({ where: { id: scene.pledgeId }, data: { state: 'FINAL' } })
  const bare = command === 'removeActivity'
  const activity = await prisma.jointActivity.create({
    data: {
      clusterYearId: scene.north.id,
      unitId: scene.units.member.id,
      title: 'Mái ấm',
      beneficiaries: bare
        ? undefined
        : {
            create: {
              name: 'Chị Lan',
              shownAs: 'một hội viên',
              consent: command === 'withdrawConsent' ? 'Bản đồng ý' : null,
            },
          },
      funding: bare ? undefined : { create: { giver: 'Cụm', kind: 'MONEY', amount: '50000000' } },
    },
    include: { beneficiaries: true, funding: true },
  })
  const campaign = await prisma.campaign.create({
    data: { slug: 'phong-trao', name: 'Phong trào', kind: 'MOVEMENT', mentions: [] },
  })
  const practice = await prisma.goodPractice.create({
    data: { unitId: scene.units.member.id, year: 2026, title: 'Tổ số', summary: 'Tóm tắt' },
  })
  return {
    ...scene,
    activityId: activity.id,
    beneficiaryId: activity.beneficiaries[0]?.id ?? '',
    fundingId: activity.funding[0]?.id ?? '',
    campaignId: campaign.id,
    practiceId: practice.id,
  }
}
type Scene = Awaited<ReturnType<typeof arrange>>
type Case = MatrixCase<Person, Scene>

const matrix: Matrix<Person, Scene> = {
  roles: PEOPLE,
  arrange,
  actorFor: (role, scene) => actorOf(role, scene),
}

const only = (
  people: Person[],
  command: string,
  run: Case['run'],
  { forbidden = [], otherwise = 'forbidden' }: { forbidden?: Person[]; otherwise?: Outcome } = {},
): Case => ({
  command,
  run,
  expected: Object.fromEntries([
    ...forbidden.map((person) => [person, 'forbidden']),
    ...people.map((person) => [person, 'ok']),
  ]) as Partial<Record<Person, Outcome>>,
  otherwise,
})

const NORTH: Person[] = [
  'officer',
  'leader',
  'otherOfficer',
  'otherLeader',
  'head',
  'deputy',
  'staff',
  'reviewer',
  'office',
]
const ABOVE: Person[] = ['otherOfficer', 'otherLeader', 'deputy', 'staff', 'reviewer', 'office']
const MANAGERS: Person[] = ['officer', 'leader', 'head']
const unseen = (forbidden: Person[]) => ({ forbidden, otherwise: 'not_found' as const })
const upload = { name: 'ban-ky.pdf', size: 1000, indicatorId: null, section: null }

const CASES: Case[] = [
  only(['head'], 'savePledgeText', (actor, scene) =>
    savePledgeText(actor, pledgeText(scene, 2, 'Nhiệm vụ mới')),
  ),
  only(
    ['head'],
    'openPledge',
    (actor, { pledgeId }) => openPledge(actor, { pledgeId, version: 1 }),
    unseen(ABOVE),
  ),
  only(
    ['leader'],
    'agreeToPledge',
    (actor, { pledgeId, units }) => agree(actor, pledgeId, units.member.id),
    unseen(NORTH),
  ),
  only(
    ['head'],
    'finalisePledge',
    (actor, { pledgeId }) => finalisePledge(actor, { pledgeId, version: 2, reason: 'Gấp' }),
    unseen(NORTH),
  ),
  only(
    ['head'],
    'recordSignedPledge',
    (actor, { pledgeId }) =>
      recordSignedPledge(actor, { pledgeId, version: 2, number: '01', signedOn: null }),
    unseen(PEOPLE.filter((person) => person !== 'guest')),
  ),
  only(
    ['head'],
    'upload scan',
    (actor, { pledgeId }) =>
      beginOwnedUpload(actor, { pledge: pledgeFiles }, { ...upload, ownerKind: 'pledge', ownerId: pledgeId }),
    unseen(PEOPLE.filter((person) => person !== 'guest')),
  ),
  only(['head'], 'saveClusterPaper', (actor, { north }) =>
    saveClusterPaper(actor, {
      clusterYearId: north.id,
      paperId: null,
      version: 0,
      kind: 'REGULATION',
      title: 'Quy chế',
      number: '',
      issuedOn: null,
      text: '',
    }),
  ),
  only(MANAGERS, 'saveActivity', (actor, { north, units }) =>
    saveActivity(actor, {
      clusterYearId: north.id,
      activityId: null,
      version: 0,
      title: 'Nhà mới',
      description: '',
      place: '',
      unitId: units.member.id,
      valueRaw: '',
      quantity: null,
      heldOn: null,
    }),
  ),
  only(MANAGERS, 'moveActivity', (actor, { activityId }) =>
    moveActivity(actor, { activityId, version: 1, state: 'UNDER_WAY', handedOverOn: null }),
  ),
  only(['head'], 'removeActivity', (actor, { activityId }) =>
    removeActivity(actor, { activityId, version: 1 }),
  ),
  only(MANAGERS, 'addFunding', (actor, { activityId }) =>
    addFunding(actor, { activityId, version: 1, giver: 'Cụm', kind: 'MONEY', raw: '5 triệu', note: '' }),
  ),
  only(MANAGERS, 'removeFunding', (actor, { fundingId }) => removeFunding(actor, { fundingId })),
  only(MANAGERS, 'upload picture', (actor, { activityId }) =>
    beginOwnedUpload(
      actor,
      { activity: activityFiles },
      { ...upload, ownerKind: 'activity', ownerId: activityId },
    ),
  ),
  only(MANAGERS, 'addBeneficiary', (actor, { activityId }) =>
    addBeneficiary(actor, {
      activityId,
      version: 1,
      name: 'Chị Mai',
      shownAs: 'một hội viên',
      address: '',
      consent: '',
      consentedOn: null,
    }),
  ),
  only(MANAGERS, 'recordConsent', (actor, { beneficiaryId }) =>
    recordConsent(actor, { beneficiaryId, consent: 'Bản đồng ý', consentedOn: '2026-01-02' }),
  ),
  only([...MANAGERS, 'office'], 'withdrawConsent', (actor, { beneficiaryId }) =>
    withdrawConsent(actor, { beneficiaryId }),
  ),
  only([...MANAGERS, 'office'], 'eraseBeneficiary', (actor, { beneficiaryId }) =>
    eraseBeneficiary(actor, { beneficiaryId }),
  ),
  only(['office'], 'saveCampaign', (actor) =>
    saveCampaign(actor, {
      campaignId: null,
      version: 0,
      name: 'Mẹ đỡ đầu',
      kind: 'MOVEMENT',
      description: '',
      firstYear: null,
      lastYear: null,
    }),
  ),
  only(['officer', 'leader'], 'saveWork', (actor, { campaignId, units }) =>
    saveWork(actor, {
      campaignId,
      unitId: units.member.id,
      year: 2026,
      level: 'COMMUNE',
      version: 0,
      registered: 5,
      done: 4,
      note: '',
    }),
  ),
  only(['officer', 'leader'], 'savePractice', (actor, { practiceId, units }) =>
    savePractice(actor, {
      practiceId,
      unitId: units.member.id,
      version: 1,
      year: 2026,
      title: 'Tổ số',
      summary: 'Mới',
      text: '',
      campaignId: null,
    }),
  ),
  only(
    ['leader'],
    'sharePractice',
    (actor, { practiceId }) => sharePractice(actor, { practiceId, version: 1, shared: true }),
    unseen(['officer']),
  ),
]

test('T10 role × action: pledge, joint activities, campaigns, practices', { timeout: 300_000 }, () =>
  runMatrix(matrix, CASES),
)
