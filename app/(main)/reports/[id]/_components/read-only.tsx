import { Fragment, type ReactNode } from 'react'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { completionOf, figureSpec } from '@/lib/indicators/rules'
import { echoFigure } from '@/lib/platform/numbers/print'
import { handBackReportAction, sendReportAction } from '@/lib/reports/actions'
import { ACT_LABELS, BLANK_LABELS, SECTION_LABELS } from '@/lib/reports/labels'
import type { FigureDto, NarrativeSectionKey, ReportCell, ReportDto } from '@/lib/reports/types'
import { ProofLink } from './proof-link'
import { columnsOf, CompletionMark, groupsOf, shortFigure } from './show'
import { FigureHead } from './figure-head'

/** The report as it stands, for its own unit while it may not be changed, with the leader's acts. */
export function ReadOnly({
  report,
  section,
  sentence,
  tabs,
}: {
  report: ReportDto
  section: NarrativeSectionKey | null
  sentence: ReactNode
  tabs: ReactNode
}) {
  const part = report.narrative.find((known) => known.section === section)
  return (
    <>
      <div className="px-4 lg:px-7">
        <p className="mt-3 max-w-[96ch] text-lg">{sentence}</p>
        {tabs}
      </div>
      <div className="px-4 pb-8 lg:px-7">
        {section ? (
          <section className="mt-4 max-w-[88ch]">
            <h2 className="text-lg">{SECTION_LABELS[section]}</h2>
            <p className="mt-2 whitespace-pre-line">{part?.text.trim() || 'Chưa viết.'}</p>
            <p className="mt-3 text-sm">
              <ProofLink reportId={report.id} owner={section} title={null} count={part?.evidenceCount ?? 0} />
            </p>
          </section>
        ) : (
          <Figures report={report} />
        )}
      </div>
      <Acts report={report} />
    </>
  )
}

function Figures({ report }: { report: ReportDto }) {
  const { kind, year } = report.period
  return (
    <table className="entry">
      <FigureHead period={kind} year={year} last="Ghi chú" />
      <tbody>
        {groupsOf(report.cells).map((group) => (
          <Fragment key={group.id}>
            <tr className="gr">
              <th colSpan={columnsOf(kind)} scope="rowgroup">
                {group.title}
              </th>
            </tr>
            {group.cells.map((cell) => (
              <Row key={cell.indicator.id} cell={cell} report={report} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Row({ cell, report }: { cell: ReportCell; report: ReportDto }) {
  const { indicator, figure } = cell
  const { kind, year } = report.period
  if (cell.notAssigned)
    return (
      <tr className="row none">
        <th scope="row" className="c-name">
          {indicator.name}
        </th>
        <td colSpan={columnsOf(kind) - 1} className="c-none">
          Không giao cho đơn vị
        </td>
      </tr>
    )
  return (
    <tr className="row" id={`o-${indicator.id}`}>
      <th scope="row" className="c-name">
        {indicator.name}
        <small>{figureSpec(indicator).unit}</small>
        {figure?.note ? <small>Ghi chú: {figure.note}</small> : null}
        {figure?.breakdown ? (
          <small>
            Chi tiết: {figure.breakdown.map(({ label, amount }) => `${label} ${amount}`).join(', ')}
          </small>
        ) : null}
      </th>
      <td className="c-target" data-label={kind === 'REGISTRATION' ? 'TW giao' : 'Đăng ký'}>
        {shortFigure(kind === 'REGISTRATION' ? cell.assignedTarget : cell.registeredTarget, indicator)}
      </td>
      <td className="c-last" data-label={`Năm ${year - 1}`}>
        {shortFigure(cell.lastYear, indicator)}
      </td>
      {kind === 'YEAR_ESTIMATE' ? (
        <td className="c-date">
          <Said figure={cell.toDate} cell={cell} />
        </td>
      ) : null}
      <td className={indicator.kind === 'TEXT' ? 'c-in text' : 'c-in'}>
        <Said figure={figure} cell={cell} />
      </td>
      {kind === 'REGISTRATION' ? null : (
        <td className="c-class">
          <CompletionMark
            completion={completionOf(figure?.value ?? null, cell.registeredTarget?.value ?? null, indicator)}
          />
        </td>
      )}
      <td className="c-proof">
        <ProofLink
          reportId={report.id}
          owner={indicator.id}
          title={indicator.name}
          count={cell.evidenceCount}
        />
      </td>
      <td className="c-state" />
    </tr>
  )
}

function Said({ figure, cell: { indicator } }: { figure: FigureDto | null; cell: ReportCell }) {
  if (!figure?.value)
    return (
      <span className="text-mute">
        {figure?.blankReason ? BLANK_LABELS[figure.blankReason] : 'Chưa nhập'}
      </span>
    )
  return (
    <>
      <b className="said">{figure.raw}</b>
      {figure.value.kind === 'TEXT' ? null : (
        <span className="under text-mute">{echoFigure(figure.value, figureSpec(indicator))}</span>
      )}
    </>
  )
}

/** What the leader may do with a presented report; the primary act at the right. */
function Acts({ report }: { report: ReportDto }) {
  const may = (act: 'SEND' | 'HAND_BACK') => report.acts.includes(act)
  if (!may('SEND') && !may('HAND_BACK')) return null
  const hidden = (
    <>
      <input type="hidden" name="reportId" value={report.id} />
      <input type="hidden" name="version" value={report.version} />
    </>
  )
  return (
    <div className="bar no-print">
      <div className="line">
        <span className="ml-auto" />
        {may('HAND_BACK') ? (
          <Dialog opener={ACT_LABELS.HAND_BACK} title="Trả lại chuyên viên">
            <Form action={handBackReportAction}>
              {hidden}
              <TextArea name="reason" label="Cần sửa gì" hint="Chuyên viên thấy câu này khi mở báo cáo." />
              <DialogActions>
                <DialogCancel />
                <SubmitButton>{ACT_LABELS.HAND_BACK}</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        ) : null}
        {may('SEND') ? (
          <Dialog opener={ACT_LABELS.SEND} kind="primary" title={`${ACT_LABELS.SEND}: ${report.unit.name}`}>
            <Form action={sendReportAction}>
              {hidden}
              <p className="mt-2">Sau khi gửi, đơn vị chỉ sửa được khi có đề nghị bổ sung.</p>
              <DialogActions>
                <DialogCancel />
                <SubmitButton pendingLabel="Đang gửi…">{ACT_LABELS.SEND}</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        ) : null}
      </div>
    </div>
  )
}
