'use client'

import { useEffect, useState } from 'react'
import { printDateTime } from '@/lib/platform/dates'

/** On paper only: when the sheet was printed, and from where. */
export function PrintDate() {
  const [now, setNow] = useState('')
  useEffect(() => {
    const note = () => setNow(printDateTime(new Date()))
    note()
    addEventListener('beforeprint', note)
    return () => removeEventListener('beforeprint', note)
  }, [])
  return (
    <p className="print-only text-mute mt-4 px-4 text-xs lg:px-7">
      In từ Cụm Thi Đua{now ? ` lúc ${now}` : ''}
    </p>
  )
}
