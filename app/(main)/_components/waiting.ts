import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { askedOnce } from '@/lib/platform/early'
import { countMyWork } from '@/lib/reports/overview/queries'

/** How many reports wait for the reader, asked once for a page. */
export const countWaiting = (actor: Actor): Promise<number> => askedOnce('waiting', () => countMyWork(actor))
