import { Form } from '@/components/ui/form'
import { TextArea } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { Time } from '@/components/ui/time'
import { answerObjectionAction, raiseObjectionAction } from '@/lib/awards/actions'
import type { NominationDto } from '@/lib/awards/types'
import { printDate } from '@/lib/platform/dates'

/** The public notice: its days, what was objected, what was answered. */
export function PublicNotice({
  nomination,
  mayObject,
  mayAnswer,
}: {
  nomination: NominationDto
  mayObject: boolean
  mayAnswer: boolean
}) {
  const { noticeFrom, noticeTo, objections, objectionCount } = nomination
  return (
    <section aria-labelledby="cong-khai" className="mt-8">
      <h2 id="cong-khai">Công khai lấy ý kiến</h2>
      <p className="mt-1">
        {noticeFrom && noticeTo
          ? `Từ ${printDate(noticeFrom)} đến hết ${printDate(noticeTo)}. ${objectionCount === 0 ? 'Chưa có ý kiến nào.' : `${objectionCount} ý kiến.`}`
          : 'Chưa công khai.'}
      </p>
      {objectionCount > objections.length ? (
        <p className="text-mute mt-1">Nội dung ý kiến của người khác do cụm trưởng và Trung ương Hội xem.</p>
      ) : null}
      <ul className="max-w-[88ch]">
        {objections.map((objection) => (
          <li key={objection.id} className="border-hair border-b py-3">
            <p className="whitespace-pre-line">{objection.text}</p>
            <p className="text-mute text-xs">
              {objection.raisedBy ? `${objection.raisedBy}, ` : ''}
              <Time value={objection.at} clock />
            </p>
            {objection.answer ? (
              <div className="border-cham mt-2 border-l-3 pl-3">
                <p className="whitespace-pre-line">{objection.answer}</p>
                <p className="text-mute text-xs">
                  Trả lời: {objection.answeredBy ? `${objection.answeredBy}, ` : ''}
                  {objection.answeredAt ? <Time value={objection.answeredAt} clock /> : null}
                </p>
              </div>
            ) : mayAnswer ? (
              <Form action={answerObjectionAction} success="Đã trả lời.">
                <input type="hidden" name="objectionId" value={objection.id} />
                <TextArea name="answer" label="Trả lời" rows={2} />
                <SubmitButton kind="secondary" className="mt-2">
                  Gửi trả lời
                </SubmitButton>
              </Form>
            ) : (
              <p className="text-amber text-xs">Chưa trả lời</p>
            )}
          </li>
        ))}
      </ul>
      {mayObject ? (
        <Form action={raiseObjectionAction} success="Đã gửi ý kiến." clearAfterSuccess>
          <input type="hidden" name="nominationId" value={nomination.id} />
          <TextArea
            name="text"
            label="Ý kiến của bạn"
            rows={3}
            hint="Cụm trưởng, đơn vị được đề nghị và Trung ương Hội đọc được ý kiến cùng tên bạn."
          />
          <SubmitButton kind="secondary" className="mt-3">
            Gửi ý kiến
          </SubmitButton>
        </Form>
      ) : null}
    </section>
  )
}
