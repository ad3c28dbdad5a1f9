import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { listNominations } from '../nominations/queries'
import { listAwards } from '../queries'
import type { AwardDto, NominationListItem } from '../types'

/** The unit and, where asked, every unit it came from, however far back. */
async function lineageOf(unitId: string, withPredecessors: boolean): Promise<string[]> {
  if (!withPredecessors) return [unitId]
  const rows = await query<{ id: string }>(
    `with recursive line as (
       select $1::uuid as id
       union
       select s.predecessor_id from unit_successions s join line on line.id = s.successor_id)
     select id from line`,
    [unitId],
  )
  return rows.map(({ id }) => id)
}

/**
 * The award book of a unit over the years, newest first. Each award stays with the unit of its time: those of
 * predecessors come with the predecessor's own name.
 */
export async function listUnitAwards(
  actor: Actor,
  unitId: string,
  { withPredecessors }: { withPredecessors: boolean },
): Promise<AwardDto[]> {
  return listAwards(actor, { unitIds: await lineageOf(unitId, withPredecessors) })
}

/** Nominations of the unit that no decision in the book has answered. */
export async function listUnitNominations(
  actor: Actor,
  unitId: string,
  { withPredecessors }: { withPredecessors: boolean },
): Promise<NominationListItem[]> {
  const rows = await listNominations(actor, { unitIds: await lineageOf(unitId, withPredecessors) })
  return rows.filter(({ state }) => state !== 'DECIDED')
}
