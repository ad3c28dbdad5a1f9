import { SignatoryFields } from '@/components/documents/signatory-fields'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveFrameAction } from '@/lib/documents/life/actions'
import { PRESET_LABELS } from '@/lib/documents/life/labels'
import type { DocumentDto } from '@/lib/documents/life/types'

/** Symbol, place and signature of this one paper. */
export function FrameForm({ document }: { document: DocumentDto }) {
  const { symbol, place, signatory, preset } = document.frame
  return (
    <details className="mt-8">
      <summary className="unfold font-semibold">Ký hiệu, địa danh, người ký</summary>
      <p className="text-mute mt-1">Thể thức: {PRESET_LABELS[preset]}.</p>
      <Form action={saveFrameAction} success="Đã lưu thể thức." aria-label="Ký hiệu, địa danh, người ký">
        <input type="hidden" name="documentId" value={document.id} />
        <input type="hidden" name="version" value={document.version} />
        <TextField name="symbol" label="Ký hiệu" defaultValue={symbol} required={false} />
        <TextField name="place" label="Địa danh" defaultValue={place} required={false} />
        <SignatoryFields signatory={signatory} />
        <div className="mt-4">
          <SubmitButton kind="secondary" pendingLabel="Đang lưu…">
            Lưu thể thức
          </SubmitButton>
        </div>
      </Form>
    </details>
  )
}
