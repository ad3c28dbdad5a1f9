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
        className={align === 'right' ? 'menu right-0' : 'menu left-0'}
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
