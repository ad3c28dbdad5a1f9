'use client'

import { useEffect, useRef } from 'react'
import { renderedHtml } from './rendered-store'

// One object for all renders: React compares it by identity and so never touches what the server wrote.
const KEPT = { __html: '' }

/**
 * A figure table whose HTML was written into the page by the server and is not repeated in the page's payload. Where
 * the page was reached without loading it anew, the table is fetched from `src`.
 */
export function StoredTable({
  id,
  src,
  label,
  className = '',
}: {
  id: string
  src: string
  label: string
  className?: string
}) {
  const table = useRef<HTMLTableElement>(null)
  useEffect(() => {
    const element = table.current
    if (!element || element.childElementCount > 0) return
    const abort = new AbortController()
    element.innerHTML = '<tbody><tr><td class="t"><span>Đang tải bảng…</span></td></tr></tbody>'
    fetch(src, { signal: abort.signal, headers: { accept: 'text/html' } })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status))
        element.innerHTML = await response.text()
      })
      .catch(() => {
        if (abort.signal.aborted) return
        element.innerHTML =
          '<tbody><tr><td class="t">Chưa tải được bảng này. Hãy tải lại trang.</td></tr></tbody>'
      })
    return () => {
      abort.abort()
      element.replaceChildren()
    }
  }, [src])
  const html = typeof window === 'undefined' ? { __html: renderedHtml(id) ?? '' } : KEPT
  return (
    <div role="region" aria-label={label} tabIndex={0} className={`scroll hold mt-3.5 ${className}`}>
      <table
        ref={table}
        role="grid"
        className="figures"
        dangerouslySetInnerHTML={html}
        suppressHydrationWarning
      />
    </div>
  )
}
