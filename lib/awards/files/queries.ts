import 'server-only'
import type { FileKeeper } from '@/lib/evidence/types'
import { fail, ok } from '@/lib/platform/errors'
import { canKeepDossier, canReadObjections, canSetAwards, readableNominations, readsAwards } from '../policy'
import { nominationFactsIn } from '../nominations/queries'

/** Files of a dossier: for those who deal with the nomination and for the unit; changed as long as the dossier is kept. */
export const nominationFiles: FileKeeper = {
  async mayReadIn(db, actor, nominationId) {
    const readable = await db.nomination.findFirst({
      where: { AND: [{ id: nominationId }, readableNominations(actor)] },
      select: { id: true },
    })
    const facts = readable && (await nominationFactsIn(db, nominationId))
    return facts !== null && canReadObjections(actor, facts)
  },
  async mayChangeIn(tx, actor, nominationId) {
    const row = await tx.nomination.findFirst({
      where: { AND: [{ id: nominationId }, readableNominations(actor)] },
      select: { unitId: true, clusterYearId: true },
    })
    const facts = row && (await nominationFactsIn(tx, nominationId))
    if (!row || !facts) return fail('not_found')
    return canKeepDossier(actor, facts) ? ok(row) : fail('forbidden')
  },
}

/** The scan of a decision: put in by the office, read by everybody who works here. */
export const decisionFiles: FileKeeper = {
  async mayReadIn(db, actor, decisionId) {
    const found = await db.awardDecision.findUnique({ where: { id: decisionId }, select: { id: true } })
    return found !== null && readsAwards(actor)
  },
  async mayChangeIn(tx, actor, decisionId) {
    if (!canSetAwards(actor)) return fail('forbidden')
    const found = await tx.awardDecision.findUnique({ where: { id: decisionId }, select: { id: true } })
    return found ? ok({ unitId: null, clusterYearId: null }) : fail('not_found')
  },
}
