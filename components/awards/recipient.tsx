import Link from 'next/link'
import { recipientLabel } from '@/lib/awards/labels'
import type { RecipientKind } from '@/lib/awards/types'
import type { UnitRef } from '@/lib/units/types'

/** Who receives: the unit (a link to it in its year), a collective or person, or how many a source leaves unnamed. */
export function Recipient({
  award,
}: {
  award: {
    recipientKind: RecipientKind
    unit: UnitRef | null
    recipient: string | null
    unnamed?: number | null
    named?: number
    year: number | null
  }
}) {
  const { unit, year } = award
  const label = recipientLabel(award)
  if (!unit) return <>{label}</>
  const href = year === null ? `/units/${unit.slug}` : `/units/${unit.slug}/${year}`
  return (
    <Link
      href={href}
      prefetch={false}
      className={award.recipientKind === 'UNIT' ? 'whitespace-nowrap' : undefined}
    >
      {label}
    </Link>
  )
}
