import 'server-only'
import { createHash } from 'node:crypto'
import type { Prisma } from '@/prisma/generated/client'
import { lockMeetingIn, recordAndAnnounceIn } from '@/lib/meetings/commands'
import type { MeetingFacts } from '@/lib/meetings/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { perform } from '@/lib/platform/command'
import { databaseNow } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { canKeepMinutes } from './policy'
import { assembledIn } from './queries'
import { canonicalMinutes, keepEdited } from './rules'
import type { EditMinutesInput, FreezeMinutesInput } from './schema'
import type { MinutesSection } from './types'

/** Writes a section by hand; an empty text gives it back to what happened. */
export function editMinutes(actor: Actor, input: EditMinutesInput, key?: string): Promise<Result> {
  return keep(actor, input, 'editMinutes', key, async (tx, meeting, sections) => {
    const edited = sections.map((section) =>
      section.key === input.section ? { ...section, text: input.text, edited: input.text !== '' } : section,
    )
    const fresh = await assembledIn(tx, input.meetingId)
    const data = { sections: keepEdited(edited, fresh), updatedAt: await databaseNow(tx) }
    await tx.minutes.update({
      where: { meetingId: input.meetingId },
      data: { ...data, version: { increment: 1 } },
    })
    await recordAndAnnounceIn(tx, actor, meeting, 'editMinutes', {
      entity: 'minutes',
      entityId: input.meetingId,
      before: { [input.section]: sections.find((section) => section.key === input.section)?.text ?? '' },
      after: { [input.section]: input.text },
    })
    return ok()
  })
}

/** Freezes the minutes of a meeting that has closed, as they stand now: from here on the text and its hash stay. */
export function freezeMinutes(
  actor: Actor,
  input: FreezeMinutesInput,
  key?: string,
): Promise<Result<{ hash: string }>> {
  return keep(actor, input, 'freezeMinutes', key, async (tx, meeting, stored) => {
    if (meeting.state !== 'CLOSED') return fail('invalid', 'Hãy bế mạc hội nghị trước khi chốt biên bản.')
    const sections = keepEdited(stored, await assembledIn(tx, input.meetingId))
    const hash = createHash('sha256').update(canonicalMinutes(input.meetingId, sections)).digest('hex')
    const now = await databaseNow(tx)
    await tx.minutes.update({
      where: { meetingId: input.meetingId },
      data: {
        sections,
        hash,
        frozenAt: now,
        frozenById: actor.accountId,
        updatedAt: now,
        version: { increment: 1 },
      },
    })
    await recordAndAnnounceIn(tx, actor, meeting, 'freezeMinutes', {
      entity: 'minutes',
      entityId: input.meetingId,
      after: { hash },
    })
    return ok({ hash })
  })
}

function keep<T extends Prisma.InputJsonValue | undefined>(
  actor: Actor,
  input: { meetingId: string; version: number },
  action: string,
  key: string | undefined,
  write: (
    tx: Prisma.TransactionClient,
    meeting: MeetingFacts,
    sections: MinutesSection[],
  ) => Promise<Result<T>>,
): Promise<Result<T>> {
  return perform(actor, action, key, async (tx) => {
    const meeting = await lockMeetingIn(tx, input.meetingId)
    if (!meeting) return fail('not_found')
    if (!canKeepMinutes(actor, meeting)) return fail('forbidden')
    const row = await tx.minutes.upsert({
      where: { meetingId: input.meetingId },
      create: { meetingId: input.meetingId, sections: [] },
      update: {},
    })
    if (row.frozenAt) return fail('locked', 'Biên bản đã chốt, không sửa được nữa.')
    if (row.version !== input.version) return fail('conflict')
    const stored = row.sections as MinutesSection[]
    const sections = keepEdited(stored, await assembledIn(tx, input.meetingId))
    return write(tx, meeting, sections)
  })
}
