'use client'

import { usePathname } from 'next/navigation'
import { use, useEffect, useRef, useState } from 'react'
import { escapeHtml } from '@/components/ui/html'

export type NavItem = {
  href: string
  label: string
  /** Stands apart, under a line. */
  apart?: boolean
}

const isWithin = (path: string, href: string) => path === href || path.startsWith(`${href}/`)

/**
 * The list of places; marks the one the page belongs to. `waiting` is how many reports wait behind the first; the other
 * duties it lists are told by rules of their modules, at a price not every page can pay. Written as a string: these
 * links are on every page, and as elements they would be a good part of its work.
 */
export function NavLinks({ items, waiting }: { items: NavItem[]; waiting: Promise<number> }) {
  const path = usePathname()
  const [first] = useState(path)
  const list = useRef<HTMLUListElement>(null)
  const html = navHtml(items, use(waiting), first)
  // The string stays as it is from page to page, so that the link just followed keeps the focus.
  useEffect(() => {
    for (const link of list.current?.querySelectorAll('a') ?? []) {
      if (isWithin(path, link.pathname)) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
  }, [path, html])
  return <ul ref={list} className="places" dangerouslySetInnerHTML={{ __html: html }} />
}

function navHtml(items: NavItem[], waiting: number, path: string): string {
  return items
    .map(({ href, label, apart }, index) => {
      const current = isWithin(path, href) ? ' aria-current="page"' : ''
      const count =
        index === 0 && waiting > 0
          ? `<span>${waiting} báo cáo<span class="sr-only"> chờ bạn</span></span>`
          : ''
      const link = `<a data-soft href="${escapeHtml(href)}"${current}><span>${escapeHtml(label)}</span>${count}</a>`
      return `<li${apart ? ' class="apart"' : ''}>${link}</li>`
    })
    .join('')
}
