import { PERIOD_SLUGS } from '@/lib/periods/labels'
import { PERIOD_KINDS } from '@/lib/periods/types'
import { firstOf } from '@/lib/platform/fields'
import type { TableView } from './cluster-href'

export type SearchParams = Record<string, string | string[] | undefined>

/** What an address asks for; what it does not understand counts as not asked. */
export function readView(params: SearchParams): TableView {
  const slug = firstOf(params.ky)
  const group = firstOf(params.nhom)
  return {
    period: PERIOD_KINDS.find((kind) => PERIOD_SLUGS[kind] === slug) ?? null,
    group: group && /^[1-9]\d?$/.test(group) ? Number(group) : null,
    compare: firstOf(params['so-sanh']) === '1',
  }
}

/** A year of an address, null for anything but four digits. */
export const readYear = (text: string): number | null => (/^[12]\d{3}$/.test(text) ? Number(text) : null)
