import 'server-only'
import { accountNamesIn } from '@/lib/accounts/queries'
import { isRowId } from '@/lib/platform/fields'
import type { Prisma } from '@/prisma/generated/client'
import { listFilesIn } from '@/lib/evidence/queries'
import type { FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { databaseToday, prisma } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import type { Paper } from '@/lib/platform/files/paper'
import { renderPaper, type PaperFormat } from '@/lib/platform/files/render'
import { gatherCluster, gatherUnit } from '../gathering/queries'
import { factsOf, gatherPaper, letterheadFor, makeNow, subjectOf } from '../making/queries'
import { PAPER_KINDS, PAPERS, type AddedTexts, type PaperKind, type PaperSubject } from '../types'
import { canDraft, canReadDocument, readableDocuments } from './policy'
import { isUnderWay, numberedAs, wasIssued } from './rules'
import type {
  DocumentAct,
  DocumentDto,
  DocumentEventDto,
  DocumentFacts,
  DocumentListItem,
  DocumentPlace,
  Signatory,
  UnitYearPlace,
} from './types'

const CLUSTER_KINDS = PAPER_KINDS.filter((kind) => PAPERS[kind].issuer === 'CLUSTER')
const HIDDEN = { docx: true, pdf: true } as const

const WITH_ALL = {
  events: { orderBy: { id: 'asc' } },
  issue: { omit: HIDDEN },
} satisfies Prisma.OfficialDocumentInclude
export type DocumentRow = Prisma.OfficialDocumentGetPayload<{ include: typeof WITH_ALL }>

/** Marks that a paper bears as long as it is only a draft. */
const marksOf = (state: DocumentRow['state']): string[] => (state === 'DRAFT' ? ['(Dự thảo)'] : [])

async function readable(
  actor: Actor,
  id: string,
): Promise<{ row: DocumentRow; facts: DocumentFacts } | null> {
  if (!isRowId(id)) return null
  const row = await prisma.officialDocument.findUnique({ where: { id }, include: WITH_ALL })
  if (!row) return null
  const facts = factsOf(row.kind as PaperKind, subjectOf(row))
  return canReadDocument(actor, { ...facts, state: row.state }) ? { row, facts } : null
}

/** A document with its paper as issued, or as it would be made now; null where she may not read it. */
export async function getDocument(actor: Actor, id: string): Promise<DocumentDto | null> {
  const found = await readable(actor, id)
  if (!found) return null
  const { row, facts } = found
  const mayDraft = canDraft(actor, facts)
  const issued = row.issue
  // What was issued is shown as it was; the data of today are asked only by whoever could make the paper anew.
  const now = isUnderWay(row.state)
    ? await makeNow(actor, row, { day: storedDay(row.datedOn), marks: marksOf(row.state) })
    : null
  const today =
    issued && mayDraft && row.state === 'ISSUED'
      ? await gatherPaper(actor, row.kind as PaperKind, subjectOf(row))
      : null
  const [place, names, files, letterhead] = await Promise.all([
    placeOf(actor, row),
    accountNamesIn(
      prisma,
      row.events.map(({ byId }) => byId),
    ),
    listFilesIn(prisma, { ownerKind: 'document', ownerId: row.id }),
    letterheadFor(
      actor,
      row.kind as PaperKind,
      subjectOf(row),
      storedDay(row.datedOn) ?? (await databaseToday()),
      row.signatory as Signatory,
    ),
  ])
  return {
    ...listItem(row, files.length),
    issuer: facts.issuer,
    place,
    paper: issued ? (issued.paper as unknown as Paper) : now?.ok ? now.value.paper : null,
    refusal: now && !now.ok ? now.message : null,
    slots: now?.ok ? now.value.gathered.slots : [],
    texts: row.texts as AddedTexts,
    frame: {
      symbol: row.symbol,
      place: row.place ?? letterhead?.place ?? '',
      signatory: row.signatory as Signatory,
      preset: letterhead?.preset ?? 'ND30',
    },
    events: row.events.map((event): DocumentEventDto => ({
      act: event.act as DocumentAct | 'DRAFT',
      to: event.to,
      reason: event.reason,
      by: names.get(event.byId) ?? '',
      at: event.at.toISOString(),
    })),
    issue: issued && {
      by: names.get(issued.byId) ?? '',
      at: issued.at.toISOString(),
      docxSha256: hex(issued.docxSha256),
      pdfSha256: hex(issued.pdfSha256),
      dataDigest: hex(issued.dataDigest),
    },
    dataChanged: issued && today?.ok ? hex(today.value.digest) !== hex(issued.dataDigest) : null,
    files,
    mayDraft,
    version: row.version,
  }
}

/** A digest as people compare it. */
export const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const listItem = (
  row: Omit<Prisma.OfficialDocumentGetPayload<object>, 'texts'>,
  scans: number,
): DocumentListItem => ({
  id: row.id,
  kind: row.kind as PaperKind,
  subject: subjectOf(row),
  state: row.state,
  number: numberedAs(row.number, row.symbol),
  datedOn: storedDay(row.datedOn),
  updatedAt: row.updatedAt.toISOString(),
  scans,
})

/** The page that lists the papers of a subject. */
export async function placeOf(
  actor: Actor,
  row: Pick<PaperSubject, 'clusterYearId' | 'unitId' | 'year'>,
): Promise<DocumentPlace> {
  const clusterYear = row.clusterYearId ? await gatherCluster(actor, row.clusterYearId) : null
  if (row.unitId) {
    const year = clusterYear?.year ?? row.year ?? null
    const unit = await gatherUnit(row.unitId, year ?? Number((await databaseToday()).slice(0, 4)))
    if (unit && year !== null)
      return {
        label: `Văn bản của ${unit.name}, năm ${year}`,
        href: `/units/${unit.slug}/${year}/documents`,
      }
    if (unit) return { label: `Nhiệm kỳ của ${unit.name}`, href: `/units/${unit.slug}/terms` }
  }
  return clusterYear
    ? {
        label: `Văn bản của ${clusterYear.title}, năm ${clusterYear.year}`,
        href: `/clusters/${clusterYear.cluster.slug}/${clusterYear.year}/documents`,
      }
    : { label: 'Trang chính', href: '/' }
}

/** Of a cluster-year, of a unit in it or in a year without one, or of a kind about one thing. */
export type DocumentsOf =
  | { clusterYearId: string; unitId: string | null }
  | ({ unitId: string } & UnitYearPlace)
  | { kind: PaperKind; subjectId: string }

/** Documents she may read of what is named, the newest first; those thrown away left out. */
export async function listDocuments(actor: Actor, of: DocumentsOf): Promise<DocumentListItem[]> {
  const rows = await prisma.officialDocument.findMany({
    where: {
      AND: [{ ...of, state: { not: 'DISCARDED' } }, readableDocuments(actor, CLUSTER_KINDS)],
    },
    omit: { texts: true },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
  })
  const scans = await prisma.evidenceFile.groupBy({
    by: ['ownerId'],
    where: {
      ownerKind: 'document',
      ownerId: { in: rows.map(({ id }) => id) },
      completedAt: { not: null },
      removedAt: null,
    },
    _count: true,
  })
  const count = new Map(scans.map(({ ownerId, _count }) => [ownerId, _count]))
  return rows.map((row) => listItem(row, count.get(row.id) ?? 0))
}

/** The document under way of a kind about a subject, where she may read it. */
export async function findUnderWay(
  actor: Actor,
  kind: PaperKind,
  { id: subjectId, clusterYearId, unitId, year = null }: PaperSubject,
): Promise<string | null> {
  const row = await prisma.officialDocument.findFirst({
    where: {
      AND: [
        { kind, subjectId, clusterYearId, unitId, year, state: { in: ['DRAFT', 'PRESENTED'] } },
        readableDocuments(actor, CLUSTER_KINDS),
      ],
    },
    select: { id: true },
  })
  return row?.id ?? null
}

/** The document as a file: the bytes as issued, else drawn now. The name is the paper's title and number. */
export async function downloadDocument(
  actor: Actor,
  id: string,
  format: PaperFormat,
): Promise<Result<{ bytes: Buffer; name: string }>> {
  const found = await readable(actor, id)
  if (!found) return fail('not_found')
  const { row } = found
  if (row.issue) {
    const kept = await prisma.documentIssue.findUniqueOrThrow({
      where: { documentId: id },
      select: { docx: format === 'docx', pdf: format === 'pdf' },
    })
    const paper = row.issue.paper as unknown as Paper
    const bytes = Buffer.from(kept[format] as Uint8Array)
    return ok({ bytes, name: fileName(paper, row, format) })
  }
  if (!isUnderWay(row.state)) return fail('not_found')
  const made = await makeNow(actor, row, { day: storedDay(row.datedOn), marks: marksOf(row.state) })
  if (!made.ok) return made
  const { paper } = made.value
  return ok({ bytes: await renderPaper(paper, format), name: fileName(paper, row, format) })
}

function fileName(paper: Paper, { number, symbol, state }: DocumentRow, format: PaperFormat): string {
  const numbered = numberedAs(number, symbol)?.replaceAll('/', '-')
  const mark = numbered ?? (state === 'DRAFT' ? 'dự thảo' : '')
  return `${paper.title}${mark ? ` (${mark})` : ''}.${format}`
}

/** The signed and stamped scan, or the digitally signed file: put in by those who make the paper, once it is presented. */
export const documentFiles: FileKeeper = {
  async mayReadIn(db, actor, documentId) {
    const row = await db.officialDocument.findUnique({ where: { id: documentId } })
    return (
      row !== null &&
      canReadDocument(actor, { ...factsOf(row.kind as PaperKind, subjectOf(row)), state: row.state })
    )
  },
  async mayChangeIn(tx, actor, documentId) {
    const row = await tx.officialDocument.findUnique({ where: { id: documentId } })
    if (!row) return fail('not_found')
    const facts = factsOf(row.kind as PaperKind, subjectOf(row))
    if (!canReadDocument(actor, { ...facts, state: row.state })) return fail('not_found')
    if (!canDraft(actor, facts)) return fail('forbidden')
    if (!wasIssued(row.state)) return fail('invalid', 'Ghi văn bản đã ban hành trước, rồi đính kèm bản ký.')
    return ok({ unitId: row.unitId, clusterYearId: row.clusterYearId })
  },
}
