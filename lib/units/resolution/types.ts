import type { UnitRef } from '../types'

/** A unit as it stood on a day, with every name under which it may be meant. */
export type NamedUnit = UnitRef & {
  kind: string
  code: string | null
  aliases: string[]
  validFrom: string | null
  validTo: string | null
}

/** By what a text was understood. */
export type ResolvedBy = 'SLUG' | 'CODE' | 'NAME' | 'ALIAS'

/** What a name or code means on a day. A unit of another time is told, never silently taken for today's. */
export type Resolution =
  | { status: 'FOUND'; unit: NamedUnit; by: ResolvedBy }
  | { status: 'AMBIGUOUS'; units: NamedUnit[] }
  /** It means units that did not exist on the day. */
  | { status: 'OTHER_TIME'; units: NamedUnit[] }
  | { status: 'UNKNOWN' }
