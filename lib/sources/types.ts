/** Where on a page a statement stands. */
export const STATEMENT_SECTIONS = [
  'theme',
  'motto',
  'membership',
  'headship',
  'meeting',
  'guests',
  'pledge',
  'solutions',
  'targets',
  'results',
  'emulation',
  'joint_activity',
  'awards',
  'difficulties',
  'conclusion',
  'tasks_next_year',
  'programme',
  'exchange',
  'field_visit',
  'term',
] as const
export type StatementSection = (typeof STATEMENT_SECTIONS)[number]

export type SourceDto = {
  id: string
  slug: string
  /** "A" for a document cited as Tài liệu A; null for a reference source. */
  letter: string | null
  title: string
  publisher: string | null
  author: string | null
  /** Calendar day (yyyy-MM-dd). */
  publishedOn: string | null
  /** The date as printed, where it is not a full one. */
  dateNote: string | null
  url: string | null
  note: string | null
}

export type StatementDto = {
  id: string
  factId: string
  section: StatementSection
  text: string
  year: number | null
  clusterYear: { slug: string; year: number; title: string } | null
  unitId: string | null
  /** A reading of ours rather than the document's words. */
  inferred: boolean
  /** The source leaves the matter open. */
  notStated: boolean
  source: { slug: string; letter: string | null; title: string }
}

export type SourceWithStatements = SourceDto & { text: string | null; statements: StatementDto[] }
