'use client'

import Link from 'next/link'
import { Button, buttonClass } from './button'

/** What a page says when it could not be made: what happened, that nothing was lost, what to do, and a code to quote. */
export function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : null
  return (
    <div className="max-w-[720px] px-4 py-12 lg:px-7">
      <h1>Trang này chưa mở được</h1>
      <p className="mt-3 text-lg">
        Hệ thống gặp trục trặc khi chuẩn bị trang. Những gì đã lưu vẫn còn nguyên. Hãy thử lại; nếu vẫn vậy,
        báo cho quản trị hệ thống.
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button kind="primary" onClick={() => retry()}>
          Thử lại
        </Button>
        <Link prefetch={false} href="/" className={buttonClass()}>
          Về trang đầu
        </Link>
      </div>
      {digest ? <p className="text-mute mt-6 text-xs">Mã để báo lại: {digest}</p> : null}
    </div>
  )
}
