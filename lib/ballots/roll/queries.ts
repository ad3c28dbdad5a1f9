import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { presenceIn } from '@/lib/meetings/presence/queries'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { designationSql } from '@/lib/units/queries'
import type { BallotRules, RollLine } from '../types'
import { rollOf, type Attendant } from './rules'

type Db = Pick<Prisma.TransactionClient, '$queryRawUnsafe'>

/** Everyone of the meeting as far as votes go. */
export async function attendantsIn(db: Db, meetingId: string): Promise<Attendant[]> {
  const delegates = await presenceIn(db, meetingId)
  return delegates.map(({ id, role, unit, accountId, name, votes, substitutesFor, present }) => ({
    ...{ id, accountId, name, votes, present },
    unitId: unit?.id ?? null,
    isGuest: role === 'GUEST',
    substitutesForId: substitutesFor?.id ?? null,
  }))
}

/** Member units of the meeting's cluster-year under the names they bore that year. */
export async function memberUnitsIn(db: Db, meetingId: string): Promise<{ id: string; name: string }[]> {
  const units = await db.$queryRawUnsafe<{ id: string; name: string }[]>(
    `select u.id, ${designationSql('name', 'u.id', 'cy.year')} as name
       from meetings m join cluster_years cy on cy.id = m.cluster_year_id
       join cluster_memberships cm on cm.cluster_year_id = cy.id join units u on u.id = cm.unit_id
      where m.id = $1::uuid`,
    meetingId,
  )
  return units.sort((a, b) => compareVietnamese(a.name, b.name))
}

/** The roll as it would be frozen now. */
export async function rollIn(
  db: Db,
  meetingId: string,
  rules: Pick<BallotRules, 'roll' | 'substitutes'>,
): Promise<RollLine[]> {
  return rollOf(await memberUnitsIn(db, meetingId), await attendantsIn(db, meetingId), rules)
}
