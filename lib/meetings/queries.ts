import 'server-only'
import { accountNamesIn } from '@/lib/accounts/queries'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { followedYears, overseenYears } from '@/lib/platform/auth/policy'
import { addDays, dayToStore, storedDay } from '@/lib/platform/dates'
import { databaseToday, prisma, query } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { designationSql, unitRefSql } from '@/lib/units/queries'
import type { UnitRef } from '@/lib/units/types'
import { canReadMeeting, readableMeetings } from './policy'
import { presenceIn, quorumIn } from './presence/queries'
import { numberAgenda } from './rules'
import type {
  DecisionMethod,
  MeetingDto,
  MeetingFacts,
  MeetingListItem,
  ProjectorScene,
  TaskDto,
} from './types'

const moment = (date: Date | null) => date?.toISOString() ?? null

const SOURCE = { select: { slug: true, letter: true, title: true } } as const

/** What policy asks about a meeting; null where there is none. */
export async function factsIn(
  db: Pick<Prisma.TransactionClient, 'meeting'>,
  meetingId: string,
): Promise<MeetingFacts | null> {
  const row = await db.meeting.findUnique({
    where: { id: meetingId },
    select: {
      id: true,
      clusterYearId: true,
      state: true,
      alsoFor: { select: { clusterYearId: true } },
      delegates: {
        where: { removedAt: null, accountId: { not: null } },
        select: { role: true, accountId: true },
      },
    },
  })
  if (!row) return null
  const { alsoFor, delegates, ...meeting } = row
  return {
    ...meeting,
    alsoFor: alsoFor.map(({ clusterYearId }) => clusterYearId),
    officers: delegates
      .filter(({ role }) => role === 'CHAIR' || role === 'SECRETARY')
      .map(({ accountId }) => accountId!),
    participants: delegates.map(({ accountId }) => accountId!),
  }
}

/** `factsIn` for a reader outside a transaction; null also where she may not read the meeting. */
export async function getMeetingFacts(actor: Actor, meetingId: string): Promise<MeetingFacts | null> {
  const facts = await factsIn(prisma, meetingId)
  return facts && canReadMeeting(actor, facts) ? facts : null
}

const LIST = {
  id: true,
  kind: true,
  title: true,
  form: true,
  state: true,
  heldOn: true,
  startsAt: true,
  place: true,
  illustrative: true,
  clusterYear: { select: { id: true, year: true, cluster: { select: { slug: true, name: true } } } },
  source: SOURCE,
} satisfies Prisma.MeetingSelect

type ListRow = Prisma.MeetingGetPayload<{ select: typeof LIST }>

function toListItem({ clusterYear, source, ...row }: ListRow): MeetingListItem {
  return {
    ...row,
    heldOn: storedDay(row.heldOn),
    startsAt: moment(row.startsAt),
    clusterYear: { id: clusterYear.id, year: clusterYear.year, ...clusterYear.cluster },
    source: citationOf(source),
  }
}

/** Meetings the actor may read, newest first; of one year or one cluster where asked. */
export async function listMeetings(
  actor: Actor,
  filter: { year?: number; clusterSlug?: string } = {},
): Promise<MeetingListItem[]> {
  const rows = await prisma.meeting.findMany({
    where: {
      AND: [
        readableMeetings(actor),
        { clusterYear: { year: filter.year, cluster: { slug: filter.clusterSlug } } },
      ],
    },
    select: LIST,
    orderBy: [{ clusterYear: { year: 'desc' } }, { heldOn: { sort: 'desc', nulls: 'first' } }, { id: 'asc' }],
  })
  return rows.map(toListItem)
}

