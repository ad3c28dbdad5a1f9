import { MeetingTable } from '@/components/meetings/meeting-table'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { getClusterYear } from '@/lib/clusters/queries'
import { listClusterMeetings } from '@/lib/meetings/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { AbsentYear } from '../_components/absent-year'
import { readYear } from '../_components/address'
import { ClusterHeader } from '../_components/cluster-header'
import { clusterTabs } from '../_components/cluster-tabs'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata = { title: 'Hội nghị của cụm' }

export default async function ClusterMeetingsPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/meetings`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  if (!clusterYear) return <AbsentYear actor={actor} slug={slug} year={yearText} tab="meetings" />
  const meetings = await listClusterMeetings(actor, clusterYear.id)
  return (
    <>
      <ClusterHeader
        clusterYear={clusterYear}
        tab="meetings"
        tabs={clusterTabs(actor, clusterYear)}
        illustrative={clusterYear.illustrative}
        sentence={
          <p>
            {meetings.length === 0
              ? `Chưa có hội nghị nào của cụm trong năm ${clusterYear.year}.`
              : `${meetings.length} hội nghị của cụm trong năm ${clusterYear.year}.`}
          </p>
        }
      />
      <PageBody>
        {meetings.length === 0 ? (
          <Empty
            title="Chưa có hội nghị nào"
            action={<LinkButton href="/meetings">Xem các hội nghị</LinkButton>}
          >
            Hội nghị triển khai, sơ kết, tổng kết của cụm sẽ hiện ở đây.
          </Empty>
        ) : (
          <MeetingTable meetings={meetings} />
        )}
      </PageBody>
    </>
  )
}
