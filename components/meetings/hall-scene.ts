import type { BallotDto } from '@/lib/ballots/types'
import type { MeetingScene } from '@/lib/meetings/types'

export type SceneCell = { text: string; mark: 'vuot' | 'dat' | 'half' | 'chua' | null; word: string }

/** One page of the cluster table: few enough columns to be read from the last row of seats. */
export type SceneTable = {
  title: string
  at: number
  of: number
  columns: { name: string; unit: string }[]
  rows: { name: string; note: string; cells: SceneCell[] }[]
  totals: SceneCell[]
  illustrative: boolean
}

export type SceneUnit = {
  name: string
  note: string
  sentence: string
  lines: { name: string; cell: SceneCell; target: string }[]
  more: number
  illustrative: boolean
}

/** Everything a screen in the hall needs, made once a version. */
export type HallScene = MeetingScene & {
  table: SceneTable | null
  unit: SceneUnit | null
  ballot: BallotDto | null
}

/** What the scene route answers: the scene, the version it shows at least, and the business clock. */
export type LiveScene = { version: number; now: string; scene: HallScene }
