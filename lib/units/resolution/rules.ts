import { foldVietnamese } from '@/lib/platform/vietnamese'
import { existsOn } from '../rules'
import type { NamedUnit, Resolution, ResolvedBy } from './types'

/** Words that stand before a province's name in papers and spreadsheets and say nothing about which it is. */
const BEFORE_NAMES = /^(hoi lhpn|hoi lien hiep phu nu|hlhpn|ubnd)?\s*(thanh pho|tp|tinh)?\s*/

/** A name as it is compared: no diacritics, no punctuation, no "Hội LHPN tỉnh" before it. */
export function bareName(text: string): string {
  const folded = foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return folded.replace(BEFORE_NAMES, '') || folded
}

function matchedBy(unit: NamedUnit, text: string): ResolvedBy | null {
  if (unit.code !== null && unit.code === text.trim().padStart(2, '0')) return 'CODE'
  if (unit.slug === text.trim().toLowerCase()) return 'SLUG'
  const wanted = bareName(text)
  if (wanted === '') return null
  if (bareName(unit.name) === wanted) return 'NAME'
  return unit.aliases.some((alias) => bareName(alias) === wanted) ? 'ALIAS' : null
}

const STRENGTH: ResolvedBy[] = ['SLUG', 'CODE', 'NAME', 'ALIAS']

/**
 * Which unit a name, alias or official code means on a day (yyyy-MM-dd). `units` carry the names and codes that held on
 * that day, or their last ones where they had ended. Code 24 meant Bắc Giang until 30/6/2025 and means Bắc Ninh since.
 */
export function resolveAmong(units: readonly NamedUnit[], text: string, day: string): Resolution {
  const matches = units.flatMap((unit) => {
    const by = matchedBy(unit, text)
    return by ? [{ unit, by }] : []
  })
  const then = matches.filter(({ unit }) => existsOn(unit, day))
  if (then.length === 0)
    return matches.length > 0
      ? { status: 'OTHER_TIME', units: matches.map(({ unit }) => unit) }
      : { status: 'UNKNOWN' }
  // A name outranks an alias: "Hà Nam" is not ambiguous because another unit once wrote itself so.
  const best = STRENGTH.find((by) => then.some((match) => match.by === by))
  const [first, ...others] = then.filter((match) => match.by === best)
  return first && others.length === 0
    ? { status: 'FOUND', ...first }
    : { status: 'AMBIGUOUS', units: then.map(({ unit }) => unit) }
}
