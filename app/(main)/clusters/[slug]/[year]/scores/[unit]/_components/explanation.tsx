import { DialogActions } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { explainSheetAction } from '@/lib/scoring/actions'
import type { SheetDto } from '@/lib/scoring/types'

/** Giải trình of the unit, read by those who appraise. */
export function Explanation({ sheet }: { sheet: SheetDto }) {
  if (!sheet.explanation && !sheet.may.explain) return null
  return (
    <section aria-labelledby="giai-trinh" className="mt-8">
      <h2 id="giai-trinh">Giải trình của đơn vị</h2>
      {sheet.may.explain ? (
        <Form action={explainSheetAction} success="Đã lưu giải trình.">
          <input type="hidden" name="sheetId" value={sheet.id} />
          <input type="hidden" name="version" value={sheet.version} />
          <TextArea
            name="explanation"
            label="Nội dung giải trình"
            hideLabel
            wide
            defaultValue={sheet.explanation ?? ''}
            hint="Viết được sau khi gửi điểm tự chấm, đến khi thẩm định xong."
          />
          <DialogActions wide>
            <SubmitButton kind="secondary">Lưu giải trình</SubmitButton>
          </DialogActions>
        </Form>
      ) : (
        <p className="mt-2 max-w-[88ch] whitespace-pre-line">{sheet.explanation}</p>
      )}
    </section>
  )
}
