import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LiveRefresh } from '@/components/meetings/live-refresh'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { METHOD_LABELS, PURPOSE_LABELS, roundInWords, STATE_LABELS } from '@/lib/ballots/labels'
import { getBallotDesk } from '@/lib/ballots/control/queries'
import type { BallotListItem } from '@/lib/ballots/types'
import { requireActor } from '@/lib/platform/auth/current'
import { NewBallot } from './_components/new-ballot'
import { Regulation } from './_components/regulation'

export const metadata: Metadata = { title: 'Bỏ phiếu của hội nghị' }

export default async function MeetingBallotsPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/meetings/${id}/ballots`)
  const desk = await getBallotDesk(actor, id)
  if (!desk) notFound()
  const { meeting, ballots, prepare } = desk
  return (
    <>
      <LiveRefresh meetingId={id} version={meeting.liveVersion} />
      <PageHeader
        crumbs={[
          { href: '/meetings', label: 'Hội nghị' },
          { href: `/meetings/${id}`, label: meeting.title },
          { label: 'Bỏ phiếu' },
        ]}
        title="Bỏ phiếu, biểu quyết"
        mark={meeting.illustrative ? <DemoMark /> : undefined}
        sentence={sentence(ballots)}
      />
      <PageBody>
        {ballots.length === 0 ? (
          <Empty title="Chưa có lần bỏ phiếu nào">
            {prepare
              ? 'Chuẩn bị một lần bỏ phiếu ở dưới: nội dung, hình thức, danh sách và số lượng.'
              : 'Khi hội nghị chuẩn bị bỏ phiếu, nội dung hiện ở đây.'}
          </Empty>
        ) : (
          <ListTable label="Các lần bỏ phiếu" cards>
            <thead>
              <tr>
                <th>Nội dung</th>
                <th>Mục đích</th>
                <th>Hình thức</th>
                <th>Chọn, lấy</th>
                <th>Tình trạng</th>
              </tr>
            </thead>
            <tbody>
              {ballots.map((ballot) => (
                <tr key={ballot.id}>
                  <th scope="row">
                    <Link
                      prefetch={false}
                      className="link"
                      href={prepare ? `/meetings/${id}/ballots/${ballot.id}` : `/ballots/${ballot.id}`}
                    >
                      {[ballot.title, roundInWords(ballot.round)].filter(Boolean).join(' · ')}
                    </Link>
                  </th>
                  <td data-label="Mục đích">{PURPOSE_LABELS[ballot.purpose]}</td>
                  <td data-label="Hình thức">{METHOD_LABELS[ballot.method]}</td>
                  <td data-label="Chọn, lấy">
                    {ballot.method === 'NOT_STATED'
                      ? 'nguồn không nêu'
                      : `chọn tối đa ${ballot.choose}/${ballot.candidates}, lấy ${ballot.quota}`}
                  </td>
                  <td data-label="Tình trạng">
                    {ballot.fromSource ? (
                      'theo tài liệu nguồn'
                    ) : (
                      <Badge kind={ballot.state === 'VOID' ? 'wrong' : 'gold'}>
                        {STATE_LABELS[ballot.state]}
                      </Badge>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </ListTable>
        )}
        {prepare ? (
          <>
            <NewBallot meetingId={id} units={prepare.units} />
            <Regulation clusterYearId={meeting.clusterYearId} regulation={prepare.regulation} />
          </>
        ) : null}
      </PageBody>
    </>
  )
}

function sentence(ballots: BallotListItem[]): string {
  const under = ballots.filter(({ state }) => !['DRAFT', 'ANNOUNCED', 'SEALED', 'VOID'].includes(state))
  if (under.length > 0)
    return `Đang tiến hành: ${under.map(({ title, state }) => `${title} (${STATE_LABELS[state].toLowerCase()})`).join(', ')}.`
  const done = ballots.filter(({ state }) => state === 'ANNOUNCED' || state === 'SEALED').length
  return ballots.length === 0 ? '' : `${done} trong ${ballots.length} lần bỏ phiếu đã công bố kết quả.`
}
