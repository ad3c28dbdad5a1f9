import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { NOT_STATED } from '@/lib/clusters/labels'
import { mayAdoptAnything } from '@/lib/documents/adoption/policy'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { listSources } from '@/lib/sources/queries'

export const metadata = { title: 'Tài liệu nguồn' }

export default async function SourcesPage() {
  const actor = await requireActor('/sources')
  const sources = await listSources(actor)
  const documents = sources.filter((source) => source.letter !== null).length
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Cụm thi đua', href: '/clusters' }, { label: 'Tài liệu nguồn' }]}
        title="Tài liệu nguồn"
        sentence={
          <p>
            {documents} tài liệu và {sources.length - documents} nguồn tham khảo mà số liệu lịch sử lấy từ đó.
            Điều gì tài liệu không nói thì ghi “{NOT_STATED}”.
          </p>
        }
        actions={
          mayAdoptAnything(actor) ? (
            <LinkButton href="/adoptions">Nhận số liệu từ tệp cũ</LinkButton>
          ) : undefined
        }
      />
      <PageBody>
        {sources.length === 0 ? (
          <Empty title="Chưa có tài liệu nào" />
        ) : (
          <ListTable label="Tài liệu nguồn" cards>
            <thead>
              <tr>
                <th>Tài liệu</th>
                <th>Ký hiệu</th>
                <th>Nơi đăng</th>
                <th>Ngày đăng</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr key={source.slug}>
                  <th scope="row">
                    <Link href={`/sources/${source.slug}`}>{source.title}</Link>
                  </th>
                  <td data-label="Ký hiệu">{source.letter ? `Tài liệu ${source.letter}` : 'Tham khảo'}</td>
                  <td data-label="Nơi đăng">{source.publisher ?? NOT_STATED}</td>
                  <td data-label="Ngày đăng">
                    {source.publishedOn ? printDate(source.publishedOn) : (source.dateNote ?? NOT_STATED)}
                  </td>
                </tr>
              ))}
            </tbody>
          </ListTable>
        )}
      </PageBody>
    </>
  )
}
