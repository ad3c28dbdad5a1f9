import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { getClusterYear } from '@/lib/clusters/queries'
import { getHandoverPage } from '@/lib/handover/queries'
import type { HandoverPageDto, RotationRow } from '@/lib/handover/types'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'
import { HandoverRecord } from './_components/act'
import { HandoverForm } from './_components/handover-form'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'
import { hasEndedSlug } from '@/lib/units/rules'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata = { title: 'Bàn giao cụm trưởng' }

export default async function HandoverPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/handover`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="handover" />
  const [page, today] = await Promise.all([getHandoverPage(actor, clusterYear), readToday()])
  const { given, received, next } = page
  const open = clusterYear.state !== 'CLOSED'
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="handover"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={clusterYear.illustrative}
        sentence={<Summary page={page} year={year!} open={open} />}
      />
      <PageBody>
        {given ? <HandoverRecord title={`Bàn giao cho năm ${given.toYear}`} act={given} /> : null}
        {received ? <HandoverRecord title={`Nhận bàn giao cho năm ${year}`} act={received} /> : null}

        <h2 className="mt-8">Các đơn vị đã làm cụm trưởng, cụm phó</h2>
        <Rotation rows={page.rotation} />

        {given ? null : open ? (
          <section aria-labelledby="ban-giao" className="mt-9">
            <h2 id="ban-giao">Bàn giao cho năm {year! + 1}</h2>
            {!page.canHandOver ? (
              <p className="text-mute mt-1">
                Cụm trưởng đương nhiệm hoặc thường trực thi đua ghi việc bàn giao.
              </p>
            ) : next ? (
              <HandoverForm
                clusterYearId={clusterYear.id}
                year={year!}
                page={{ ...page, next }}
                today={today}
              />
            ) : (
              <Empty
                title={`Chưa có cụm thi đua năm ${year! + 1}`}
                action={
                  actor.isOffice ? <LinkButton href="/setup">Mở năm {year! + 1}</LinkButton> : undefined
                }
              >
                Thường trực thi đua Trung ương mở năm {year! + 1} trước; sau đó bàn giao được ngay tại đây.
              </Empty>
            )}
          </section>
        ) : (
          <p className="text-mute mt-6">Việc bàn giao sang năm {year! + 1}: nguồn không nêu.</p>
        )}
        {given && canDraft(actor, { issuer: 'CLUSTER', clusterYearId: clusterYear.id, unitId: null }) ? (
          <PaperLinks kinds={['handover_minutes']} subjectId={given.id} clusterYearId={clusterYear.id} />
        ) : null}
      </PageBody>
    </>
  )
}

function Summary({ page, year, open }: { page: HandoverPageDto; year: number; open: boolean }) {
  const { given, received, head } = page
  if (given)
    return (
      <p>
        {given.giverUnit ? (
          <Link href={`/units/${given.giverUnit.slug}/${year}`}>{given.giverUnit.name}</Link>
        ) : (
          'Cụm trưởng'
        )}{' '}
        {given.heldOn ? `ngày ${printDate(given.heldOn)} ` : ''}bàn giao vai trò cụm trưởng năm {given.toYear}{' '}
        cho <Link href={`/units/${given.receiverUnit.slug}/${given.toYear}`}>{given.receiverUnit.name}</Link>.
      </p>
    )
  if (open)
    return (
      <p>
        {head ? (
          <>
            <Link href={`/units/${head.slug}/${year}`}>{head.name}</Link> đang là cụm trưởng năm {year}
          </>
        ) : (
          `Năm ${year} chưa có cụm trưởng`
        )}
        ; chưa bàn giao cho năm {year + 1}.
      </p>
    )
  return received ? (
    <p>
      <Link href={`/units/${received.receiverUnit.slug}/${year}`}>{received.receiverUnit.name}</Link> nhận vai
      trò cụm trưởng năm {year}.
    </p>
  ) : (
    <p>Nguồn không nêu việc bàn giao cụm trưởng năm {year}.</p>
  )
}

function Rotation({ rows }: { rows: RotationRow[] }) {
  if (rows.length === 0) return <Empty title="Chưa rõ đơn vị nào đã làm cụm trưởng" />
  return (
    <ListTable label="Các đơn vị đã làm cụm trưởng, cụm phó" cards>
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          <th scope="col">Cụm trưởng các năm</th>
          <th scope="col">Cụm phó các năm</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ unit, member, head, deputy }) => (
          <tr key={unit.id}>
            <th scope="row">
              <Link href={`/units/${unit.slug}`} prefetch={false}>
                {hasEndedSlug(unit) ? `${unit.name} cũ` : unit.name}
              </Link>
              {member ? null : <small>không còn trong cụm</small>}
            </th>
            <td data-label="Cụm trưởng">
              {head.length > 0 ? (
                <span className="text-vang font-semibold">{head.join(', ')}</span>
              ) : (
                <span className="text-mute">chưa ghi nhận</span>
              )}
            </td>
            <td data-label="Cụm phó">
              {deputy.length > 0 ? deputy.join(', ') : <span className="text-mute">chưa ghi nhận</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
