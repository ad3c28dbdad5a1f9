import Link from 'next/link'
import { notFound } from 'next/navigation'
import { AwardBook } from '@/components/awards/award-book'
import { ExportLinks } from '@/components/documents/export-links'
import { TermList } from '@/components/terms/term-list'
import { Badge } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { listUnitAwards, listUnitNominations } from '@/lib/awards/book/queries'
import { listLineageHeadships } from '@/lib/clusters/as-of/queries'
import { HEADSHIP_LABELS } from '@/lib/clusters/labels'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { mayKeepTerms } from '@/lib/terms/policy'
import { listUnitTerms } from '@/lib/terms/queries'
import { unitLabel, validityLabel } from '@/lib/units/labels'
import { getUnit } from '@/lib/units/queries'
import { hasEndedSlug, otherPredecessors } from '@/lib/units/rules'
import type { RelatedUnit, UnitDetail } from '@/lib/units/types'
import { Headships } from './_components/headships'

type Props = { params: Promise<{ slug: string }> }

export const metadata = { title: 'Đơn vị' }

export default async function UnitPage({ params }: Props) {
  const { slug } = await params
  const actor = await requireActor(`/units/${slug}`)
  const unit = await getUnit(actor, slug)
  if (!unit) notFound()
  const [awards, nominations, today, terms, headships] = await Promise.all([
    listUnitAwards(actor, unit.id, { withPredecessors: true }),
    listUnitNominations(actor, unit.id, { withPredecessors: true }),
    readToday(),
    listUnitTerms(actor, unit.id),
    listLineageHeadships(actor, unit.id),
  ])
  const allTerms = [...terms.own, ...terms.predecessors, ...terms.successors]
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Đơn vị', href: '/units' }, { label: unitLabel(unit) }]}
        title={unitLabel(unit)}
        theme={[`Hội LHPN ${unit.kind} ${unit.name}`, validityLabel(unit.validFrom, unit.validTo)]
          .filter(Boolean)
          .join(', ')}
        sentence={<Lineage unit={unit} />}
      />
      <PageBody>
        <h2>Các năm</h2>
        {unit.years.length > 0 ? <Years unit={unit} /> : <Empty title="Chưa có dữ liệu năm nào" />}

        {allTerms.length > 0 || mayKeepTerms(actor, unit.id) ? (
          <>
            <h2 className="mt-8">Nhiệm kỳ</h2>
            {allTerms.length > 0 ? (
              <TermList terms={allTerms} label="Nhiệm kỳ của đơn vị và các đơn vị trước, sau" />
            ) : null}
            <p className="mt-1">
              <Link href={`/units/${unit.slug}/terms`} prefetch={false} className="link">
                {allTerms.length > 0 ? 'Trang nhiệm kỳ' : 'Ghi nhiệm kỳ đầu tiên'}
              </Link>
            </p>
          </>
        ) : null}

        {headships.length > 0 ? (
          <>
            <h2 className="mt-8">Cụm trưởng, cụm phó qua các năm</h2>
            <Headships headships={headships} />
          </>
        ) : null}

        <div className="mt-8 flex flex-wrap items-baseline gap-x-4">
          <h2>Sổ khen thưởng</h2>
          {awards.length > 0 ? (
            <ExportLinks table="unit-awards" of={{ slug: unit.slug }} label="sổ khen thưởng" />
          ) : null}
        </div>
        {unit.predecessorsFull.length > 0 ? (
          <p className="text-mute mt-1 max-w-[88ch]">
            Gồm cả khen thưởng của các đơn vị cũ; mỗi khen thưởng ghi tên đơn vị của thời điểm ấy.
          </p>
        ) : null}
        <AwardBook unitId={unit.id} awards={awards} nominations={nominations} today={today} />

        <h2 className="mt-8">Tên, loại, mã</h2>
        <ListTable label="Tên, loại và mã theo thời gian" cards>
          <thead>
            <tr>
              <th scope="col">Tên</th>
              <th scope="col">Loại</th>
              <th scope="col">Mã</th>
              <th scope="col">Hiệu lực</th>
              <th scope="col">Căn cứ</th>
            </tr>
          </thead>
          <tbody>
            {unit.designations.map((designation, index) => (
              <tr key={index}>
                <th scope="row">{designation.name}</th>
                <td data-label="Loại">{designation.kind}</td>
                <td data-label="Mã">{designation.code ?? '–'}</td>
                <td data-label="Hiệu lực">
                  {validityLabel(designation.validFrom, designation.validTo) || 'chưa rõ ngày bắt đầu'}
                </td>
                <td data-label="Căn cứ">{designation.source ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </ListTable>
        {unit.aliases.length > 0 ? (
          <p className="mt-3">
            <span className="text-mute">Cách viết khác gặp trong tài liệu:</span> {unit.aliases.join(', ')}
          </p>
        ) : null}
        {unit.note ? <p className="mt-3 max-w-[88ch]">{unit.note}</p> : null}
      </PageBody>
    </>
  )
}

function Lineage({ unit }: { unit: UnitDetail }) {
  const { predecessorsFull: before, successorsFull: after } = unit
  if (before.length === 0 && after.length === 0) {
    return <p>Không thay đổi trong đợt sắp xếp đơn vị hành chính ngày 01/07/2025.</p>
  }
  return (
    <>
      {before.length > 0 ? (
        <p>
          Lập ngày {printDate(before[0]!.date)} từ <Related units={before} />
          {before[0]!.decision ? ` (${before[0]!.decision})` : ''}. Số liệu, cụm và danh hiệu trước ngày đó
          thuộc về các đơn vị cũ
          {otherPredecessors(unit.name, before).length < before.length ? ', kể cả đơn vị cùng tên' : ''}.
        </p>
      ) : null}
      {after.length > 0 ? (
        <p>
          Từ ngày {printDate(after[0]!.date)} là một phần của <Related units={after} />
          {after[0]!.decision ? ` (${after[0]!.decision})` : ''}.
        </p>
      ) : null}
    </>
  )
}

function Related({ units }: { units: RelatedUnit[] }) {
  return units.map((other, index) => (
    <span key={other.id}>
      {index === 0 ? '' : index === units.length - 1 ? ' và ' : ', '}
      <Link href={`/units/${other.slug}`}>
        {hasEndedSlug(other) ? `${other.name} cũ` : `${other.kind} ${other.name}`}
      </Link>
    </span>
  ))
}

function Years({ unit }: { unit: UnitDetail }) {
  return (
    <ListTable label="Các năm có dữ liệu" cards>
      <thead>
        <tr>
          <th scope="col">Năm</th>
          <th scope="col">Cụm thi đua</th>
          <th scope="col" className="num">
            Báo cáo
          </th>
          <th scope="col" className="num">
            Điều nguồn nêu
          </th>
        </tr>
      </thead>
      <tbody>
        {unit.years.map((year) => (
          <tr key={year.year}>
            <th scope="row">
              <Link href={`/units/${unit.slug}/${year.year}`} className="font-semibold">
                {year.year}
              </Link>
            </th>
            <td data-label="Cụm">
              {year.clusters.map((cluster) => (
                <span key={cluster.slug} className="mr-3">
                  <Link href={`/clusters/${cluster.slug}/${year.year}`}>{cluster.name}</Link>{' '}
                  {cluster.role ? <Badge kind="gold">{HEADSHIP_LABELS[cluster.role]}</Badge> : null}
                </span>
              ))}
            </td>
            <td className="num" data-label="Báo cáo">
              {year.reports || null}
            </td>
            <td className="num" data-label="Điều nguồn nêu">
              {year.statements || null}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
