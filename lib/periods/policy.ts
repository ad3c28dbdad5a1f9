import type { Actor } from '@/lib/platform/auth/actor'

/** The year, its periods, clusters, indicators and units are set by the central union's emulation office alone. */
export function canConfigure(actor: Actor): boolean {
  return actor.isOffice
}
