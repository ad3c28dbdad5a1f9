'use client'

import { Empty } from '@/components/ui/empty'
import { Cell } from './figure-table'
import { Legend } from './legend'
import { boundaryOf, rowsName, type PrintedComparison } from './printed'
import { TableFrame } from './table-frame'

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
  const caption = `Các chỉ tiêu năm ${ask.to}: ${boundaryOf(shown)}`
  const name = rowsName(shown)
  const csv = () => [
    [
      name,
      ...heat.columns.map((column) => (column.measure ? `${column.name} (${column.measure})` : column.name)),
    ],
    ...heat.rows.map((row) => [row.name, ...row.cells.map((cell) => cell?.text ?? '')]),
  ]
  return (
    <TableFrame
      title={caption}
      caption={caption}
      csv={csv}
      name={name}
      columns={heat.columns.map((column) => ({ ...column, key: column.code }))}
      heat
      above={<Legend />}
    >
      <tbody>
        {heat.rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <a href={row.href}>{row.name}</a>
              {row.cells.some((cell) => cell?.draft && !cell.blank) ? (
                <u>bản nháp, không tính vào tổng</u>
              ) : row.cells.some((cell) => cell?.unconfirmed && !cell.blank) ? (
                <u>chưa xác nhận</u>
              ) : row.cells.some((cell) => cell?.closed) ? (
                <u>chưa mở cho bạn xem</u>
              ) : null}
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
    </TableFrame>
  )
}
