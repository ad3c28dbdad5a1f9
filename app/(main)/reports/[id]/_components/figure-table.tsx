'use client'

import { Fragment } from 'react'
import { figureSpec } from '@/lib/indicators/rules'
import type { PeriodKind } from '@/lib/periods/types'
import type { ReportCell } from '@/lib/reports/types'
import { FigureRow } from './figure-row'
import { columnsOf, groupsOf } from './show'
import { FigureHead } from './figure-head'

/** One row an indicator, under the groups of the set. */
export function FigureTable({
  cells,
  period,
  year,
  onProof,
}: {
  cells: readonly ReportCell[]
  period: PeriodKind
  year: number
  onProof: (indicatorId: string) => void
}) {
  return (
    <>
      <p className="text-mute mt-2.5 mb-1 text-sm pointer-coarse:hidden">
        Tab hoặc Enter sang số tiếp theo; F2 mở chi tiết, ghi chú; F4 mở minh chứng của chỉ tiêu đang nhập.
      </p>
      <table className="entry">
        <FigureHead period={period} year={year} last="Trạng thái lưu" />
        <tbody>
          {groupsOf(cells).map((group) => (
            <Fragment key={group.id}>
              <tr className="gr">
                <th colSpan={columnsOf(period)} scope="rowgroup">
                  {group.title}
                </th>
              </tr>
              {group.cells.map((cell) =>
                cell.notAssigned ? (
                  <NotAssigned key={cell.indicator.id} cell={cell} columns={columnsOf(period)} />
                ) : (
                  <FigureRow
                    key={cell.indicator.id}
                    cell={cell}
                    period={period}
                    year={year}
                    onProof={onProof}
                  />
                ),
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Keeps its place, so that a column pasted from the whole table stays in step. */
function NotAssigned({ cell, columns }: { cell: ReportCell; columns: number }) {
  return (
    <tr className="row none" id={`o-${cell.indicator.id}`}>
      <th scope="row" className="c-name">
        {cell.indicator.name}
        <small>{figureSpec(cell.indicator).unit}</small>
      </th>
      <td colSpan={columns - 1} className="c-none" data-box="MAIN">
        <span data-box="TO_DATE">Không giao cho đơn vị</span>
      </td>
    </tr>
  )
}
