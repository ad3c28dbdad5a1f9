'use client'

import { secondsLeft, secondsSpent } from '@/lib/meetings/rules'
import type { Timed } from '@/lib/meetings/types'
import { clockText } from './hall-view'
import { useState } from 'react'
import { useServerClock } from './live'

/** "còn 04:32" or "quá 00:15" of what is under way; the time is the server's. */
export function Clock({ timed, serverNow }: { timed: Timed; serverNow: string }) {
  const [offset] = useState(() => Date.parse(serverNow) - Date.now())
  const now = useServerClock(offset)
  if (!now) return null
  const left = secondsLeft(timed, now)
  const spent = secondsSpent(timed, now)
  if (left === null) return spent === null ? null : <span>{clockText(spent)}</span>
  return <span className={left < 0 ? 'text-co' : ''}>{`${left < 0 ? 'quá' : 'còn'} ${clockText(left)}`}</span>
}
