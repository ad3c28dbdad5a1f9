'use client'

import { saveCsv } from '@/components/charts/export'
import { Empty } from '@/components/ui/empty'
import { Cell } from './figure-table'
import { Legend } from './legend'
import type { PrintedComparison } from './printed'

/** Rows by indicators of one year, each cell with its class: where the weaknesses of a unit or of an indicator lie. */
export function HeatTable({ shown }: { shown: PrintedComparison }) {
  const { heat, ask } = shown
  if (!heat)
    return (
      <Empty title="Quá nhiều hàng để xếp thành một bảng">
        Hãy chọn một cụm ở ô “Trong cụm” để xem các đơn vị của cụm đó.
      </Empty>
    )
  if (heat.columns.length === 0) return <Empty title={`Năm ${ask.to} chưa có số liệu mà bạn được xem`} />
  const caption = `Các chỉ tiêu năm ${ask.to}: ${shown.boundary[0]!.toLowerCase()}${shown.boundary.slice(1)}`
  const name = ask.compared === 'CLUSTERS' ? 'Cụm' : 'Đơn vị'
  const csv = () =>
    saveCsv(caption, [
      [
        name,
        ...heat.columns.map((column) =>
          column.measure ? `${column.name} (${column.measure})` : column.name,
        ),
      ],
      ...heat.rows.map((row) => [row.name, ...row.cells.map((cell) => cell?.text ?? '')]),
    ])
  return (
    <>
      <div className="mt-4 flex flex-wrap items-baseline justify-between gap-x-6">
        <h2>{caption}</h2>
        <button
          type="button"
          onClick={csv}
          className="no-print link text-cham2 text-sm pointer-coarse:min-h-11"
        >
          Tải bảng (CSV)
        </button>
      </div>
      <Legend />
      <div className="scroll hold mt-2" role="region" aria-label={caption} tabIndex={0}>
        <table className="figures heat">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="c">
                {name}
              </th>
              {heat.columns.map((column) => (
                <th key={column.code} scope="col" className="n">
                  <span>{column.name}</span>
                  <small>{column.measure}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {heat.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  <a href={row.href}>{row.name}</a>
                  {row.cells.some((cell) => cell?.unconfirmed && !cell.blank) ? <u>chưa xác nhận</u> : null}
                </th>
                {row.cells.map((cell, index) => (
                  <Cell
                    key={heat.columns[index]!.code}
                    cell={cell && { ...cell, targetText: '', href: '', note: '' }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
