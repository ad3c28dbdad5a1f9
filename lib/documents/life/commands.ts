import 'server-only'
import { createHash } from 'node:crypto'
import { STALE_PAGE } from '@/lib/platform/fields'
import type { OfficialDocument, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { databaseNow, databaseToday, prisma } from '@/lib/platform/db'
import { fail, ok, wrongField, type Failure, type Result } from '@/lib/platform/errors'
import { renderPaper } from '@/lib/platform/files/render'
import { factsOf, gatherPaper, letterheadFor, makeNow, subjectIn, subjectOf } from '../making/queries'
import type { PaperKind } from '../types'
import { DOCUMENT_STATE_LABELS, MOVED_MEANWHILE } from './labels'
import { canDraft, canReadDocument } from './policy'
import { hex } from './queries'
import { DOCUMENT_TRANSITIONS, isUnderWay, numberedAs, symbolOf } from './rules'
import type { ActInput, DraftPaperInput, IssueDocumentInput, SaveFrameInput, SaveTextsInput } from './schema'
import type { DocumentAct, Signatory } from './types'

type Tx = Prisma.TransactionClient

/** Begins a paper about a subject, or leads to the one under way. */
export async function draftPaper(
  actor: Actor,
  { kind, subjectId, clusterYearId, year }: DraftPaperInput,
  key?: string,
): Promise<Result<{ id: string }>> {
  const subject = await subjectIn(prisma, kind, { id: subjectId, clusterYearId, year })
  if (!subject) return fail('not_found')
  const mayDraft = canDraft(actor, factsOf(kind, subject))
  const today = await databaseToday()
  const made = mayDraft ? await gatherPaper(actor, kind, subject) : null
  const letterhead = mayDraft ? await letterheadFor(actor, kind, subject, today, null) : null
  return perform(actor, 'draftPaper', key, async (tx) => {
    if (!mayDraft || !made) return fail('forbidden')
    if (!made.ok) return made
    if (!letterhead) return fail('not_found')
    const where = {
      kind,
      subjectId,
      clusterYearId: subject.clusterYearId,
      unitId: subject.unitId,
      year: subject.year ?? null,
    }
    // Two who begin at once: the second waits and finds the first one's draft.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${kind} ${subjectId} ${subject.clusterYearId ?? subject.year ?? ''}`}, 0))`
    const underWay = await tx.officialDocument.findFirst({
      where: { ...where, state: { in: ['DRAFT', 'PRESENTED'] } },
      select: { id: true },
    })
    if (underWay) return ok(underWay)
    const now = await databaseNow(tx)
    const { id } = await tx.officialDocument.create({
      data: {
        ...where,
        subjectKind: subject.kind,
        symbol: symbolOf(kind, letterhead.abbreviation),
        signatory: letterhead.signatory,
        createdById: actor.accountId,
        createdAt: now,
        updatedAt: now,
      },
      select: { id: true },
    })
    await tx.documentEvent.create({
      data: { documentId: id, act: 'DRAFT', to: 'DRAFT', byId: actor.accountId },
    })
    await recordAuditIn(tx, actor, {
      action: 'draftPaper',
      entity: 'official_document',
      entityId: id,
      unitId: subject.unitId,
      clusterYearId: subject.clusterYearId,
      after: { kind, subjectId },
    })
    return ok({ id })
  })
}

/** Keeps the texts that a person added; what is no slot of the kind is refused. */
export async function saveTexts(
  actor: Actor,
  { texts, ...input }: SaveTextsInput,
  key?: string,
): Promise<Result> {
  const found = await prisma.officialDocument.findUnique({ where: { id: input.documentId } })
  const isHers = found !== null && canDraft(actor, factsOf(found.kind as PaperKind, subjectOf(found)))
  const made = isHers ? await gatherPaper(actor, found.kind as PaperKind, subjectOf(found)) : null
  return change(actor, 'saveTexts', null, input, key, async (tx, row) => {
    if (row.state !== 'DRAFT') return locked(row)
    if (!made?.ok) return made ?? fail('not_found')
    const known = new Set(made.value.gathered.slots.map((slot) => slot.key))
    if (Object.keys(texts).some((slot) => !known.has(slot))) return fail('invalid', STALE_PAGE)
    const before = row.texts as Record<string, string>
    const after = Object.fromEntries(
      Object.entries({ ...before, ...texts }).filter(([, text]) => text !== ''),
    )
    await write(tx, row, { texts: after })
    return { ok: true, value: undefined, audit: { before: { texts: before }, after: { texts: after } } }
  })
}

/** Keeps what the heading and the signature of this paper say otherwise than the letterhead. */
export function saveFrame(actor: Actor, input: SaveFrameInput, key?: string): Promise<Result> {
  const { documentId, version, symbol, place, ...signatory } = input
  return change(actor, 'saveFrame', null, { documentId, version }, key, async (tx, row) => {
    if (row.state !== 'DRAFT') return locked(row)
    const after = { symbol, place: place || null, signatory }
    await write(tx, row, after)
    const { symbol: oldSymbol, place: oldPlace, signatory: oldSignatory } = row
    return {
      ok: true,
      value: undefined,
      audit: { before: { symbol: oldSymbol, place: oldPlace, signatory: oldSignatory }, after },
    }
  })
}

/** Hands the draft over for signature: its texts rest from here on. */
export const presentDocument = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'PRESENT', 'presentDocument', input, key)

