import type { Actor } from '@/lib/platform/auth/actor'

/** Names, codes and aliases of units are kept by the central union's emulation office. */
export function canKeepUnits(actor: Actor): boolean {
  return actor.isOffice
}
