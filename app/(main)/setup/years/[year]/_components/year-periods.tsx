import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { savePeriod } from '@/lib/periods/actions'
import { lockPeriodAction } from '@/lib/reports/actions'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { PERIOD_KINDS, type PeriodDto, type PeriodKind, type YearDto } from '@/lib/periods/types'
import { printDate } from '@/lib/platform/dates'

/** Reporting periods of a year: when each opens, when it is due, whether its figures are locked. */
export function YearPeriods({ year }: { year: YearDto }) {
  return (
    <section aria-labelledby="ky" className="mt-9">
      <h2 id="ky">Kỳ báo cáo và hạn gửi</h2>
      <ListTable label={`Kỳ báo cáo năm ${year.year}`} cards>
        <thead>
          <tr>
            <th>Kỳ</th>
            <th>Mở từ ngày</th>
            <th>Hạn gửi</th>
            <th>Số liệu</th>
            <th>
              <span className="sr-only">Thao tác</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {PERIOD_KINDS.map((kind) => {
            const period = year.periods.find((candidate) => candidate.kind === kind)
            return (
              <tr key={kind}>
                <th scope="row">{PERIOD_LABELS[kind]}</th>
                <td data-label="Mở từ ngày">{period?.opensOn ? printDate(period.opensOn) : '—'}</td>
                <td data-label="Hạn gửi">{period?.dueOn ? printDate(period.dueOn) : '—'}</td>
                <td data-label="Số liệu">
                  {period?.lockedAt ? (
                    <Badge kind="strong">Đã chốt {printDate(period.lockedAt)}</Badge>
                  ) : year.state === 'CLOSED' ? (
                    'Khép cùng năm'
                  ) : (
                    'Chưa chốt'
                  )}
                </td>
                <td data-label="Thao tác">
                  {year.state === 'CLOSED' || period?.lockedAt ? null : (
                    <span className="flex flex-wrap gap-x-4">
                      <PeriodDialog year={year} kind={kind} period={period} />
                      {period && year.state === 'OPEN' ? <LockDialog kind={kind} period={period} /> : null}
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </ListTable>
    </section>
  )
}

function PeriodDialog({ year, kind, period }: { year: YearDto; kind: PeriodKind; period?: PeriodDto }) {
  const name = PERIOD_LABELS[kind].toLowerCase()
  return (
    <Dialog
      kind="quiet"
      opener={
        <>
          {period ? 'Đổi ngày' : 'Đặt kỳ này'}
          <span className="sr-only">, kỳ {name}</span>
        </>
      }
      title={`Kỳ ${name}, năm ${year.year}`}
    >
      <Form action={savePeriod} success="Đã lưu ngày của kỳ.">
        <input type="hidden" name="yearId" value={year.id} />
        <input type="hidden" name="kind" value={kind} />
        <DateField name="opensOn" label="Mở từ ngày" required={false} defaultValue={period?.opensOn ?? ''} />
        <DateField name="dueOn" label="Hạn gửi (hết ngày)" defaultValue={period?.dueOn ?? ''} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu kỳ</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function LockDialog({ kind, period }: { kind: PeriodKind; period: PeriodDto }) {
  return (
    <Dialog
      kind="quiet"
      opener={
        <>
          Chốt số liệu<span className="sr-only">, kỳ {PERIOD_LABELS[kind].toLowerCase()}</span>
        </>
      }
      title={`Chốt số liệu kỳ ${PERIOD_LABELS[kind].toLowerCase()}?`}
    >
      <Form action={lockPeriodAction}>
        <p className="mt-2">
          Báo cáo đã xác nhận thành số liệu chốt. Báo cáo chưa xác nhận giữ nguyên trạng thái và không sửa,
          không gửi được nữa. Không mở lại được kỳ đã chốt.
        </p>
        <input type="hidden" name="periodId" value={period.id} />
        <input type="hidden" name="version" value={period.version} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="danger" pendingLabel="Đang chốt…">
            Chốt số liệu
          </SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
