import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveTextsAction } from '@/lib/documents/life/actions'
import type { DocumentDto } from '@/lib/documents/life/types'
import { UnsavedTexts } from './unsaved-texts'

/** The texts that a person adds to what the data say. */
export function TextsForm({ document }: { document: DocumentDto }) {
  if (document.slots.length === 0) return null
  return (
    <section aria-labelledby="loi" className="mt-8">
      <h2 id="loi">Lời thêm vào văn bản</h2>
      <p className="text-mute mt-1">
        Giữ nguyên khi số liệu thay đổi; để trống thì văn bản không có đoạn này hoặc dùng câu lập từ dữ liệu.
      </p>
      <UnsavedTexts>
        <Form
          action={saveTextsAction}
          success="Đã lưu lời thêm; bản xem trước đã cập nhật."
          aria-label="Lời thêm vào văn bản"
        >
          <input type="hidden" name="documentId" value={document.id} />
          <input type="hidden" name="version" value={document.version} />
          {document.slots.map((slot) => (
            <TextArea
              key={slot.key}
              name={`text.${slot.key}`}
              label={slot.label}
              hint={slot.hint}
              rows={slot.lines ?? 4}
              defaultValue={document.texts[slot.key] ?? ''}
              placeholder={slot.suggestion}
            />
          ))}
          <div className="mt-4">
            <SubmitButton kind="secondary" pendingLabel="Đang lưu…">
              Lưu lời thêm
            </SubmitButton>
          </div>
        </Form>
      </UnsavedTexts>
    </section>
  )
}
