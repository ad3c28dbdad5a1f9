'use client'

import type { ReactNode } from 'react'
import { saveCsv } from '@/components/charts/export'

/** A table of the comparison with its heading, its file (`csv`, the head row first) and its head; `children` are its bodies. */
export function TableFrame({
  title,
  caption,
  csv,
  name,
  columns,
  heat = false,
  above,
  children,
}: {
  title: string
  caption: string
  csv: () => string[][]
  name: string
  columns: readonly { key: string; name: string; measure?: string }[]
  heat?: boolean
  above?: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <div className={`${heat ? 'mt-4' : 'mt-6'} flex flex-wrap items-baseline justify-between gap-x-6`}>
        <h2>{title}</h2>
        <button
          type="button"
          onClick={() => saveCsv(caption, csv())}
          className="no-print link text-cham2 text-sm pointer-coarse:min-h-11"
        >
          Tải bảng (CSV)
        </button>
      </div>
      {above}
      <div
        className={`scroll hold ${heat ? 'mt-2' : 'mt-1'}`}
        role="region"
        aria-label={caption}
        tabIndex={0}
      >
        <table className={heat ? 'figures heat' : 'figures'}>
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="c">
                {name}
              </th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="n">
                  <span>{column.name}</span>
                  {column.measure === undefined ? null : <small>{column.measure}</small>}
                </th>
              ))}
            </tr>
          </thead>
          {children}
        </table>
      </div>
    </>
  )
}
