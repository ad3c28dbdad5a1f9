export const MINUTES_SECTIONS = [
  'heading',
  'attendance',
  'agenda',
  'speakers',
  'decisions',
  'ballots',
  'conclusion',
  'tasks',
  'side_events',
  'closing',
] as const
export type MinutesSectionKey = (typeof MINUTES_SECTIONS)[number]

export type MinutesSection = {
  key: MinutesSectionKey
  text: string
  /** Written by hand: kept when the minutes are assembled again. */
  edited: boolean
}

export type MinutesDto = {
  meetingId: string
  sections: MinutesSection[]
  frozenAt: string | null
  frozenBy: string | null
  /** SHA-256 of the frozen text, hexadecimal. */
  hash: string | null
  version: number
  updatedAt: string
}
