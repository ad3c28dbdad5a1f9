import Link from 'next/link'
import { LineChart } from '@/components/charts/line-chart'
import { Cite } from '@/components/clusters/cite'
import { CompletionMark } from '@/components/reports/completion-mark'
import { DemoMark } from '@/components/ui/badge'
import type { Crumb } from '@/components/ui/breadcrumb'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { PERIOD_LABELS } from '@/lib/periods/labels'
import { printDate } from '@/lib/platform/dates'
import { STATE_LABELS } from '@/lib/reports/labels'
import { saveProgressAction } from '@/lib/terms/actions'
import {
  FORECAST_LABEL,
  MANNER_LABELS,
  PACE_LABELS,
  termHref,
  termOwner,
  termPhrase,
  termTitle,
} from '@/lib/terms/labels'
import { printTargetFigure, sizeOf } from '@/lib/terms/rules'
import type { FigureOrigin, TargetDto, TargetRef, TermDto, YearPoint } from '@/lib/terms/types'
import { hasIllustration, yearsText } from './target-table'
import { RetireTarget, TargetDialog } from './target-dialog'

/** One target: its path against the plan as a chart and a table, where each figure comes from, and entry by hand. */
export function TargetView({
  term,
  target,
  crumbs,
  indicators,
  national,
}: {
  term: TermDto
  target: TargetDto
  crumbs: Crumb[]
  indicators: { code: string; name: string }[]
  national: TargetRef[]
}) {
  const { progress } = target
  const print = (value: YearPoint['expected']) => printTargetFigure(value, target)
  const editable = term.mayEdit && target.source === null
  const name = target.name ?? `Tiêu chí ${target.number ?? target.position}`
  return (
    <>
      <PageHeader
        crumbs={[...crumbs, { label: termTitle(term), href: termHref(term) }, { label: 'Chỉ tiêu' }]}
        title={name}
        theme={`${termOwner(term.unit)}, ${termPhrase(term)}, ${MANNER_LABELS[target.manner].toLowerCase()}`}
        mark={hasIllustration([target]) ? <DemoMark /> : null}
        sentence={<TargetSentence target={target} />}
        actions={
          editable ? (
            <>
              <RetireTarget target={target} />
              <TargetDialog termId={term.id} target={target} indicators={indicators} national={national} />
            </>
          ) : null
        }
      />
      <PageBody>
        <p className="max-w-[88ch]">
          {target.note} <Cite source={target.source} />
        </p>
        {target.national.length > 0 ? (
          <Served label="Góp vào chỉ tiêu toàn quốc" refs={target.national} />
        ) : null}
        {progress.years.some(({ reached }) => sizeOf(reached) !== null) ? (
          <div className="max-w-[900px]">
            <LineChart
              title="Đã đạt và lộ trình, đến hết mỗi năm"
              steps={progress.years.map(({ year }) => String(year))}
              lines={[
                { name: 'Đã đạt', points: progress.years.map(({ reached }) => pointOf(reached, print)) },
                { name: 'Lộ trình', points: progress.years.map(({ expected }) => pointOf(expected, print)) },
              ]}
            />
          </div>
        ) : null}
        <h2 className="mt-6">Từng năm</h2>
        <Years term={term} target={target} print={print} />
      </PageBody>
    </>
  )
}

const pointOf = (value: YearPoint['reached'], print: (value: YearPoint['reached']) => string) => {
  const size = sizeOf(value)
  return { value: size === null ? null : Number(size), text: print(value) || '—' }
}

function TargetSentence({ target }: { target: TargetDto }) {
  const { progress } = target
  const plan = printTargetFigure(target.planValue, target) || target.plan
  return (
    <p>
      {plan
        ? `Phải đạt ${plan}${target.manner === 'YEARLY' ? ' mỗi năm' : ''}. `
        : 'Mức phải đạt: nguồn không nêu. '}
      {progress.result ? (
        <>
          Đến nay: {printTargetFigure(progress.result, target)}{' '}
          <span className="ml-1">
            {progress.short ? (
              `chưa đủ số liệu (${progress.short.units}/${progress.short.of} đơn vị)`
            ) : (
              <CompletionMark completion={progress.completion} />
            )}
          </span>
          {progress.decidedBy ? ` (xét theo năm ${progress.decidedBy}, thấp nhất)` : ''}
          {progress.pace ? `; ${PACE_LABELS[progress.pace].toLowerCase()}` : ''}.{' '}
        </>
      ) : (
        'Chưa có kết quả năm nào. '
      )}
      {progress.forecast ? (
        <>
          {FORECAST_LABEL} từ số liệu {yearsText(progress.forecast.from)}:{' '}
          {printTargetFigure(progress.forecast.value, target)}
          {target.manner === 'YEARLY' ? ' mỗi năm' : ' khi kết thúc nhiệm kỳ'}.
        </>
      ) : null}
    </p>
  )
}

