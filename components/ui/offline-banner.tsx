'use client'

import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void) {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the connection is gone, and what becomes of the work meanwhile. */
export function OfflineBanner() {
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  const savesItself = !online && document.querySelector('form[data-live]') !== null
  return (
    <div role="status" className="no-print sticky top-[52px] z-10 lg:top-0">
      {online ? null : (
        <p className="bg-co text-on-co px-4 py-2 font-semibold lg:px-7">
          Đang mất kết nối mạng.{' '}
          {
            // A page that saves by itself says so; elsewhere the person sends again.
            savesItself
              ? 'Nội dung vừa gõ vẫn còn trên máy này và sẽ tự gửi khi có mạng.'
              : 'Nội dung vừa gõ vẫn còn trên máy này; đừng đóng trang, hãy gửi lại khi có mạng.'
          }
        </p>
      )}
    </div>
  )
}
