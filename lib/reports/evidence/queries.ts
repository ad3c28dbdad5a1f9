import 'server-only'
import { listFilesIn, previewHtml, readBytesIn } from '@/lib/evidence/queries'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { prisma } from '@/lib/platform/db'
import { readableReports } from '../policy'
import { idSchema } from '../schema'

/** The files of a figure or narrative section, oldest first; empty when the report is not hers to read. */
export async function listEvidence(
  actor: Actor,
  reportId: string,
  owner: { indicatorId: string } | { section: string },
): Promise<EvidenceDto[]> {
  if (!idSchema.safeParse(reportId).success) return []
  if ('indicatorId' in owner && !idSchema.safeParse(owner.indicatorId).success) return []
  const readable = await prisma.report.findFirst({
    where: { AND: [{ id: reportId }, readableReports(actor)] },
    select: { id: true },
  })
  return readable ? listFilesIn(prisma, { reportId, ...owner }) : []
}

async function readableFile(actor: Actor, fileId: string): Promise<EvidenceDto | null> {
  if (!idSchema.safeParse(fileId).success) return null
  const [file] = await listFilesIn(prisma, { id: fileId })
  if (!file?.reportId) return null
  const readable = await prisma.report.findFirst({
    where: { AND: [{ id: file.reportId }, readableReports(actor)] },
    select: { id: true },
  })
  return readable ? file : null
}

/** A file with its content; null when there is none or its report is not hers to read. */
export async function readEvidence(
  actor: Actor,
  fileId: string,
): Promise<{ file: EvidenceDto; bytes: Buffer } | null> {
  const file = await readableFile(actor, fileId)
  return file && { file, bytes: await readBytesIn(prisma, file.id) }
}

/** A DOCX or XLSX as sanitised HTML; `html` is null when it cannot be shown. */
export async function previewEvidence(
  actor: Actor,
  fileId: string,
): Promise<{ file: EvidenceDto; html: string | null } | null> {
  const file = await readableFile(actor, fileId)
  if (!file) return null
  const { display } = file
  if (display !== 'docx' && display !== 'xlsx') return { file, html: null }
  return { file, html: await previewHtml(await readBytesIn(prisma, file.id), display) }
}
