import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { LiveRefresh } from '@/components/meetings/live-refresh'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { askToSpeakAction, checkInAction } from '@/lib/meetings/actions'
import { listOwnSeats } from '@/lib/meetings/hall/queries'
import { quorumInWords } from '@/lib/meetings/labels'
import { getMeeting } from '@/lib/meetings/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printTime } from '@/lib/platform/dates'
import { idSchema } from '@/lib/platform/fields'

export const metadata: Metadata = { title: 'Điểm danh' }

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ code?: string | string[] }> }

export default async function CheckInPage({ params, searchParams }: Props) {
  const { id } = await params
  const { code } = await searchParams
  const shown = typeof code === 'string' && /^[A-Z0-9]{6}$/i.test(code) ? code : ''
  const actor = await requireActor(`/meetings/${id}/check-in${shown ? `?code=${shown}` : ''}`)
  const meeting = idSchema.safeParse(id).success ? await getMeeting(actor, id) : null
  if (!meeting) notFound()
  const seats = await listOwnSeats(actor, id)
  const own = seats.find(({ accountId, present }) => accountId === actor.accountId && present)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Hội nghị', href: '/meetings' },
          { label: meeting.title, href: `/meetings/${id}` },
        ]}
        title={own ? 'Bạn đã có mặt' : 'Điểm danh'}
        sentence={<p>{quorumInWords(meeting.quorum)}.</p>}
      />
      <PageBody>
        {meeting.state === 'OPEN' || meeting.state === 'INVITED' ? (
          <LiveRefresh meetingId={id} version={meeting.liveVersion} />
        ) : null}
        {own ? (
          <>
            <Notice kind="success" title={`${own.name}: có mặt từ ${printTime(own.arrivedAt!)}`}>
              {own.late ? 'Đến sau khai mạc.' : null}
            </Notice>
            <div className="mt-4 flex flex-wrap gap-3">
              <LinkButton href={`/meetings/${id}/projector`}>Theo dõi màn chiếu</LinkButton>
              <LinkButton href={`/meetings/${id}/vote`}>Bỏ phiếu</LinkButton>
            </div>
            {meeting.state === 'OPEN' ? (
              <Form
                action={askToSpeakAction}
                success="Đã đăng ký phát biểu."
                className="mt-6"
                clearAfterSuccess
              >
                <h2>Đăng ký phát biểu</h2>
                <input type="hidden" name="meetingId" value={id} />
                <TextField name="topic" label="Nội dung" required={false} />
                <div className="mt-3">
                  <SubmitButton kind="secondary">Đăng ký</SubmitButton>
                </div>
              </Form>
            ) : null}
          </>
        ) : meeting.state === 'CLOSED' ? (
          <Empty title="Hội nghị đã bế mạc">Không còn điểm danh được nữa.</Empty>
        ) : seats.length === 0 ? (
          <Empty title="Bạn không có trong danh sách đại biểu">
            Hãy báo thư ký hội nghị ghi tên bạn vào danh sách. Xem lại{' '}
            <Link className="link" href={`/meetings/${id}`} prefetch={false}>
              thông tin hội nghị
            </Link>
            .
          </Empty>
        ) : (
          <Form action={checkInAction}>
            <input type="hidden" name="meetingId" value={id} />
            <Select
              name="delegateId"
              label="Đại biểu"
              options={seats.map((seat) => ({
                value: seat.id,
                label: [seat.name, seat.unit?.name].filter(Boolean).join(', '),
              }))}
            />
            <TextField
              name="code"
              label="Mã trên màn chiếu"
              hint="Sáu chữ và số, đổi mỗi phút."
              defaultValue={shown}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
            />
            <div className="mt-4">
              <SubmitButton pendingLabel="Đang điểm danh…">Điểm danh</SubmitButton>
            </div>
          </Form>
        )}
      </PageBody>
    </>
  )
}
