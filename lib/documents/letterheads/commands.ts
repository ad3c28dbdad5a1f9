import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { recordAuditIn } from '@/lib/platform/audit'
import { perform } from '@/lib/platform/command'
import { dayToStore } from '@/lib/platform/dates'
import { fail, ok, type Result } from '@/lib/platform/errors'
import { canSetLetterhead } from '../life/policy'
import type { SaveLetterheadInput } from '../life/schema'

/** Sets how a union or a cluster heads its papers from a day on; what was issued before keeps its own. */
export function saveLetterhead(actor: Actor, input: SaveLetterheadInput, key?: string): Promise<Result> {
  const { ownerKind, ownerId, validFrom, preset, superior, issuer, abbreviation, letterPlace, ...signatory } =
    input
  return perform(actor, 'saveLetterhead', key, async (tx) => {
    const years =
      ownerKind === 'CLUSTER'
        ? await tx.clusterYear.findMany({ where: { clusterId: ownerId }, select: { id: true } })
        : []
    const known =
      ownerKind === 'CLUSTER'
        ? years.length > 0
        : (await tx.unit.findUnique({ where: { id: ownerId }, select: { id: true } })) !== null
    if (!known) return fail('not_found')
    const ids = years.map(({ id }) => id)
    if (!canSetLetterhead(actor, { kind: ownerKind, id: ownerId }, ids)) return fail('forbidden')
    const day = dayToStore(validFrom)
    const where = { ownerKind_ownerId_validFrom: { ownerKind, ownerId, validFrom: day } }
    const earlier = await tx.letterhead.findUnique({ where })
    const data = {
      preset,
      superior: superior || null,
      issuer: issuer || null,
      abbreviation,
      place: letterPlace || null,
      signatory,
    }
    const saved = await tx.letterhead.upsert({
      where,
      create: { ownerKind, ownerId, validFrom: day, ...data },
      update: { ...data, version: { increment: 1 } },
    })
    await recordAuditIn(tx, actor, {
      action: 'saveLetterhead',
      entity: 'letterhead',
      entityId: saved.id,
      unitId: ownerKind === 'UNIT' ? ownerId : null,
      before: earlier && {
        preset: earlier.preset,
        superior: earlier.superior,
        issuer: earlier.issuer,
        abbreviation: earlier.abbreviation,
        place: earlier.place,
        signatory: earlier.signatory,
      },
      after: { validFrom, ...data },
    })
    return ok()
  })
}
