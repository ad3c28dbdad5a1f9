'use client'

import { useOffline } from 'next/offline'
import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the banner below stands on the page. */
export function useConnectionLost(): boolean {
  const unanswered = useOffline()
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return !online || unanswered
}

/** Says that the connection or the server is gone, and what becomes of the work meanwhile. */
export function OfflineBanner() {
  const lost = useConnectionLost()
  return (
    <div role="status" className="no-print sticky top-[52px] z-10 lg:top-0">
      {lost ? (
        <p className="bg-co text-on-co px-4 py-2 font-semibold lg:px-7">
          Đang mất kết nối. Nội dung vừa gõ vẫn còn trên máy này, việc vừa bấm sẽ tự làm tiếp khi có mạng;
          đừng đóng trang.
        </p>
      ) : null}
    </div>
  )
}
