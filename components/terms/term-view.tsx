import Link from 'next/link'
import { Cite } from '@/components/clusters/cite'
import { StatementList } from '@/components/sources/statement-list'
import { Badge, DemoMark } from '@/components/ui/badge'
import type { Crumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { INFERRED } from '@/lib/clusters/labels'
import { printDate } from '@/lib/platform/dates'
import {
  congressLabel,
  REVIEW_LABELS,
  REVIEW_SLUGS,
  reviewDay,
  termHref,
  termOwner,
  termTitle,
} from '@/lib/terms/labels'
import { countClasses, reviewSentence } from '@/lib/terms/reviews/rules'
import { REVIEW_KINDS, type TargetRef, type TermDto } from '@/lib/terms/types'
import type { CompletionBand } from '@/lib/indicators/types'
import { TargetDialog, UnstatedTargets } from './target-dialog'
import { TargetLegend, TargetTable, UnnamedTargets, hasIllustration } from './target-table'
import { TermDialog } from './term-dialog'

/** A term: its targets with their path, its reviews, and what sources state of it. */
export function TermView({
  term,
  crumbs,
  bands,
  indicators,
  national,
}: {
  term: TermDto
  crumbs: Crumb[]
  bands: CompletionBand[]
  indicators: { code: string; name: string }[]
  national: TargetRef[]
}) {
  const base = termHref(term)
  const editable = term.mayEdit && term.source === null
  return (
    <div className="print-landscape">
      <PageHeader
        crumbs={[...crumbs, { label: termTitle(term) }]}
        title={`${termTitle(term)}, ${termOwner(term.unit)}`}
        theme={[congressLabel(term), term.congressOn ? printDate(term.congressOn) : term.congressDateNote]
          .filter(Boolean)
          .join(', ')}
        mark={
          term.illustrative || hasIllustration(term.targetList) ? (
            <DemoMark />
          ) : term.inferred ? (
            <Badge kind="wait">{INFERRED}</Badge>
          ) : null
        }
        sentence={<p>{sentenceOf(term, bands)}</p>}
        actions={
          term.mayEdit ? (
            <>
              {editable ? (
                <TermDialog base={base.replace(/\/[^/]+$/, '')} unitId={term.unit?.id ?? null} term={term} />
              ) : null}
              <UnstatedTargets termId={term.id} />
              <TargetDialog termId={term.id} indicators={indicators} national={national} />
            </>
          ) : null
        }
      />
      <PageBody>
        {term.resolution || term.note || term.source ? (
          <p className="max-w-[88ch]">
            {term.resolution ? `${term.resolution}. ` : ''}
            {term.note} <Cite source={term.source} />
          </p>
        ) : null}
        <h2 className="mt-5">Chỉ tiêu và tiến độ</h2>
        {term.targetList.length === 0 ? (
          <Empty title="Chưa có chỉ tiêu nào">
            {term.source
              ? 'Nguồn không nêu chỉ tiêu của nhiệm kỳ này.'
              : 'Thêm từng chỉ tiêu của nghị quyết Đại hội.'}
          </Empty>
        ) : (
          <>
            <TargetTable targets={term.targetList} years={term.years} base={base} />
            <UnnamedTargets targets={term.targetList} />
            <TargetLegend targets={term.targetList} />
          </>
        )}
        <h2 className="mt-8">Sơ kết, tổng kết</h2>
        <Reviews term={term} />
        {term.unit === null ? <Contributions term={term} /> : null}
        {term.statements.length > 0 ? (
          <section aria-labelledby="nguon" className="mt-8">
            <h2 id="nguon">Những gì nguồn nêu</h2>
            <StatementList statements={term.statements} />
          </section>
        ) : null}
      </PageBody>
    </div>
  )
}

/** Counts of the running term; where only the number of targets is known, that. */
function sentenceOf(term: TermDto, bands: CompletionBand[]): string {
  const { targetList: targets } = term
  if (targets.length === 0) return 'Chưa có chỉ tiêu nào của nhiệm kỳ này được ghi.'
  const classes = targets.map(({ progress }) => ({ class: progress.completion.class }))
  const decided = classes.filter((item) => item.class !== null).length
  if (decided === 0)
    return targets.every(({ name }) => name === null)
      ? `${targets.length} tiêu chí; nguồn không nêu nội dung từng tiêu chí.`
      : `${targets.length} chỉ tiêu; chưa có số liệu để xét mức hoàn thành.`
  const parts = term.targets < targets.length ? `${term.targets} chỉ tiêu, gồm ` : ''
  return `Đến nay, so với cả nhiệm kỳ: ${parts}${reviewSentence(countClasses(classes, bands), targets.length - decided)}`
}

function Reviews({ term }: { term: TermDto }) {
  const base = termHref(term)
  return (
    <ul className="mt-1 grid max-w-[88ch] gap-1">
      {REVIEW_KINDS.map((kind) => {
        const review = term.reviews.find((found) => found.kind === kind)
        if (review)
          return (
            <li key={kind}>
              <Link href={`${base}/${REVIEW_SLUGS[kind]}`} prefetch={false} className="link">
                {REVIEW_LABELS[kind]}
              </Link>
              , {review.heldOn || review.dateNote ? reviewDay(review) : 'chưa định ngày'}
              {review.frozenAt ? ', số liệu đã chốt' : ', số liệu chưa chốt'}
            </li>
          )
        return term.mayEdit ? (
          <li key={kind}>
            <LinkButton href={`${base}/${REVIEW_SLUGS[kind]}/edit`} kind="quiet">
              Chuẩn bị {REVIEW_LABELS[kind].toLowerCase()}
            </LinkButton>
          </li>
        ) : (
          <li key={kind} className="text-mute">
            {REVIEW_LABELS[kind]}: chưa có
          </li>
        )
      })}
    </ul>
  )
}

/** For a national term: which targets of which units serve each of its targets. */
function Contributions({ term }: { term: TermDto }) {
  const served = term.targetList.filter(({ provincial }) => provincial.length > 0)
  if (served.length === 0) return null
  return (
    <section aria-labelledby="dong-gop" className="mt-8">
      <h2 id="dong-gop">Chỉ tiêu của đơn vị góp vào</h2>
      <dl className="mt-1 grid max-w-[104ch] gap-y-3">
        {served.map((target) => (
          <div key={target.id}>
            <dt className="font-semibold">
              {target.number}. {target.name}
            </dt>
            {target.provincial.map((own) => (
              <dd key={own.id}>
                {termOwner(own.term.unit)}:{' '}
                <Link href={`${termHref(own.term)}/targets/${own.id}`} prefetch={false} className="link">
                  {own.name}
                </Link>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
