import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'

export const metadata = { title: 'Không tìm thấy' }

export default function NotFound() {
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
