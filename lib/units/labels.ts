import { addDays, printDate } from '@/lib/platform/dates'
import { hasEndedSlug } from './rules'
import type { UnitListItem } from './types'

type Named = Pick<UnitListItem, 'slug' | 'name' | 'validTo'>

/** "Lào Cai (trước 1/7/2025)" where a unit of another time bears the same name; its address tells where nobody else does. */
export function unitLabel(unit: Named & { namesake?: boolean }): string {
  if (!(unit.namesake ?? hasEndedSlug(unit)) || !unit.validTo) return unit.name
  const [year, month, day] = unit.validTo.split('-').map(Number)
  return `${unit.name} (trước ${day}/${month}/${year})`
}

/** "đến 30/06/2025", "từ 01/07/2025", "từ … đến …"; '' when neither day is recorded. */
export function validityLabel(validFrom: string | null, validTo: string | null): string {
  const from = validFrom ? `từ ${printDate(validFrom)}` : ''
  const to = validTo ? `đến hết ${printDate(addDays(validTo, -1))}` : ''
  return [from, to].filter(Boolean).join(' ')
}
