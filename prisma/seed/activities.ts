import { pledgeHash } from '@/lib/activities/pledge/commands'
import { addDays } from '@/lib/platform/dates'
import {
  CAMPAIGNS,
  HISTORIC_ACTIVITIES,
  HISTORIC_PLEDGES,
  HISTORIC_PRACTICES,
  HISTORIC_WORKS,
  type ActivityRow,
} from './data/activities'
import {
  DEMO_ACTIVITIES,
  DEMO_PAPERS,
  DEMO_PLEDGES,
  DEMO_PRACTICES,
  DEMO_WORKS,
} from './data/demo-activities'
import { DEMO_CLUSTERS } from './data/demo-clusters'
import type { DemoContext } from './demo-context'
import type { Reference } from './reference'
import { at, date, stableId, type Kept, type Tx } from './write'

type Places = { reference: Reference; clusterYears: Kept; documentOf: (letter: string) => string }

/** What the documents tell of pledges, joint activities, campaigns and good practices. */
export async function seedActivityHistory(tx: Tx, places: Places): Promise<void> {
  const { reference, clusterYears, documentOf } = places
  for (const { clusterYear, document, content } of HISTORIC_PLEDGES) {
    const clusterYearId = clusterYears.id(clusterYear)
    if (await tx.pledge.findUnique({ where: { clusterYearId } })) continue
    await tx.pledge.create({
      data: {
        id: stableId('pledge', clusterYear),
        clusterYearId,
        state: 'FINAL',
        textVersion: 1,
        sourceId: documentOf(document),
        inferred: true,
        texts: { create: { version: 1, content, hash: pledgeHash(content) } },
      },
    })
  }
  await writeActivities(tx, HISTORIC_ACTIVITIES, places, false)
  await tx.campaign.createMany({
    data: CAMPAIGNS.map(({ document, ...campaign }) => ({
      ...campaign,
      id: campaignId(campaign.slug),
      sourceId: documentOf(document),
    })),
    skipDuplicates: true,
  })
  await tx.registeredWork.createMany({
    data: HISTORIC_WORKS.map(({ document, fact, campaign, unit, ...work }) => ({
      ...work,
      id: stableId('work', campaign, unit, work.year ?? '', work.level ?? ''),
      campaignId: campaignId(campaign),
      unitId: reference.units.id(unit),
      sourceId: documentOf(document),
      factId: fact,
    })),
    skipDuplicates: true,
  })
  await tx.goodPractice.createMany({
    data: HISTORIC_PRACTICES.map(({ key, document, fact, clusterYear, unit, sharedOn, ...practice }) => ({
      ...practice,
      id: stableId('practice', key),
      unitId: reference.units.id(unit),
      clusterYearId: clusterYears.id(clusterYear),
      sharedAt: at(sharedOn, 10),
      sourceId: documentOf(document),
      factId: fact,
    })),
    skipDuplicates: true,
  })
}

const campaignId = (slug: string) => stableId('campaign', slug)

async function writeActivities(
  tx: Tx,
  rows: ActivityRow[],
  { reference, clusterYears, documentOf }: Places,
  illustrative: boolean,
): Promise<void> {
  for (const { key, document, fact, clusterYear, unit, beneficiaries, funding, ...row } of rows) {
    const id = stableId('activity', key)
    if (await tx.jointActivity.findUnique({ where: { id } })) continue
    await tx.jointActivity.create({
      data: {
        ...row,
        id,
        clusterYearId: clusterYears.id(clusterYear),
        unitId: unit ? reference.units.id(unit) : null,
        heldOn: date(row.heldOn),
        handedOverOn: date(row.handedOverOn),
        sourceId: document ? documentOf(document) : null,
        factId: fact,
        illustrative,
        beneficiaries: {
          create: beneficiaries.map((beneficiary, index) => ({
            ...beneficiary,
            id: stableId('beneficiary', key, index),
            consentedOn: date(beneficiary.consentedOn),
          })),
        },
        funding: {
          create: funding.map((entry, position) => ({
            ...entry,
            id: stableId('funding', key, position),
            position,
          })),
        },
      },
    })
  }
}

