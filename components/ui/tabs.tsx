import Link from 'next/link'
import type { ReactNode } from 'react'

export type Tab = { href: string; label: string; count?: number }

/** Tabs that are links: each has an address. `current` is the href of the open one; `actions` stand at the right end. */
export function Tabs({
  tabs,
  current,
  label,
  actions,
}: {
  tabs: Tab[]
  current: string
  label: string
  actions?: ReactNode
}) {
  return (
    <div className="no-print border-line mt-3.5 flex flex-wrap-reverse items-end gap-x-6 border-b">
      <nav aria-label={label} className="-mb-px flex max-w-full gap-[22px] overflow-x-auto">
        {tabs.map((tab) => {
          const on = tab.href === current
          return (
            <Link
              prefetch={false}
              key={tab.href}
              href={tab.href}
              aria-current={on ? 'page' : undefined}
              className={`shrink-0 pt-2 pb-[9px] no-underline -outline-offset-2 ${on ? 'text-ink font-semibold shadow-[inset_0_-3px_var(--color-co)]' : 'text-mute hover:text-ink'}`}
            >
              {tab.label}
              {tab.count ? <span className="text-co ml-1.5 text-xs font-semibold">{tab.count}</span> : null}
            </Link>
          )
        })}
      </nav>
      {actions ? <div className="ml-auto flex flex-wrap items-center gap-4 pb-1.5">{actions}</div> : null}
    </div>
  )
}
