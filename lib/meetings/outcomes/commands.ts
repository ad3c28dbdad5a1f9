import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { delegatorFor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { announceIn, lockMeetingIn, recordAndAnnounceIn, runnableIn } from '../commands'
import { showSceneIn } from '../hall/commands'
import { canConclude, canFollowUp, canRunMeeting } from '../policy'
import { presenceIn } from '../presence/queries'
import type { MeetingFacts } from '../types'
import type {
  AssignTaskInput,
  ConclusionInput,
  FollowUpTaskInput,
  RecordDecisionInput,
  SideEventInput,
} from './schema'

/** Records what the meeting decided, with the hands counted; the projector shows it. */
export function recordDecision(
  actor: Actor,
  input: RecordDecisionInput,
  key?: string,
): Promise<Result<{ decisionId: string }>> {
  return perform(actor, 'recordDecision', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId, ['OPEN'])
    if (!meeting.ok) return meeting
    const hands = input.method === 'SHOW_OF_HANDS'
    const vote = {
      inFavour: hands ? input.inFavour : null,
      against: hands ? (input.against ?? 0) : null,
      abstained: hands ? (input.abstained ?? 0) : null,
    }
    if (hands) {
      const present = (await presenceIn(tx, input.meetingId)).filter(
        (d) => d.present && d.role !== 'GUEST',
      ).length
      const raised = (vote.inFavour ?? 0) + (vote.against ?? 0) + (vote.abstained ?? 0)
      if (raised > present)
        return wrongField('inFavour', `Đếm được ${raised} người, mà chỉ có ${present} đại biểu có mặt.`)
    }
    if (input.agendaItemId) {
      const item = await tx.agendaItem.findFirst({
        where: { id: input.agendaItemId, meetingId: input.meetingId },
      })
      if (!item) return fail('not_found')
    }
    const { id } = await tx.decision.create({
      data: {
        meetingId: input.meetingId,
        agendaItemId: input.agendaItemId,
        text: input.text,
        method: input.method,
        ...vote,
        byId: actor.accountId,
      },
    })
    await showSceneIn(tx, input.meetingId, { kind: 'DECISION', decisionId: id })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'recordDecision', {
      entity: 'decision',
      entityId: id,
      after: { text: input.text, method: input.method, ...vote },
    })
    return ok({ decisionId: id })
  })
}

/** The meeting, held still, for the vice-chair who concludes it. */
async function concludableIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  meetingId: string,
): Promise<Result<MeetingFacts>> {
  const meeting = await lockMeetingIn(tx, meetingId)
  if (!meeting) return fail('not_found')
  if (!canConclude(actor, meeting)) return fail('forbidden')
  if (meeting.state !== 'OPEN' && meeting.state !== 'CLOSED')
    return fail('locked', 'Kết luận được ghi khi hội nghị đang họp hoặc đã họp xong.')
  return ok(meeting)
}

/** Writes a point of the conclusion, or changes one. */
export function writeConclusion(
  actor: Actor,
  input: ConclusionInput,
  key?: string,
): Promise<Result<{ pointId: string }>> {
  return perform(actor, 'writeConclusion', key, async (tx) => {
    const meeting = await concludableIn(tx, actor, input.meetingId)
    if (!meeting.ok) return meeting
    const before = input.pointId
      ? await tx.conclusionPoint.findFirst({ where: { id: input.pointId, meetingId: input.meetingId } })
      : null
    if (input.pointId && !before) return fail('not_found')
    const last = await tx.conclusionPoint.aggregate({
      where: { meetingId: input.meetingId },
      _max: { position: true },
    })
    const point = before
      ? await tx.conclusionPoint.update({ where: { id: before.id }, data: { text: input.text } })
      : await tx.conclusionPoint.create({
          data: {
            meetingId: input.meetingId,
            position: (last._max.position ?? 0) + 1,
            text: input.text,
            speaker: actor.name,
          },
        })
    await recordAuditIn(tx, actor, {
      action: 'writeConclusion',
      entity: 'conclusion_point',
      entityId: point.id,
      clusterYearId: meeting.value.clusterYearId,
      onBehalfOfId: delegatorFor(actor, 'CENTRAL_REVIEWER', meeting.value.clusterYearId),
      before: before && { text: before.text },
      after: { text: point.text },
    })
    await announceIn(tx, input.meetingId)
    return ok({ pointId: point.id })
  })
}

/** Strikes a point from which no task was made. */
export function removeConclusion(actor: Actor, input: { pointId: string }, key?: string): Promise<Result> {
  return perform(actor, 'removeConclusion', key, async (tx) => {
    const point = await tx.conclusionPoint.findUnique({ where: { id: input.pointId } })
    if (!point) return fail('not_found')
    const meeting = await concludableIn(tx, actor, point.meetingId)
    if (!meeting.ok) return meeting
    const tasks = await tx.meetingTask.count({ where: { conclusionId: point.id } })
    if (tasks > 0) return fail('invalid', 'Ý kết luận này đã giao thành việc, không gỡ được.')
    await tx.conclusionPoint.delete({ where: { id: point.id } })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'removeConclusion', {
      entity: 'conclusion_point',
      entityId: point.id,
      before: { text: point.text },
    })
    return ok()
  })
}

