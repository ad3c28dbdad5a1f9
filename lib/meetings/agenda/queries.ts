import 'server-only'
import { listFilesIn } from '@/lib/evidence/queries'
import type { EvidenceDto, FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { fail } from '@/lib/platform/errors'
import { meetingFiles } from '../outcomes/queries'

/** Documents of an agenda item: kept and read by those who keep and read the papers of its meeting. */
export const agendaFiles: FileKeeper = {
  async mayChangeIn(tx, actor, itemId) {
    const item = await tx.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } })
    return item ? meetingFiles.mayChangeIn(tx, actor, item.meetingId) : fail('not_found')
  },
  async mayReadIn(tx, actor, itemId) {
    const item = await tx.agendaItem.findUnique({ where: { id: itemId }, select: { meetingId: true } })
    return item !== null && meetingFiles.mayReadIn(tx, actor, item.meetingId)
  },
}

/** Documents of a meeting's agenda, by item; none for one who does not read the meeting. */
export async function listAgendaFiles(actor: Actor, meetingId: string): Promise<Map<string, EvidenceDto[]>> {
  const files = new Map<string, EvidenceDto[]>()
  if (!(await meetingFiles.mayReadIn(prisma, actor, meetingId))) return files
  const owned = await prisma.$queryRaw<{ id: string; item: string }[]>`
    SELECT f.id, i.id AS item FROM agenda_items i
      JOIN evidence_files f ON f.owner_kind = 'agenda_item' AND f.owner_id = i.id
       AND f.completed_at IS NOT NULL AND f.removed_at IS NULL
     WHERE i.meeting_id = ${meetingId}::uuid`
  const itemOf = new Map(owned.map(({ id, item }) => [id, item]))
  for (const file of await listFilesIn(prisma, { id: { in: [...itemOf.keys()] } })) {
    const item = itemOf.get(file.id)!
    files.set(item, [...(files.get(item) ?? []), file])
  }
  return files
}
