'use client'

import { saveCsv } from '@/components/charts/export'
import type { PrintedCell, PrintedComparison } from './printed'

/** All figures of the comparison: rows by years, each leading to where it is told in full. */
export function FigureTable({ shown }: { shown: PrintedComparison }) {
  const caption = `${shown.about}, ${shown.when}: ${shown.boundary[0]!.toLowerCase()}${shown.boundary.slice(1)}`
  const name = shown.ask.compared === 'CLUSTERS' ? 'Cụm' : 'Đơn vị'
  const csv = () =>
    saveCsv(caption, [
      [
        name,
        ...shown.years.flatMap((year) => [
          String(year),
          `Đăng ký ${year}`,
          `So với đăng ký ${year}`,
          `Ghi chú ${year}`,
        ]),
      ],
      ...shown.rows.map((row) => [
        row.name,
        ...row.cells.flatMap((cell) =>
          cell ? [cell.text, cell.targetText, cell.percent, cell.note] : ['', '', '', ''],
        ),
      ]),
    ])
  return (
    <>
      <div className="mt-6 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>Bảng số liệu</h2>
        <button
          type="button"
          onClick={csv}
          className="no-print link text-cham2 text-sm pointer-coarse:min-h-11"
        >
          Tải bảng (CSV)
        </button>
      </div>
      <div className="scroll hold mt-1" role="region" aria-label={caption} tabIndex={0}>
        <table className="figures">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="c">
                {name}
              </th>
              {shown.years.map((year) => (
                <th key={year} scope="col" className="n">
                  <span>{year}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={row.href}>{row.name}</a>
                </th>
                {row.cells.map((cell, index) => (
                  <Cell key={shown.years[index]} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
          {shown.total.some((cell) => cell && !cell.blank) ? (
            <tfoot>
              <tr className="t">
                <th scope="row">{shown.totalName}</th>
                {shown.total.map((cell, index) => (
                  <Cell
                    key={shown.years[index]}
                    cell={cell && !cell.blank ? { ...cell, mark: '', markClass: '' } : null}
                  />
                ))}
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
    </>
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
        <span className="max-w-[180px] truncate" title={cell.note}>
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