/** Makes a task of a point, for one unit or the whole cluster: by the vice-chair or those who run the meeting. */
export function assignTask(
  actor: Actor,
  input: AssignTaskInput,
  key?: string,
): Promise<Result<{ taskId: string }>> {
  return perform(actor, 'assignTask', key, async (tx) => {
    const point = await tx.conclusionPoint.findUnique({ where: { id: input.pointId } })
    if (!point) return fail('not_found')
    const meeting = await lockMeetingIn(tx, point.meetingId)
    if (!meeting) return fail('not_found')
    if (!canConclude(actor, meeting) && !canRunMeeting(actor, meeting)) return fail('forbidden')
    if (input.unitId) {
      const member = await tx.clusterMembership.findFirst({
        where: { unitId: input.unitId, clusterYearId: { in: [meeting.clusterYearId, ...meeting.alsoFor] } },
      })
      if (!member) return wrongField('unitId', 'Đơn vị này không thuộc cụm năm nay.')
    }
    const { id } = await tx.meetingTask.create({
      data: {
        conclusionId: point.id,
        text: input.text,
        unitId: input.unitId,
        dueOn: dayToStore(input.dueOn),
      },
    })
    await recordAndAnnounceIn(tx, actor, meeting, 'assignTask', {
      entity: 'meeting_task',
      entityId: id,
      unitId: input.unitId,
      after: { text: input.text, dueOn: input.dueOn },
    })
    return ok({ taskId: id })
  })
}

/** Says how a task stands: by its unit, or by those who run the cluster. Also in the years after. */
export function followUpTask(actor: Actor, input: FollowUpTaskInput, key?: string): Promise<Result> {
  return perform(actor, 'followUpTask', key, async (tx) => {
    await tx.$queryRaw`select 1 from meeting_tasks where id = ${input.taskId}::uuid for update`
    const task = await tx.meetingTask.findUnique({
      where: { id: input.taskId },
      include: { conclusion: { select: { meetingId: true } } },
    })
    if (!task) return fail('not_found')
    const meeting = await lockMeetingIn(tx, task.conclusion.meetingId)
    if (!meeting) return fail('not_found')
    if (!canFollowUp(actor, meeting, task.unitId)) return fail('forbidden')
    if (task.version !== input.version) return fail('conflict')
    await tx.taskFollowUp.create({
      data: { taskId: task.id, text: input.text, state: input.state, byId: actor.accountId },
    })
    await tx.meetingTask.update({
      where: { id: task.id },
      data: { state: input.state, version: { increment: 1 } },
    })
    await recordAndAnnounceIn(tx, actor, meeting, 'followUpTask', {
      entity: 'meeting_task',
      entityId: task.id,
      unitId: task.unitId,
      before: { state: task.state },
      after: { state: input.state },
    })
    return ok()
  })
}

/** Notes a field visit or another event around the meeting. */
export function addSideEvent(
  actor: Actor,
  input: SideEventInput,
  key?: string,
): Promise<Result<{ sideEventId: string }>> {
  return perform(actor, 'addSideEvent', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId, ['PLANNED', 'INVITED', 'OPEN', 'CLOSED'])
    if (!meeting.ok) return meeting
    const { id } = await tx.sideEvent.create({
      data: {
        meetingId: input.meetingId,
        title: input.title,
        place: input.place || null,
        heldOn: dayToStore(input.heldOn),
        note: input.note || null,
      },
    })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'addSideEvent', {
      entity: 'side_event',
      entityId: id,
      after: { title: input.title },
    })
    return ok({ sideEventId: id })
  })
}

/** Takes off an event that was noted by mistake; what a source states stays. */
export function removeSideEvent(actor: Actor, input: { sideEventId: string }, key?: string): Promise<Result> {
  return perform(actor, 'removeSideEvent', key, async (tx) => {
    const event = await tx.sideEvent.findUnique({ where: { id: input.sideEventId } })
    if (!event) return fail('not_found')
    const meeting = await runnableIn(tx, actor, event.meetingId, ['PLANNED', 'INVITED', 'OPEN', 'CLOSED'])
    if (!meeting.ok) return meeting
    if (event.sourceId) return fail('locked', 'Hoạt động này do tài liệu nguồn nêu, không gỡ được.')
    await tx.sideEvent.delete({ where: { id: event.id } })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'removeSideEvent', {
      entity: 'side_event',
      entityId: event.id,
      before: { title: event.title },
    })
    return ok()
  })
}
