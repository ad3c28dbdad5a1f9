import Link from 'next/link'
import { StatementList } from '@/components/sources/statement-list'
import { Badge } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { citationLabel, HEADSHIP_LABELS, INFERRED, NOT_STATED } from '@/lib/clusters/labels'
import { getClusterPeople, getClusterYear } from '@/lib/clusters/queries'
import { HEADSHIP_ROLES, type Citation, type ClusterYearDto, type HeadshipDto } from '@/lib/clusters/types'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { listStatements } from '@/lib/sources/queries'
import { mayRecordStated } from '@/lib/summaries/quality/policy'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata = { title: 'Thành viên và nguồn' }

export default async function ClusterMembersPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/members`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="members" />
  const [statements, people] = await Promise.all([
    listStatements(actor, { clusterYearId: clusterYear.id }),
    getClusterPeople(actor, clusterYear.id),
  ])
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="members"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={clusterYear.illustrative}
        sentence={
          <p>
            <b>{clusterYear.title}</b> gồm {clusterYear.members.length} đơn vị, thuộc{' '}
            {clusterYear.set.name.toLowerCase()}.
          </p>
        }
      />
      <PageBody>
        <dl className="border-hair mt-4 grid max-w-[104ch] gap-x-8 gap-y-2 border-b pb-4 lg:grid-cols-[190px_minmax(0,1fr)]">
          <Term label="Chủ đề năm">
            {clusterYear.theme ? `“${clusterYear.theme}”` : <NotStated />}
            <Source source={clusterYear.themeSource} />
          </Term>
          {clusterYear.motto ? <Term label="Phương châm">“{clusterYear.motto}”</Term> : null}
          {HEADSHIP_ROLES.map((role) => (
            <Term key={role} label={HEADSHIP_LABELS[role]}>
              <Headship
                year={clusterYear.year}
                rows={clusterYear.headships.filter((headship) => headship.role === role)}
                open={clusterYear.state !== 'CLOSED'}
              />
            </Term>
          ))}
          {people.reviewers.length > 0 ? (
            <Term label="Phó Chủ tịch phụ trách">{people.reviewers.join(', ')}</Term>
          ) : null}
          {people.centralStaff.length > 0 ? (
            <Term label="Chuyên viên TW theo dõi">{people.centralStaff.join(', ')}</Term>
          ) : null}
        </dl>

        {mayRecordStated(actor, clusterYear.id) ? (
          <p className="no-print mt-3">
            <Link href={`/quality?nam=${clusterYear.year}&cum=${clusterYear.cluster.slug}`} className="link">
              Chất lượng số liệu của cụm
            </Link>
          </p>
        ) : null}

        <h2 className="mt-6">Thành viên</h2>
        <div className="max-w-[104ch]">
          <Members clusterYear={clusterYear} />
        </div>

        <h2 className="mt-8">Những gì nguồn nêu về năm {clusterYear.year}</h2>
        {statements.length > 0 ? (
          <StatementList statements={statements} />
        ) : (
          <Empty title="Chưa có tài liệu nào nói về năm này">
            Các số liệu và thành viên ở đây do Trung ương Hội thiết lập trong hệ thống.
          </Empty>
        )}
      </PageBody>
    </>
  )
}

function Term({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-mute max-lg:mt-1">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function NotStated() {
  return <span className="text-mute">{NOT_STATED}</span>
}

function Source({ source }: { source: Citation | null }) {
  if (!source) return null
  return (
    <>
      {' '}
      <Link href={`/sources/${source.slug}`} prefetch={false} className="link text-mute text-xs">
        {citationLabel(source)}
      </Link>
    </>
  )
}

function Headship({ rows, year, open }: { rows: HeadshipDto[]; year: number; open: boolean }) {
  if (rows.length === 0) return open ? <span className="text-mute">chưa giao</span> : <NotStated />
  return rows.map((headship) => (
    <p key={headship.unit.id + (headship.startsOn ?? '')}>
      <Link
        href={`/units/${headship.unit.slug}/${year}`}
        prefetch={false}
        className="link text-vang font-semibold"
      >
        {headship.unit.name}
      </Link>
      {headship.startsOn ? ` từ ${printDate(headship.startsOn)}` : ''}
      {headship.endsOn ? ` đến ${printDate(headship.endsOn)}` : ''}{' '}
      {headship.inferred ? <Badge kind="wait">{INFERRED}</Badge> : null}{' '}
      {headship.note ? <span className="text-mute text-xs">{headship.note}</span> : null}
      <Source source={headship.source} />
    </p>
  ))
}

function Members({ clusterYear }: { clusterYear: ClusterYearDto }) {
  const merged = clusterYear.members.some(({ includes }) => includes.length > 0)
  const roleOf = new Map(clusterYear.headships.map((headship) => [headship.unit.id, headship.role]))
  return (
    <ListTable label="Thành viên của cụm">
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          {merged ? <th scope="col">Gồm</th> : null}
          <th scope="col">Nguồn</th>
        </tr>
      </thead>
      <tbody>
        {clusterYear.members.map((member) => {
          const role = roleOf.get(member.id)
          return (
            <tr key={member.id}>
              <th scope="row">
                <Link href={`/units/${member.slug}/${clusterYear.year}`} prefetch={false}>
                  {member.name}
                </Link>{' '}
                {role ? <Badge kind="gold">{HEADSHIP_LABELS[role]}</Badge> : null}
                <small>{member.kind}</small>
              </th>
              {merged ? <td>{member.includes.join(', ')}</td> : null}
              <td>
                {member.source ? <Source source={member.source} /> : null}{' '}
                {member.inferred ? <Badge kind="wait">{INFERRED}</Badge> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
