'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useTransition } from 'react'

/**
 * Opens plain links marked `data-soft` without loading the page anew; stands once, in the shell. A component for each
 * link would be most of what the server does for a page, and strings of HTML could have none. While the page is on its
 * way the link is `aria-busy`.
 */
export function SoftLinks() {
  const router = useRouter()
  const [opening, open] = useTransition()
  const opened = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-soft]')
      if (!link || link.target) return
      event.preventDefault()
      opened.current?.removeAttribute('aria-busy')
      opened.current = link
      link.setAttribute('aria-busy', 'true')
      open(() => router.push(link.pathname + link.search + link.hash))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  useEffect(() => {
    if (!opening) opened.current?.removeAttribute('aria-busy')
  }, [opening])
  return null
}
