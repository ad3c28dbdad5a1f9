import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { removeComparisonAction, saveComparisonAction } from '@/lib/summaries/compare/actions'
import type { SavedComparisonDto } from '@/lib/summaries/compare/types'
import { AddressField } from './address-field'

/** Comparisons she kept under a name, each a link she can send to a colleague. */
export function SavedViews({ saved, query }: { saved: SavedComparisonDto[]; query: string }) {
  return (
    <Dialog opener={saved.length > 0 ? `Đã lưu (${saved.length})` : 'Lưu cách xem'} title="Cách xem đã lưu">
      {saved.length > 0 ? (
        <ul className="mt-2">
          {saved.map(({ id, name }) => (
            <li key={id} className="border-hair flex items-center justify-between gap-4 border-b py-1">
              <a href={`/compare/saved/${id}`} className="link py-1.5 font-semibold">
                {name}
              </a>
              <Form action={removeComparisonAction} success={`Đã bỏ “${name}”.`} aria-label={`Bỏ “${name}”`}>
                <input type="hidden" name="savedId" value={id} />
                <SubmitButton kind="quiet">Bỏ</SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-mute mt-1">
          Lưu chỉ tiêu, hàng, năm và cách xem đang mở dưới một tên. Liên kết gửi được cho đồng nghiệp; mỗi
          người chỉ thấy số liệu mình được xem.
        </p>
      )}
      <Form action={saveComparisonAction} success="Đã lưu cách xem." clearAfterSuccess>
        <AddressField query={query} />
        <TextField name="name" label="Lưu cách xem đang mở với tên" maxLength={120} required />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="primary">Lưu cách xem</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
