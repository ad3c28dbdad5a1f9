import type { Crumb } from '@/components/ui/breadcrumb'
import type { TermRef } from '@/lib/terms/types'
import { unitLabel } from '@/lib/units/labels'

export const NATIONAL_CRUMBS: Crumb[] = [{ label: 'Nhiệm kỳ', href: '/terms' }]

/** The way from the unit's page to one of its terms. */
export function unitTermCrumbs({ unit }: Pick<TermRef, 'unit'>): Crumb[] {
  if (!unit) return NATIONAL_CRUMBS
  const label = unitLabel(unit)
  return [
    { label, href: `/units/${unit.slug}` },
    { label: 'Nhiệm kỳ', href: `/units/${unit.slug}/terms` },
  ]
}
