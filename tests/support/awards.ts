import { proposeNomination } from '@/lib/awards/nominations/commands'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { arrangeReports } from './reports'
import { must } from './must'

/** The open year of `arrangeReports` with forms of award, a quota of two flags in the north, and a base salary. */
export async function arrangeAwards() {
  const scene = await arrangeReports()
  const type = (code: string, isFlag: boolean, position: number) =>
    prisma.awardType.create({
      data: {
        code,
        name: code,
        issuer: 'Đoàn Chủ tịch',
        isFlag,
        position,
        recipientKinds: ['UNIT', 'PERSON'],
        prizes: {
          create: {
            recipientKind: 'COLLECTIVE',
            multiple: isFlag ? '8' : '3',
            legalBasis: 'NĐ 152/2025',
            validFrom: new Date('2025-07-01'),
          },
        },
      },
    })
  const [flag, merit] = [await type('CO_XUAT_SAC', true, 0), await type('BK_TW', false, 1)]
  await prisma.awardQuota.create({
    data: { clusterYearId: scene.north.id, awardTypeId: flag.id, quota: 2 },
  })
  await prisma.baseSalary.create({
    data: { validFrom: new Date('2024-07-01'), amount: 2_340_000, legalBasis: 'NĐ 73/2024' },
  })
  return { ...scene, flag, merit }
}
export type AwardScene = Awaited<ReturnType<typeof arrangeAwards>>

/** What a nomination of a unit is entered with. */
export const nominationOf = (scene: AwardScene, unitId: string, awardTypeId: string = scene.flag.id) => ({
  awardTypeId,
  clusterYearId: scene.north.id,
  year: 2026,
  recipientKind: 'UNIT' as const,
  unitId,
  recipient: null,
  unnamed: null as number | null,
  proposer: null,
  achievement: '',
})

/** A nomination entered by `actor`; fails loudly. */
export async function propose(actor: Actor, scene: AwardScene, unitId: string): Promise<string> {
  return must(await proposeNomination(actor, nominationOf(scene, unitId))).nominationId
}

/** An announced show of hands of the north that elected these units. */
export async function announcedBallot(
  scene: AwardScene,
  purpose: 'FLAG' | 'HEAD',
  unitIds: string[],
  state: 'ANNOUNCED' | 'COUNTED' = 'ANNOUNCED',
): Promise<string> {
  const { id } = await prisma.ballot.create({
    data: {
      meeting: {
        create: {
          clusterYearId: scene.north.id,
          kind: 'ANNUAL_REVIEW',
          title: 'Hội nghị tổng kết',
        },
      },
      purpose,
      title: 'Bầu',
      method: 'SHOW_OF_HANDS',
      state,
      rules: {},
      candidates: {
        create: [scene.units.head, scene.units.deputy, scene.units.member].map((unit, position) => ({
          unitId: unit.id,
          label: unit.slug,
          position,
          elected: unitIds.includes(unit.id),
        })),
      },
    },
  })
  return id
}

/** A nomination as a form names it: its id and the version the form was made from. */
export const versionOf = async (nominationId: string) => ({
  nominationId,
  version: (await prisma.nomination.findUniqueOrThrow({ where: { id: nominationId } })).version,
})

/** What a decision is entered with. */
export const DECISION = {
  number: '12/QĐ-ĐCT',
  decidedOn: '2026-12-15',
  issuer: 'Đoàn Chủ tịch',
  signer: null,
  note: null,
}

/** Two units that a source counts and does not name. */
export const unnamedIn = async (scene: AwardScene, sourceId: string | null = null) =>
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

/** What recipients are named with. */
export const naming = async (nominationId: string, unitIds: string[], more: object = {}) => ({
  ...(await versionOf(nominationId)),
  unitIds,
  recipients: [],
  sourceId: null,
  sourceNote: 'Công văn 15/CV-TW ngày 20/12/2026',
  ...more,
})