/** Takes it back to be mended. */
export const returnDocument = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'RETURN', 'returnDocument', input, key)

/** Throws a paper away that was never issued; its row stays for the trail. */
export const discardDocument = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'DISCARD', 'discardDocument', input, key)

/** Says of an issued paper that it no longer holds; number, day and bytes stay, and another may be drafted in its place. */
export const recallDocument = (actor: Actor, input: ActInput, key?: string) =>
  act(actor, 'RECALL', 'recallDocument', input, key)

function act(actor: Actor, act: DocumentAct, name: string, input: ActInput, key?: string): Promise<Result> {
  return change(actor, name, act, input, key, async (tx, row) => {
    const moved = await moveIn(tx, actor, row, act, input.reason ?? null)
    return (
      moved ?? {
        ok: true,
        value: undefined,
        audit: { before: { state: row.state }, after: { state: DOCUMENT_TRANSITIONS[act].to } },
      }
    )
  })
}

/**
 * Records that the paper was issued: number, day and who signed it are entered, both files are drawn and kept with their
 * hashes and the digest of the data. The signature itself is on paper or in the file attached; the app gives none.
 */
export async function issueDocument(actor: Actor, input: IssueDocumentInput, key?: string): Promise<Result> {
  const { documentId, version, number, datedOn, name } = input
  const row = await prisma.officialDocument.findUnique({ where: { id: documentId } })
  const facts = row && factsOf(row.kind as PaperKind, subjectOf(row))
  if (!row || !canReadDocument(actor, { ...facts!, state: row.state })) return fail('not_found')
  if (row.symbol && !number) return wrongField('number', 'Hãy ghi số văn bản.')
  if (datedOn > (await databaseToday()))
    return wrongField('datedOn', 'Ngày ban hành không thể sau hôm nay. Hãy ghi đúng ngày trên bản đã ký.')
  const signatory: Signatory = { ...(row.signatory as Signatory), name }
  // Drawn before the transaction: the version it names then tells whether anything was changed meanwhile.
  const mayGoOn = canDraft(actor, facts!) && row.state === 'PRESENTED' && row.version === version
  const made = mayGoOn
    ? await makeNow(actor, { ...row, signatory }, { number: number || null, day: datedOn })
    : null
  if (made && !made.ok) return made
  const files = made && [
    await renderPaper(made.value.paper, 'docx'),
    await renderPaper(made.value.paper, 'pdf'),
  ]
  return change(actor, 'issueDocument', 'ISSUE', { documentId, version }, key, async (tx, current) => {
    const moved = await moveIn(tx, actor, current, 'ISSUE', null, {
      number: number || null,
      datedOn: dayToStore(datedOn),
      signatory,
    })
    if (moved) return moved
    if (!made || !files) return fail('conflict')
    const [docx, pdf] = files.map((bytes) => new Uint8Array(bytes)) as [
      Uint8Array<ArrayBuffer>,
      Uint8Array<ArrayBuffer>,
    ]
    await tx.documentIssue.create({
      data: {
        documentId,
        paper: made.value.paper as unknown as Prisma.InputJsonValue,
        docx,
        docxSha256: sha256(docx),
        pdf,
        pdfSha256: sha256(pdf),
        dataDigest: new Uint8Array(made.value.digest),
        byId: actor.accountId,
      },
    })
    const after = {
      number: numberedAs(number, row.symbol),
      datedOn,
      signedBy: name,
      docx: hex(sha256(docx)),
      pdf: hex(sha256(pdf)),
    }
    return {
      ok: true,
      value: undefined,
      audit: { before: { state: row.state }, after: { state: 'ISSUED', ...after } },
    }
  })
}

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())

