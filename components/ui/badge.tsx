import type { ReactNode } from 'react'

export type BadgeKind = 'plain' | 'strong' | 'wrong' | 'wait' | 'gold'

const KINDS: Record<BadgeKind, string> = {
  plain: 'border-line text-mute',
  strong: 'border-cham bg-cham text-on-cham',
  wrong: 'border-co text-co font-semibold',
  wait: 'border-amber text-amber',
  gold: 'border-vang text-vang font-semibold',
}

/** A state in words. `gold` belongs to awards, headship and ballots alone; `wrong` to what cannot wait. */
export function Badge({ kind = 'plain', children }: { kind?: BadgeKind; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-sm border px-2 py-px text-xs whitespace-nowrap ${KINDS[kind]}`}>
      {children}
    </span>
  )
}

/** Marks figures that are not real. Stands on every page that shows some. */
export function DemoMark({ className = '' }: { className?: string }) {
  return (
    <b
      className={`border-co text-co inline-block rounded-sm border px-2 py-px text-xs font-semibold whitespace-nowrap ${className}`}
    >
      SỐ LIỆU MINH HỌA
    </b>
  )
}
