import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { loadBallotIn, toBallotIn } from '@/lib/ballots/queries'
import type { BallotDto } from '@/lib/ballots/types'
import { factsIn, readMeetingIn } from '@/lib/meetings/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { databaseNow, prisma } from '@/lib/platform/db'
import { canKeepMinutes, canReadMinutes } from './policy'
import { assembleSections, keepEdited } from './rules'
import type { MinutesDto, MinutesSection } from './types'

/** The sections as they assemble themselves from what is recorded now. */
export async function assembledIn(
  db: Prisma.TransactionClient,
  meetingId: string,
): Promise<MinutesSection[]> {
  const meeting = await readMeetingIn(db, meetingId)
  const ballots: BallotDto[] = []
  for (const { id } of await db.ballot.findMany({ where: { meetingId }, select: { id: true } })) {
    const loaded = await loadBallotIn(db, id)
    // As anybody in the hall may know it: nothing before it was announced.
    if (loaded) ballots.push(await toBallotIn(db, loaded, false))
  }
  ballots.sort((a, b) => a.title.localeCompare(b.title, 'vi') || a.round - b.round)
  return assembleSections(meeting, ballots, await databaseNow(db))
}

/** Meetings that have ended and whose minutes she should freeze: the head, the chair and the secretary. */
export async function listMinutesToFreeze(
  actor: Actor,
): Promise<{ meetingId: string; title: string; closedAt: string | null; illustrative: boolean }[]> {
  const rows = await prisma.meeting.findMany({
    where: {
      state: 'CLOSED',
      sourceId: null,
      clusterYear: { emulationYear: { state: { not: 'CLOSED' } } },
      AND: [
        { OR: [{ minutes: null }, { minutes: { frozenAt: null } }] },
        {
          OR: [
            { clusterYearId: { in: [...actor.headOf] } },
            {
              delegates: {
                some: { accountId: actor.accountId, removedAt: null, role: { in: ['CHAIR', 'SECRETARY'] } },
              },
            },
          ],
        },
      ],
    },
    select: { id: true, title: true, closedAt: true, illustrative: true },
    orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, closedAt, ...row }) => ({
    ...row,
    meetingId: id,
    closedAt: closedAt?.toISOString() ?? null,
  }))
}

/**
 * The minutes of a meeting: frozen ones as they were frozen, others with what has happened since worked in. Before
 * they are kept only those who keep them see the draft; null where there is nothing to see.
 */
export async function getMinutes(actor: Actor, meetingId: string): Promise<MinutesDto | null> {
  const meeting = await factsIn(prisma, meetingId)
  if (!meeting || !canReadMinutes(actor, meeting)) return null
  const row = await prisma.minutes.findUnique({ where: { meetingId } })
  if (!row?.frozenAt && !canKeepMinutes(actor, meeting)) return null
  const stored = (row?.sections ?? []) as MinutesSection[]
  const frozenBy = row?.frozenById
    ? await prisma.account.findUnique({ where: { id: row.frozenById }, select: { name: true } })
    : null
  return {
    meetingId,
    sections: row?.frozenAt ? stored : keepEdited(stored, await assembledIn(prisma, meetingId)),
    frozenAt: row?.frozenAt?.toISOString() ?? null,
    frozenBy: frozenBy?.name ?? null,
    hash: row?.hash ?? null,
    version: row?.version ?? 1,
    updatedAt: (row?.updatedAt ?? (await databaseNow())).toISOString(),
  }
}
