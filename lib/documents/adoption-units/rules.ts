import { foldVietnamese } from '@/lib/platform/vietnamese'
import type { FormerUnit, UnitChoice } from '../adoption/types'

const ORDINAL = /^\s*(?:\d+|[ivx]+)[.)\s-]+/i
const OF_A_UNION =
  /^(?:ban )?(?:hoi )?(?:lien hiep phu nu|lhpn|hlhpn|phu nu)?\s*(?:tinh|thanh pho|tp\.?|t\.)?\s+(?=\S)/

/** A unit's name as people write it in a list: without number, "Hội LHPN" and "tỉnh". */
function foldedUnit(text: string): string {
  const folded = foldVietnamese(text.replace(ORDINAL, ''))
    .replace(/[.,;:*()“”"]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return folded
    .replace(OF_A_UNION, '')
    .replace(/\s*-\s*/g, ' ')
    .trim()
}

const OF_CLUSTER = /^(?:tong(?: cong| so| hop)?|cong|toan cum|cum|ca cum|tong toan cum|tong cac don vi)$/

type UnitMatch = { unit: string | 'CLUSTER' | null; hint: string | null }

/** The unit a name means; `hint` says what became of one that is no member. */
export function matchName(
  text: string,
  units: readonly UnitChoice[],
  former: readonly FormerUnit[],
): UnitMatch {
  const wanted = foldedUnit(text)
  if (!wanted) return { unit: null, hint: null }
  const named = units.filter(({ names }) => names.some((name) => foldedUnit(name) === wanted))
  if (named.length === 1) return { unit: named[0]!.id, hint: null }
  const past = former.find(({ names }) => names.some((name) => foldedUnit(name) === wanted))
  if (past) return { unit: null, hint: past.note }
  return { unit: OF_CLUSTER.test(foldVietnamese(text)) ? 'CLUSTER' : null, hint: null }
}

const CODE = /^(?:ma (?:so |tinh |don vi )?)?(\d{2})$/

/** "Mã", "Mã tỉnh": what stands under it are official codes, not ordinal numbers. */
export const isCodeHeading = (text: string): boolean => /\bma\b/.test(foldVietnamese(text))

/** The unit an official code means in the year of the figures: 24 was Bắc Giang and is Bắc Ninh. Null for anything else. */
export function matchCode(
  text: string,
  units: readonly UnitChoice[],
  former: readonly FormerUnit[],
): UnitMatch | null {
  const wanted = CODE.exec(foldVietnamese(text).trim())?.[1]
  if (!wanted) return null
  const bearers = units.filter(({ code }) => code === wanted)
  if (bearers.length === 1) return { unit: bearers[0]!.id, hint: null }
  const other = former.find(({ code }) => code === wanted)
  return other ? { unit: null, hint: other.note } : null
}

/** The unit that a name or an official code means. */
export const matchUnit = (
  text: string,
  units: readonly UnitChoice[],
  former: readonly FormerUnit[],
): UnitMatch => matchCode(text, units, former) ?? matchName(text, units, former)
