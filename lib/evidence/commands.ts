import 'server-only'
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Prisma } from '@/prisma/generated/client'
import { databaseNow, prisma } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { EVIDENCE_MAX_FILES, type EvidenceOwner, type UploadDto } from './types'
import { chunkCountOf, chunkSizeAt, contentProblem, evidenceName, isEvidenceMediaType } from './rules'
import type { BeginUploadInput } from './schema'

/*
 * Files belong to reports, which stand to the right of this module: whoever calls these has asked the report's policy and
 * holds the transaction in which the trail is written.
 */

/** Throws away uploads that were begun and not finished within two days; answers how many. Bytes go with them. */
export async function sweepUploads(): Promise<number> {
  const rows = await prisma.$queryRaw<{ n: bigint }[]>`
    WITH old AS (SELECT id FROM evidence_files
                  WHERE completed_at IS NULL AND created_at < app_now() - interval '2 days'
                    FOR UPDATE SKIP LOCKED),
         bytes AS (DELETE FROM evidence_chunks WHERE file_id IN (SELECT id FROM old)),
         files AS (DELETE FROM evidence_files WHERE id IN (SELECT id FROM old) RETURNING id)
    SELECT count(*) AS n FROM files`
  return Number(rows[0]?.n ?? 0)
}

/** Registers an upload, or goes on with her own unfinished one of the same file; nothing is readable before `completeUploadIn`. */
export async function beginUploadIn(
  tx: Prisma.TransactionClient,
  owner: EvidenceOwner,
  uploaderId: string,
  input: BeginUploadInput,
): Promise<Result<UploadDto>> {
  const { size } = input
  const name = evidenceName(input.name)
  const unfinished = await tx.evidenceFile.findFirst({
    where: { ...owner, uploadedById: uploaderId, size, name, completedAt: null, removedAt: null },
    include: { chunks: { select: { position: true }, orderBy: { position: 'asc' } } },
    orderBy: { createdAt: 'desc' },
  })
  if (unfinished) {
    const { id, chunkCount, chunks } = unfinished
    return ok({ id, chunkCount, stored: chunks.map(({ position }) => position) })
  }
  const present = await tx.evidenceFile.count({
    where: { ...owner, completedAt: { not: null }, removedAt: null },
  })
  if (present >= EVIDENCE_MAX_FILES)
    return fail('invalid', `Mỗi chỗ nhận tối đa ${EVIDENCE_MAX_FILES} tệp. Hãy gỡ bớt tệp cũ rồi thêm.`)
  const file = await tx.evidenceFile.create({
    data: {
      ...owner,
      name,
      size,
      chunkCount: chunkCountOf(size),
      uploadedById: uploaderId,
    },
  })
  return ok({ id: file.id, chunkCount: file.chunkCount, stored: [] })
}

/** Stores one chunk; the same chunk sent again replaces itself. */
export async function storeChunkIn(
  tx: Prisma.TransactionClient,
  uploaderId: string,
  fileId: string,
  position: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<UploadDto>> {
  const file = await tx.evidenceFile.findUnique({ where: { id: fileId } })
  if (!file || file.uploadedById !== uploaderId || file.removedAt) return fail('not_found')
  if (file.completedAt) return fail('locked', 'Tệp này đã gửi xong.')
  if (position >= file.chunkCount || bytes.byteLength !== chunkSizeAt(file.size, position))
    return fail('invalid', 'Phần tệp nhận được không khớp. Hãy gửi lại tệp.')
  await tx.evidenceChunk.upsert({
    where: { fileId_position: { fileId, position } },
    create: { fileId, position, bytes },
    update: { bytes },
  })
  const stored = await tx.evidenceChunk.findMany({
    where: { fileId },
    select: { position: true },
    orderBy: { position: 'asc' },
  })
  return ok({ id: fileId, chunkCount: file.chunkCount, stored: stored.map((chunk) => chunk.position) })
}

/** Checks the content once every chunk is there, then makes the file readable. The claimed type is never believed. */
export async function completeUploadIn(
  tx: Prisma.TransactionClient,
  uploaderId: string,
  fileId: string,
): Promise<Result<{ id: string; name: string }>> {
  const file = await tx.evidenceFile.findUnique({
    where: { id: fileId },
    include: { chunks: { orderBy: { position: 'asc' } } },
  })
  if (!file || file.uploadedById !== uploaderId || file.removedAt) return fail('not_found')
  if (file.completedAt) return ok({ id: file.id, name: file.name })
  if (file.chunks.length !== file.chunkCount) return fail('invalid', 'Tệp chưa gửi đủ. Hãy gửi tiếp.')
  const bytes = Buffer.concat(file.chunks.map((chunk) => chunk.bytes))
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  if (!isEvidenceMediaType(found))
    return fail('invalid', `Không nhận “${file.name}”: chỉ nhận PDF, ảnh và tệp Word, Excel, PowerPoint.`)
  const problem = contentProblem(bytes, found)
  if (problem) return fail('invalid', `Không nhận “${file.name}”: ${problem}`)
  await tx.evidenceFile.update({
    where: { id: fileId },
    data: {
      mediaType: found,
      sha256: createHash('sha256').update(bytes).digest(),
      completedAt: await databaseNow(tx),
    },
  })
  return ok({ id: file.id, name: file.name })
}

/** Forgets, with its bytes, an upload that came whole and was refused for its content; one still to be sent stays. */
export async function discardRefusedIn(
  tx: Prisma.TransactionClient,
  uploaderId: string,
  fileId: string,
): Promise<Result> {
  const file = await tx.evidenceFile.findFirst({
    where: { id: fileId, uploadedById: uploaderId, completedAt: null },
    select: { chunkCount: true, _count: { select: { chunks: true } } },
  })
  if (!file || file._count.chunks < file.chunkCount) return ok()
  await tx.evidenceChunk.deleteMany({ where: { fileId } })
  await tx.evidenceFile.delete({ where: { id: fileId } })
  return ok()
}

/** Takes a file off; its bytes stay for the trail. */
export async function removeFileIn(
  tx: Prisma.TransactionClient,
  removerId: string,
  fileId: string,
): Promise<Result<{ name: string }>> {
  const { count } = await tx.evidenceFile.updateMany({
    where: { id: fileId, removedAt: null },
    data: { removedAt: await databaseNow(tx), removedById: removerId },
  })
  if (count === 0) return fail('not_found')
  const file = await tx.evidenceFile.findUniqueOrThrow({ where: { id: fileId } })
  return ok({ name: file.name })
}
