import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveLetterheadAction } from '@/lib/documents/life/actions'
import { PRESET_LABELS } from '@/lib/documents/life/labels'
import type { FullLetterhead } from '@/lib/documents/life/types'
import { PAPER_PRESETS } from '@/lib/platform/files/paper'
import { SignatoryFields } from './signatory-fields'

/** Sets how the papers of a unit or a cluster are headed from a day on. */
export function LetterheadDialog({ letterhead, today }: { letterhead: FullLetterhead; today: string }) {
  const { owner, usual } = letterhead
  return (
    <Dialog opener="Đầu văn bản và người ký" kind="quiet" title="Đầu văn bản và người ký">
      <p className="prose mt-2">
        Áp dụng cho văn bản lập từ ngày hiệu lực. Văn bản đã ban hành giữ nguyên đầu văn bản của nó. Ô để
        trống lấy theo tên đơn vị{owner.kind === 'CLUSTER' ? ' cụm trưởng' : ''}.
      </p>
      <Form action={saveLetterheadAction} success="Đã lưu đầu văn bản." aria-label="Đầu văn bản và người ký">
        <input type="hidden" name="ownerKind" value={owner.kind} />
        <input type="hidden" name="ownerId" value={owner.id} />
        <DateField
          name="validFrom"
          label="Hiệu lực từ ngày"
          defaultValue={letterhead.validFrom ?? today}
          required
        />
        <Select
          name="preset"
          label="Thể thức"
          defaultValue={letterhead.preset}
          options={PAPER_PRESETS.map((value) => ({ value, label: PRESET_LABELS[value] }))}
        />
        <TextField
          name="superior"
          label="Cơ quan chủ quản"
          {...set(letterhead.superior, usual.superior)}
          required={false}
        />
        <TextField
          name="issuer"
          label="Cơ quan ban hành"
          {...set(letterhead.issuer, usual.issuer)}
          required={false}
        />
        <TextField
          name="abbreviation"
          label="Chữ viết tắt trong ký hiệu"
          hint="Ví dụ BTV cho “15/BC-BTV”."
          defaultValue={letterhead.abbreviation}
          required
        />
        <TextField
          name="letterPlace"
          label="Địa danh"
          {...set(letterhead.place, usual.place)}
          required={false}
        />
        <SignatoryFields signatory={letterhead.signatory} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu đầu văn bản</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

/** What an owner has set, else what is printed while she sets nothing: next year that may be another unit's name. */
const set = (value: string | null, usual: string | null) => {
  const line = (text: string | null) => text?.replaceAll('\n', ' ') ?? ''
  return { defaultValue: value === usual ? '' : line(value), placeholder: line(usual) }
}
