import Link from 'next/link'
import { Cite } from '@/components/clusters/cite'
import { Badge, DemoMark } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { INFERRED } from '@/lib/clusters/labels'
import {
  congressLabel,
  REVIEW_LABELS,
  REVIEW_SLUGS,
  reviewDay,
  termHref,
  termOwner,
  termTitle,
} from '@/lib/terms/labels'
import type { TermListItem } from '@/lib/terms/types'

/** Terms as rows, each with the unit it belongs to: a term is never handed on to a successor. */
export function TermList({ terms, label }: { terms: TermListItem[]; label: string }) {
  return (
    <ListTable label={label} cards>
      <thead>
        <tr>
          <th scope="col">Nhiệm kỳ</th>
          <th scope="col">Của</th>
          <th scope="col">Đại hội, nghị quyết</th>
          <th scope="col" className="num">
            Chỉ tiêu
          </th>
          <th scope="col">Sơ kết, tổng kết</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term) => (
          <tr key={term.id}>
            <th scope="row">
              <Link href={termHref(term)} prefetch={false}>
                {termTitle(term)}
              </Link>
              {term.startYear === null ? <small>các năm: nguồn không nêu</small> : null}
            </th>
            <td data-label="Của">{termOwner(term.unit)}</td>
            <td data-label="Đại hội">
              {congressLabel(term) || '—'} {term.inferred ? <Badge kind="wait">{INFERRED}</Badge> : null}{' '}
              {term.illustrative ? <DemoMark /> : null} <Cite source={term.source} />
              {term.resolution ? <small className="text-mute block text-xs">{term.resolution}</small> : null}
            </td>
            <td className="num" data-label="Chỉ tiêu">
              {term.targets || '—'}
            </td>
            <td data-label="Sơ kết, tổng kết">
              {term.reviews.length === 0 ? <span className="text-mute">chưa có</span> : null}
              {term.reviews.map((review) => (
                <Link
                  key={review.id}
                  href={`${termHref(term)}/${REVIEW_SLUGS[review.kind]}`}
                  prefetch={false}
                  className="block"
                >
                  {REVIEW_LABELS[review.kind]},{' '}
                  {review.heldOn || review.dateNote ? reviewDay(review) : 'đang chuẩn bị'}
                </Link>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
