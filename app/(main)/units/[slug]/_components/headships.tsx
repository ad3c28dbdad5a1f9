import Link from 'next/link'
import { Cite } from '@/components/clusters/cite'
import { Badge, DemoMark } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import type { LineageHeadship } from '@/lib/clusters/as-of/types'
import { HEADSHIP_LABELS, INFERRED } from '@/lib/clusters/labels'
import { printDate } from '@/lib/platform/dates'
import { unitLabel } from '@/lib/units/labels'

/** Who headed a cluster: the unit itself, or a unit it came from, named as of its own time. */
export function Headships({ headships }: { headships: LineageHeadship[] }) {
  return (
    <ListTable label="Cụm trưởng, cụm phó qua các năm" cards>
      <thead>
        <tr>
          <th scope="col">Năm</th>
          <th scope="col">Vai trò</th>
          <th scope="col">Đơn vị giữ</th>
          <th scope="col">Cụm thi đua</th>
          <th scope="col">Thời gian</th>
        </tr>
      </thead>
      <tbody>
        {headships.map((headship, index) => (
          <tr key={index}>
            <th scope="row">{headship.year}</th>
            <td data-label="Vai trò">
              <Badge kind="gold">{HEADSHIP_LABELS[headship.role]}</Badge>
            </td>
            <td data-label="Đơn vị giữ">
              <Link href={`/units/${headship.unit.slug}/${headship.year}`} prefetch={false}>
                {unitLabel({ ...headship.unit, validTo: headship.unitEnded })}
              </Link>
              {headship.own ? null : <small className="text-mute block text-xs">đơn vị cũ</small>}
            </td>
            <td data-label="Cụm">
              <Link href={`/clusters/${headship.cluster.slug}/${headship.year}`} prefetch={false}>
                {headship.cluster.title}
              </Link>{' '}
              {headship.illustrative ? <DemoMark /> : null}
            </td>
            <td data-label="Thời gian">
              {headship.startsOn ? `từ ${printDate(headship.startsOn)} ` : ''}
              {headship.endsOn ? `đến ${printDate(headship.endsOn)} ` : ''}
              {headship.startsOn || headship.endsOn ? '' : <span className="text-mute">ngày chưa rõ </span>}
              {headship.inferred ? <Badge kind="wait">{INFERRED}</Badge> : null}{' '}
              <Cite source={headship.source} />
              {headship.note ? <small className="text-mute block text-xs">{headship.note}</small> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
