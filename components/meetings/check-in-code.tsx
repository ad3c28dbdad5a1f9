'use client'

import { encode } from 'uqr'
import { useEffect, useState } from 'react'

type Shown = { code: string; expiresAt: string; now: string }

/** The code of this minute, as letters to type and as a picture to scan; fetched anew as each runs out. */
export function CheckInCode({ meetingId }: { meetingId: string }) {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    async function take() {
      let wait = 5_000
      try {
        const answer = await fetch(`/api/app/v1/meetings/${meetingId}/code`, { cache: 'no-store' })
        const result = (await answer.json()) as { ok: boolean; value?: Shown }
        if (gone) return
        if (result.ok && result.value) {
          setShown(result.value)
          wait = Date.parse(result.value.expiresAt) - Date.parse(result.value.now) + 250
        }
      } catch {
        // Asked again in a moment; the last code stays valid a turn longer.
      }
      timer = setTimeout(() => void take(), wait)
    }
    void take()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [meetingId])
  if (!shown) return null
  const url = `${window.location.origin}/meetings/${meetingId}/check-in?code=${shown.code}`
  const { data, size } = encode(url, { border: 0, ecc: 'M' })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return (
    <div>
      <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="Mã QR điểm danh">
        <path d={path} />
      </svg>
      <p className="quiet">Quét mã để điểm danh, hoặc nhập:</p>
      <div className="code">{shown.code}</div>
    </div>
  )
}
