import type { Citation, HeadshipRole } from './types'

export const HEADSHIP_LABELS: Record<HeadshipRole, string> = { HEAD: 'Cụm trưởng', DEPUTY: 'Cụm phó' }

/** What a source leaves open is said in these words, everywhere. */
export const NOT_STATED = 'nguồn không nêu'
export const INFERRED = 'suy ra từ tài liệu'

/** "Tài liệu C, mục C5", "Tài liệu C", or the title of a source without a letter. */
export function citationLabel(source: Pick<Citation, 'letter' | 'title' | 'factId'>): string {
  if (!source.letter) return source.title
  return source.factId ? `Tài liệu ${source.letter}, mục ${source.factId}` : `Tài liệu ${source.letter}`
}
