import { Unstated } from '@/components/clusters/facts'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  addBeneficiaryAction,
  eraseBeneficiaryAction,
  recordConsentAction,
  withdrawConsentAction,
} from '@/lib/activities/actions'
import type { ActivityDto, BeneficiaryDto } from '@/lib/activities/joint/types'
import { printDate } from '@/lib/platform/dates'

/** Who benefited: by name only where she has consented, and how the consent was given. */
export function Beneficiaries({ activity }: { activity: ActivityDto }) {
  const { beneficiaries, mayManage, mayProtect } = activity
  return (
    <section aria-labelledby="thu-huong" className="mt-8">
      <h2 id="thu-huong" className="mb-1">
        Người thụ hưởng
      </h2>
      {beneficiaries.length === 0 ? (
        <p>
          <Unstated fromSource={activity.source !== null} />
        </p>
      ) : (
        <ul className="max-w-[104ch]">
          {beneficiaries.map((beneficiary) => (
            <li key={beneficiary.id} className="border-hair border-t py-2.5">
              {beneficiary.shown}
              {beneficiary.address ? `, ${beneficiary.address}` : ''}
              <span className="text-mute block text-xs">
                {beneficiary.consent
                  ? `Đồng ý cho nêu tên: ${beneficiary.consent}${beneficiary.consentedOn ? `; ngày ${printDate(beneficiary.consentedOn)}` : ''}`
                  : 'Không hiện tên, địa chỉ và ảnh: chưa có sự đồng ý.'}
              </span>
              <Acts beneficiary={beneficiary} mayManage={mayManage} mayProtect={mayProtect} />
            </li>
          ))}
        </ul>
      )}
      {mayManage ? <AddDialog activity={activity} /> : null}
    </section>
  )
}

function Acts({
  beneficiary,
  mayManage,
  mayProtect,
}: {
  beneficiary: BeneficiaryDto
  mayManage: boolean
  mayProtect: boolean
}) {
  if (beneficiary.erased || (!mayManage && !mayProtect)) return null
  const hidden = <input type="hidden" name="beneficiaryId" value={beneficiary.id} />
  return (
    <div className="no-print flex flex-wrap gap-x-4">
      {mayManage && !beneficiary.consent ? (
        <Dialog opener="Ghi sự đồng ý" kind="quiet" title="Ghi sự đồng ý cho nêu tên, ảnh">
          <Form action={recordConsentAction}>
            {hidden}
            <TextField
              name="consent"
              label="Đồng ý bằng cách nào"
              hint="Ví dụ bản cam kết ký tay, lưu tại Hội LHPN xã"
            />
            <DateField name="consentedOn" label="Ngày đồng ý" />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Ghi sự đồng ý</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      ) : null}
      {mayProtect && beneficiary.consent ? (
        <Form action={withdrawConsentAction}>
          {hidden}
          <SubmitButton kind="quiet">Rút sự đồng ý</SubmitButton>
        </Form>
      ) : null}
      {mayProtect ? (
        <Dialog opener="Xóa thông tin cá nhân" kind="quiet" title="Xóa thông tin cá nhân">
          <Form action={eraseBeneficiaryAction}>
            {hidden}
            <p className="mt-3 max-w-[60ch]">
              Tên, địa chỉ và sự đồng ý bị xóa hẳn, không khôi phục được. Hoạt động và các khoản hỗ trợ vẫn
              còn.
            </p>
            <DialogActions>
              <DialogCancel />
              <SubmitButton kind="danger">Xóa hẳn</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      ) : null}
    </div>
  )
}

function AddDialog({ activity }: { activity: ActivityDto }) {
  return (
    <Dialog opener="Thêm người thụ hưởng" openerClass="mt-3" title="Thêm người thụ hưởng">
      <Form action={addBeneficiaryAction} clearAfterSuccess success="Đã thêm người thụ hưởng.">
        <input type="hidden" name="activityId" value={activity.id} />
        <input type="hidden" name="version" value={activity.version} />
        <TextField name="name" label="Tên" hint="Lưu lại nhưng chỉ hiện khi đã ghi sự đồng ý" />
        <TextField name="shownAs" label="Gọi là, khi chưa có sự đồng ý" hint="Ví dụ “một hội viên nghèo”" />
        <TextField name="address" label="Địa chỉ" hint="Cũng chỉ hiện khi có sự đồng ý" required={false} />
        <TextArea name="consent" label="Đồng ý cho nêu tên, ảnh bằng cách nào" rows={2} required={false} />
        <DateField name="consentedOn" label="Ngày đồng ý" required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Thêm</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
