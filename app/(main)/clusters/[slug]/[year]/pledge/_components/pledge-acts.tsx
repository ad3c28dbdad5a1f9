import { LinkButton } from '@/components/ui/button'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { finalisePledgeAction, openPledgeAction } from '@/lib/activities/actions'
import { progressOf } from '@/lib/activities/pledge/rules'
import type { PledgeDto } from '@/lib/activities/pledge/types'

/** What the head can do next with the pledge. */
export function DrafterActs({ pledge, editHref }: { pledge: PledgeDto; editHref: string }) {
  if (pledge.state === 'FINAL') return null
  return (
    <>
      <LinkButton kind="quiet" href={editHref}>
        Sửa văn bản
      </LinkButton>
      {pledge.state === 'DRAFT' ? <OpenDialog pledge={pledge} /> : <FinaliseDialog pledge={pledge} />}
    </>
  )
}

function OpenDialog({ pledge }: { pledge: PledgeDto }) {
  return (
    <Dialog opener="Mở lấy ý kiến" kind="primary" title="Mở lấy ý kiến các đơn vị">
      <Form action={openPledgeAction}>
        <p className="mt-3 max-w-[60ch]">
          {pledge.members.length} đơn vị sẽ đọc được bản {pledge.text.version} và lãnh đạo từng đơn vị xác
          nhận thống nhất. Sau đó vẫn sửa được văn bản, nhưng mọi xác nhận đã có sẽ hết hiệu lực.
        </p>
        <Hidden pledge={pledge} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Mở lấy ý kiến</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function FinaliseDialog({ pledge }: { pledge: PledgeDto }) {
  const { agreed, total, missing } = progressOf(pledge.members)
  return (
    <Dialog
      opener="Chốt bản chính thức"
      kind={missing.length === 0 ? 'primary' : 'secondary'}
      title="Chốt bản chính thức của giao ước"
    >
      <Form action={finalisePledgeAction}>
        <p className="mt-3 max-w-[60ch]">
          {agreed}/{total} đơn vị đã thống nhất.
          {missing.length > 0
            ? ` Chưa xác nhận: ${missing.map(({ unit }) => unit.name).join(', ')}.`
            : ''}{' '}
          Sau khi chốt, văn bản không sửa được nữa; điều chỉnh chỉ tiêu là phụ lục.
        </p>
        <Hidden pledge={pledge} />
        {missing.length > 0 ? (
          <TextArea name="reason" label="Lý do chốt khi chưa đủ đơn vị thống nhất" rows={3} />
        ) : null}
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Chốt bản chính thức</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Hidden({ pledge }: { pledge: PledgeDto }) {
  return (
    <>
      <input type="hidden" name="pledgeId" value={pledge.id} />
      <input type="hidden" name="version" value={pledge.version} />
    </>
  )
}
