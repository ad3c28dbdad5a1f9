import 'server-only'
import { createHmac } from 'node:crypto'
import { env } from '../env'

/**
 * The secret part of an invitation's link. Derived, so that a repeated request shows the same link and the database
 * holds only its hash.
 */
export function invitationToken(invitationId: string): string {
  return createHmac('sha256', env().AUTH_SECRET).update(`invitation:${invitationId}`).digest('base64url')
}
