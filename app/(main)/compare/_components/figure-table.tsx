'use client'

import { useState } from 'react'
import {
  boundaryOf,
  everyYear,
  rowsName,
  type PrintedCell,
  type PrintedComparison,
  type PrintedRow,
} from './printed'
import { TableFrame } from './table-frame'

/** All figures of the comparison: rows by years, each leading to where it is told in full. */
export function FigureTable({ shown }: { shown: PrintedComparison }) {
  const caption = `${shown.about}, ${shown.when}: ${boundaryOf(shown)}`
  const name = rowsName(shown)
  const [unfolded, setUnfolded] = useState(false)
  const years = everyYear(shown)
  const cellsOf = (cells: (PrintedCell | null)[]) =>
    years.map((year) => cells[shown.years.indexOf(year)] ?? null)
  const rowOf = (row: PrintedRow) => (
    <tr key={row.key}>
      <th scope="row">
        <a href={row.href}>{row.name}</a>
      </th>
      {cellsOf(row.cells).map((cell, index) => (
        <Cell key={years[index]} cell={cell} />
      ))}
    </tr>
  )
  const csv = () => [
    [
      name,
      ...years.flatMap((year) => [
        String(year),
        `Đăng ký ${year}`,
        `So với đăng ký ${year}`,
        `Ghi chú ${year}`,
      ]),
    ],
    ...[...shown.rows, ...shown.folded].map((row) => [
      row.name,
      ...cellsOf(row.cells).flatMap((cell) =>
        cell ? [cell.text, cell.targetText, cell.percent, cell.note] : ['', '', '', ''],
      ),
    ]),
  ]
  return (
    <TableFrame
      title="Bảng số liệu"
      caption={caption}
      csv={csv}
      name={name}
      columns={years.map((year) => ({ key: String(year), name: String(year) }))}
    >
      <tbody>
        {shown.rows.map(rowOf)}
        {unfolded ? shown.folded.map(rowOf) : null}
        {shown.folded.length > 0 ? (
          <tr>
            <th scope="row" className="!whitespace-normal">
              <button
                type="button"
                aria-expanded={unfolded}
                onClick={() => setUnfolded(!unfolded)}
                className="link text-cham2 text-left font-normal pointer-coarse:min-h-11"
              >
                {unfolded
                  ? 'Thu gọn'
                  : `${shown.folded.length} ${name.toLowerCase()} chưa có số liệu năm nào`}
              </button>
            </th>
            <td className="x" colSpan={years.length} />
          </tr>
        ) : null}
      </tbody>
      {shown.total.some((cell) => cell && !cell.blank) ? (
        <tfoot>
          <tr className="t">
            <th scope="row">{shown.totalName}</th>
            {cellsOf(shown.total).map((cell, index) => (
              <Cell
                key={years[index]}
                cell={cell && !cell.blank ? { ...cell, mark: '', markClass: '' } : null}
              />
            ))}
          </tr>
        </tfoot>
      ) : null}
    </TableFrame>
  )
}

export function Cell({ cell }: { cell: PrintedCell | null }) {
  if (!cell) return <td className="x" />
  const below = [cell.targetText, cell.percent].filter(Boolean).join(' · ')
  const words = (
    <>
      <b>{cell.text}</b>
      {below ? <span>{below}</span> : null}
      {cell.note ? (
        <span className="ml-auto max-w-[180px] truncate" title={cell.note}>
          {cell.note}
        </span>
      ) : null}
    </>
  )
  return (
    <td className={cell.blank ? 'x' : cell.markClass}>
      {cell.href && cell.text !== '–' ? <a href={cell.href}>{words}</a> : words}
      {cell.label ? <i title={cell.label}>{cell.label}</i> : null}
    </td>
  )
}
