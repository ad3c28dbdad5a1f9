import { presenceInWords } from '@/components/meetings/delegate-table'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Checkbox, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  addDelegateAction,
  addSubstituteAction,
  notePresenceAction,
  removeDelegateAction,
} from '@/lib/meetings/actions'
import { DELEGATE_ROLE_LABELS } from '@/lib/meetings/labels'
import { DELEGATE_ROLES, type DelegateDto, type MeetingDto } from '@/lib/meetings/types'
import { ActButton } from './act-button'

/** Who has come: one large button a delegate. Links of guests stand with their names. */
export function PresenceControl({
  meeting,
  links,
  origin,
}: {
  meeting: MeetingDto
  links: Map<string, string>
  origin: string
}) {
  return (
    <>
      <ul className="mt-1">
        {meeting.delegates.map((delegate) => {
          const replaced = meeting.delegates.some(({ substitutesFor }) => substitutesFor?.id === delegate.id)
          const link = links.get(delegate.id)
          return (
            <li
              key={delegate.id}
              className="border-hair flex items-center gap-x-3 border-t py-1.5 [&_button]:whitespace-nowrap [&>:not(:first-child)]:shrink-0"
            >
              <div className="min-w-0 grow">
                <p>
                  {[delegate.name, delegate.unit?.name].filter(Boolean).join(', ')}{' '}
                  <span className="text-mute text-sm">
                    · {DELEGATE_ROLE_LABELS[delegate.role].toLowerCase()} ·{' '}
                    {presenceInWords(delegate, replaced).toLowerCase()}
                    {delegate.substitutesFor ? ` · thay ${delegate.substitutesFor.name}` : ''}
                  </span>
                </p>
                {link ? (
                  <p className="text-mute text-xs break-all">
                    Liên kết theo dõi: {origin}
                    {link}
                  </p>
                ) : null}
              </div>
              {meeting.state === 'PLANNED' || replaced ? null : (
                <ActButton
                  action={notePresenceAction}
                  fields={{ delegateId: delegate.id, kind: delegate.present ? 'LEFT' : 'ARRIVED' }}
                  kind={delegate.present ? 'quiet' : 'secondary'}
                >
                  {delegate.present ? 'Ra về' : 'Có mặt'}
                  <span className="sr-only">
                    : {delegate.name}, {delegate.unit?.name}
                  </span>
                </ActButton>
              )}
              <More delegate={delegate} replaced={replaced} />
            </li>
          )
        })}
      </ul>
      <div className="mt-2">
        <Dialog opener="Thêm đại biểu, khách mời" openerClass="min-h-11" title="Thêm đại biểu, khách mời">
          <Form action={addDelegateAction} success="Đã thêm vào danh sách." clearAfterSuccess>
            <input type="hidden" name="meetingId" value={meeting.id} />
            <Select
              name="role"
              label="Tư cách"
              options={DELEGATE_ROLES.map((role) => ({ value: role, label: DELEGATE_ROLE_LABELS[role] }))}
            />
            <Select
              name="unitId"
              label="Đơn vị"
              placeholder="Không thuộc đơn vị thành viên"
              options={meeting.memberUnits.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField name="name" label="Họ tên" hint="Hoặc chức danh, nếu chưa rõ ai đi." />
            <TextField name="title" label="Chức vụ" required={false} />
            <TextField
              name="email"
              type="email"
              label="Tài khoản trong hệ thống"
              required={false}
              hint="Email đăng nhập, để tự điểm danh và bỏ phiếu."
            />
            <Checkbox name="votes" label="Bỏ phiếu thay mặt đơn vị" />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Thêm</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      </div>
    </>
  )
}

function More({ delegate, replaced }: { delegate: DelegateDto; replaced: boolean }) {
  return (
    <Dialog
      kind="quiet"
      openerClass="min-h-11"
      opener={
        <>
          Khác
          <span className="sr-only">
            : {delegate.name}, {delegate.unit?.name}
          </span>
        </>
      }
      title={delegate.name}
    >
      {delegate.role === 'GUEST' || replaced ? null : (
        <Form action={addSubstituteAction} success="Đã ghi người đi thay.">
          <h3 className="mt-2">Cử người đi thay</h3>
          <input type="hidden" name="delegateId" value={delegate.id} />
          <TextField name="name" label="Họ tên người đi thay" />
          <TextField name="title" label="Chức vụ" required={false} />
          <TextField name="email" type="email" label="Tài khoản trong hệ thống" required={false} />
          <TextField name="authorisation" label="Giấy ủy quyền" hint="Số, ngày, người ký." />
          <DialogActions>
            <DialogCancel />
            <SubmitButton>Ghi người đi thay</SubmitButton>
          </DialogActions>
        </Form>
      )}
      <div className="border-line mt-4 border-t pt-3">
        <ActButton action={removeDelegateAction} fields={{ delegateId: delegate.id }} kind="danger">
          Gỡ khỏi danh sách
        </ActButton>
      </div>
    </Dialog>
  )
}
