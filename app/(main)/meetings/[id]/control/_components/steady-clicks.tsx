'use client'

import { type MouseEvent, type ReactNode, useRef } from 'react'

const HALF_A_SECOND = 500

/**
 * A row of acts that takes one click in half a second: under the second click of a double click there stands already
 * another act, such as the next item of the agenda.
 */
export function SteadyClicks({ className, children }: { className: string; children: ReactNode }) {
  const last = useRef(-Infinity)
  function swallow(event: MouseEvent) {
    // A dialog that the row has opened is a place of its own.
    if ((event.target as Element).closest('dialog')) return
    const since = event.timeStamp - last.current
    last.current = event.timeStamp
    if (since >= HALF_A_SECOND) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={className} onClickCapture={swallow}>
      {children}
    </div>
  )
}
