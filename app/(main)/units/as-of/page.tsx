import type { Metadata } from 'next'
import Link from 'next/link'
import { Cite } from '@/components/clusters/cite'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { HEADSHIP_LABELS, INFERRED } from '@/lib/clusters/labels'
import { listClustersOn } from '@/lib/clusters/as-of/queries'
import type { ClusterOnDay } from '@/lib/clusters/as-of/types'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { daySchema, firstText } from '@/lib/platform/fields'
import { listNamedUnits } from '@/lib/units/resolution/queries'
import { resolveAmong } from '@/lib/units/resolution/rules'
import type { NamedUnit, Resolution } from '@/lib/units/resolution/types'
import { existsOn } from '@/lib/units/rules'
import { validityLabel } from '@/lib/units/labels'
import { compareVietnamese } from '@/lib/platform/vietnamese'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Vào một ngày' }

/** Units, members and heads on any day; what no source says is said to be unknown. */
export default async function AsOfPage({ searchParams }: Props) {
  const actor = await requireActor('/units/as-of')
  const params = await searchParams
  const asked = daySchema.safeParse(firstText(params.ngay))
  const day = asked.success ? asked.data : await readToday()
  const wanted = firstText(params.tim).slice(0, 80).trim()
  const [units, clusters] = await Promise.all([listNamedUnits(actor, day), listClustersOn(actor, day)])
  const existing = units.filter((unit) => existsOn(unit, day))
  const resolution = wanted ? resolveAmong(units, wanted, day) : null
  const known = clusters.filter(({ year }) => year !== null)
  const shown =
    resolution?.status === 'FOUND'
      ? [resolution.unit]
      : resolution?.status === 'AMBIGUOUS'
        ? resolution.units
        : existing
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Đơn vị', href: '/units' }, { label: 'Vào một ngày' }]}
        title={`Ngày ${printDate(day)}`}
        mark={known.some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
        sentence={
          <p>
            {existing.length} tỉnh, thành phố; nguồn cho biết thành viên của {known.length} trong{' '}
            {clusters.length} cụm, còn lại chưa rõ.
          </p>
        }
      />
      <PageBody>
        <form method="get" role="search" className="no-print flex flex-wrap items-end gap-4">
          <label className="block">
            <span className="mb-1 block font-semibold">Vào ngày</span>
            <input type="date" name="ngay" defaultValue={day} className="box max-w-[190px]" />
          </label>
          <label className="block">
            <span className="mb-1 block font-semibold">Tên hoặc mã đơn vị</span>
            <input type="search" name="tim" defaultValue={wanted} maxLength={80} className="box" />
          </label>
          <Button type="submit">Xem</Button>
        </form>
        {resolution ? <Meaning resolution={resolution} wanted={wanted} day={day} /> : null}
        {resolution === null ? (
          <>
            <h2 className="mt-6">Cụm thi đua</h2>
            <Clusters clusters={clusters} />
          </>
        ) : null}
        {resolution?.status === 'UNKNOWN' || resolution?.status === 'OTHER_TIME' ? null : (
          <>
            <h2 className="mt-8">Đơn vị</h2>
            <Units units={shown.toSorted((a, b) => compareVietnamese(a.name, b.name))} clusters={clusters} />
          </>
        )}
      </PageBody>
    </>
  )
}

function Meaning({ resolution, wanted, day }: { resolution: Resolution; wanted: string; day: string }) {
  const on = `ngày ${printDate(day)}`
  switch (resolution.status) {
    case 'FOUND':
      return (
        <p className="mt-4 text-lg">
          “{wanted}” vào {on} là{' '}
          <Link href={`/units/${resolution.unit.slug}`} className="link font-semibold">
            {resolution.unit.kind} {resolution.unit.name}
          </Link>
          {resolution.unit.code ? `, mã ${resolution.unit.code}` : ''}.
        </p>
      )
    case 'AMBIGUOUS':
      return (
        <Notice
          kind="warning"
          title={`“${wanted}” có thể là nhiều đơn vị. Hãy chọn một trong các dòng dưới.`}
        />
      )
    case 'OTHER_TIME':
      return (
        <Notice title={`Vào ${on} không có đơn vị nào mang tên hoặc mã “${wanted}”.`}>
          {resolution.units.map((unit) => (
            <p key={unit.id}>
              <Link href={`/units/${unit.slug}`} className="link">
                {unit.kind} {unit.name}
              </Link>{' '}
              có {validityLabel(unit.validFrom, unit.validTo)}.
            </p>
          ))}
        </Notice>
      )
    case 'UNKNOWN':
      return (
        <Notice title={`Không có đơn vị nào mang tên hoặc mã “${wanted}” vào ${on}.`}>
          Thử tên không dấu, ví dụ “dak lak”, hoặc mã hai chữ số.
        </Notice>
      )
  }
}

