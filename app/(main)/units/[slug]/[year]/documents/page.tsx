import { notFound, redirect } from 'next/navigation'
import { DocumentTable, OfferSection } from '@/components/documents/document-table'
import { LetterheadDialog } from '@/components/documents/letterhead-dialog'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { unitLetterhead } from '@/lib/documents/letterheads/queries'
import { listDocuments } from '@/lib/documents/life/queries'
import { documentsSentence } from '@/lib/documents/life/rules'
import { listUnitOffers } from '@/lib/documents/offers/queries'
import type { UnitYearPlace } from '@/lib/documents/life/types'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { findUnitOfYear } from '@/lib/units/queries'
import { readYear } from '../../../../clusters/[slug]/[year]/_components/address'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata = { title: 'Văn bản của đơn vị' }

export default async function UnitDocumentsPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/units/${slug}/${yearText}/documents`)
  const year = readYear(yearText)
  const unit = year === null ? null : await findUnitOfYear(actor, slug, year)
  if (!unit || year === null) notFound()
  if (unit.slug !== slug) redirect(`/units/${unit.slug}/${year}/documents`)
  const [{ clusters }, today] = await Promise.all([getUnitYear(actor, unit.id, year), readToday()])
  const places: UnitYearPlace[] =
    clusters.length > 0
      ? clusters.map(({ id }) => ({ clusterYearId: id, year: null }))
      : [{ clusterYearId: null, year }]
  const documents = (
    await Promise.all(places.map((place) => listDocuments(actor, { unitId: unit.id, ...place })))
  ).flat()
  const offers = places.flatMap((place) => listUnitOffers(actor, unit.id, place))
  const letterhead = offers.length > 0 ? await unitLetterhead(unit.id, today) : null
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Đơn vị', href: '/units' },
          { label: unit.name, href: `/units/${unit.slug}` },
          { label: `Năm ${year}`, href: `/units/${unit.slug}/${year}` },
          { label: 'Văn bản' },
        ]}
        title={`Văn bản của ${unit.name}, năm ${year}`}
        sentence={<p>{documentsSentence(documents)}</p>}
        actions={letterhead ? <LetterheadDialog letterhead={letterhead} today={today} /> : null}
      />
      <PageBody>
        {documents.length > 0 ? (
          <DocumentTable documents={documents} offers={offers} />
        ) : (
          <Empty title="Chưa có văn bản nào của đơn vị trong năm này">
            {offers.length > 0
              ? 'Chọn một văn bản dưới đây: xem trước, rồi lập dự thảo từ số liệu đang có.'
              : clusters.length === 0
                ? 'Nguồn không nêu cụm thi đua của đơn vị trong năm này; văn bản do đơn vị hoặc thường trực thi đua Trung ương lập.'
                : 'Văn bản do cán bộ và lãnh đạo của đơn vị lập; cụm và Trung ương đọc được khi đã ban hành.'}
          </Empty>
        )}
        <OfferSection of="đơn vị" offers={offers} documents={documents} />
      </PageBody>
    </>
  )
}
