import Link from 'next/link'
import { CompletionMark } from '@/components/reports/completion-mark'
import { DemoMark } from '@/components/ui/badge'
import { FigureTable } from '@/components/ui/table'
import { PERIOD_LABELS, periodOfYear } from '@/lib/periods/labels'
import { FORECAST_LABEL, MANNER_LABELS, PACE_LABELS } from '@/lib/terms/labels'
import { printTargetFigure } from '@/lib/terms/rules'
import type { TargetDto, YearFigure, YearPoint } from '@/lib/terms/types'

/** Targets down, years across: the year's figure over what the plan expects by then, the class and the forecast. */
export function TargetTable({
  targets,
  years,
  base,
}: {
  targets: TargetDto[]
  years: number[]
  base: string
}) {
  const named = targets.filter(({ name }) => name !== null)
  if (named.length === 0) return null
  const forecasts = named.some(({ progress }) => progress.forecast !== null)
  return (
    <FigureTable label="Chỉ tiêu nhiệm kỳ và tiến độ">
      <thead>
        <tr>
          <th scope="col" className="c">
            Chỉ tiêu
          </th>
          <th scope="col">Phải đạt</th>
          {years.map((year) => (
            <th key={year} scope="col">
              {year}
            </th>
          ))}
          <th scope="col">Đến nay</th>
          <th scope="col" className="l">
            So với cả nhiệm kỳ
          </th>
          {forecasts ? (
            <th scope="col" className="n">
              <span>Cuối nhiệm kỳ</span>
              <small>ngoại suy</small>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {named.map((target) => (
          <TargetRow key={target.id} target={target} base={base} forecasts={forecasts} />
        ))}
      </tbody>
    </FigureTable>
  )
}

function TargetRow({ target, base, forecasts }: { target: TargetDto; base: string; forecasts: boolean }) {
  const { progress } = target
  const known = progress.years.flatMap(({ year, figure }) => (figure ? [year] : []))
  const counted = target.manner === 'CUMULATIVE' ? known : known.slice(-1)
  const print = (value: YearPoint['expected']) => printTargetFigure(value, { ...target, measureUnit: '' })
  return (
    <tr>
      <th scope="row" className="min-w-[170px] !py-1.5 !whitespace-normal sm:min-w-[260px]">
        {target.number ? `${target.number}. ` : ''}
        <Link href={`${base}/targets/${target.id}`} prefetch={false}>
          {target.name}
        </Link>
        <small>
          {[MANNER_LABELS[target.manner], target.kind === 'MONEY' ? '' : target.measureUnit]
            .filter(Boolean)
            .join(', ')}
          {target.national.length > 0
            ? ` · góp vào chỉ tiêu toàn quốc ${target.national.map(({ number }) => number).join(', ')}`
            : ''}
        </small>
      </th>
      <td>
        <b>{print(target.planValue) || target.plan}</b>
      </td>
      {progress.years.map((point) => (
        <YearCell key={point.year} point={point} print={print} />
      ))}
      <td>
        <b>{print(progress.result) || <Blank />}</b>
        {counted.length > 0 ? <span>{fromText(progress.years, counted)}</span> : null}
      </td>
      <td className="t !whitespace-nowrap">
        {progress.short ? (
          <span>
            chưa đủ số liệu ({progress.short.units}/{progress.short.of} đơn vị)
          </span>
        ) : (
          <CompletionMark completion={progress.completion} />
        )}
        {progress.decidedBy || progress.pace ? (
          <span>
            {[
              progress.pace ? PACE_LABELS[progress.pace] : '',
              progress.decidedBy ? `xét năm ${progress.decidedBy}` : '',
            ]
              .filter(Boolean)
              .join('; ')}
          </span>
        ) : null}
      </td>
      {forecasts ? (
        <td>
          {progress.forecast ? (
            <>
              <b title={FORECAST_LABEL}>{print(progress.forecast.value)}</b>
              <span>từ số liệu {yearsText(progress.forecast.from)}</span>
            </>
          ) : (
            <Blank />
          )}
        </td>
      ) : null}
    </tr>
  )
}

/** "2025, 2026", and of the last one so far as it goes: "9 tháng năm 2026". */
function fromText(points: YearPoint[], counted: number[]): string {
  const last = points.findLast(({ year }) => year === counted.at(-1))
  const origin = last?.figure?.origin
  if (!last || !last.figure?.partial || origin?.kind !== 'INDICATOR') return yearsText(counted)
  return [yearsText(counted.slice(0, -1)), periodOfYear(origin.period, last.year)].filter(Boolean).join(', ')
}

/** "2021, 2022" or "2021–2024". */
export function yearsText(years: number[]): string {
  const run = years.length > 2 && years.every((year, index) => year === years[0]! + index)
  return run ? `${years[0]}–${years.at(-1)}` : years.join(', ')
}

function Blank() {
  return <span className="sr-only">chưa có</span>
}

function YearCell({ point, print }: { point: YearPoint; print: (value: YearPoint['expected']) => string }) {
  const { figure } = point
  return (
    <td className={figure ? undefined : 'x'}>
      {figure ? (
        <>
          <b>
            {print(figure.value)}
            {figure.partial && figure.origin.kind === 'MANUAL' ? (
              <span className="!inline"> (chưa hết năm)</span>
            ) : null}
          </b>
          <FedBy figure={figure} />
          {figure.illustrative ? <span className="sr-only">số liệu minh họa</span> : null}
        </>
      ) : null}
      {point.expected ? (
        <span>
          <span className="sr-only">lộ trình đến hết năm </span>
          {point.expectedStated ? '' : '≈ '}
          {print(point.expected)}
        </span>
      ) : null}
    </td>
  )
}

/** The period the figure is of, of how many units, and whether all of it is confirmed. */
function FedBy({ figure: { origin } }: { figure: YearFigure }) {
  if (origin.kind !== 'INDICATOR') return null
  const confirmed = origin.state === 'CONFIRMED' || origin.state === 'LOCKED'
  const units = origin.of === null ? null : `${origin.units}/${origin.of} đơn vị`
  return (
    <>
      <span>{PERIOD_LABELS[origin.period].toLowerCase()}</span>
      {units ? <span>{units}</span> : null}
      {confirmed ? null : <span>chưa xác nhận</span>}
    </>
  )
}

/** One line for targets that a source counts and does not tell. */
export function UnnamedTargets({ targets }: { targets: TargetDto[] }) {
  const unnamed = targets.filter(({ name }) => name === null)
  if (unnamed.length === 0) return null
  const numbers = unnamed.map(({ number }) => number).filter(Boolean)
  const all = unnamed.length === targets.length
  return (
    <p className="text-mute mt-3 max-w-[88ch]">
      {all ? `${unnamed.length} tiêu chí` : `Chỉ tiêu ${numbers.join(', ') || unnamed.length}`}: nguồn không
      nêu nội dung
      {all ? ' từng tiêu chí' : ''}.
    </p>
  )
}

export const hasIllustration = (targets: TargetDto[]): boolean =>
  targets.some(
    ({ illustrative, progress }) => illustrative || progress.years.some(({ figure }) => figure?.illustrative),
  )

/** What the marks of the table mean, and which figures are not real. */
export function TargetLegend({ targets }: { targets: TargetDto[] }) {
  if (!targets.some(({ name }) => name !== null)) return null
  return (
    <p className="text-mute mt-3 max-w-[104ch] text-sm">
      {hasIllustration(targets) ? <DemoMark className="mr-3" /> : null}
      Dòng nhỏ cuối mỗi ô là lộ trình đến hết năm; dấu ≈ là chia đều, không phải nghị quyết nêu.{' '}
      {FORECAST_LABEL}: giữ mức bình quân (hoặc mức tăng bình quân) của các năm đã có, không tính yếu tố nào
      khác.
    </p>
  )
}
