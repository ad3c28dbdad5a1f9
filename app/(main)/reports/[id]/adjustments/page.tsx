import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { figureText } from '@/components/reports/figure-text'
import { Badge, DemoMark, type BadgeKind } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { decideAdjustmentAction, requestAdjustmentAction } from '@/lib/reports/actions'
import { ADJUSTMENT_LABELS } from '@/lib/reports/labels'
import { mayEnter } from '@/lib/reports/policy'
import { getReport } from '@/lib/reports/queries'
import { listTargetAdjustments } from '@/lib/reports/targets/queries'
import type { ReportDto, TargetAdjustmentDto } from '@/lib/reports/types'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Điều chỉnh chỉ tiêu đăng ký' }

const STATE_KINDS: Record<TargetAdjustmentDto['state'], BadgeKind> = {
  REQUESTED: 'wait',
  APPROVED: 'strong',
  REFUSED: 'wrong',
}

export default async function AdjustmentsPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/reports/${id}/adjustments`)
  const report = await getReport(actor, id)
  if (!report || report.period.kind !== 'REGISTRATION') notFound()
  const adjustments = await listTargetAdjustments(actor, id)
  const waiting = adjustments.filter(({ state }) => state === 'REQUESTED').length
  const mayRequest = mayEnter(actor, { unitId: report.unit.id }) && report.state === 'CONFIRMED'
  return (
    <>
      <PageHeader
        crumbs={[
          { label: report.unit.name, href: `/units/${report.unit.slug}/${report.period.year}` },
          { label: `Đăng ký chỉ tiêu năm ${report.period.year}`, href: `/reports/${id}/review` },
          { label: 'Điều chỉnh' },
        ]}
        title={`Điều chỉnh chỉ tiêu năm ${report.period.year}, ${report.unit.name}`}
        mark={report.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {adjustments.length === 0
              ? 'Chưa có đề nghị điều chỉnh nào.'
              : `${adjustments.length} đề nghị điều chỉnh, ${waiting} đang chờ xét.`}{' '}
            Điều chỉnh được đồng ý là phụ lục của giao ước, không làm mất hiệu lực xác nhận thống nhất.
          </p>
        }
        actions={mayRequest ? <RequestDialog report={report} /> : null}
      />
      <PageBody>
        {adjustments.length === 0 ? (
          <Empty title="Chỉ tiêu đăng ký chưa điều chỉnh lần nào">
            {mayRequest
              ? 'Khi cần điều chỉnh, nêu chỉ tiêu mới, lý do và văn bản đồng ý.'
              : 'Chỉ đơn vị có chỉ tiêu đã được xác nhận mới đề nghị điều chỉnh được.'}
          </Empty>
        ) : (
          <AdjustmentTable adjustments={adjustments} />
        )}
      </PageBody>
    </>
  )
}

function AdjustmentTable({ adjustments }: { adjustments: TargetAdjustmentDto[] }) {
  return (
    <ListTable label="Đề nghị điều chỉnh" cards>
      <thead>
        <tr>
          <th>Chỉ tiêu</th>
          <th className="num">Đã đăng ký</th>
          <th className="num">Đề nghị</th>
          <th>Lý do, văn bản</th>
          <th>Kết quả</th>
        </tr>
      </thead>
      <tbody>
        {adjustments.map((adjustment) => (
          <tr key={adjustment.id}>
            <th scope="row" className="font-normal">
              {adjustment.indicatorName}
            </th>
            <td className="num" data-label="Đã đăng ký">
              {adjustment.oldRaw}
            </td>
            <td className="num" data-label="Đề nghị">
              {adjustment.newRaw}
            </td>
            <td data-label="Lý do, văn bản">
              {adjustment.reason}
              <span className="text-mute block text-xs">
                {adjustment.paper}. {adjustment.requestedBy}, {printDate(adjustment.requestedAt)}
              </span>
            </td>
            <td data-label="Kết quả">
              <Badge kind={STATE_KINDS[adjustment.state]}>{ADJUSTMENT_LABELS[adjustment.state]}</Badge>
              {adjustment.decidedAt ? (
                <span className="text-mute block text-xs">
                  {adjustment.decidedBy}, {printDate(adjustment.decidedAt)}
                  {adjustment.decisionNote ? `: ${adjustment.decisionNote}` : null}
                </span>
              ) : null}
              {adjustment.canDecide ? <DecideDialog adjustment={adjustment} /> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function RequestDialog({ report }: { report: ReportDto }) {
  const cells = report.cells.filter((cell) => !cell.notAssigned && cell.figure?.value)
  return (
    <Dialog opener="Đề nghị điều chỉnh" kind="primary" title="Đề nghị điều chỉnh chỉ tiêu đăng ký">
      <Form action={requestAdjustmentAction} success="Đã gửi đề nghị điều chỉnh." clearAfterSuccess>
        <input type="hidden" name="reportId" value={report.id} />
        <Select
          name="indicatorId"
          label="Chỉ tiêu"
          placeholder="Chọn chỉ tiêu"
          options={cells.map(({ indicator, figure }) => ({
            value: indicator.id,
            label: `${indicator.name}: đang đăng ký ${figureText(figure, indicator)}`,
          }))}
        />
        <TextField name="newRaw" label="Chỉ tiêu mới" />
        <TextArea name="reason" label="Lý do" rows={3} />
        <TextField name="paper" label="Văn bản đồng ý điều chỉnh" hint="Số, ngày, cơ quan ban hành" />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Gửi đề nghị</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function DecideDialog({ adjustment }: { adjustment: TargetAdjustmentDto }) {
  return (
    <Dialog
      kind="quiet"
      opener={
        <>
          Xét đề nghị<span className="sr-only"> về {adjustment.indicatorName}</span>
        </>
      }
      title={`${adjustment.indicatorName}: ${adjustment.oldRaw} thành ${adjustment.newRaw}`}
    >
      <Form action={decideAdjustmentAction}>
        <input type="hidden" name="adjustmentId" value={adjustment.id} />
        <TextArea name="note" label="Ý kiến" rows={2} required={false} />
        <DialogActions>
          <SubmitButton kind="danger" name="decision" value="REFUSED">
            Không đồng ý
          </SubmitButton>
          <SubmitButton name="decision" value="APPROVED">
            Đồng ý
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
