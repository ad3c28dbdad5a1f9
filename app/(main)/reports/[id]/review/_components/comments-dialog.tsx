import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printDateTime } from '@/lib/platform/dates'
import type { IndicatorDto } from '@/lib/indicators/types'
import { commentOnFigureAction, resolveCommentAction } from '@/lib/reports/actions'
import type { FigureCommentDto } from '@/lib/reports/types'

/** What was said about one figure, and a place to say more. */
export function CommentsDialog({
  reportId,
  indicator,
  comments,
  mayComment,
}: {
  reportId: string
  indicator: IndicatorDto
  comments: FigureCommentDto[]
  mayComment: boolean
}) {
  if (!mayComment && comments.length === 0) return null
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null).length
  return (
    <Dialog
      kind="quiet"
      opener={
        <>
          {comments.length === 0
            ? 'Trao đổi'
            : `${comments.length} trao đổi${open > 0 ? `, ${open} chưa xong` : ''}`}
          <span className="sr-only"> về {indicator.name}</span>
        </>
      }
      title={indicator.name}
    >
      <ul className="mt-3 flex flex-col gap-3 text-left">
        {comments.map((comment) => (
          <li key={comment.id} className="border-line border-l-2 pl-3">
            <p className="text-mute text-xs">
              {comment.author.name}, {printDateTime(comment.at)}
            </p>
            <p className="whitespace-pre-line">{comment.text}</p>
            {comment.resolvedAt ? (
              <p className="text-mute text-xs">Đã xong, {comment.resolvedBy}</p>
            ) : mayComment ? (
              <Form action={resolveCommentAction}>
                <input type="hidden" name="commentId" value={comment.id} />
                <SubmitButton kind="quiet" pendingLabel="Đang lưu…">
                  Đánh dấu đã xong
                </SubmitButton>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayComment ? (
        <Form action={commentOnFigureAction} clearAfterSuccess className="text-left">
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="indicatorId" value={indicator.id} />
          <TextArea name="text" label="Nội dung trao đổi" rows={3} />
          <DialogActions>
            <DialogCancel>Đóng</DialogCancel>
            <SubmitButton pendingLabel="Đang gửi…">Gửi trao đổi</SubmitButton>
          </DialogActions>
        </Form>
      ) : null}
    </Dialog>
  )
}
