import 'server-only'
import { accountNamesIn } from '@/lib/accounts/queries'
import type { Prisma } from '@/prisma/generated/client'
import { listFilesIn } from '@/lib/evidence/queries'
import type { EvidenceDto, FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { followedYears, ownUnits } from '@/lib/platform/auth/policy'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { canReadMeeting, canRunMeeting } from '../policy'
import { factsIn, toTask, unitNamesIn } from '../queries'
import type { MyTaskDto } from '../types'

const SHAPE = {
  followUps: { orderBy: { at: 'asc' } },
  conclusion: {
    include: {
      meeting: { select: { id: true, title: true, heldOn: true, clusterYear: { select: { year: true } } } },
    },
  },
} satisfies Prisma.MeetingTaskInclude

/**
 * Tasks that await the actor: those of her units, and of the whole cluster for those who run it. Open ones first by due
 * day, then what was settled last.
 */
export async function listMyTasks(actor: Actor, { open = false } = {}): Promise<MyTaskDto[]> {
  return listTasks({
    AND: [
      open ? { state: 'OPEN' } : {},
      {
        OR: [
          { unitId: { in: ownUnits(actor) } },
          { unitId: null, conclusion: { meeting: { clusterYearId: { in: followedYears(actor) } } } },
        ],
      },
    ],
  })
}

async function listTasks(where: Prisma.MeetingTaskWhereInput): Promise<MyTaskDto[]> {
  const rows = await prisma.meetingTask.findMany({
    where,
    include: SHAPE,
    orderBy: [{ state: 'asc' }, { dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: 200,
  })
  const names = await accountNamesIn(
    prisma,
    rows.flatMap(({ followUps }) => followUps.map(({ byId }) => byId)),
  )
  const newest = Math.max(0, ...rows.map(({ conclusion }) => conclusion.meeting.clusterYear.year))
  const units = await unitNamesIn(
    prisma,
    rows.flatMap(({ unitId }) => unitId ?? []),
    newest,
  )
  return rows.map((row) => {
    const { meeting } = row.conclusion
    return {
      ...toTask(row, units, names),
      conclusion: row.conclusion.text,
      meeting: {
        id: meeting.id,
        title: meeting.title,
        heldOn: storedDay(meeting.heldOn),
        year: meeting.clusterYear.year,
      },
    }
  })
}

/** Papers of a meeting, and the signed scan of its minutes: kept by those who run it, read by whoever reads the meeting. */
export const meetingFiles: FileKeeper = {
  async mayChangeIn(tx, actor, meetingId) {
    const meeting = await factsIn(tx, meetingId)
    if (!meeting) return fail('not_found')
    return canRunMeeting(actor, meeting)
      ? ok({ unitId: null, clusterYearId: meeting.clusterYearId })
      : fail('forbidden')
  },
  async mayReadIn(tx, actor, meetingId) {
    const meeting = await factsIn(tx, meetingId)
    return meeting !== null && canReadMeeting(actor, meeting)
  },
}

/** Files beside a meeting ('meeting') or its minutes ('minutes') the actor may read. */
export async function listMeetingFiles(
  actor: Actor,
  ownerKind: 'meeting' | 'minutes',
  meetingId: string,
): Promise<EvidenceDto[]> {
  return (await meetingFiles.mayReadIn(prisma, actor, meetingId))
    ? listFilesIn(prisma, { ownerKind, ownerId: meetingId })
    : []
}
