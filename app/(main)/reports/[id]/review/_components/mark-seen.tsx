'use client'

import { useEffect } from 'react'

/** Tells the server that this version was on her screen, once the page has stood there long enough to be read. */
export function MarkSeen({ reportId, dataVersion }: { reportId: string; dataVersion: number }) {
  useEffect(() => {
    const timer = setTimeout(() => {
      void fetch(`/api/app/v1/reports/${reportId}/seen`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ dataVersion }),
        keepalive: true,
      }).catch(() => undefined)
    }, 3000)
    return () => clearTimeout(timer)
  }, [reportId, dataVersion])
  return null
}
