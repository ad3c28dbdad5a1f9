import type { Actor } from '@/lib/platform/auth/actor'

/** The documents are public and tell nothing that is still open: whoever is signed in reads them. */
export function mayReadSources(actor: Pick<Actor, 'mustChangePassword'>): boolean {
  return !actor.mustChangePassword
}