const locked = (row: OfficialDocument): Failure =>
  fail(
    'locked',
    isUnderWay(row.state)
      ? 'Văn bản đang trình ký. Hãy trả lại dự thảo rồi sửa.'
      : `Văn bản ${DOCUMENT_STATE_LABELS[row.state].toLowerCase()}, không sửa được nữa.`,
  )

async function write(tx: Tx, row: OfficialDocument, data: Prisma.OfficialDocumentUpdateInput): Promise<void> {
  await tx.officialDocument.update({
    where: { id: row.id },
    data: { ...data, updatedAt: await databaseNow(tx), version: { increment: 1 } },
  })
}

/** Moves the row and writes the event; a failure where the state does not allow it. */
async function moveIn(
  tx: Tx,
  actor: Actor,
  row: OfficialDocument,
  act: DocumentAct,
  reason: string | null,
  more: Prisma.OfficialDocumentUpdateInput = {},
): Promise<Failure | null> {
  const { from, to, reason: owesReason } = DOCUMENT_TRANSITIONS[act]
  if (!from.includes(row.state)) return fail('conflict', MOVED_MEANWHILE[row.state])
  if (owesReason && !reason?.trim()) return wrongField('reason', 'Hãy ghi lý do.')
  await write(tx, row, { ...more, state: to })
  await tx.documentEvent.create({
    data: { documentId: row.id, act, from: row.state, to, reason, byId: actor.accountId },
  })
  return null
}

/** What to say where the page is older than the row: an act that is no longer possible is told as such. */
function outdated(row: OfficialDocument, act: DocumentAct | null): Failure {
  if (!act) return row.state === 'DRAFT' ? fail('conflict') : fail('locked', MOVED_MEANWHILE[row.state])
  return fail(
    'conflict',
    DOCUMENT_TRANSITIONS[act].from.includes(row.state)
      ? 'Văn bản vừa được sửa trong cửa sổ khác. Hãy tải lại trang, xem lại rồi làm tiếp.'
      : MOVED_MEANWHILE[row.state],
  )
}

type Changed = {
  ok: true
  value: undefined
  audit: { before: Prisma.InputJsonValue; after: Prisma.InputJsonValue }
}

/** The frame of a change: the row locked, the right asked, the version compared, the trail written. `act` is null for an edit. */
function change(
  actor: Actor,
  name: string,
  act: DocumentAct | null,
  { documentId, version, reason }: ActInput,
  key: string | undefined,
  body: (tx: Tx, row: OfficialDocument) => Promise<Changed | Failure>,
): Promise<Result> {
  return perform(actor, name, key, async (tx) => {
    await tx.$queryRaw`SELECT id FROM official_documents WHERE id = ${documentId}::uuid FOR UPDATE`
    const row = await tx.officialDocument.findUnique({ where: { id: documentId } })
    const facts = row && factsOf(row.kind as PaperKind, subjectOf(row))
    if (!row || !canReadDocument(actor, { ...facts!, state: row.state })) return fail('not_found')
    if (!canDraft(actor, facts!)) return fail('forbidden')
    if (row.version !== version) return outdated(row, act)
    const done = await body(tx, row)
    if (!done.ok) return done
    await recordAuditIn(tx, actor, {
      action: name,
      entity: 'official_document',
      entityId: row.id,
      unitId: row.unitId,
      clusterYearId: row.clusterYearId,
      reason: reason ?? null,
      ...done.audit,
    })
    return ok()
  })
}
