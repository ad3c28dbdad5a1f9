import { DEFAULT_RULES } from '@/lib/ballots/rules'
import { addDays, startOfDay } from '@/lib/platform/dates'
import { DEMO_CLUSTERS, type DemoCluster } from './data/demo-clusters'
import { DEMO_AGENDA, HISTORIC_MEETINGS, type HistoricMeeting } from './data/meetings'
import type { DemoContext } from './demo-context'
import type { Reference } from './reference'
import { at, date, stableId, type Kept, type Tx } from './write'

type Places = { reference: Reference; clusterYears: Kept; documentOf: (letter: string) => string }

/** Meetings the documents tell of, with the votes they name and the visits around them. */
export async function seedMeetingHistory(tx: Tx, places: Places): Promise<void> {
  for (const meeting of HISTORIC_MEETINGS) {
    const id = stableId('meeting', meeting.key)
    if (await tx.meeting.findUnique({ where: { id } })) continue
    await writeHistoricMeeting(tx, id, meeting, places)
  }
}

async function writeHistoricMeeting(
  tx: Tx,
  id: string,
  { key, clusterYear, document, hostUnit, heldOn, ballots, sideEvents, ...meeting }: HistoricMeeting,
  { reference, clusterYears, documentOf }: Places,
): Promise<void> {
  const sourceId = documentOf(document)
  await tx.meeting.create({
    data: {
      ...meeting,
      id,
      clusterYearId: clusterYears.id(clusterYear),
      heldOn: date(heldOn),
      hostUnitId: reference.units.id(hostUnit),
      state: 'CLOSED',
      sourceId,
      sideEvents: {
        create: sideEvents.map(({ activity, fact, heldOn: day, ...event }) => ({
          ...event,
          heldOn: date(day),
          activityId: activity && stableId('activity', activity),
          sourceId,
          factId: fact,
        })),
      },
    },
  })
  const names = new Map(
    (
      await tx.unitDesignation.findMany({
        where: {
          unitId: {
            in: ballots.flatMap(({ chosen = [] }) => chosen.map((slug) => reference.units.id(slug))),
          },
        },
        orderBy: { validFrom: { sort: 'asc', nulls: 'first' } },
      })
    ).map(({ unitId, name }) => [unitId, name]),
  )
  for (const [index, { chosen = [], fact, unnamed, ...ballot }] of ballots.entries())
    await tx.ballot.create({
      data: {
        ...ballot,
        id: stableId('ballot', key, index),
        meetingId: id,
        state: 'SEALED',
        quota: unnamed ?? chosen.length,
        choose: unnamed ?? chosen.length,
        unnamed,
        rules: DEFAULT_RULES,
        sourceId,
        factId: fact,
        candidates: {
          create: chosen.map((slug, position) => {
            const unitId = reference.units.id(slug)
            return { unitId, label: names.get(unitId) ?? slug, position, elected: true }
          }),
        },
      },
    })
}

/** The illustrative annual review of each demo cluster: invited, a week ahead, ready to be opened. */
export async function seedDemoMeetings(tx: Tx, context: DemoContext): Promise<void> {
  for (const cluster of DEMO_CLUSTERS) {
    const id = stableId('meeting', cluster.slug, 2026)
    if (await tx.meeting.findUnique({ where: { id } })) continue
    await writeDemoMeeting(tx, id, cluster, context)
  }
}

async function writeDemoMeeting(
  tx: Tx,
  id: string,
  { slug, account, shortTitle, members, head }: DemoCluster,
  { today, reference, clusterYears, accounts }: DemoContext,
): Promise<void> {
  const day = addDays(today, 7)
  const people = await tx.account.findMany({
    where: { id: { in: [...accounts.ids.values()] } },
    select: { id: true, name: true },
  })
  const nameOf = new Map(people.map((person) => [person.id, person.name]))
  const person = (key: string) => {
    const accountId = accounts.id(key)
    return { accountId, name: nameOf.get(accountId) ?? key }
  }
  await tx.meeting.create({
    data: {
      id,
      clusterYearId: clusterYears.id(`${slug}/2026`),
      kind: 'ANNUAL_REVIEW',
      title: `Hội nghị tổng kết ${shortTitle} năm 2026`,
      form: 'IN_PERSON',
      heldOn: date(day),
      startsAt: at(day, 8),
      place: 'Hội trường Hội LHPN đơn vị cụm trưởng (minh họa)',
      hostUnitId: reference.units.id(head),
      programme: 'Tổng kết thi đua năm 2026, bình bầu đề nghị khen thưởng, bàn giao cụm trưởng.',
      invitation:
        'Trân trọng kính mời đại biểu các đơn vị thành viên dự hội nghị. Nội dung này chỉ để minh họa.',
      invitedAt: startOfDay(addDays(today, -2)),
      state: 'INVITED',
      checkInSecret: stableId('check-in', slug, today),
      quorumBasis: 'Quy chế cụm thi đua năm 2026 (minh họa)',
      illustrative: true,
      agenda: { create: DEMO_AGENDA.map((item, position) => ({ ...item, position: position + 1 })) },
      delegates: {
        create: [
          ...members.map((unit) => ({
            ...person(`leader.${unit}`),
            unitId: reference.units.id(unit),
            role: unit === head ? ('CHAIR' as const) : ('DELEGATE' as const),
            title: 'Chủ tịch',
            votes: true,
          })),
          {
            ...person(`staff.${head}`),
            unitId: reference.units.id(head),
            role: 'SECRETARY',
            title: 'Chuyên viên',
          },
          { ...person(`reviewer.${account}`), role: 'CENTRAL', title: 'Phó Chủ tịch phụ trách cụm' },
          { ...person(`central-staff.${account}`), role: 'CENTRAL', title: 'Chuyên viên theo dõi cụm' },
        ],
      },
    },
  })
}
