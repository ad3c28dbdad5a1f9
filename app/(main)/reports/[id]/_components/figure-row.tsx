'use client'

import { memo } from 'react'
import { completionOf } from '@/lib/indicators/rules'
import type { PeriodKind } from '@/lib/periods/types'
import { BLANK_LABELS } from '@/lib/reports/labels'
import { entryOf, figureKey, readInput } from '@/lib/reports/entry/rules'
import type { FigureInput, Slot } from '@/lib/reports/entry/types'
import { checkFigure } from '@/lib/reports/figures/rules'
import type { FigureMeasure, ReportCell } from '@/lib/reports/types'
import { ConflictChoice } from './conflict-choice'
import { asFigure, useDesk, useLive, useSlot } from './desk'
import { FigureBox } from './figure-box'
import { MoreRow, MoreWord } from './row-more'
import { columnsOf, CompletionMark, shortFigure } from './show'

const worded = (slots: (Slot | undefined)[], mistaken: boolean) => {
  const has = (state: Slot['state']) => slots.some((slot) => slot?.state === state)
  if (has('conflict')) return { words: 'Cần chọn', grave: true }
  if (has('refused')) return { words: 'Lỗi', grave: true }
  if (has('held')) return { words: 'Chưa lưu', grave: true }
  if (has('saving')) return { words: 'Đang lưu…', grave: false }
  if (has('unsaved')) return { words: 'Chưa lưu', grave: false }
  if (mistaken) return { words: 'Cần xem lại', grave: true }
  return { words: slots.some((slot) => (slot?.version ?? 0) > 0) ? 'Đã lưu' : '', grave: false }
}

const besideOf = (
  { indicator, lastYear, earlier }: ReportCell,
  period: PeriodKind,
  toDate: Slot | undefined,
) => ({
  indicator,
  period,
  lastYear,
  earlier,
  toDate: toDate ? readInput(asFigure(toDate), indicator).value : null,
})

/** One indicator of the report: what it was to reach, what it reached before, and the boxes for what it reached now. */
export const FigureRow = memo(function FigureRow({
  cell,
  period,
  year,
  onProof,
}: {
  cell: ReportCell
  period: PeriodKind
  year: number
  onProof: (indicatorId: string) => void
}) {
  const { indicator } = cell
  const main = useSlot(figureKey(indicator.id, 'MAIN'))
  const toDate = useSlot(figureKey(indicator.id, 'TO_DATE'))
  const input = asFigure(main)
  const { value } = readInput(input, indicator)
  const mistaken = checkFigure(entryOf(input, indicator), besideOf(cell, period, toDate)).some(
    ({ level }) => level === 'error',
  )
  const completion = completionOf(value, cell.registeredTarget?.value ?? null, indicator)
  const registering = period === 'REGISTRATION'
  const state = worded([main, toDate], mistaken)
  const files = cell.evidenceCount
  const live = useLive()
  return (
    <>
      <tr id={`o-${indicator.id}`} className="row">
        <th scope="row" className="c-name">
          <span title={indicator.definition ?? undefined}>{indicator.name}</span>
          <MoreWord cell={cell} slotKey={figureKey(indicator.id, 'MAIN')} />
        </th>
        {registering ? (
          <td className="c-target" data-label="TW giao">
            {shortFigure(cell.assignedTarget, indicator)}
          </td>
        ) : (
          <td className="c-target" data-label="Đăng ký">
            {shortFigure(cell.registeredTarget, indicator)}
            <Beside cell={cell} />
          </td>
        )}
        <td className="c-last" data-label={`Năm ${cell.lastYear?.year ?? year - 1}`}>
          {shortFigure(cell.lastYear, indicator)}
        </td>
        {period === 'YEAR_ESTIMATE' ? (
          <td className="c-date">
            <Measure cell={cell} measure="TO_DATE" slot={toDate} period={period} />
          </td>
        ) : null}
        <td className={indicator.kind === 'TEXT' ? 'c-in text' : 'c-in'}>
          <Measure cell={cell} measure="MAIN" slot={main} toDate={toDate} period={period} />
        </td>
        {registering ? null : (
          <td className="c-class">{mistaken ? null : <CompletionMark completion={completion} />}</td>
        )}
        <td className="c-proof">
          <a
            href={`?minh-chung=${indicator.id}`}
            tabIndex={live ? -1 : undefined}
            className={
              files > 0 ? 'text-ink no-underline hover:underline' : 'text-cham2 underline underline-offset-3'
            }
            aria-label={`Minh chứng của ${indicator.name}: ${files > 0 ? `${files} tệp` : 'thêm tệp'}`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return
              event.preventDefault()
              onProof(indicator.id)
            }}
          >
            {files > 0 ? `${files} tệp` : 'Thêm'}
          </a>
          {files === 0 && !registering && indicator.evidenceRequired ? <small>cần tệp</small> : null}
        </td>
        <td className={`c-state ${state.grave ? 'text-co font-semibold' : 'text-mute'}`}>{state.words}</td>
      </tr>
      <MoreRow cell={cell} slotKey={figureKey(indicator.id, 'MAIN')} columns={columnsOf(period)} />
    </>
  )
})

