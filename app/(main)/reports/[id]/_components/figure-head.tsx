import type { PeriodKind } from '@/lib/periods/types'

/** Column headings of a report's figures, in entry and in reading; `last` names the last column to screen readers. */
export function FigureHead({ period, year, last }: { period: PeriodKind; year: number; last: string }) {
  const registering = period === 'REGISTRATION'
  return (
    <thead>
      <tr>
        <th scope="col">Chỉ tiêu</th>
        <th scope="col" className="r w-num">
          {registering ? 'TW giao' : 'Đăng ký'}
        </th>
        <th scope="col" className="r w-num">
          Năm {year - 1}
        </th>
        {period === 'YEAR_ESTIMATE' ? (
          <th scope="col" className="r w-date">
            Đến nay
          </th>
        ) : null}
        <th scope="col" className="r w-in">
          {registering ? 'Đăng ký' : period === 'YEAR_ESTIMATE' ? 'Ước cả năm' : 'Kết quả'}
        </th>
        {registering ? null : (
          <th scope="col" className="w-class">
            Mức
          </th>
        )}
        <th scope="col" className="w-proof">
          Minh chứng
        </th>
        <th scope="col" className="w-state">
          <span className="sr-only">{last}</span>
        </th>
      </tr>
    </thead>
  )
}
