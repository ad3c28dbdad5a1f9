import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { accountNamesIn } from '@/lib/accounts/queries'
import type { Prisma } from '@/prisma/generated/client'
import { EVIDENCE_MEDIA, type EvidenceDto, type EvidenceMediaType } from './types'
import { mayUnpack } from './rules'

/*
 * As in the commands: the report's policy has been asked by the caller, whose scope is already inside `where`.
 */

/** Readable files under `where`, oldest first. */
export async function listFilesIn(
  db: Prisma.TransactionClient,
  where: Prisma.EvidenceFileWhereInput,
): Promise<EvidenceDto[]> {
  const files = await db.evidenceFile.findMany({
    where: { AND: [where, { completedAt: { not: null }, removedAt: null }] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const names = await accountNamesIn(
    db,
    files.map(({ uploadedById }) => uploadedById),
  )
  return files.map((file) => ({
    id: file.id,
    reportId: file.reportId,
    indicatorId: file.indicatorId,
    section: file.section,
    name: file.name,
    mediaType: file.mediaType ?? '',
    size: file.size,
    display: EVIDENCE_MEDIA[file.mediaType as EvidenceMediaType] ?? 'download',
    uploadedBy: names.get(file.uploadedById) ?? '',
    createdAt: file.createdAt.toISOString(),
  }))
}

/** The whole content of a file. */
export async function readBytesIn(db: Prisma.TransactionClient, fileId: string): Promise<Buffer> {
  const chunks = await db.evidenceChunk.findMany({ where: { fileId }, orderBy: { position: 'asc' } })
  return Buffer.concat(chunks.map((chunk) => chunk.bytes))
}

const PREVIEW_MEMORY_MB = 128
const PREVIEW_TIMEOUT_MS = 10_000

/**
 * Sanitised HTML of a DOCX or XLSX, made in a worker with little memory and little time, or null when the file cannot be
 * shown (broken, hostile or too large): the page then offers it for download.
 */
export async function previewHtml(bytes: Buffer, display: 'docx' | 'xlsx'): Promise<string | null> {
  if (!mayUnpack(bytes)) return null
  const script = join(/* turbopackIgnore: true */ process.cwd(), 'lib/evidence/preview-worker.mjs')
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { bytes, display },
      // The server's own flags would load its TypeScript compiler into every preview.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: PREVIEW_MEMORY_MB },
      stdout: true,
      stderr: true,
    })
    const finish = (html: string | null) => {
      clearTimeout(timer)
      resolve(html)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(null), PREVIEW_TIMEOUT_MS)
    worker.once('message', (html: string | null) => finish(html))
    worker.once('error', () => finish(null))
    worker.once('exit', () => finish(null))
  })
}
