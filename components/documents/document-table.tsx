import Link from 'next/link'
import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import { isUnderWay, wasIssued } from '@/lib/documents/life/rules'
import type { DocumentListItem, PaperOffer } from '@/lib/documents/life/types'
import { DocumentStateBadge } from './document-state'

const sameSubject = (a: { subject: PaperOffer['subject'] }, b: { subject: PaperOffer['subject'] }) =>
  a.subject.kind === b.subject.kind && a.subject.id === b.subject.id

/** Papers that were made, the newest first, each with its state. */
export function DocumentTable({
  documents,
  offers,
}: {
  documents: DocumentListItem[]
  offers: PaperOffer[]
}) {
  return (
    <ListTable label="Văn bản đã lập" cards>
      <thead>
        <tr>
          <th scope="col">Văn bản</th>
          <th scope="col">Số, ngày</th>
          <th scope="col">Trạng thái</th>
          <th scope="col">Bản ký</th>
          <th scope="col">Cập nhật</th>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => {
          const about = offers.find((offer) => sameSubject(offer, document))?.about
          return (
            <tr key={document.id}>
              <th scope="row">
                <Link prefetch={false} href={`/documents/${document.id}`}>
                  {PAPER_LABELS[document.kind]}
                </Link>
                {about ? <small>{about}</small> : null}
              </th>
              <td data-label="Số, ngày">
                {document.number ??
                  (wasIssued(document.state) ? 'Không số' : <span className="text-mute">chưa có</span>)}
                {document.datedOn ? (
                  <>
                    , <Time value={document.datedOn} />
                  </>
                ) : null}
              </td>
              <td data-label="Trạng thái">
                <DocumentStateBadge state={document.state} />
              </td>
              <td data-label="Bản ký">
                {document.scans > 0 ? (
                  `${document.scans} tệp`
                ) : (
                  <span className="text-mute">chưa đính kèm</span>
                )}
              </td>
              <td data-label="Cập nhật">
                <Time value={document.updatedAt} clock />
              </td>
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}

/** Address at which a paper is looked at before it is drafted; leads on to the one under way. */
function offerHref({ kind, subject: { id, clusterYearId, year } }: PaperOffer): string {
  const which = clusterYearId ? `?cum=${clusterYearId}` : year ? `?nam=${year}` : ''
  return `/documents/new/${kind}/${id}${which}`
}

/** Papers that can be made now from what is known of the cluster or unit (`of`); nothing where there is none to make. */
export function OfferSection({
  of,
  offers,
  documents,
}: {
  of: 'cụm' | 'đơn vị'
  offers: PaperOffer[]
  documents: DocumentListItem[]
}) {
  if (offers.length === 0) return null
  return (
    <section aria-labelledby="offers" className="no-print mt-8">
      <h2 id="offers">Lập văn bản từ dữ liệu của {of}</h2>
      <div className="mt-2">
        <OfferList offers={offers} documents={documents} />
      </div>
    </section>
  )
}

/** Those about the same thing together. */
function OfferList({ offers, documents }: { offers: PaperOffer[]; documents: DocumentListItem[] }) {
  const groups = new Map<string, PaperOffer[]>()
  for (const offer of offers) {
    const key = offer.about ?? ''
    groups.set(key, [...(groups.get(key) ?? []), offer])
  }
  return (
    <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
      {[...groups].map(([about, list]) => (
        <div key={about} className={about === '' ? 'md:col-span-2' : ''}>
          {about ? <h3 className="font-semibold">{about}</h3> : null}
          <ul className="links mt-1 flex flex-wrap gap-x-5 gap-y-1">
            {list.map((offer) => {
              const underWay = documents.find(
                (document) =>
                  document.kind === offer.kind && sameSubject(document, offer) && isUnderWay(document.state),
              )
              return (
                <li key={offer.kind}>
                  <Link
                    prefetch={false}
                    className="link"
                    href={underWay ? `/documents/${underWay.id}` : offerHref(offer)}
                  >
                    {PAPER_LABELS[offer.kind]}
                  </Link>
                  {underWay ? <span className="text-mute text-xs"> đang soạn</span> : null}
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </div>
  )
}
