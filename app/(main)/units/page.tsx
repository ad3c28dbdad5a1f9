import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { isRealDay, printDate } from '@/lib/platform/dates'
import { firstText } from '@/lib/platform/fields'
import { unitLabel, validityLabel } from '@/lib/units/labels'
import { listUnits } from '@/lib/units/queries'
import { existsOn, findUnits, otherPredecessors } from '@/lib/units/rules'
import type { UnitListItem } from '@/lib/units/types'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata = { title: 'Đơn vị' }

export default async function UnitsPage({ searchParams }: Props) {
  const actor = await requireActor('/units')
  const params = await searchParams
  const wanted = firstText(params.tim).slice(0, 80)
  const today = await readToday()
  const day = isRealDay(firstText(params.ngay)) ? firstText(params.ngay) : today
  const everything = firstText(params.ngay) === 'tat-ca' || (wanted !== '' && !params.ngay)
  const units = await listUnits(actor)
  const inScope = everything ? units : units.filter((unit) => existsOn(unit, day))
  const found = findUnits(inScope, wanted)
  return (
    <>
      <PageHeader
        title="Đơn vị"
        sentence={
          <p>
            {wanted
              ? `${found.length} đơn vị khớp với “${wanted}”, kể cả đơn vị của thời trước.`
              : everything
                ? `${found.length} đơn vị của mọi thời kỳ.`
                : `${found.length} tỉnh, thành phố vào ngày ${printDate(day)}.`}
          </p>
        }
      />
      <PageBody>
        <form method="get" role="search" className="no-print flex flex-wrap items-end gap-4">
          <label className="block">
            <span className="mb-1 block font-semibold">Tìm theo tên, không cần dấu</span>
            <input type="search" name="tim" defaultValue={wanted} maxLength={80} className="box" />
          </label>
          <Button type="submit">Tìm</Button>
          <nav aria-label="Thời điểm" className="links flex flex-wrap gap-x-4 gap-y-1 pb-1.5">
            <Link href="/units" className="link">
              Hiện nay
            </Link>
            <Link href="/units?ngay=2025-06-30" className="link">
              Trước 1/7/2025
            </Link>
            <Link href="/units?ngay=tat-ca" className="link">
              Mọi thời kỳ
            </Link>
            <Link href="/units/as-of" className="link">
              Vào một ngày
            </Link>
          </nav>
        </form>
        {found.length === 0 ? (
          <Empty title="Không tìm thấy đơn vị nào">
            Thử gõ một phần của tên, ví dụ “dak lak” hay “lang son”.
          </Empty>
        ) : (
          <UnitsTable units={found} />
        )}
      </PageBody>
    </>
  )
}

function UnitsTable({ units }: { units: UnitListItem[] }) {
  return (
    <ListTable label="Danh sách đơn vị" cards>
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col">Loại</th>
          <th scope="col">Mã</th>
          <th scope="col">Gồm, nay thuộc</th>
          <th scope="col">Cụm gần nhất</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const includes = otherPredecessors(unit.name, unit.predecessors)
          return (
            <tr key={unit.id}>
              <th scope="row">
                <Link href={`/units/${unit.slug}`}>{unitLabel(unit)}</Link>
                {unit.validTo ? <small>{validityLabel(unit.validFrom, unit.validTo)}</small> : null}
              </th>
              <td data-label="Loại">{unit.kind}</td>
              <td data-label="Mã">{unit.code ?? '–'}</td>
              <td data-label="Gồm, nay thuộc">
                {includes.length > 0 ? `gồm ${includes.map(({ name }) => name).join(', ')}` : null}
                {unit.successors.map((successor) => (
                  <span key={successor.id}>
                    nay thuộc <Link href={`/units/${successor.slug}`}>{successor.name}</Link>
                  </span>
                ))}
              </td>
              <td data-label="Cụm gần nhất">
                {unit.clusters.map((cluster) => (
                  <Link
                    key={cluster.slug}
                    href={`/clusters/${cluster.slug}/${cluster.year}`}
                    className="mr-3"
                  >
                    {cluster.name} {cluster.year}
                  </Link>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
