import type { Actor } from '@/lib/platform/auth/actor'

/** Mergers and splits are carried out, and undone, by the central union's emulation office. */
export const mayChangeTerritory = (actor: Actor): boolean => actor.isOffice
