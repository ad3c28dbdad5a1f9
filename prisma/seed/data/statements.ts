import type { StatementSection } from '@/lib/sources/types'

/** What a statement is about: a cluster's year ("slug/year"), a unit's year, a unit, or nothing in particular. */
export type About = { clusterYear?: string; unit?: string; year?: number }

export type StatementRow = About & {
  fact: string
  section: StatementSection
  text: string
  inferred?: true
  notStated?: true
}

type Note = 'suy luận' | 'nguồn không nêu'

/** Statements about one thing, in the words of the document. */
export function about(
  subject: About,
  rows: [fact: string, section: StatementSection, text: string, note?: Note][],
): StatementRow[] {
  return rows.map(([fact, section, text, note]) => ({
    ...subject,
    fact,
    section,
    text,
    ...(note === 'suy luận' && { inferred: true }),
    ...(note === 'nguồn không nêu' && { notStated: true }),
  }))
}
