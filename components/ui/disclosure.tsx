'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/**
 * A `<details>` that works without JavaScript; with it, Escape, a click elsewhere and following a link inside close it.
 * Without children it opens what stands beside it (`peer-open:`).
 */
export function Disclosure({
  summary,
  summaryClass = '',
  className = '',
  children,
}: {
  summary: ReactNode
  summaryClass?: string
  className?: string
  children?: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const element = details.current
    if (!element) return
    const close = () => element.removeAttribute('open')
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return
      close()
      element.querySelector('summary')?.focus()
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target as Element
      if (!element.contains(target) || target.closest('a')) close()
    }
    element.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick)
    return () => {
      element.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick)
    }
  }, [])
  return (
    <details ref={details} className={`group ${className}`}>
      <summary className={summaryClass}>{summary}</summary>
      {children}
    </details>
  )
}
