import { notFound } from 'next/navigation'
import { DocumentTable, OfferSection } from '@/components/documents/document-table'
import { LetterheadDialog } from '@/components/documents/letterhead-dialog'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { getClusterYear } from '@/lib/clusters/queries'
import { clusterLetterhead } from '@/lib/documents/letterheads/queries'
import { listDocuments } from '@/lib/documents/life/queries'
import { documentsSentence } from '@/lib/documents/life/rules'
import { listClusterOffers } from '@/lib/documents/offers/queries'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { readYear } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata = { title: 'Văn bản của cụm' }

export default async function ClusterDocumentsPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/documents`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) notFound()
  const [documents, offers, today] = await Promise.all([
    listDocuments(actor, { clusterYearId: clusterYear.id, unitId: null }),
    listClusterOffers(actor, clusterYear),
    readToday(),
  ])
  const letterhead = offers.length > 0 ? await clusterLetterhead(clusterYear, today) : null
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="documents"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={clusterYear.illustrative}
        sentence={<p>{documentsSentence(documents)}</p>}
        actions={letterhead ? <LetterheadDialog letterhead={letterhead} today={today} /> : null}
      />
      <PageBody>
        {documents.length > 0 ? (
          <DocumentTable documents={documents} offers={offers} />
        ) : (
          <Empty title="Chưa có văn bản nào của cụm trong năm này">
            {offers.length > 0
              ? 'Chọn một văn bản dưới đây: xem trước, rồi lập dự thảo từ số liệu đang có.'
              : 'Văn bản do cụm trưởng, cụm phó hoặc thường trực thi đua Trung ương lập; bạn đọc được khi đã ban hành.'}
          </Empty>
        )}
        <OfferSection of="cụm" offers={offers} documents={documents} />
      </PageBody>
    </>
  )
}
