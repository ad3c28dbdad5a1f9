import type { ReactNode } from 'react'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { ACT_LABELS } from '@/lib/reports/labels'
import type { ReportAct, ReportDto } from '@/lib/reports/types'
import {
  appraiseReportAction,
  checkReportAction,
  confirmReportAction,
  handBackReportAction,
  reopenReportAction,
  requestAdditionsAction,
  sendReportAction,
} from '@/lib/reports/actions'

const FORWARD = { CHECK: checkReportAction, CONFIRM: confirmReportAction, SEND: sendReportAction } as const

const QUESTIONS: Record<keyof typeof FORWARD, string> = {
  CHECK: 'Các số liệu đã được rà soát và chuyển Phó Chủ tịch phụ trách cụm xem xét.',
  CONFIRM: 'Sau khi xác nhận, đơn vị không sửa được số liệu nữa.',
  SEND: 'Sau khi gửi, đơn vị chỉ sửa được khi có đề nghị bổ sung.',
}

const BACKWARD = {
  REQUEST_ADDITIONS: requestAdditionsAction,
  HAND_BACK: handBackReportAction,
  REOPEN: reopenReportAction,
} as const

/** What she may do with the report now: the one step forward at the right, steps back with their reason beside it. */
export function ActBar({ report, mayAppraise }: { report: ReportDto; mayAppraise: boolean }) {
  const may = (act: ReportAct) => report.acts.includes(act)
  const unsettled = report.cells.reduce((sum, cell) => sum + cell.openComments, 0)
  const forward = (Object.keys(FORWARD) as (keyof typeof FORWARD)[]).find(may)
  const backward = (Object.keys(BACKWARD) as (keyof typeof BACKWARD)[]).filter(may)
  if (!forward && backward.length === 0 && !mayAppraise) return null
  return (
    <div className="no-print border-line bg-paper sticky bottom-0 z-20 flex flex-wrap items-center justify-end gap-4 border-t px-4 py-2.5 lg:px-7">
      {backward.map((act) => (
        <StepBack key={act} act={act} report={report} />
      ))}
      {mayAppraise ? <Appraise report={report} unsettled={unsettled} primary={!forward} /> : null}
      {forward ? (
        <Dialog
          opener={ACT_LABELS[forward]}
          kind="primary"
          title={`${ACT_LABELS[forward]}: ${report.unit.name}`}
        >
          <ActForm action={FORWARD[forward]} report={report} submit={ACT_LABELS[forward]}>
            <p className="mt-2">{QUESTIONS[forward]}</p>
            {unsettled > 0 ? (
              <Notice
                kind="warning"
                title={`Còn ${unsettled} trao đổi chưa xong về số liệu của báo cáo này.`}
              />
            ) : null}
            {forward === 'SEND' ? null : (
              <TextArea name="reason" label="Nhận xét" rows={2} required={false} />
            )}
          </ActForm>
        </Dialog>
      ) : null}
    </div>
  )
}

function Appraise({
  report,
  unsettled,
  primary,
}: {
  report: ReportDto
  unsettled: number
  primary: boolean
}) {
  return (
    <Dialog
      opener="Đã thẩm định"
      kind={primary ? 'primary' : 'secondary'}
      title={`Đã thẩm định: ${report.unit.name}`}
    >
      <Form action={appraiseReportAction}>
        <p className="mt-2">
          Ghi nhận bạn đã xem các số liệu như đang có; Phó Chủ tịch phụ trách cụm thấy điều này và nhận xét
          của bạn. Đơn vị không thấy.
        </p>
        {unsettled > 0 ? (
          <Notice kind="warning" title={`Còn ${unsettled} trao đổi chưa xong về số liệu của báo cáo này.`} />
        ) : null}
        <input type="hidden" name="reportId" value={report.id} />
        <input type="hidden" name="dataVersion" value={report.dataVersion} />
        <TextArea name="note" label="Nhận xét cho Phó Chủ tịch" rows={3} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang ghi…">Đã thẩm định</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function StepBack({ act, report }: { act: keyof typeof BACKWARD; report: ReportDto }) {
  return (
    <Dialog opener={ACT_LABELS[act]} title={`${ACT_LABELS[act]}: ${report.unit.name}`}>
      <ActForm action={BACKWARD[act]} report={report} submit={ACT_LABELS[act]}>
        {act === 'REQUEST_ADDITIONS' ? (
          <>
            <TextArea name="reason" label="Cần bổ sung gì" rows={3} hint="Một câu là đủ, nêu rõ chỉ tiêu." />
            <DateField name="dueOn" label="Hạn bổ sung" />
          </>
        ) : (
          <TextArea name="reason" label="Lý do" rows={3} />
        )}
      </ActForm>
    </Dialog>
  )
}

function ActForm({
  action,
  report,
  submit,
  children,
}: {
  action: (typeof FORWARD)[keyof typeof FORWARD] | (typeof BACKWARD)[keyof typeof BACKWARD]
  report: ReportDto
  submit: string
  children: ReactNode
}) {
  return (
    <Form action={action}>
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
      {children}
      <DialogActions>
        <DialogCancel />
        <SubmitButton pendingLabel="Đang gửi…">{submit}</SubmitButton>
      </DialogActions>
    </Form>
  )
}