function Served({ label, refs }: { label: string; refs: TargetRef[] }) {
  return (
    <p className="mt-1 max-w-[88ch]">
      {label}:{' '}
      {refs.map((ref, index) => (
        <span key={ref.id}>
          {index > 0 ? '; ' : ''}
          <Link href={`${termHref(ref.term)}/targets/${ref.id}`} prefetch={false} className="link">
            {ref.number ? `${ref.number}. ` : ''}
            {ref.name}
          </Link>
        </span>
      ))}
    </p>
  )
}

function Years({
  term,
  target,
  print,
}: {
  term: TermDto
  target: TargetDto
  print: (value: YearPoint['expected']) => string
}) {
  if (term.years.length === 0) return <p className="text-mute">Các năm của nhiệm kỳ: nguồn không nêu.</p>
  return (
    <ListTable label="Kết quả từng năm" cards>
      <thead>
        <tr>
          <th scope="col">Năm</th>
          <th scope="col" className="num">
            Kết quả của năm
          </th>
          <th scope="col" className="num">
            Đã đạt đến hết năm
          </th>
          <th scope="col" className="num">
            Lộ trình
          </th>
          <th scope="col">Lấy từ</th>
          {term.mayEdit ? (
            <th scope="col">
              <span className="sr-only">Thao tác</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {target.progress.years.map((point) => (
          <tr key={point.year}>
            <th scope="row">{point.year}</th>
            <td className="num" data-label="Kết quả của năm">
              {point.figure ? print(point.figure.value) : '—'}
            </td>
            <td className="num" data-label="Đã đạt đến hết năm">
              {print(point.reached) || '—'}
            </td>
            <td className="num" data-label="Lộ trình">
              {point.expected ? `${point.expectedStated ? '' : '≈ '}${print(point.expected)}` : '—'}
            </td>
            <td data-label="Lấy từ">
              {point.figure ? <Origin figure={point.figure} /> : <span className="text-mute">chưa có</span>}
            </td>
            {term.mayEdit ? (
              <td>
                {target.name !== null && point.figure?.origin.kind !== 'INDICATOR' ? (
                  <ProgressDialog target={target} point={point} />
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Origin({ figure }: { figure: NonNullable<YearPoint['figure']> }) {
  const { origin } = figure
  return (
    <>
      {originText(origin)} {figure.partial ? <span className="text-mute">chưa hết năm</span> : null}{' '}
      {origin.kind === 'MANUAL' ? <Cite source={origin.source} /> : null}{' '}
      {figure.illustrative ? <DemoMark /> : null}
      {origin.kind === 'MANUAL' && origin.note ? (
        <small className="text-mute block text-xs">{origin.note}</small>
      ) : null}
    </>
  )
}

function originText(origin: FigureOrigin): string {
  if (origin.kind === 'MANUAL')
    return `Nhập tay: ${origin.origin}${origin.asOf ? `, tính đến ${printDate(origin.asOf)}` : ''}`
  const from = origin.of === null ? 'báo cáo' : `báo cáo của ${origin.units}/${origin.of} đơn vị`
  const state =
    origin.state === 'CONFIRMED' || origin.state === 'LOCKED'
      ? ''
      : `, chưa xác nhận (${STATE_LABELS[origin.state].toLowerCase()})`
  return `Chỉ tiêu hằng năm, ${from} ${PERIOD_LABELS[origin.period].toLowerCase()}${state}`
}

function ProgressDialog({ target, point }: { target: TargetDto; point: YearPoint }) {
  const entry =
    point.figure?.origin.kind === 'MANUAL' ? { ...point.figure.origin, raw: point.figure.raw } : null
  if (entry?.source) return null
  return (
    <Dialog
      opener={
        <>
          {entry ? 'Sửa' : 'Nhập'}
          <span className="sr-only"> kết quả năm {point.year}</span>
        </>
      }
      kind="quiet"
      title={`Kết quả năm ${point.year}`}
    >
      <Form action={saveProgressAction} success="Đã lưu.">
        <input type="hidden" name="targetId" value={target.id} />
        <input type="hidden" name="year" value={point.year} />
        <input type="hidden" name="version" value={entry?.version ?? 0} />
        <TextField
          name="raw"
          label="Kết quả của riêng năm này"
          hint={
            entry
              ? 'Xóa trắng để bỏ số đã nhập'
              : target.kind === 'MONEY'
                ? 'Ví dụ 7,5 tỷ'
                : target.measureUnit
          }
          defaultValue={entry?.raw ?? ''}
          required={entry ? false : undefined}
        />
        <DateField
          name="asOf"
          label="Tính đến ngày"
          hint="Để trống nếu là số cả năm"
          defaultValue={entry?.asOf ?? ''}
          required={false}
        />
        <TextField
          name="origin"
          label="Nguồn"
          hint="Văn bản, báo cáo hoặc người cung cấp"
          defaultValue={entry?.origin ?? ''}
        />
        <TextArea name="note" label="Ghi chú" rows={2} defaultValue={entry?.note ?? ''} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
