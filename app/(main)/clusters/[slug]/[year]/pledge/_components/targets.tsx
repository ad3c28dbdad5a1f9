import Link from 'next/link'
import { ExportLinks } from '@/components/documents/export-links'
import { figureText } from '@/components/reports/figure-text'
import { DemoMark } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import type { PledgeAppendixDto, RegisteredTargets } from '@/lib/activities/pledge/types'
import { printDate } from '@/lib/platform/dates'
import type { UnitRef } from '@/lib/units/types'

/** Each unit's registered targets, read from the registrations as they stand. */
export function Targets({
  slug,
  targets,
  members,
  year,
}: {
  slug: string
  targets: RegisteredTargets
  members: UnitRef[]
  year: number
}) {
  const columns = members.flatMap((unit) => {
    const row = targets.units.find(({ unitId }) => unitId === unit.id)
    return row ? [{ unit, ...row }] : []
  })
  const groups = [...new Map(targets.indicators.map(({ group }) => [group.id, group])).values()]
  const missing = members.length - columns.length
  return (
    <section aria-labelledby="chi-tieu" className="mt-8">
      <h2 id="chi-tieu">
        Chỉ tiêu các đơn vị đăng ký {columns.some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
      </h2>
      {columns.length > 0 ? (
        <p className="flex gap-4">
          <ExportLinks table="targets" of={{ slug, nam: year }} label="chỉ tiêu đăng ký" />
        </p>
      ) : null}
      <p className="text-mute max-w-[88ch]">
        Lấy từ bản đăng ký chỉ tiêu năm {year} của từng đơn vị, kể cả điều chỉnh đã được đồng ý.
        {missing > 0 ? ` ${missing} đơn vị chưa gửi hoặc bạn chưa được xem.` : ''}
      </p>
      <ListTable label="Chỉ tiêu đăng ký">
        <thead>
          <tr>
            <th>Chỉ tiêu</th>
            {columns.map(({ unit, reportId, state }) => (
              <th key={unit.id} className="num">
                <Link prefetch={false} href={`/reports/${reportId}/review`}>
                  {unit.name}
                </Link>
                {state === 'CONFIRMED' || state === 'LOCKED' ? null : (
                  <small className="font-normal">chưa xác nhận</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="gr">
              <th colSpan={columns.length + 1} scope="rowgroup">
                {group.name}
              </th>
            </tr>
            {targets.indicators
              .filter((indicator) => indicator.group.id === group.id)
              .map((indicator) => (
                <tr key={indicator.id}>
                  <th scope="row" className="min-w-[180px]">
                    {indicator.shortName}
                    {indicator.kind === 'MONEY' || indicator.kind === 'PERCENTAGE' ? null : (
                      <small>{indicator.measureUnit}</small>
                    )}
                  </th>
                  {columns.map(({ unit, values }) => (
                    <td key={unit.id} className={indicator.kind === 'TEXT' ? 'num words' : 'num'}>
                      {figureText({ raw: '', value: values[indicator.id] ?? null }, indicator)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        ))}
      </ListTable>
    </section>
  )
}

/** phụ lục of the pledge: approved adjustments of targets. */
export function Appendices({ appendices }: { appendices: PledgeAppendixDto[] }) {
  return (
    <section aria-labelledby="phu-luc" className="mt-8">
      <h2 id="phu-luc">Phụ lục: chỉ tiêu đã điều chỉnh</h2>
      {appendices.length === 0 ? (
        <p className="text-mute">
          Chưa có điều chỉnh nào được đồng ý. Điều chỉnh chỉ tiêu không làm mất hiệu lực xác nhận thống nhất.
        </p>
      ) : (
        <ListTable label="Phụ lục giao ước" cards>
          <thead>
            <tr>
              <th>Đơn vị</th>
              <th>Chỉ tiêu</th>
              <th className="num">Đã đăng ký</th>
              <th className="num">Điều chỉnh thành</th>
              <th>Lý do, văn bản</th>
            </tr>
          </thead>
          <tbody>
            {appendices.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.unit.name}</th>
                <td data-label="Chỉ tiêu">{row.indicator}</td>
                <td className="num" data-label="Đã đăng ký">
                  {row.oldRaw}
                </td>
                <td className="num" data-label="Điều chỉnh thành">
                  {row.newRaw}
                </td>
                <td data-label="Lý do">
                  {row.reason}
                  <small>
                    {row.paper}
                    {row.decidedAt ? `, đồng ý ngày ${printDate(row.decidedAt)}` : ''}
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
    </section>
  )
}
