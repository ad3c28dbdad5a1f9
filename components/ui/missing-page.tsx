'use client'

import { LinkButton } from './button'
import { Empty } from './empty'

/** What stands in place of a page that there is not. Every page's payload names it, so it travels as a name and not as elements. */
export function MissingPage() {
  return (
    <>
      <div className="band" />
      <main id="noi-dung" className="mx-auto max-w-[720px] px-4 py-12">
        <h1>Không tìm thấy trang này</h1>
        <Empty
          title="Địa chỉ có thể đã cũ, gõ nhầm, hoặc nội dung này bạn chưa được xem."
          action={
            <LinkButton kind="primary" href="/">
              Về trang đầu
            </LinkButton>
          }
        >
          Nếu bạn đi từ một liên kết trong ứng dụng, hãy báo cho quản trị hệ thống địa chỉ đó.
        </Empty>
      </main>
    </>
  )
}
