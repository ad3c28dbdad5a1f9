import Link from 'next/link'
import type { ReactNode } from 'react'
import { AwardBook } from '@/components/awards/award-book'
import { Cite } from '@/components/clusters/cite'
import { CompletionMark } from '@/components/reports/completion-mark'
import { StatementList } from '@/components/sources/statement-list'
import { DemoMark } from '@/components/ui/badge'
import type { Crumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable, Mark } from '@/components/ui/table'
import { COMPLETION_MARKS } from '@/lib/indicators/labels'
import { printDate } from '@/lib/platform/dates'
import { printNumber } from '@/lib/platform/numbers/print'
import {
  MANNER_LABELS,
  REVIEW_LABELS,
  REVIEW_SECTION_LABELS,
  REVIEW_SLUGS,
  reviewDay,
  termHref,
  termOwner,
  termPhrase,
  termTitle,
} from '@/lib/terms/labels'
import { reviewSentence } from '@/lib/terms/reviews/rules'
import type { ReviewItem, ReviewWork, TermReviewDto } from '@/lib/terms/reviews/types'
import { ReviewActs } from './review-acts'

/** A mid-term or final review: counts by class, each target as frozen, narrative, works, awards, sources. */
export function ReviewView({
  review,
  crumbs,
  today,
  papers,
}: {
  review: TermReviewDto
  crumbs: Crumb[]
  today: string
  /** Papers made of this review, and those that can be. */
  papers?: ReactNode
}) {
  const { term } = review
  const base = termHref(term)
  return (
    <div className="print-landscape">
      <PageHeader
        crumbs={[...crumbs, { label: termTitle(term), href: base }, { label: REVIEW_LABELS[review.kind] }]}
        title={`${REVIEW_LABELS[review.kind]}, ${termPhrase(term)}`}
        theme={`${termOwner(term.unit)}. ${[review.meeting, reviewDay(review), review.place].filter(Boolean).join(', ')}`}
        mark={review.illustrative || term.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {reviewSentence(review.counts, review.undecided)}{' '}
            <span className="text-mute text-base">
              {review.frozenAt === null
                ? 'Số liệu chưa chốt, đang theo số hiện có.'
                : review.source
                  ? ''
                  : `Số liệu chốt ngày ${printDate(review.frozenAt)}${review.asOf ? `, tính đến ${printDate(review.asOf)}` : ''}.`}{' '}
              <Cite source={review.items[0]?.source ?? review.source} />
            </span>
          </p>
        }
        actions={
          <>
            {review.mayEdit && review.frozenAt === null ? (
              <LinkButton href={`${base}/${REVIEW_SLUGS[review.kind]}/edit`} kind="quiet">
                Sửa nội dung
              </LinkButton>
            ) : null}
            {review.mayDecide ? <ReviewActs review={review} /> : null}
          </>
        }
      />
      <PageBody>
        <h2>Mức hoàn thành</h2>
        <Counts review={review} />
        {review.countsOnly ? (
          <p className="text-mute mt-2">
            Nguồn chỉ nêu số tiêu chí ở mỗi mức; nội dung và số liệu từng tiêu chí: nguồn không nêu.
          </p>
        ) : (
          <Items items={review.items} base={base} />
        )}
        {review.sections.map(({ section, text, source }) => (
          <section key={section} aria-labelledby={section} className="mt-7 max-w-[88ch] break-inside-avoid">
            <h2 id={section}>{REVIEW_SECTION_LABELS[section]}</h2>
            {text.split('\n').map((line, index) => (
              <p key={index} className="mt-1">
                {line}
              </p>
            ))}
            <Cite source={source} />
          </section>
        ))}
        <Works works={review.works} />
        {term.unit && review.awards.length > 0 ? (
          <section aria-labelledby="khen-thuong" className="mt-7">
            <h2 id="khen-thuong">Khen thưởng</h2>
            <AwardBook unitId={term.unit.id} awards={review.awards} nominations={[]} today={today} />
          </section>
        ) : null}
        {review.statements.length > 0 ? (
          <section aria-labelledby="nguon" className="mt-8">
            <h2 id="nguon">Những gì nguồn nêu</h2>
            <StatementList statements={review.statements} />
          </section>
        ) : null}
        {papers}
      </PageBody>
    </div>
  )
}

