import type { Citation } from './types'

/** A document as pages cite it, with the fact of it that is meant; null where nothing is cited. */
export const citationOf = (
  source: Pick<Citation, 'slug' | 'letter' | 'title'> | null,
  factId: string | null = null,
): Citation | null => source && { slug: source.slug, letter: source.letter, title: source.title, factId }