/** Meetings of clusters she belongs to or follows that are held within so many days, the nearest first. */
export async function listMeetingsSoon(actor: Actor, days: number): Promise<MeetingListItem[]> {
  const years = followedYears(actor)
  if (years.length === 0) return []
  const today = await databaseToday()
  const rows = await prisma.meeting.findMany({
    where: {
      AND: [
        readableMeetings(actor),
        { OR: [{ clusterYearId: { in: years } }, { alsoFor: { some: { clusterYearId: { in: years } } } }] },
      ],
      state: { not: 'CLOSED' },
      heldOn: { gte: dayToStore(today), lte: dayToStore(addDays(today, days)) },
    },
    select: LIST,
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(toListItem)
}

/** Meetings of a cluster-year, also those of another that served it too, oldest first. */
export async function listClusterMeetings(actor: Actor, clusterYearId: string): Promise<MeetingListItem[]> {
  const rows = await prisma.meeting.findMany({
    where: {
      AND: [readableMeetings(actor), { OR: [{ clusterYearId }, { alsoFor: { some: { clusterYearId } } }] }],
    },
    select: LIST,
    orderBy: [{ heldOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  })
  return rows.map(toListItem)
}

/** Cluster-years of open years for which the actor may plan a meeting. */
export async function listPlannableYears(
  actor: Actor,
): Promise<{ id: string; title: string; year: number }[]> {
  const ids = overseenYears(actor)
  if (ids.length === 0 && !actor.isOffice) return []
  return prisma.clusterYear.findMany({
    where: {
      emulationYear: { state: { not: 'CLOSED' } },
      ...(actor.isOffice ? {} : { id: { in: ids } }),
    },
    select: { id: true, title: true, year: true },
    orderBy: [{ year: 'desc' }, { title: 'asc' }],
  })
}

const WHOLE = {
  ...LIST,
  clusterYear: {
    select: { id: true, year: true, title: true, cluster: { select: { slug: true, name: true } } },
  },
  alsoFor: {
    select: {
      clusterYear: { select: { id: true, year: true, cluster: { select: { slug: true, name: true } } } },
    },
  },
  organisedBy: true,
  programme: true,
  invitation: true,
  invitedAt: true,
  openedAt: true,
  closedAt: true,
  liveVersion: true,
  version: true,
  currentItemId: true,
  projector: true,
  agenda: true,
  speakers: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  decisions: { include: { source: SOURCE }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  conclusions: {
    include: {
      source: SOURCE,
      tasks: {
        include: { followUps: { orderBy: { at: 'asc' } } },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      },
    },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  },
  sideEvents: { include: { source: SOURCE }, orderBy: [{ heldOn: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.MeetingSelect

/** Everything about a meeting, for its page and its control screen; null where the actor may not read it. */
export async function getMeeting(actor: Actor, meetingId: string): Promise<MeetingDto | null> {
  const facts = await factsIn(prisma, meetingId)
  return facts && canReadMeeting(actor, facts) ? readMeetingIn(prisma, meetingId) : null
}

/** The whole meeting for callers who have asked policy: the minutes assemble themselves from it. */
export async function readMeetingIn(db: Prisma.TransactionClient, meetingId: string): Promise<MeetingDto> {
  const row = await db.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: WHOLE })
  const delegates = await presenceIn(db, meetingId)
  const quorum = await quorumIn(db, meetingId)
  const units = await db.$queryRawUnsafe<{ role: string; unit: UnitRef }[]>(
    `select 'member' as role, ${unitRefSql('u', 'cy.year')} as unit from (
        select distinct cm.unit_id from cluster_memberships cm join meetings m on m.id = $1::uuid
         where cm.cluster_year_id = m.cluster_year_id
            or cm.cluster_year_id in (select cluster_year_id from meeting_cluster_years where meeting_id = m.id)) x
      join units u on u.id = x.unit_id join meetings m on m.id = $1::uuid join cluster_years cy on cy.id = m.cluster_year_id
     union all
     select 'host', ${unitRefSql('u', 'cy.year')} from meetings m join units u on u.id = m.host_unit_id
      join cluster_years cy on cy.id = m.cluster_year_id where m.id = $1::uuid`.replaceAll(
      'json_build_object',
      'jsonb_build_object',
    ),
    meetingId,
  )
  const names = await accountNamesIn(
    db,
    row.conclusions.flatMap(({ tasks }) =>
      tasks.flatMap(({ followUps }) => followUps.map(({ byId }) => byId)),
    ),
  )
  const taskUnits = await unitNamesIn(
    db,
    row.conclusions.flatMap(({ tasks }) => tasks.flatMap(({ unitId }) => unitId ?? [])),
    row.clusterYear.year,
  )
  return {
    ...toListItem(row),
    clusterTitle: row.clusterYear.title,
    alsoFor: row.alsoFor
      .map(({ clusterYear: { id, year, cluster } }) => ({ id, year, ...cluster }))
      .sort((a, b) => a.year - b.year || compareVietnamese(a.name, b.name)),
    hostUnit: units.find(({ role }) => role === 'host')?.unit ?? null,
    organisedBy: row.organisedBy,
    programme: row.programme,
    invitation: row.invitation,
    invitedAt: moment(row.invitedAt),
    openedAt: moment(row.openedAt),
    closedAt: moment(row.closedAt),
    liveVersion: row.liveVersion,
    version: row.version,
    currentItemId: row.currentItemId,
    projector: sceneOf(row.projector),
    memberUnits: units
      .filter(({ role }) => role === 'member')
      .map(({ unit }) => unit)
      .sort((a, b) => compareVietnamese(a.name, b.name)),
    quorum,
    delegates,
    agenda: numberAgenda(
      row.agenda.map(({ meetingId: _, ...item }) => ({
        ...item,
        startedAt: moment(item.startedAt),
        endedAt: moment(item.endedAt),
      })),
    ),
    speakers: row.speakers.map(({ meetingId: _, position: __, ...speaker }) => ({
      ...speaker,
      startedAt: moment(speaker.startedAt),
      endedAt: moment(speaker.endedAt),
    })),
    decisions: row.decisions.map(({ id, text, method, inFavour, against, abstained, ...decision }) => ({
      ...{ id, text, method: method as DecisionMethod, inFavour, against, abstained },
      agendaItemId: decision.agendaItemId,
      at: decision.at.toISOString(),
      source: citationOf(decision.source, decision.factId),
    })),
    conclusions: row.conclusions.map(({ id, text, speaker, source, factId, tasks }) => ({
      ...{ id, text, speaker, source: citationOf(source, factId) },
      tasks: tasks.map((task) => toTask(task, taskUnits, names)),
    })),
    sideEvents: row.sideEvents.map(({ id, title, place, heldOn, note, activityId, source, factId }) => ({
      ...{ id, title, place, note, activityId },
      heldOn: storedDay(heldOn),
      source: citationOf(source, factId),
    })),
  }
}

/** An unset projector greets. */
function sceneOf(stored: Prisma.JsonValue): ProjectorScene {
  const kind = stored && typeof stored === 'object' && !Array.isArray(stored) ? stored.kind : undefined
  return kind ? (stored as ProjectorScene) : { kind: 'WELCOME' }
}

type TaskRow = Prisma.MeetingTaskGetPayload<{ include: { followUps: true } }>

export function toTask(task: TaskRow, units: Map<string, UnitRef>, names: Map<string, string>): TaskDto {
  return {
    id: task.id,
    text: task.text,
    unit: (task.unitId && units.get(task.unitId)) || null,
    dueOn: storedDay(task.dueOn),
    state: task.state,
    version: task.version,
    followUps: task.followUps.map(({ id, text, state, byId, at }) => ({
      ...{ id, text, state },
      by: names.get(byId) ?? '',
      at: at.toISOString(),
    })),
  }
}

/** Units under the names they bore in `year`. */
export async function unitNamesIn(
  db: Pick<Prisma.TransactionClient, '$queryRawUnsafe'>,
  ids: string[],
  year: number,
): Promise<Map<string, UnitRef>> {
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRawUnsafe<UnitRef[]>(
    `select u.id, u.slug, ${designationSql('name', 'u.id', '$2::int')} as name from units u where u.id = any($1::uuid[])`,
    ids,
    year,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The live version of each of these meetings and the business clock, for streams that make sure. */
export async function readLiveVersions(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await query<{ id: string; version: number }>(
    'select id, live_version as version from meetings where id = any($1::uuid[])',
    [ids],
  )
  return new Map(rows.map(({ id, version }) => [id, version]))
}