function Counts({ review }: { review: TermReviewDto }) {
  const total = review.items.length
  if (total === 0) return <Empty title="Chưa có chỉ tiêu nào để xét" />
  return (
    <div className="max-w-[520px]">
      <ListTable label="Số tiêu chí theo mức hoàn thành">
        <thead>
          <tr>
            <th scope="col">Mức</th>
            <th scope="col" className="num">
              Số tiêu chí
            </th>
          </tr>
        </thead>
        <tbody>
          {review.counts.map(({ class: reached, label, count }) => (
            <tr key={reached}>
              <th scope="row">
                <Mark kind={COMPLETION_MARKS[reached]} share={0.3}>
                  {label}
                </Mark>
              </th>
              <td className="num">{count}</td>
            </tr>
          ))}
          {review.undecided > 0 ? (
            <tr>
              <th scope="row">Chưa đủ số liệu để xét</th>
              <td className="num">{review.undecided}</td>
            </tr>
          ) : null}
          <tr>
            <th scope="row" className="font-semibold">
              Tổng số
            </th>
            <td className="num font-semibold">{total}</td>
          </tr>
        </tbody>
      </ListTable>
    </div>
  )
}

function Items({ items, base }: { items: ReviewItem[]; base: string }) {
  return (
    <ListTable label="Từng chỉ tiêu" cards>
      <thead>
        <tr>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col" className="num">
            Phải đạt
          </th>
          <th scope="col" className="num">
            Kết quả
          </th>
          <th scope="col" className="num">
            Lộ trình đến lúc ấy
          </th>
          <th scope="col">Mức</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.position}>
            <th scope="row">
              {item.number ? `${item.number}. ` : ''}
              {item.targetId && item.name ? (
                <Link href={`${base}/targets/${item.targetId}`} prefetch={false}>
                  {item.name}
                </Link>
              ) : (
                (item.name ?? 'Nội dung: nguồn không nêu')
              )}
              {item.manner || item.note ? (
                <small>
                  {[item.manner ? MANNER_LABELS[item.manner] : '', item.note].filter(Boolean).join('. ')}
                </small>
              ) : null}
            </th>
            <td className="num" data-label="Phải đạt">
              {item.plan ?? '—'}
            </td>
            <td className="num" data-label="Kết quả">
              {item.result ?? '—'}
            </td>
            <td className="num" data-label="Lộ trình">
              {item.expected ?? '—'}
            </td>
            <td data-label="Mức">
              {item.class ? (
                <CompletionMark completion={{ ...item, share: shareOf(item.percent) }} />
              ) : (
                <span className="text-mute">chưa đủ số liệu</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

const shareOf = (percent: string | null) =>
  percent === null ? 0 : Math.min(1, Math.max(0, Number(percent) / 100))

function Works({ works }: { works: ReviewWork[] }) {
  if (works.length === 0) return null
  const count = (number: number) => printNumber(String(number))
  return (
    <section aria-labelledby="cong-trinh" className="mt-7">
      <h2 id="cong-trinh">Công trình, phần việc</h2>
      <ul className="mt-1 grid max-w-[88ch] gap-1">
        {works.map((work, index) => (
          <li key={index}>
            {work.done !== null ? <b>{count(work.done)}</b> : null}
            {work.registered !== null ? `/${count(work.registered)} đã đăng ký` : ''} công trình, phần việc
            trong{' '}
            <Link href={`/campaigns/${work.campaign.slug}`} prefetch={false} className="link">
              {work.campaign.name}
            </Link>
            {work.year ? `, năm ${work.year}` : ''} <Cite source={work.source} />{' '}
            {work.illustrative ? <DemoMark /> : null}
            {work.note ? <span className="text-mute block text-xs">{work.note}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
