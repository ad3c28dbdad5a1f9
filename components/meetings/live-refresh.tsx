'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef } from 'react'
import { useVersions } from './live'

const POLL_MS = 3_000

/** Renews the page's data whenever the meeting has changed; what is being typed stays. Says so when it cannot. */
export function LiveRefresh({ meetingId, version }: { meetingId: string; version: number }) {
  const router = useRouter()
  const shown = useRef(version)
  useEffect(() => {
    shown.current = version
  }, [version])
  const { connected } = useVersions(
    `/api/app/v1/meetings/${meetingId}/stream`,
    version,
    useCallback(
      (reached: number) => {
        if (reached > shown.current) router.refresh()
      },
      [router],
    ),
  )
  useEffect(() => {
    if (connected) return
    const timer = setInterval(() => {
      // Asked first: of refreshes that nobody answers, each would wait for the connection and come at once with it.
      void fetch('/api/health', { cache: 'no-store' })
        .then((answer) => (answer.ok ? router.refresh() : undefined))
        .catch(() => undefined)
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [connected, router])
  return connected ? null : (
    <p role="status" className="text-amber text-sm">
      Mất kết nối trực tiếp, đang nối lại. Trang vẫn tự cập nhật vài giây một lần.
    </p>
  )
}
