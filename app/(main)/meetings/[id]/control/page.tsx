import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { Clock } from '@/components/meetings/clock'
import { LiveRefresh } from '@/components/meetings/live-refresh'
import { MeetingFields } from '@/components/meetings/meeting-fields'
import { Badge, DemoMark } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { listBallots } from '@/lib/ballots/queries'
import {
  addSideEventAction,
  changeMeetingAction,
  closeMeetingAction,
  finishAgendaItemAction,
  inviteToMeetingAction,
  openMeetingAction,
  recordDecisionAction,
  removeSideEventAction,
  startAgendaItemAction,
} from '@/lib/meetings/actions'
import { listAgendaFiles } from '@/lib/meetings/agenda/queries'
import { getPulse, listGuestLinks } from '@/lib/meetings/hall/queries'
import { MEETING_STATE_LABELS, quorumInWords } from '@/lib/meetings/labels'
import { canRunMeeting } from '@/lib/meetings/policy'
import { getMeeting, getMeetingFacts, listPlannableYears } from '@/lib/meetings/queries'
import { nextItem } from '@/lib/meetings/rules'
import type { MeetingDto } from '@/lib/meetings/types'
import { requireActor } from '@/lib/platform/auth/current'
import { calendarDay, printDate } from '@/lib/platform/dates'
import { env } from '@/lib/platform/env'
import { idSchema } from '@/lib/platform/fields'
import { tablePages } from '../_components/hall-scene'
import { ActButton } from './_components/act-button'
import { AgendaControl } from './_components/agenda-control'
import { PresenceControl } from './_components/presence-control'
import { ProjectorChoice } from './_components/projector-choice'
import { SpeakersControl } from './_components/speakers-control'
import { SteadyClicks } from './_components/steady-clicks'

export const metadata: Metadata = { title: 'Điều hành hội nghị' }

