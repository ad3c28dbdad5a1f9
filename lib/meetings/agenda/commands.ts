import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, wrongField, type Result } from '@/lib/platform/errors'
import { recordAndAnnounceIn, runnableIn } from '../commands'
import { showSceneIn } from '../hall/commands'
import type { AgendaItemInput } from '../hall/schema'
import type { MeetingFacts, MeetingState } from '../types'

/** Adds an item to the agenda, or changes one. A part belongs to an item of the top level. */
export function saveAgendaItem(
  actor: Actor,
  input: AgendaItemInput,
  key?: string,
): Promise<Result<{ itemId: string }>> {
  return perform(actor, 'saveAgendaItem', key, async (tx) => {
    const meeting = await runnableIn(tx, actor, input.meetingId)
    if (!meeting.ok) return meeting
    if (input.parentId) {
      const parent = await tx.agendaItem.findFirst({
        where: { id: input.parentId, meetingId: input.meetingId, parentId: null },
      })
      if (!parent || input.parentId === input.itemId) return wrongField('parentId', 'Mục cha không đúng.')
    }
    const data = {
      title: input.title,
      minutes: input.minutes,
      responsible: input.responsible || null,
      parentId: input.parentId,
    }
    const before = input.itemId
      ? await tx.agendaItem.findFirst({ where: { id: input.itemId, meetingId: input.meetingId } })
      : null
    if (input.itemId && !before) return fail('not_found')
    const children = input.itemId ? await tx.agendaItem.count({ where: { parentId: input.itemId } }) : 0
    if (children > 0 && input.parentId)
      return wrongField('parentId', 'Mục này có mục con, không thể nằm trong mục khác.')
    const last = await tx.agendaItem.aggregate({
      where: { meetingId: input.meetingId },
      _max: { position: true },
    })
    const item = before
      ? await tx.agendaItem.update({ where: { id: before.id }, data })
      : await tx.agendaItem.create({
          data: { ...data, meetingId: input.meetingId, position: (last._max.position ?? 0) + 1 },
        })
    await recordAndAnnounceIn(tx, actor, meeting.value, 'saveAgendaItem', {
      entity: 'agenda_item',
      entityId: item.id,
      before: before && { title: before.title, minutes: before.minutes },
      after: { title: item.title, minutes: item.minutes },
    })
    return ok({ itemId: item.id })
  })
}

/** Moves an item past its neighbour of the same level. At the edge nothing moves. */
export function moveAgendaItem(
  actor: Actor,
  input: { itemId: string; direction: 'up' | 'down' },
  key?: string,
): Promise<Result> {
  return withItem(actor, input.itemId, 'moveAgendaItem', key, EDITABLE, async (tx, item) => {
    const siblings = await tx.agendaItem.findMany({
      where: { meetingId: item.meetingId, parentId: item.parentId },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
    })
    const at = siblings.findIndex(({ id }) => id === item.id)
    const other = input.direction === 'up' ? at - 1 : at + 1
    if (other < 0 || other >= siblings.length) return ok()
    const order = siblings.map(({ id }) => id)
    order.splice(other, 0, ...order.splice(at, 1))
    // Positions are written anew: rows from elsewhere may share one.
    for (const [position, id] of order.entries())
      await tx.agendaItem.update({ where: { id }, data: { position: position + 1 } })
    return ok()
  })
}

/** Strikes an item that has not begun, with its parts. */
export function removeAgendaItem(actor: Actor, input: { itemId: string }, key?: string): Promise<Result> {
  return withItem(actor, input.itemId, 'removeAgendaItem', key, EDITABLE, async (tx, item) => {
    const family = { OR: [{ id: item.id }, { parentId: item.id }] }
    const begun = await tx.agendaItem.count({ where: { ...family, startedAt: { not: null } } })
    if (begun > 0) return fail('invalid', 'Mục này đã bắt đầu, không gỡ được.')
    const parts = await tx.agendaItem.findMany({ where: family, select: { id: true } })
    const documents = await tx.evidenceFile.count({
      where: { ownerKind: 'agenda_item', ownerId: { in: parts.map(({ id }) => id) }, removedAt: null },
    })
    if (documents > 0) return fail('invalid', 'Mục này còn tài liệu. Hãy gỡ tài liệu trước.')
    await tx.agendaItem.deleteMany({ where: { parentId: item.id } })
    await tx.agendaItem.delete({ where: { id: item.id } })
    return ok()
  })
}

/** Begins an item: the one before it ends, its parent begins with it, and the projector follows. */
export function startAgendaItem(actor: Actor, input: { itemId: string }, key?: string): Promise<Result> {
  return withItem(actor, input.itemId, 'startAgendaItem', key, ['OPEN'], async (tx, item) => {
    const now = await databaseNow(tx)
    const kept = [item.id, ...(item.parentId ? [item.parentId] : [])]
    await tx.agendaItem.updateMany({
      where: {
        meetingId: item.meetingId,
        id: { notIn: kept },
        startedAt: { not: null },
        endedAt: null,
      },
      data: { endedAt: now },
    })
    await tx.agendaItem.updateMany({ where: { id: { in: kept }, startedAt: null }, data: { startedAt: now } })
    // An item taken up again goes on from where it began.
    await tx.agendaItem.updateMany({ where: { id: { in: kept } }, data: { endedAt: null } })
    await tx.speaker.updateMany({
      where: { meetingId: item.meetingId, state: 'SPEAKING' },
      data: { state: 'DONE', endedAt: now },
    })
    await tx.meeting.update({ where: { id: item.meetingId }, data: { currentItemId: item.id } })
    await showSceneIn(tx, item.meetingId, { kind: 'ITEM' })
    return ok()
  })
}

/** Ends an item without beginning another. */
export function finishAgendaItem(actor: Actor, input: { itemId: string }, key?: string): Promise<Result> {
  return withItem(actor, input.itemId, 'finishAgendaItem', key, ['OPEN'], async (tx, item) => {
    if (item.startedAt === null || item.endedAt !== null)
      return fail('conflict', 'Mục này không đang diễn ra.')
    await tx.agendaItem.updateMany({
      where: { OR: [{ id: item.id }, { parentId: item.id }], startedAt: { not: null }, endedAt: null },
      data: { endedAt: await databaseNow(tx) },
    })
    return ok()
  })
}

const EDITABLE: readonly MeetingState[] = ['PLANNED', 'INVITED', 'OPEN']
type ItemRow = Prisma.AgendaItemGetPayload<object>

function withItem(
  actor: Actor,
  itemId: string,
  action: string,
  key: string | undefined,
  states: readonly MeetingState[],
  change: (tx: Prisma.TransactionClient, item: ItemRow, meeting: MeetingFacts) => Promise<Result>,
): Promise<Result> {
  return perform(actor, action, key, async (tx) => {
    const found = await tx.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } })
    if (!found) return fail('not_found')
    const meeting = await runnableIn(tx, actor, found.meetingId, states)
    if (!meeting.ok) return meeting
    const item = await tx.agendaItem.findUniqueOrThrow({ where: { id: itemId } })
    const result = await change(tx, item, meeting.value)
    if (!result.ok) return result
    await recordAndAnnounceIn(tx, actor, meeting.value, action, {
      entity: 'agenda_item',
      entityId: itemId,
      before: { title: item.title },
    })
    return ok()
  })
}
