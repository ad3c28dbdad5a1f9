import { z } from 'zod'
import { SEARCH_KINDS } from './types'

/** Longest question that is read; the rest of a longer one is left out. */
export const MAX_WORDS = 120

/** What an address asks to find; what it does not understand counts as not asked. */
export const searchSchema = z.object({
  words: z
    .string()
    .catch('')
    .transform((text) => text.replaceAll('\0', '').normalize('NFC').trim().slice(0, MAX_WORDS)),
  kind: z.enum(SEARCH_KINDS).nullable().catch(null),
})
export type SearchInput = z.output<typeof searchSchema>
