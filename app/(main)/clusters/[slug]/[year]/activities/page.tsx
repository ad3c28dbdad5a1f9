import type { Metadata } from 'next'
import Link from 'next/link'
import { ActivityDialog } from '@/components/activities/activity-dialog'
import { ActivityStateMark } from '@/components/activities/activity-state'
import { Cite } from '@/components/clusters/cite'
import { Unstated } from '@/components/clusters/facts'
import { StatementList } from '@/components/sources/statement-list'
import { DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { activityRights, listActivities } from '@/lib/activities/joint/queries'
import { ledgerSentence } from '@/lib/activities/joint/rules'
import type { ActivityListItem } from '@/lib/activities/joint/types'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printMoney } from '@/lib/platform/numbers/print'
import { listStatements } from '@/lib/sources/queries'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata: Metadata = { title: 'Hoạt động chung' }

const SECTIONS = ['joint_activity', 'exchange', 'field_visit']

export default async function ClusterActivitiesPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/activities`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="activities" />
  const [activities, rights, statements] = await Promise.all([
    listActivities(actor, clusterYear.id),
    activityRights(actor, clusterYear.id),
    listStatements(actor, { clusterYearId: clusterYear.id }),
  ])
  const told = statements.filter(({ section }) => SECTIONS.includes(section))
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="activities"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={activities.some(({ illustrative }) => illustrative)}
        sentence={<p>{sentenceOf(activities, clusterYear.year)}</p>}
        actions={
          rights.mayAdd ? (
            <ActivityDialog
              clusterYearId={clusterYear.id}
              units={clusterYear.members.filter(({ id }) => rights.unitIds.includes(id))}
              forCluster={rights.forCluster}
            />
          ) : null
        }
      />
      <PageBody>
        {activities.length === 0 ? (
          <Empty title={`Chưa có hoạt động chung nào của năm ${clusterYear.year}`}>
            {rights.mayAdd
              ? 'Ghi hoạt động, trị giá và từng nguồn hỗ trợ; tên người thụ hưởng chỉ hiện khi có sự đồng ý.'
              : 'Hoạt động do Cụm trưởng hoặc đơn vị nơi thực hiện ghi.'}
          </Empty>
        ) : (
          <ActivityTable activities={activities} />
        )}
        {told.length > 0 ? (
          <section aria-labelledby="nguon" className="mt-8">
            <h2 id="nguon">Những gì nguồn nêu về hoạt động chung năm {clusterYear.year}</h2>
            <StatementList statements={told} />
          </section>
        ) : null}
      </PageBody>
    </>
  )
}

function sentenceOf(activities: ActivityListItem[], year: number): string {
  if (activities.length === 0) return `Năm ${year} chưa ghi hoạt động chung nào.`
  const over = activities.filter(({ handedOverOn }) => handedOverOn !== null).length
  const open = activities.filter(({ ledger }) => ledger.rest !== null && !/^-?0$/.test(ledger.rest)).length
  return [
    `Năm ${year} có ${activities.length} hoạt động chung`,
    over > 0 ? `${over} đã ghi ngày bàn giao` : null,
    open > 0 ? `${open} có khoản chưa khớp nguồn` : null,
  ]
    .filter(Boolean)
    .join('; ')
    .concat('.')
}

function ActivityTable({ activities }: { activities: ActivityListItem[] }) {
  return (
    <ListTable label="Hoạt động chung" cards>
      <thead>
        <tr>
          <th>Hoạt động</th>
          <th>Người thụ hưởng</th>
          <th className="num">Trị giá</th>
          <th>Nguồn hỗ trợ</th>
          <th>Trạng thái</th>
        </tr>
      </thead>
      <tbody>
        {activities.map((activity) => {
          const fromSource = activity.source !== null
          return (
            <tr key={activity.id}>
              <th scope="row" className="min-w-[220px]">
                <Link prefetch={false} href={`/activities/${activity.id}`}>
                  {activity.title}
                </Link>{' '}
                {activity.illustrative ? <DemoMark /> : null}
                <small>{[activity.place, activity.unit?.name].filter(Boolean).join('; ')}</small>
              </th>
              <td className="min-w-[150px]" data-label="Thụ hưởng">
                {activity.beneficiaries.join('; ') || <Unstated fromSource={fromSource} />}
              </td>
              <td className="num" data-label="Trị giá">
                {activity.value ? printMoney(activity.value, 'auto') : <Unstated fromSource={fromSource} />}
              </td>
              <td className="min-w-[200px]" data-label="Nguồn hỗ trợ">
                <span>
                  {ledgerSentence(activity.value, activity.ledger) ?? <Unstated fromSource={fromSource} />}{' '}
                  <Cite source={activity.source} />
                </span>
              </td>
              <td data-label="Trạng thái">
                <span>
                  <ActivityStateMark activity={activity} />
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