export default async function ControlPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/meetings/${id}/control`)
  const facts = idSchema.safeParse(id).success ? await getMeetingFacts(actor, id) : null
  const meeting = facts && canRunMeeting(actor, facts) ? await getMeeting(actor, id) : null
  const pulse = meeting && (await getPulse(actor, id))
  if (!meeting || !pulse) notFound()
  const [ballots, pages, links, years, itemFiles] = [
    await listBallots(actor, id),
    await tablePages(meeting),
    await listGuestLinks(actor, id),
    await listPlannableYears(actor),
    await listAgendaFiles(actor, id),
  ]
  const present = meeting.delegates.filter((delegate) => delegate.present && delegate.role !== 'GUEST').length
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Hội nghị', href: '/meetings' },
          { label: meeting.title, href: `/meetings/${id}` },
        ]}
        title="Điều hành hội nghị"
        theme={
          <>
            {meeting.title}{' '}
            <Badge kind={meeting.state === 'OPEN' ? 'strong' : 'plain'}>
              {MEETING_STATE_LABELS[meeting.state]}
            </Badge>
          </>
        }
        mark={meeting.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {present} đại biểu có mặt. {quorumInWords(meeting.quorum)}.
          </p>
        }
        actions={
          <>
            <LinkButton href={`/meetings/${id}/projector`} target="_blank" rel="noopener">
              Mở màn chiếu
            </LinkButton>
            <LinkButton href={`/meetings/${id}/ballots`}>Bình bầu</LinkButton>
            <LinkButton href={`/meetings/${id}/minutes`}>Biên bản</LinkButton>
          </>
        }
      />
      <PageBody>
        <LiveRefresh meetingId={id} version={meeting.liveVersion} />
        <Now meeting={meeting} now={pulse.now} years={years} />
        <div className="grid gap-x-10 xl:grid-cols-2">
          <div>
            <Part id="man-chieu" title="Màn chiếu">
              <ProjectorChoice meeting={meeting} pages={pages} ballots={ballots} />
            </Part>
            <Part id="phat-bieu" title="Phát biểu">
              <SpeakersControl meeting={meeting} now={pulse.now} />
            </Part>
            <Part id="quyet-dinh" title="Quyết định">
              <DecisionForm meeting={meeting} />
            </Part>
          </div>
          <div>
            <Part id="diem-danh" title="Điểm danh">
              <PresenceControl meeting={meeting} links={links} origin={env().APP_URL} />
            </Part>
          </div>
        </div>
        <Part id="chuong-trinh" title="Chương trình">
          <AgendaControl meeting={meeting} files={itemFiles} />
        </Part>
        <Part id="ben-le" title="Tham quan thực tế, hoạt động bên lề">
          <SideEvents meeting={meeting} />
        </Part>
      </PageBody>
    </>
  )
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8 min-w-0">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

type Years = Awaited<ReturnType<typeof listPlannableYears>>

/** What is under way and the one thing to do next. */
function Now({ meeting, now, years }: { meeting: MeetingDto; now: string; years: Years }) {
  const current = meeting.agenda.find(({ id }) => id === meeting.currentItemId) ?? null
  const next = nextItem(meeting.agenda, meeting.currentItemId)
  const fields = { meetingId: meeting.id }
  if (meeting.state !== 'OPEN')
    return (
      <div className="bg-wash border-cham2 mt-3 flex flex-wrap items-center gap-3 border-l-3 px-4 py-3">
        <p className="grow text-lg">
          {meeting.state === 'CLOSED' ? 'Hội nghị đã bế mạc.' : 'Hội nghị chưa khai mạc.'}
        </p>
        {meeting.state === 'CLOSED' ? (
          <LinkButton kind="primary" href={`/meetings/${meeting.id}/minutes`}>
            Lập biên bản
          </LinkButton>
        ) : (
          <>
            <Plan meeting={meeting} years={years} />
            <ActButton action={inviteToMeetingAction} fields={fields}>
              {meeting.state === 'INVITED' ? 'Mời lại' : 'Mời họp'}
            </ActButton>
            <Opening meeting={meeting} now={now} />
          </>
        )}
      </div>
    )
  const running = current && current.startedAt !== null && current.endedAt === null ? current : null
  return (
    <div className="bg-wash border-cham2 mt-3 border-l-3 px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="text-lg">
          {running ? (
            <>
              Đang diễn ra: <b>{`${running.number}. ${running.title}`}</b>
            </>
          ) : (
            'Chưa có mục nào đang diễn ra.'
          )}
        </p>
        {running ? (
          <p className="text-2xl font-semibold">
            <Clock key={running.id} timed={running} serverNow={now} />
          </p>
        ) : null}
      </div>
      <SteadyClicks className="mt-2 flex flex-wrap items-center gap-3">
        {next ? (
          <ActButton key={next.id} action={startAgendaItemAction} fields={{ itemId: next.id }} kind="primary">
            {`Sang mục ${next.number}: ${next.title}`}
          </ActButton>
        ) : null}
        {running ? (
          <ActButton key={running.id} action={finishAgendaItemAction} fields={{ itemId: running.id }}>
            Kết thúc mục này
          </ActButton>
        ) : null}
        <Dialog
          opener="Bế mạc"
          kind={next ? 'quiet' : 'primary'}
          openerClass="min-h-11"
          title="Bế mạc hội nghị"
        >
          <p className="mt-2">
            Mục và người phát biểu đang diễn ra sẽ kết thúc. Sau đó lập và chốt biên bản.
          </p>
          <div className="mt-4">
            <ActButton action={closeMeetingAction} fields={fields} kind="danger">
              Bế mạc hội nghị
            </ActButton>
          </div>
        </Dialog>
      </SteadyClicks>
    </div>
  )
}

/** Opens at once on its day and with enough units; otherwise says first what is not as planned. */
function Opening({ meeting, now }: { meeting: MeetingDto; now: string }) {
  const fields = { meetingId: meeting.id }
  const today = calendarDay(new Date(now))
  const otherDay = meeting.heldOn !== null && meeting.heldOn !== today
  if (!otherDay && meeting.quorum.met)
    return (
      <ActButton action={openMeetingAction} fields={fields} kind="primary">
        Khai mạc
      </ActButton>
    )
  return (
    <Dialog opener="Khai mạc" kind="primary" openerClass="min-h-11" title="Khai mạc hội nghị">
      {otherDay ? (
        <p className="mt-2">
          Hội nghị định họp ngày {printDate(meeting.heldOn!)}, hôm nay là {printDate(today)}.
        </p>
      ) : null}
      {meeting.quorum.met ? null : <p className="mt-2">{quorumInWords(meeting.quorum)}.</p>}
      <p className="mt-2">
        Khai mạc rồi không lùi lại được: giờ khai mạc ghi vào biên bản, ai đến sau đó tính là đến sau khai
        mạc.
      </p>
      <div className="mt-4">
        <ActButton action={openMeetingAction} fields={fields} kind="primary">
          Khai mạc hội nghị
        </ActButton>
      </div>
    </Dialog>
  )
}

function Plan({ meeting, years }: { meeting: MeetingDto; years: Years }) {
  return (
    <Dialog opener="Sửa kế hoạch" openerClass="min-h-11" title="Kế hoạch hội nghị">
      <Form action={changeMeetingAction} success="Đã lưu kế hoạch.">
        <input type="hidden" name="meetingId" value={meeting.id} />
        <input type="hidden" name="version" value={meeting.version} />
        <input type="hidden" name="hostUnitId" value={meeting.hostUnit?.id ?? ''} />
        <MeetingFields meeting={meeting} years={years} />
        <TextArea name="invitation" label="Giấy mời" required={false} defaultValue={meeting.invitation} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function DecisionForm({ meeting }: { meeting: MeetingDto }) {
  if (meeting.state !== 'OPEN') return <p className="text-mute mt-1">Ghi được khi hội nghị đang họp.</p>
  return (
    <div className="mt-2">
      <Dialog opener="Ghi quyết định" openerClass="min-h-11" title="Quyết định của hội nghị">
        <Form
          action={recordDecisionAction}
          success="Đã ghi quyết định, màn chiếu đang hiện."
          clearAfterSuccess
        >
          <input type="hidden" name="meetingId" value={meeting.id} />
          <input type="hidden" name="agendaItemId" value={meeting.currentItemId ?? ''} />
          <TextArea name="text" label="Hội nghị quyết định" />
          <Select
            name="method"
            label="Bằng cách"
            options={[
              { value: 'SHOW_OF_HANDS', label: 'Biểu quyết giơ tay' },
              { value: 'CONSENSUS', label: 'Thống nhất' },
            ]}
          />
          <div className="flex flex-wrap gap-x-4">
            <TextField
              name="inFavour"
              label="Tán thành"
              inputMode="numeric"
              required={false}
              className="max-w-[140px]"
            />
            <TextField
              name="against"
              label="Không tán thành"
              inputMode="numeric"
              required={false}
              className="max-w-[160px]"
            />
            <TextField
              name="abstained"
              label="Không có ý kiến"
              inputMode="numeric"
              required={false}
              className="max-w-[160px]"
            />
          </div>
          <DialogActions>
            <DialogCancel />
            <SubmitButton>Ghi quyết định</SubmitButton>
          </DialogActions>
        </Form>
      </Dialog>
    </div>
  )
}

function SideEvents({ meeting }: { meeting: MeetingDto }) {
  return (
    <>
      <ul className="mt-1">
        {meeting.sideEvents.map((event) => (
          <li key={event.id} className="border-hair flex flex-wrap items-center gap-3 border-t py-1.5">
            <span className="grow">{[event.title, event.place].filter(Boolean).join(', ')}</span>
            {event.source ? null : (
              <ActButton action={removeSideEventAction} fields={{ sideEventId: event.id }} kind="quiet">
                Gỡ<span className="sr-only"> {event.title}</span>
              </ActButton>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <Dialog opener="Thêm hoạt động" openerClass="min-h-11" title="Hoạt động bên lề">
          <Form action={addSideEventAction} success="Đã thêm." clearAfterSuccess>
            <input type="hidden" name="meetingId" value={meeting.id} />
            <TextField name="title" label="Hoạt động" />
            <TextField name="place" label="Nơi" required={false} />
            <DateField name="heldOn" label="Ngày" required={false} />
            <TextArea name="note" label="Ghi chú" required={false} />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Thêm</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      </div>
    </>
  )
}
