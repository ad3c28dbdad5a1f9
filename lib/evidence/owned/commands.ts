import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, ok, type Failure, type Result } from '@/lib/platform/errors'
import { beginUploadIn, completeUploadIn, discardRefusedIn, removeFileIn, storeChunkIn } from '../commands'
import type { BeginOwnedUploadInput } from '../schema'
import type { FileKeepers, FileOwner, FilePlace, UploadDto } from '../types'

/*
 * Files beside pledges, papers, activities and the like. Who may change them the keeper of each kind says; `keepers` is
 * handed in by the route, since the modules that keep files stand to the right of this one.
 */

type Found = {
  name: string
  size: number
  ownerKind: FileOwner
  ownerId: string
  completed: boolean
  place: FilePlace
}

async function changeableIn(
  tx: Prisma.TransactionClient,
  actor: Actor,
  keepers: FileKeepers,
  fileId: string,
): Promise<Failure | { ok: true; value: Found }> {
  const file = await tx.evidenceFile.findUnique({ where: { id: fileId } })
  const keeper = keepers[file?.ownerKind as FileOwner]
  if (!file?.ownerId || !keeper) return fail('not_found')
  const allowed = await keeper.mayChangeIn(tx, actor, file.ownerId)
  if (!allowed.ok) return allowed
  const { name, size, ownerId, completedAt } = file
  return ok({
    name,
    size,
    ownerKind: file.ownerKind as FileOwner,
    ownerId,
    completed: completedAt !== null,
    place: allowed.value,
  })
}

/** Registers an upload, or goes on with her own unfinished one of the same file. */
export function beginOwnedUpload(
  actor: Actor,
  keepers: FileKeepers,
  input: BeginOwnedUploadInput,
): Promise<Result<UploadDto>> {
  return perform(actor, 'beginUpload', undefined, async (tx) => {
    const keeper = keepers[input.ownerKind]
    if (!keeper) return fail('not_found')
    const allowed = await keeper.mayChangeIn(tx, actor, input.ownerId)
    if (!allowed.ok) return allowed
    const owner = { ownerKind: input.ownerKind, ownerId: input.ownerId }
    return beginUploadIn(tx, owner, actor.accountId, input)
  })
}

/** Keeps one chunk of a begun upload; sent again it replaces itself. */
export function storeOwnedChunk(
  actor: Actor,
  keepers: FileKeepers,
  fileId: string,
  position: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<UploadDto>> {
  return perform(actor, 'storeChunk', undefined, async (tx) => {
    const found = await changeableIn(tx, actor, keepers, fileId)
    return found.ok ? storeChunkIn(tx, actor.accountId, fileId, position, bytes) : found
  })
}

/** Makes a whole upload readable; content that is not what it must be is thrown away, with the sentence why. */
export async function completeOwnedUpload(
  actor: Actor,
  keepers: FileKeepers,
  fileId: string,
): Promise<Result<{ id: string; name: string }>> {
  const result = await perform(actor, 'addFile', undefined, async (tx) => {
    const found = await changeableIn(tx, actor, keepers, fileId)
    if (!found.ok) return found
    const { name, size, ownerKind, ownerId, completed, place } = found.value
    const done = await completeUploadIn(tx, actor.accountId, fileId)
    if (!done.ok || completed) return done
    await recordAuditIn(tx, actor, {
      action: 'addFile',
      entity: 'evidence_file',
      entityId: fileId,
      ...place,
      after: { name, size, ownerKind, ownerId },
    })
    return done
  })
  if (!result.ok && result.code === 'invalid')
    await perform(actor, 'discardUpload', undefined, (tx) => discardRefusedIn(tx, actor.accountId, fileId))
  return result
}

/** Takes a file off; its bytes stay for the trail. */
export function removeOwnedFile(
  actor: Actor,
  keepers: FileKeepers,
  fileId: string,
): Promise<Result<{ name: string }>> {
  return perform(actor, 'removeFile', undefined, async (tx) => {
    const found = await changeableIn(tx, actor, keepers, fileId)
    if (!found.ok) return found
    const { name, size, ownerKind, ownerId, place } = found.value
    const removed = await removeFileIn(tx, actor.accountId, fileId)
    if (!removed.ok) return removed
    await recordAuditIn(tx, actor, {
      action: 'removeFile',
      entity: 'evidence_file',
      entityId: fileId,
      ...place,
      before: { name, size, ownerKind, ownerId },
    })
    return removed
  })
}
