import type { ReactNode } from 'react'
import { escapeHtml } from './html'

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
      <nav
        aria-label={label}
        className="[&>a]:text-mute [&>a:hover]:text-ink [&>[aria-current]]:text-ink [&_span]:text-co -mb-px flex max-w-full gap-[22px] overflow-x-auto [&_span]:ml-1.5 [&_span]:text-xs [&_span]:font-semibold [&>[aria-current]]:font-semibold [&>[aria-current]]:shadow-[inset_0_-3px_var(--color-co)] [&>a]:shrink-0 [&>a]:pt-2 [&>a]:pb-[9px] [&>a]:no-underline [&>a]:-outline-offset-2"
        dangerouslySetInnerHTML={{ __html: tabs.map((tab) => tabHtml(tab, current)).join('') }}
      />
      {actions ? <div className="ml-auto flex flex-wrap items-center gap-4 pb-1.5">{actions}</div> : null}
    </div>
  )
}

/** As elements the tabs would be a good part of a page's work. */
function tabHtml({ href, label, count }: Tab, current: string): string {
  const on = href === current ? ' aria-current="page"' : ''
  return `<a data-soft href="${escapeHtml(href)}"${on}>${escapeHtml(label)}${count ? `<span>${count}</span>` : ''}</a>`
}
