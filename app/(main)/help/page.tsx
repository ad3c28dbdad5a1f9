import type { Metadata } from 'next'
import Link from 'next/link'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { TOPICS } from './_components/topics'

export const metadata: Metadata = { title: 'Hướng dẫn' }

export default function HelpPage() {
  return (
    <>
      <PageHeader
        title="Hướng dẫn"
        sentence={<p>Chọn việc bạn làm. Mỗi trang ngắn, đọc xong trong năm phút, in được.</p>}
      />
      <PageBody>
        <ul className="max-w-[80ch] space-y-3">
          {TOPICS.map(({ slug, title, about }) => (
            <li key={slug}>
              <Link href={`/help/${slug}`} className="font-semibold">
                {title}
              </Link>
              <br />
              <span className="text-mute">{about}</span>
            </li>
          ))}
          <li>
            <Link href="/help/api-reference" className="font-semibold">
              Tài liệu API
            </Link>
            <br />
            <span className="text-mute">Mọi địa chỉ, tham số và trường dữ liệu của /api/v1.</span>
          </li>
        </ul>
      </PageBody>
    </>
  )
}
