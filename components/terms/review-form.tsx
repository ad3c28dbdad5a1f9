import type { Crumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveReviewAction } from '@/lib/terms/actions'
import {
  REVIEW_LABELS,
  REVIEW_SECTION_LABELS,
  REVIEW_SLUGS,
  termHref,
  termOwner,
  termPhrase,
  termTitle,
} from '@/lib/terms/labels'
import { REVIEW_SECTIONS, type TermReviewDto } from '@/lib/terms/reviews/types'
import type { ReviewKind, TermDto } from '@/lib/terms/types'

/** Meeting, day and narrative of a review that is being prepared. */
export function ReviewForm({
  term,
  kind,
  review,
  crumbs,
}: {
  term: TermDto
  kind: ReviewKind
  review: TermReviewDto | null
  crumbs: Crumb[]
}) {
  const base = termHref(term)
  return (
    <>
      <PageHeader
        crumbs={[...crumbs, { label: termTitle(term), href: base }, { label: 'Soạn' }]}
        title={`${REVIEW_LABELS[kind]}, ${termPhrase(term)}`}
        theme={termOwner(term.unit)}
        sentence={<p>Số liệu từng chỉ tiêu lấy từ trang nhiệm kỳ; ở đây ghi hội nghị và phần viết.</p>}
      />
      <PageBody>
        <Form action={saveReviewAction.bind(null, base)}>
          <input type="hidden" name="termId" value={term.id} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="version" value={review?.version ?? 0} />
          <TextField
            name="meeting"
            label="Hội nghị"
            hint="Ví dụ: Hội nghị lần thứ 9 Ban Chấp hành khóa XVIII"
            defaultValue={review?.meeting ?? ''}
            required={false}
            wide
          />
          <DateField name="heldOn" label="Ngày họp" defaultValue={review?.heldOn ?? ''} required={false} />
          <TextField
            name="dateNote"
            label="Ngày họp như nguồn ghi"
            hint="Chỉ khi không rõ đủ ngày, tháng, năm: “ngày 10/7, năm chưa rõ”"
            defaultValue={review?.dateNote ?? ''}
            required={false}
          />
          <TextField name="place" label="Nơi họp" defaultValue={review?.place ?? ''} required={false} />
          <DateField
            name="asOf"
            label="Số liệu tính đến ngày"
            hint="Cần có trước khi chốt số liệu"
            defaultValue={review?.asOf ?? ''}
            required={false}
          />
          {REVIEW_SECTIONS.map((section) => (
            <TextArea
              key={section}
              name={section}
              label={REVIEW_SECTION_LABELS[section]}
              defaultValue={review?.sections.find((found) => found.section === section)?.text ?? ''}
              required={false}
              wide
            />
          ))}
          <DialogActions wide>
            <LinkButton kind="quiet" href={review ? `${base}/${REVIEW_SLUGS[kind]}` : base}>
              Thôi
            </LinkButton>
            <SubmitButton>Lưu</SubmitButton>
          </DialogActions>
        </Form>
      </PageBody>
    </>
  )
}
