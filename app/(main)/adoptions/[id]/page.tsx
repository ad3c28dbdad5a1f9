import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { FileList } from '@/components/evidence/file-list'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { getAdoption } from '@/lib/documents/adoption/queries'
import type { AdoptionView } from '@/lib/documents/adoption/types'
import { requireActor } from '@/lib/platform/auth/current'
import { AdoptionPreview } from './_components/adoption-preview'
import { LayoutForm } from './_components/layout-form'
import { MatchForm } from './_components/match-form'

export const metadata: Metadata = { title: 'Số liệu từ tệp cũ' }

function sentenceOf({ adopted, file, problem, counts, items }: AdoptionView): string {
  if (adopted) return 'Số liệu của tệp đã được nhận vào lịch sử; tệp được giữ làm nguồn.'
  if (!file) return 'Chưa có tệp. Tải biểu Excel (.xlsx) lên để bắt đầu.'
  if (problem) return problem
  if (items.length === 0) return 'Chưa khớp được số liệu nào. Hãy chỉ ra dòng tiêu đề, đơn vị và chỉ tiêu.'
  const parts = [
    `${counts.NEW} số liệu sẽ nhận`,
    counts.SAME > 0 ? `${counts.SAME} đã có, giống nhau` : '',
    counts.EXISTS > 0 ? `${counts.EXISTS} đã có số khác` : '',
    counts.REFUSED > 0 ? `${counts.REFUSED} không đọc được` : '',
  ].filter(Boolean)
  return `Theo cách khớp hiện tại: ${parts.join(', ')}. Chưa có gì được ghi.`
}

export default async function AdoptionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/adoptions/${id}`)
  const view = await getAdoption(actor, id)
  if (!view) notFound()
  const read = view.file !== null && view.problem === null && view.mapping !== null
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Tài liệu nguồn', href: '/sources' },
          { label: 'Số liệu từ tệp cũ', href: '/adoptions' },
          { label: view.title },
        ]}
        title={view.title}
        theme={view.place}
        sentence={
          <p>
            <b>{sentenceOf(view)}</b>{' '}
            {view.sourceSlug ? (
              <>
                <Link href={view.readAt}>Xem số liệu</Link>{' '}
                <Link href={`/sources/${view.sourceSlug}`}>Xem nguồn</Link>
              </>
            ) : null}
          </p>
        }
      />
      <PageBody>
        <section aria-labelledby="file">
          <h2 id="file">1. Tệp</h2>
          <FileList
            files={view.file ? [view.file] : []}
            owner={{ ownerKind: 'adoption', ownerId: id }}
            canChange={!view.adopted}
            addLabel={view.file ? 'Thay tệp khác' : 'Tải tệp lên'}
            only="workbook"
          />
          {view.problem ? <Notice kind="error" title={view.problem} /> : null}
        </section>
        {read && !view.adopted ? (
          <>
            <LayoutForm view={view} />
            {view.lines.length + view.places.length > 0 ? <MatchForm view={view} /> : null}
          </>
        ) : null}
        {read ? <AdoptionPreview view={view} /> : null}
      </PageBody>
    </>
  )
}
