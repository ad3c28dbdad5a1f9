import { Dialog, DialogActions } from '@/components/ui/dialog'
import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  decideNominationAction,
  openNoticeAction,
  refuseNominationAction,
  returnNominationAction,
  sendNominationAction,
  withdrawNominationAction,
} from '@/lib/awards/actions'
import { NOMINATION_ACT_LABELS, obstacleSentence } from '@/lib/awards/labels'
import { noticeEnd, obstaclesOf } from '@/lib/awards/rules'
import {
  UNSPECIFIED_TYPES,
  type AwardTypeDto,
  type NominationAct,
  type NominationDto,
} from '@/lib/awards/types'

/** What may be done now, or what stands in the way of it. */
export function Acts({
  nomination,
  acts,
  types,
  today,
}: {
  nomination: NominationDto
  acts: NominationAct[]
  types: AwardTypeDto[]
  today: string
}) {
  if (acts.length === 0) return null
  const forward = acts.filter((act) => act === 'OPEN_NOTICE' || act === 'SEND_TO_CENTRAL' || act === 'DECIDE')
  const obstacles = forward.flatMap((act) => obstaclesOf(act, nomination.facts, today))
  return (
    <section aria-labelledby="viec" className="border-line mt-5 border-y py-4">
      <h2 id="viec">Việc tiếp theo</h2>
      {obstacles.map((obstacle) => (
        <p key={obstacle} className="text-amber mt-1">
          {obstacleSentence(obstacle, nomination.facts, nomination.type.isFlag)}
        </p>
      ))}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {acts.includes('OPEN_NOTICE') && obstacles.length === 0 ? (
          <OpenNotice nomination={nomination} today={today} />
        ) : null}
        {acts.includes('SEND_TO_CENTRAL') && obstacles.length === 0 ? (
          <Form action={sendNominationAction} success="Đã gửi Trung ương Hội.">
            <Ids nomination={nomination} />
            <SubmitButton>{NOMINATION_ACT_LABELS.SEND_TO_CENTRAL}</SubmitButton>
          </Form>
        ) : null}
        {acts.includes('DECIDE') && obstacles.length === 0 ? (
          <Decide nomination={nomination} types={types} today={today} />
        ) : null}
        {acts.includes('RETURN') ? (
          <Reasoned
            nomination={nomination}
            act="RETURN"
            action={returnNominationAction}
            label="Cần bổ sung gì"
          />
        ) : null}
        {acts.includes('REFUSE') ? (
          <Reasoned nomination={nomination} act="REFUSE" action={refuseNominationAction} label="Lý do" />
        ) : null}
        {acts.includes('WITHDRAW') ? (
          <Reasoned nomination={nomination} act="WITHDRAW" action={withdrawNominationAction} label="Lý do" />
        ) : null}
      </div>
    </section>
  )
}

export function Ids({ nomination }: { nomination: NominationDto }) {
  return (
    <>
      <input type="hidden" name="nominationId" value={nomination.id} />
      <input type="hidden" name="version" value={nomination.version} />
    </>
  )
}

function OpenNotice({ nomination, today }: { nomination: NominationDto; today: string }) {
  return (
    <Dialog opener={NOMINATION_ACT_LABELS.OPEN_NOTICE} kind="primary" title="Công khai lấy ý kiến">
      <p className="mt-1">Trong thời gian công khai, mọi người dùng hệ thống xem được và nêu được ý kiến.</p>
      <Form action={openNoticeAction} success="Đã công khai.">
        <Ids nomination={nomination} />
        <DateField name="noticeFrom" label="Từ ngày" defaultValue={today} />
        <DateField
          name="noticeTo"
          label="Đến hết ngày"
          defaultValue={noticeEnd(today)}
          hint="Mặc định 7 ngày; luật yêu cầu công khai, không ấn định số ngày."
        />
        <DialogActions>
          <SubmitButton pendingLabel="Đang mở…">Công khai</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Reasoned({
  nomination,
  act,
  action,
  label,
}: {
  nomination: NominationDto
  act: 'RETURN' | 'REFUSE' | 'WITHDRAW'
  action: typeof withdrawNominationAction
  label: string
}) {
  return (
    <Dialog
      opener={NOMINATION_ACT_LABELS[act]}
      kind={act === 'REFUSE' ? 'danger' : 'quiet'}
      title={NOMINATION_ACT_LABELS[act]}
    >
      <Form action={action} success="Đã ghi.">
        <Ids nomination={nomination} />
        <TextArea name="reason" label={label} rows={3} required />
        <DialogActions>
          <SubmitButton kind={act === 'REFUSE' ? 'danger' : 'primary'}>
            {NOMINATION_ACT_LABELS[act]}
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function Decide({
  nomination,
  types,
  today,
}: {
  nomination: NominationDto
  types: AwardTypeDto[]
  today: string
}) {
  const fitting = types.filter(
    ({ code, recipientKinds }) =>
      recipientKinds.includes(nomination.recipientKind) && !UNSPECIFIED_TYPES.includes(code),
  )
  return (
    <Dialog opener={NOMINATION_ACT_LABELS.DECIDE} kind="primary" title="Quyết định khen thưởng">
      <Form action={decideNominationAction} success="Đã ghi quyết định.">
        <Ids nomination={nomination} />
        <Select
          name="awardTypeId"
          label="Tặng"
          options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={nomination.type.id}
          hint={`Cụm đề nghị: ${nomination.type.name}. Quyết định có thể khác; cả hai được giữ.`}
        />
        <TextField name="number" label="Số quyết định" placeholder="12/QĐ-ĐCT" />
        <DateField name="decidedOn" label="Ngày quyết định" defaultValue={today} />
        <TextField name="issuer" label="Cơ quan ban hành" defaultValue={nomination.type.issuer} />
        <TextField name="signer" label="Người ký" required={false} />
        <TextArea name="note" label="Ghi chú" required={false} rows={2} />
        <DialogActions>
          <SubmitButton pendingLabel="Đang ghi…">Ghi quyết định</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
