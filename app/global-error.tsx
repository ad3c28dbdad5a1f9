'use client'

import { FailurePage } from '@/components/ui/failure-page'
import './globals.css'

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="vi">
      <body>
        <title>Trang chưa mở được · Cụm Thi Đua</title>
        <div className="band" />
        <main>
          <FailurePage error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