/** TW giao and the province's resolution, small under the registered target. */
function Beside({ cell }: { cell: ReportCell }) {
  const { indicator, assignedTarget, provincialTarget, registeredTarget } = cell
  const unconfirmed =
    registeredTarget && registeredTarget.state !== 'CONFIRMED' && registeredTarget.state !== 'LOCKED'
  return (
    <>
      {unconfirmed ? <small>chưa xác nhận</small> : null}
      {assignedTarget ? <small>TW giao {shortFigure(assignedTarget, indicator)}</small> : null}
      {provincialTarget ? <small>NQ tỉnh {shortFigure(provincialTarget, indicator)}</small> : null}
    </>
  )
}

const MEASURE_NAMES = (period: PeriodKind, measure: FigureMeasure) =>
  measure === 'TO_DATE' ? 'đến nay' : period === 'REGISTRATION' ? 'đăng ký' : 'kết quả'

function Measure({
  cell,
  measure,
  slot,
  toDate,
  period,
}: {
  cell: ReportCell
  measure: FigureMeasure
  slot: Slot | undefined
  /** The slot beside MAIN, for what the two say of each other. */
  toDate?: Slot | undefined
  period: PeriodKind
}) {
  const { queue } = useDesk()
  const { indicator } = cell
  const key = figureKey(indicator.id, measure)
  const input = asFigure(slot)
  const { outcome, partProblem } = readInput(input, indicator)
  const atRest = slot?.state !== 'unsaved' || slot.saved === null
  const said = under(slot, input, outcome)
  const wrong =
    atRest && (outcome.status === 'ask' || outcome.status === 'refused' || slot?.state === 'refused')
  const remarks =
    measure === 'MAIN' && atRest && outcome.status !== 'ask' && outcome.status !== 'refused'
      ? checkFigure(entryOf(input, indicator), besideOf(cell, period, toDate))
      : []
  const mistaken = remarks.some(({ level }) => level === 'error')
  const choose = (raw: string) => {
    queue.type(key, { ...input, raw, blankReason: null })
    queue.commit(key)
    document.getElementById(key)?.focus()
  }
  return (
    <>
      {period === 'YEAR_ESTIMATE' ? (
        <span className="only-card" aria-hidden="true">
          {measure === 'TO_DATE' ? 'Đến nay' : 'Ước cả năm'}
        </span>
      ) : null}
      <FigureBox
        slotKey={key}
        measure={measure}
        label={`${indicator.name}, ${MEASURE_NAMES(period, measure)}`}
        long={indicator.kind === 'TEXT'}
        placeholder={indicator.kind === 'YES_NO' ? 'Có / Không' : undefined}
        wrong={wrong || mistaken}
        describedBy={`${key}-u`}
      />
      <input type="hidden" name={`version|${key}`} value={slot?.version ?? 0} readOnly />
      <div id={`${key}-u`} className={`under ${wrong ? 'text-co' : 'text-mute'}`}>
        {said}
        {outcome.status === 'ask' ? (
          <span className="choices">
            {outcome.choices.map(({ label }) => (
              <button key={label} type="button" onClick={() => choose(label)}>
                {label}
              </button>
            ))}
          </span>
        ) : null}
        {partProblem ? <span className="text-co block">{partProblem}</span> : null}
        {remarks.map(({ code, level, message }) => (
          <span key={code} className={`block ${level === 'error' ? 'text-co' : 'text-amber'}`}>
            {message}
          </span>
        ))}
      </div>
      {slot?.state === 'conflict' && slot.theirs ? <ConflictChoice slot={slot} theirs={slot.theirs} /> : null}
    </>
  )
}

function under(slot: Slot | undefined, input: FigureInput, outcome: ReturnType<typeof readInput>['outcome']) {
  if (slot?.state === 'refused' && slot.message) return slot.message
  switch (outcome.status) {
    case 'empty':
      return input.blankReason ? BLANK_LABELS[input.blankReason] : 'Chưa nhập'
    case 'understood':
      // Words are read as they stand: repeating them under the box says nothing.
      return outcome.value.kind === 'TEXT' ? null : outcome.echo
    case 'ask':
      return outcome.question
    case 'refused':
      return outcome.message
  }
}
