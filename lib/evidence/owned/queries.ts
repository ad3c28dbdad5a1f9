import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { isRowId } from '@/lib/platform/fields'
import { listFilesIn, readBytesIn } from '../queries'
import type { EvidenceDto, FileKeepers, FileOwner } from '../types'

async function readableFile(actor: Actor, keepers: FileKeepers, fileId: string): Promise<EvidenceDto | null> {
  if (!isRowId(fileId)) return null
  const owner = await prisma.evidenceFile.findUnique({
    where: { id: fileId },
    select: { ownerKind: true, ownerId: true },
  })
  const keeper = keepers[owner?.ownerKind as FileOwner]
  if (!owner?.ownerId || !keeper || !(await keeper.mayReadIn(prisma, actor, owner.ownerId))) return null
  const [file] = await listFilesIn(prisma, { id: fileId })
  return file ?? null
}

/** A file with its content; null when there is none or its owner's files are not hers to read. */
export async function readOwnedFile(
  actor: Actor,
  keepers: FileKeepers,
  fileId: string,
): Promise<{ file: EvidenceDto; bytes: Buffer } | null> {
  const file = await readableFile(actor, keepers, fileId)
  return file && { file, bytes: await readBytesIn(prisma, file.id) }
}