/** Illustrative pledges that wait for agreement, papers beside them, an activity, works and practices of 2026. */
export async function seedDemoActivities(tx: Tx, context: DemoContext): Promise<void> {
  const { reference, clusterYears, today } = context
  for (const pledge of DEMO_PLEDGES) await writePledge(tx, context, pledge)
  for (const { slug } of DEMO_CLUSTERS)
    await tx.clusterPaper.createMany({
      data: DEMO_PAPERS.map((paper) => ({
        ...paper,
        id: stableId('paper', slug, paper.kind),
        clusterYearId: clusterYears.id(`${slug}/2026`),
      })),
      skipDuplicates: true,
    })
  await writeActivities(
    tx,
    DEMO_ACTIVITIES.map(({ daysAgo, ...row }) => ({ ...row, heldOn: addDays(today, -daysAgo) })),
    { reference, clusterYears, documentOf: () => '' },
    true,
  )
  await tx.registeredWork.createMany({
    data: Object.entries(DEMO_WORKS).flatMap(([unit, [province, commune]]) =>
      [['PROVINCE', province] as const, ['COMMUNE', commune] as const].map(([level, counts]) => ({
        id: stableId('work', '5-khong-3-sach', unit, 2026, level),
        campaignId: campaignId('5-khong-3-sach'),
        unitId: reference.units.id(unit),
        year: 2026,
        level,
        registered: counts?.[0],
        done: counts?.[1],
        illustrative: true,
      })),
    ),
    skipDuplicates: true,
  })
  await tx.goodPractice.createMany({
    data: DEMO_PRACTICES.map(({ key, unit, clusterYear, campaign, ...practice }) => ({
      ...practice,
      id: stableId('practice', key),
      unitId: reference.units.id(unit),
      clusterYearId: clusterYears.id(clusterYear),
      campaignId: campaign ? campaignId(campaign) : null,
      year: 2026,
      sharedAt: at(addDays(today, -12), 9),
      illustrative: true,
    })),
    skipDuplicates: true,
  })
}

async function writePledge(
  tx: Tx,
  { reference, clusterYears, accounts, today }: DemoContext,
  pledge: (typeof DEMO_PLEDGES)[number],
): Promise<void> {
  const { cluster, author, theme, preamble, tasks, firstTasks, activities, closing, voided, missing } = pledge
  const clusterYearId = clusterYears.id(`${cluster}/2026`)
  if (await tx.pledge.findUnique({ where: { clusterYearId } })) return
  const id = stableId('pledge', cluster, 2026)
  const second = { theme, preamble, tasks, activities, closing }
  const texts = [
    { version: 1, content: { ...second, tasks: firstTasks }, at: at(addDays(today, -14), 9) },
    { version: 2, content: second, at: at(addDays(today, -6), 15) },
  ].map((text) => ({ ...text, hash: pledgeHash(text.content), byId: accounts.id(author) }))
  const members = DEMO_CLUSTERS.find(({ slug }) => slug === cluster)?.members ?? []
  const agreement = (unit: string, text: (typeof texts)[number], hours: number) => ({
    id: stableId('agreement', cluster, unit, text.version),
    unitId: reference.units.id(unit),
    textVersion: text.version,
    textHash: text.hash,
    accountId: accounts.id(`leader.${unit}`),
    at: new Date(text.at.getTime() + hours * 3_600_000),
    voidedAt: text.version === 1 ? texts[1]?.at : null,
  })
  const [first, last] = texts
  if (!first || !last) return
  await tx.pledge.create({
    data: {
      id,
      clusterYearId,
      state: 'OPEN',
      textVersion: 2,
      illustrative: true,
      version: 3,
      texts: { create: texts },
      agreements: {
        create: [
          ...voided.map((unit, index) => agreement(unit, first, 24 + index)),
          ...members
            .filter((unit) => !missing.includes(unit))
            .map((unit, index) => agreement(unit, last, 17 + index * 1.25)),
        ],
      },
    },
  })
}
