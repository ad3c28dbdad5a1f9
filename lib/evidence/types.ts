import type { Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import type { Result } from '@/lib/platform/errors'

/** Bytes a proof file may have. */
export const EVIDENCE_MAX_BYTES = 10 * 1024 * 1024
/** Bytes of one chunk on the wire and in the database: a weak connection repeats little. */
export const EVIDENCE_CHUNK_BYTES = 1024 * 1024
/** Bytes an Office file may unpack to before it is opened for a preview. */
export const EVIDENCE_MAX_UNPACKED_BYTES = 100 * 1024 * 1024
/** Proof files of one figure. */
export const EVIDENCE_MAX_FILES = 20

/** Media types accepted, as found in the content, with how the page shows them. */
export const EVIDENCE_MEDIA = {
  'application/pdf': 'inline',
  'image/png': 'inline',
  'image/jpeg': 'inline',
  'image/webp': 'inline',
  'image/gif': 'inline',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'download',
  'application/vnd.oasis.opendocument.text': 'download',
  'application/vnd.oasis.opendocument.spreadsheet': 'download',
  'application/x-cfb': 'download',
} as const
export type EvidenceMediaType = keyof typeof EVIDENCE_MEDIA
export type EvidenceDisplay = (typeof EVIDENCE_MEDIA)[EvidenceMediaType]

/** What a file outside reports stands beside. */
export const FILE_OWNERS = [
  'pledge',
  'cluster_paper',
  'activity',
  'registered_work',
  'practice',
  'meeting',
  'agenda_item',
  'minutes',
  'award_decision',
  'nomination',
  'document',
  'adoption',
] as const
export type FileOwner = (typeof FILE_OWNERS)[number]

/** What a file proves: a figure, a narrative section, the report as a whole, or something else by kind and id. */
export type EvidenceOwner =
  | { reportId: string; indicatorId: string | null; section: string | null }
  | { ownerKind: FileOwner; ownerId: string }

export type EvidenceDto = {
  id: string
  reportId: string | null
  indicatorId: string | null
  section: string | null
  name: string
  mediaType: string
  size: number
  display: EvidenceDisplay
  uploadedBy: string
  createdAt: string
}

/** An upload under way: the positions of the chunks already stored, so that a broken upload goes on where it stopped. */
export type UploadDto = { id: string; chunkCount: number; stored: number[] }

/** Where a change of files is written in the trail. */
export type FilePlace = { unitId: string | null; clusterYearId: string | null }

/** What a module says of the files beside its rows: who may change and who may read those of one owner. */
export type FileKeeper = {
  mayChangeIn(tx: Prisma.TransactionClient, actor: Actor, ownerId: string): Promise<Result<FilePlace>>
  mayReadIn(tx: Prisma.TransactionClient, actor: Actor, ownerId: string): Promise<boolean>
}
export type FileKeepers = Partial<Record<FileOwner, FileKeeper>>
