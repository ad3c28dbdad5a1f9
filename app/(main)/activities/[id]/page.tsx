import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ActivityDialog } from '@/components/activities/activity-dialog'
import { ActivityStateMark } from '@/components/activities/activity-state'
import { Cite } from '@/components/clusters/cite'
import { Fact, Facts, Unstated } from '@/components/clusters/facts'
import { FileList } from '@/components/evidence/file-list'
import { DemoMark } from '@/components/ui/badge'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { activityRights, getActivity } from '@/lib/activities/joint/queries'
import { ledgerSentence } from '@/lib/activities/joint/rules'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { printMoney } from '@/lib/platform/numbers/print'
import { ActivityActs } from './_components/activity-acts'
import { Beneficiaries } from './_components/beneficiaries'
import { FundingLedger } from './_components/funding-ledger'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Hoạt động chung' }

export default async function ActivityPage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/activities/${id}`)
  const activity = await getActivity(actor, id)
  if (!activity) notFound()
  const { cluster, year } = activity
  const list = `/clusters/${cluster.slug}/${year}/activities`
  const [clusterYear, rights] = activity.mayManage
    ? await Promise.all([
        getClusterYear(actor, cluster.slug, year),
        activityRights(actor, activity.clusterYearId),
      ])
    : [null, null]
  const fromSource = activity.source !== null
  return (
    <>
      <PageHeader
        crumbs={[
          { label: `${cluster.name}, năm ${year}`, href: `/clusters/${cluster.slug}/${year}` },
          { label: 'Hoạt động chung', href: list },
        ]}
        title={activity.title}
        mark={activity.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {ledgerSentence(activity.value, activity.ledger) ?? 'Trị giá và nguồn hỗ trợ chưa ghi.'}{' '}
            <Cite source={activity.source} />
          </p>
        }
        actions={
          clusterYear && rights ? (
            <>
              <ActivityDialog
                activity={activity}
                clusterYearId={activity.clusterYearId}
                units={clusterYear.members.filter(({ id: unitId }) => rights.unitIds.includes(unitId))}
                forCluster={rights.forCluster}
              />
              <ActivityActs activity={activity} list={list} mayRemove={rights.forCluster} />
            </>
          ) : null
        }
      />
      <PageBody>
        <Facts>
          {activity.description ? (
            <Fact label="Nội dung">
              <p className="max-w-[80ch] whitespace-pre-line">{activity.description}</p>
            </Fact>
          ) : null}
          <Fact label="Nơi thực hiện">
            {activity.place ?? activity.unit?.name ?? <Unstated fromSource={fromSource} />}
          </Fact>
          <Fact label="Ngày tổ chức">
            {activity.heldOn ? printDate(activity.heldOn) : <Unstated fromSource={fromSource} />}
          </Fact>
          <Fact label="Trị giá">
            {activity.value ? printMoney(activity.value, 'auto') : <Unstated fromSource={fromSource} />}
            {activity.quantity ? <span className="text-mute"> (số lượng {activity.quantity})</span> : null}
          </Fact>
          <Fact label="Trạng thái">
            <ActivityStateMark activity={activity} />
          </Fact>
        </Facts>
        <FundingLedger activity={activity} />
        <Beneficiaries activity={activity} />
        <section aria-labelledby="tep" className="mt-8">
          <h2 id="tep" className="mb-2">
            Ảnh và giấy tờ
          </h2>
          {activity.filesWithheld ? (
            <p className="text-mute mb-2 max-w-[80ch]">
              {activity.mayManage
                ? 'Chỉ những người phụ trách xem được các tệp này, cho tới khi mọi người thụ hưởng đồng ý.'
                : 'Có tệp nhưng chưa hiện: chưa có sự đồng ý của người thụ hưởng.'}
            </p>
          ) : null}
          <FileList
            files={activity.files}
            owner={{ ownerKind: 'activity', ownerId: activity.id }}
            canChange={activity.mayManage}
            empty={activity.filesWithheld ? undefined : 'Chưa có tệp nào.'}
          />
        </section>
      </PageBody>
    </>
  )
}
