'use client'

import { useRouter } from 'next/navigation'
import { useVersions } from '@/components/meetings/live'

/** Keeps a page of a ballot up to date: reads it again whenever the meeting has moved on. */
export function LiveRefresh({ meetingId, liveVersion }: { meetingId: string; liveVersion: number }) {
  const router = useRouter()
  const { connected } = useVersions(`/api/app/v1/meetings/${meetingId}/stream`, liveVersion, () =>
    router.refresh(),
  )
  return connected ? null : (
    <p role="status" className="text-amber no-print px-4 pt-2 text-xs lg:px-7">
      Mất kết nối trực tiếp; trang tự nối lại. Tải lại trang nếu chờ lâu.
    </p>
  )
}
