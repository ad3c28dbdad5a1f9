import type { Actor } from '@/lib/platform/auth/actor'
import { followedYears, type Standing } from '@/lib/platform/auth/policy'
import { canRead } from '@/lib/reports/policy'

/**
 * Which totals of clusters she reads, by the rule for single reports: of all clusters what was sent or what was
 * confirmed, and of those she follows what was sent. Her own unit's drafts are in no total.
 */
export function readsTotals(actor: Standing): { all: 'SENT' | 'CONFIRMED' | 'NOTHING'; followed: string[] } {
  const stranger = { unitId: '', clusterYearId: null, sentBefore: true } as const
  const all = canRead(actor, { ...stranger, state: 'SENT' })
    ? 'SENT'
    : canRead(actor, { ...stranger, state: 'CONFIRMED' })
      ? 'CONFIRMED'
      : 'NOTHING'
  return { all, followed: followedYears(actor) }
}

/** A comparison she saved is hers alone to rename or remove; opening its link is anybody's who is signed in. */
export const ownsComparison = (actor: Pick<Actor, 'accountId'>, saved: { accountId: string }): boolean =>
  saved.accountId === actor.accountId
