import Link from 'next/link'
import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'
import { Icon } from './icon'

export type MenuItem = { href: string; label: string; note?: string; current?: boolean }

/** A picker of places, like “2026 ▾” in the way to a page: what is chosen now, and links to the others. `label` names it to screen readers. */
export function Menu({
  label,
  value,
  items,
  align = 'left',
}: {
  label: string
  value: ReactNode
  items: MenuItem[]
  align?: 'left' | 'right'
}) {
  return (
    <Disclosure
      className="relative inline-block"
      summaryClass="inline-flex items-center gap-0.5 rounded font-semibold text-ink hover:text-cham2 pointer-coarse:min-h-11"
      summary={
        <>
          <span className="sr-only">{label}: </span>
          {value}
          <Icon name="down" size={13} />
        </>
      }
    >
      <ul
        className={`border-line bg-paper shadow-float absolute top-full z-30 mt-1.5 max-h-[60dvh] min-w-[180px] overflow-y-auto rounded border py-1.5 ${align === 'right' ? 'right-0' : 'left-0'}`}
      >
        {items.map((item) => (
          <li key={item.href}>
            <Link
              prefetch={false}
              href={item.href}
              aria-current={item.current ? 'true' : undefined}
              className={`text-ink hover:bg-wash block px-3.5 py-1.5 text-base whitespace-nowrap no-underline -outline-offset-2 pointer-coarse:py-3 ${item.current ? 'font-semibold shadow-[inset_3px_0_var(--color-co)]' : 'font-normal'}`}
            >
              {item.label}
              {item.note ? <span className="text-mute ml-3 text-xs font-normal">{item.note}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
