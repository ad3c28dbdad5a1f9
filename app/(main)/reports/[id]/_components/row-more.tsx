'use client'

import { BLANK_LABELS } from '@/lib/reports/labels'
import { readInput } from '@/lib/reports/entry/rules'
import type { FigureInput, SlotKey } from '@/lib/reports/entry/types'
import { printNumber } from '@/lib/platform/numbers/print'
import { BLANK_REASONS, type ReportCell } from '@/lib/reports/types'
import { breakdownDifference, figureSpec } from '@/lib/indicators/rules'
import { asFigure, useDesk, useLive, useSlot } from './desk'

const summaryOf = (cell: ReportCell, input: FigureInput) => {
  if (input.note.trim()) return 'Có ghi chú'
  return cell.indicator.breakdown.length > 0 ? 'Chi tiết, ghi chú, để trống' : 'Ghi chú, để trống'
}

/** The unit of measure, and the word that opens the row below, by style alone so that it opens without a script too. */
export function MoreWord({ cell, slotKey }: { cell: ReportCell; slotKey: SlotKey }) {
  const input = asFigure(useSlot(slotKey))
  const live = useLive()
  // Of money: the unit in which a bare number is understood.
  const { unit } = figureSpec(cell.indicator)
  return (
    <details className="more">
      <summary aria-controls={`p-${cell.indicator.id}`} tabIndex={live ? -1 : undefined}>
        {unit ? <span className="text-mute">{unit}</span> : null}
        <span className="word">{summaryOf(cell, input)}</span>
      </summary>
    </details>
  )
}

/** Definition, breakdown, note, why the cell is blank: a row of its own under the figure's. */
export function MoreRow({ cell, slotKey, columns }: { cell: ReportCell; slotKey: SlotKey; columns: number }) {
  const { queue } = useDesk()
  const { indicator } = cell
  const input = asFigure(useSlot(slotKey))
  const change = (part: Partial<FigureInput>) => queue.type(slotKey, { ...input, ...part })
  const commit = () => queue.commit(slotKey)
  const blank = !input.raw.trim()
  return (
    <tr className="more-row" id={`p-${indicator.id}`}>
      <td colSpan={columns}>
        <div className="within">
          {indicator.definition ? (
            <p className="text-mute">
              {indicator.definition}
              {indicator.definitionSource ? ` (${indicator.definitionSource})` : null}
            </p>
          ) : null}
          {cell.duties.length > 0 ? (
            <p className="text-mute">Phụ trách: {cell.duties.map(({ name }) => name).join(', ')}.</p>
          ) : null}
          {indicator.breakdown.length > 0 ? (
            <fieldset>
              <legend>Chi tiết</legend>
              {indicator.breakdown.map((label, index) => (
                <label key={label}>
                  <span>{label}</span>
                  <input
                    className="box"
                    name={`part|${slotKey}|${index}`}
                    value={input.breakdown[index] ?? ''}
                    autoComplete="off"
                    onChange={(event) =>
                      change({
                        breakdown: indicator.breakdown.map((_, at) =>
                          at === index ? event.target.value : (input.breakdown[at] ?? ''),
                        ),
                      })
                    }
                    onBlur={commit}
                  />
                </label>
              ))}
              <p className="text-mute">{sumWords(cell, input)}</p>
            </fieldset>
          ) : null}
          <label>
            <span>Để trống vì</span>
            <select
              className="box"
              name={`blank|${slotKey}`}
              value={input.blankReason ?? ''}
              aria-disabled={!blank || undefined}
              onChange={(event) => {
                const blankReason = BLANK_REASONS.find((reason) => reason === event.target.value) ?? null
                if (blank) change({ blankReason })
                commit()
              }}
            >
              <option value="">{blank ? 'Chưa nói' : 'Đã có số liệu'}</option>
              {BLANK_REASONS.map((reason) => (
                <option key={reason} value={reason} disabled={!blank}>
                  {BLANK_LABELS[reason]}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>Ghi chú</span>
            <textarea
              className="box field-sizing-content"
              name={`note|${slotKey}`}
              rows={2}
              maxLength={2000}
              value={input.note}
              onChange={(event) => change({ note: event.target.value })}
              onBlur={commit}
            />
          </label>
        </div>
      </td>
    </tr>
  )
}

/** "Cộng được 745, đúng bằng tổng." */
function sumWords({ indicator }: ReportCell, input: FigureInput): string {
  const { value, breakdown } = readInput(input, indicator)
  const total = value?.kind === 'RATIO' ? value.numerator : value && 'amount' in value ? value.amount : null
  if (!total) return 'Nhập tổng trước, phần chi tiết phải cộng đúng bằng tổng.'
  if (!breakdown) return 'Chưa nhập chi tiết.'
  const by = breakdownDifference(
    breakdown.map(({ amount }) => amount),
    total,
  )
  if (by === '0') return 'Cộng đúng bằng tổng.'
  return by.startsWith('-')
    ? `Còn thiếu ${printNumber(by.slice(1))} so với tổng.`
    : `Thừa ${printNumber(by)} so với tổng.`
}