const Unknown = () => <span className="text-mute">chưa rõ</span>

function Holder({ holder }: { holder: ClusterOnDay['head'] }) {
  if (!holder) return <Unknown />
  return (
    <>
      <Link href={`/units/${holder.unit.slug}`} prefetch={false} className="text-vang font-semibold">
        {holder.unit.name}
      </Link>{' '}
      {holder.inferred ? <Badge kind="wait">{INFERRED}</Badge> : null} <Cite source={holder.source} />
      <small className="text-mute block text-xs">
        {[
          holder.startsOn ? `từ ${printDate(holder.startsOn)}` : 'ngày nhận: chưa rõ',
          holder.endsOn ? `đến ${printDate(holder.endsOn)}` : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </small>
    </>
  )
}

function Clusters({ clusters }: { clusters: ClusterOnDay[] }) {
  return (
    <ListTable label="Cụm thi đua vào ngày này" cards>
      <thead>
        <tr>
          <th scope="col">Cụm</th>
          <th scope="col">Thành viên</th>
          <th scope="col">{HEADSHIP_LABELS.HEAD}</th>
          <th scope="col">{HEADSHIP_LABELS.DEPUTY}</th>
        </tr>
      </thead>
      <tbody>
        {clusters.map((cluster) => (
          <tr key={cluster.cluster.id}>
            <th scope="row">
              {cluster.year === null ? (
                cluster.title
              ) : (
                <Link href={`/clusters/${cluster.cluster.slug}/${cluster.year}`} prefetch={false}>
                  {cluster.title}
                </Link>
              )}{' '}
              {cluster.illustrative ? <DemoMark /> : null}
            </th>
            <td data-label="Thành viên">
              {cluster.members.length === 0 ? (
                <Unknown />
              ) : (
                <>
                  {cluster.members.length}: {cluster.members.map(({ name }) => name).join(', ')}{' '}
                  {cluster.members.some(({ inferred }) => inferred) ? (
                    <Badge kind="wait">{INFERRED}</Badge>
                  ) : null}{' '}
                  <Cite source={cluster.members[0]?.source ?? null} />
                </>
              )}
            </td>
            <td data-label={HEADSHIP_LABELS.HEAD}>
              <Holder holder={cluster.head} />
            </td>
            <td data-label={HEADSHIP_LABELS.DEPUTY}>
              <Holder holder={cluster.deputy} />
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Units({ units, clusters }: { units: NamedUnit[]; clusters: ClusterOnDay[] }) {
  return (
    <ListTable label="Đơn vị vào ngày này" cards>
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col">Loại</th>
          <th scope="col">Mã</th>
          <th scope="col">Cụm thi đua</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const own = clusters.filter(({ members }) => members.some(({ id }) => id === unit.id))
          return (
            <tr key={unit.id}>
              <th scope="row">
                <Link href={`/units/${unit.slug}`} prefetch={false}>
                  {unit.name}
                </Link>
              </th>
              <td data-label="Loại">{unit.kind}</td>
              <td data-label="Mã">{unit.code ?? <Unknown />}</td>
              <td data-label="Cụm">
                {own.length === 0 ? <Unknown /> : null}
                {own.map(({ cluster, year, title }) => (
                  <Link
                    key={cluster.id}
                    href={`/clusters/${cluster.slug}/${year}`}
                    prefetch={false}
                    className="block"
                  >
                    {title}
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
