import type { BlankReason, FigureDto, FigureMeasure, NarrativeSectionKey } from '../types'

/** What a person has typed for one figure, before anybody reads it. */
export type FigureInput = {
  raw: string
  breakdown: string[]
  note: string
  blankReason: BlankReason | null
}
export type NarrativeInput = { text: string }
export type EntryInput = FigureInput | NarrativeInput

/** One thing that is saved by itself: a figure of a measure, or a narrative section. */
export type SlotKey = `f:${string}:${FigureMeasure}` | `n:${NarrativeSectionKey}`

/** A save on its way: the same key goes with it however often it is sent. */
export type Sending = { key: string; input: EntryInput; version: number }

/** What is kept on this machine until the server has it. `version` is the one the typing began from. */
export type Draft = {
  input: EntryInput
  version: number
  sending: Sending | null
  /** Acknowledged while the page was going away: the next page may have been made just before. */
  arrived?: true
}

/** What somebody else has saved meanwhile. */
export type Theirs = { input: EntryInput; version: number; by: string | null; at: string | null }

/**
 * unsaved: typed, waiting to be sent. saving: on its way. held: cannot be sent as it stands (a question to answer, words
 * that are no figure). refused: the server would not take it. conflict: somebody else has saved another value.
 */
export const SLOT_STATES = ['saved', 'unsaved', 'saving', 'held', 'refused', 'conflict'] as const
export type SlotState = (typeof SLOT_STATES)[number]

export type Slot = {
  key: SlotKey
  input: EntryInput
  /** What the server last acknowledged; null for a draft whose page is not open. */
  saved: EntryInput | null
  version: number
  state: SlotState
  message: string | null
  theirs: Theirs | null
}

/** How a save ended. `later`: the way to the server is broken, the same save is sent again. */
export type Answer =
  | { kind: 'saved'; version: number }
  | { kind: 'refused'; message: string }
  | { kind: 'conflict'; theirs: Theirs }
  | { kind: 'later' }
  | { kind: 'signed-out' }

export type QueueStatus = {
  unsaved: number
  /** Held, refused or in conflict: only a person can go on. */
  stuck: number
  connection: 'good' | 'lost' | 'signed-out'
  /** Of the last acknowledgement, milliseconds. */
  savedAt: number | null
}

/** What the form posts before JavaScript has arrived: the cells that differ from what the page showed. */
export type EntryFormState = {
  /** Sentences beside the cells, by slot key. */
  problems: Record<string, string>
  /** What was typed where it could not be saved, by slot key. */
  typed: Record<string, FigureInput>
  saved: number
  message: string | null
}

export type SavedFigureDto = Pick<FigureDto, 'raw' | 'breakdown' | 'blankReason' | 'note'>
