'use client'

import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'
import { escapeHtml } from './html'
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
        className={`border-line bg-paper shadow-float [&_a]:text-ink [&_a:hover]:bg-wash [&_span]:text-mute absolute top-full z-30 mt-1.5 max-h-[60dvh] min-w-[180px] overflow-y-auto rounded border py-1.5 [&_a]:block [&_a]:px-3.5 [&_a]:py-1.5 [&_a]:text-base [&_a]:font-normal [&_a]:whitespace-nowrap [&_a]:no-underline [&_a]:-outline-offset-2 pointer-coarse:[&_a]:py-3 [&_a[aria-current]]:font-semibold [&_a[aria-current]]:shadow-[inset_3px_0_var(--color-co)] [&_span]:ml-3 [&_span]:text-xs [&_span]:font-normal ${align === 'right' ? 'right-0' : 'left-0'}`}
        dangerouslySetInnerHTML={{ __html: items.map(itemHtml).join('') }}
      />
    </Disclosure>
  )
}

/** A long list as elements would be most of a page's work, and nothing in it is interactive but the links. */
function itemHtml({ href, label, note, current }: MenuItem): string {
  const beside = note ? `<span>${escapeHtml(note)}</span>` : ''
  return `<li><a data-soft href="${escapeHtml(href)}"${current ? ' aria-current="true"' : ''}>${escapeHtml(label)}${beside}</a></li>`
}
