import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import {
  beginUploadIn,
  completeUploadIn,
  discardRefusedIn,
  removeFileIn,
  storeChunkIn,
} from '@/lib/evidence/commands'
import type { BeginUploadInput } from '@/lib/evidence/schema'
import type { UploadDto } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { fail, type Failure, type Result } from '@/lib/platform/errors'
import { STATE_LABELS } from '../labels'
import { canRead, isEditable, mayEnter } from '../policy'
import { NARRATIVE_SECTIONS, type ReportFacts } from '../types'
import { reportFactsIn } from '../workflow/queries'

/** Why she may not change the report's files now; null when she may. */
function refusal(actor: Actor, facts: ReportFacts | null): Failure | null {
  if (!facts) return fail('not_found')
  if (!mayEnter(actor, facts)) return fail(canRead(actor, facts) ? 'forbidden' : 'not_found')
  if (!isEditable(facts))
    return fail(
      'locked',
      `Báo cáo đang ở trạng thái “${STATE_LABELS[facts.state]}”, không thêm bớt tệp được.`,
    )
  return null
}

async function fileIn(tx: Prisma.TransactionClient, actor: Actor, fileId: string) {
  const file = await tx.evidenceFile.findUnique({ where: { id: fileId } })
  if (!file?.reportId) return { refused: fail('not_found') }
  const facts = await reportFactsIn(tx, file.reportId)
  const refused = refusal(actor, facts)
  return refused || !facts ? { refused: refused ?? fail('not_found') } : { file, facts }
}

/** Whether the indicator or section named belongs to the report at all. */
async function ownerExistsIn(tx: Prisma.TransactionClient, reportId: string, input: BeginUploadInput) {
  if (input.section !== null && input.indicatorId !== null) return false
  if (input.section !== null) return (NARRATIVE_SECTIONS as readonly string[]).includes(input.section)
  if (input.indicatorId === null) return true
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM reports r JOIN reporting_periods p ON p.id = r.period_id
      LEFT JOIN cluster_years cy ON cy.id = r.cluster_year_id
      JOIN indicator_sets s ON s.emulation_year_id = p.emulation_year_id
       AND (s.scope = 'NATIONAL' OR (s.scope = 'CLUSTER' AND s.cluster_id = cy.cluster_id)
            OR (s.scope = 'UNIT' AND s.unit_id = r.unit_id))
      JOIN indicators i ON i.set_id = s.id AND i.retired_at IS NULL
      WHERE r.id = ${reportId}::uuid AND i.id = ${input.indicatorId}::uuid) AS found`
  return row?.found ?? false
}

/** Registers an upload, or goes on with her own unfinished one of the same file. */
export function beginUpload(
  actor: Actor,
  reportId: string,
  input: BeginUploadInput,
): Promise<Result<UploadDto>> {
  return perform(actor, 'beginUpload', undefined, async (tx) => {
    const refused = refusal(actor, await reportFactsIn(tx, reportId))
    if (refused) return refused
    if (!(await ownerExistsIn(tx, reportId, input))) return fail('not_found')
    const owner = { reportId, indicatorId: input.indicatorId, section: input.section }
    return beginUploadIn(tx, owner, actor.accountId, input)
  })
}

/** Keeps one chunk of a begun upload; sent again it replaces itself. */
export function storeChunk(
  actor: Actor,
  fileId: string,
  position: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<UploadDto>> {
  return perform(actor, 'storeChunk', undefined, async (tx) => {
    const { refused } = await fileIn(tx, actor, fileId)
    return refused ?? storeChunkIn(tx, actor.accountId, fileId, position, bytes)
  })
}

/** Makes a whole upload readable; content that is not what it must be is thrown away, with the sentence why. */
export async function completeUpload(
  actor: Actor,
  fileId: string,
): Promise<Result<{ id: string; name: string }>> {
  const result = await perform(actor, 'addEvidence', undefined, async (tx) => {
    const { refused, file, facts } = await fileIn(tx, actor, fileId)
    if (refused) return refused
    const done = await completeUploadIn(tx, actor.accountId, fileId)
    if (!done.ok || file.completedAt) return done
    await recordAuditIn(tx, actor, {
      action: 'addEvidence',
      entity: 'evidence_file',
      entityId: fileId,
      unitId: facts.unitId,
      clusterYearId: facts.clusterYearId,
      after: { name: file.name, size: file.size, indicatorId: file.indicatorId, section: file.section },
    })
    return done
  })
  if (!result.ok && result.code === 'invalid')
    await perform(actor, 'discardUpload', undefined, (tx) => discardRefusedIn(tx, actor.accountId, fileId))
  return result
}

/** Takes a file off the report; its bytes stay for the trail. */
export function removeEvidence(actor: Actor, fileId: string): Promise<Result<{ name: string }>> {
  return perform(actor, 'removeEvidence', undefined, async (tx) => {
    const { refused, file, facts } = await fileIn(tx, actor, fileId)
    if (refused) return refused
    const removed = await removeFileIn(tx, actor.accountId, fileId)
    if (!removed.ok) return removed
    await recordAuditIn(tx, actor, {
      action: 'removeEvidence',
      entity: 'evidence_file',
      entityId: fileId,
      unitId: facts.unitId,
      clusterYearId: facts.clusterYearId,
      before: { name: file.name, size: file.size, indicatorId: file.indicatorId, section: file.section },
    })
    return removed
  })
}
