'use client'

import Link, { useLinkStatus } from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export type NavItem = {
  href: string
  label: string
  /** How many things wait there, as `NavCount` writes it. */
  count?: ReactNode
  /** Stands apart, under a line. */
  apart?: boolean
}

/** The list of places; marks the one the page belongs to. */
export function NavLinks({ items }: { items: NavItem[] }) {
  const path = usePathname()
  return (
    <ul className="flex flex-col gap-px">
      {items.map((item) => {
        const on = path === item.href || path.startsWith(`${item.href}/`)
        return (
          <li
            key={item.href}
            className={
              item.apart
                ? 'before:border-line mt-2.5 pt-2.5 before:mx-2.5 before:mb-2.5 before:block before:border-t'
                : ''
            }
          >
            <Link
              prefetch={false}
              href={item.href}
              aria-current={on ? 'page' : undefined}
              className={`flex items-baseline justify-between rounded px-2.5 py-[7px] no-underline pointer-coarse:py-3 ${on ? 'bg-cham text-on-cham font-semibold' : 'text-ink hover:bg-hair'}`}
            >
              <span>
                {item.label}
                <Waiting />
              </span>
              {item.count}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

/** Says that the page is on its way. Pages have no loading screen of their own: that would hide them from browsers without JavaScript. */
function Waiting() {
  const { pending } = useLinkStatus()
  return pending ? <span className="ml-1.5 text-xs font-normal">đang mở…</span> : null
}
