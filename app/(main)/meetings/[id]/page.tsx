import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { FileList } from '@/components/evidence/file-list'
import { DelegateTable } from '@/components/meetings/delegate-table'
import { LiveRefresh } from '@/components/meetings/live-refresh'
import { SourceMark } from '@/components/meetings/source-mark'
import { StatementList } from '@/components/sources/statement-list'
import { Badge, DemoMark } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { METHOD_LABELS, STATE_LABELS } from '@/lib/ballots/labels'
import { listBallots } from '@/lib/ballots/queries'
import { NOT_STATED } from '@/lib/clusters/labels'
import {
  DECISION_METHOD_LABELS,
  handsInWords,
  MEETING_FORM_LABELS,
  MEETING_KIND_LABELS,
  MEETING_STATE_LABELS,
  quorumInWords,
} from '@/lib/meetings/labels'
import { listAgendaFiles } from '@/lib/meetings/agenda/queries'
import { listMeetingFiles } from '@/lib/meetings/outcomes/queries'
import { canAttendMeeting, canConclude, canRunMeeting } from '@/lib/meetings/policy'
import { getMeeting, getMeetingFacts } from '@/lib/meetings/queries'
import { plannedMinutes } from '@/lib/meetings/rules'
import type { MeetingDto } from '@/lib/meetings/types'
import { getMinutes } from '@/lib/minutes/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate, printTime } from '@/lib/platform/dates'
import { idSchema } from '@/lib/platform/fields'
import { listStatements } from '@/lib/sources/queries'
import type { StatementSection } from '@/lib/sources/types'
import { AgendaTable } from './_components/agenda-table'
import { Conclusions } from './_components/conclusions'
import { PaperLinks } from '@/components/documents/paper-links'
import { canDraft } from '@/lib/documents/life/policy'

export const metadata: Metadata = { title: 'Hội nghị' }

/** What a source says about a meeting stands on the meeting's page; the rest is the cluster's. */
const ABOUT_MEETINGS: readonly StatementSection[] = [
  'meeting',
  'guests',
  'exchange',
  'awards',
  'headship',
  'conclusion',
  'tasks_next_year',
]

export default async function MeetingPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/meetings/${id}`)
  const facts = idSchema.safeParse(id).success ? await getMeetingFacts(actor, id) : null
  const meeting = facts && (await getMeeting(actor, id))
  if (!facts || !meeting) notFound()
  const runs = canRunMeeting(actor, facts)
  const ballots = await listBallots(actor, id)
  const minutes = await getMinutes(actor, id)
  const files = await listMeetingFiles(actor, 'meeting', id)
  const itemFiles = await listAgendaFiles(actor, id)
  const statements = meeting.source
    ? (await listStatements(actor, { clusterYearId: meeting.clusterYear.id })).filter(
        ({ section, source }) => ABOUT_MEETINGS.includes(section) && source.slug === meeting.source?.slug,
      )
    : []
  const live = meeting.state === 'INVITED' || meeting.state === 'OPEN'
  const unstated = meeting.source ? NOT_STATED : 'chưa định'
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Hội nghị', href: '/meetings' },
          {
            label: `${meeting.clusterYear.name} ${meeting.clusterYear.year}`,
            href: `/clusters/${meeting.clusterYear.slug}/${meeting.clusterYear.year}`,
          },
        ]}
        title={meeting.title}
        theme={
          <>
            {MEETING_KIND_LABELS[meeting.kind]} · {MEETING_STATE_LABELS[meeting.state]}{' '}
            <SourceMark source={meeting.source} />
          </>
        }
        mark={meeting.illustrative ? <DemoMark /> : null}
        sentence={<p>{sentence(meeting, unstated)}</p>}
        actions={
          <>
            {live && canAttendMeeting(actor, facts) ? (
              <LinkButton kind={runs ? 'secondary' : 'primary'} href={`/meetings/${id}/check-in`}>
                Điểm danh
              </LinkButton>
            ) : null}
            {meeting.state === 'OPEN' ? (
              <LinkButton href={`/meetings/${id}/projector`}>Theo dõi màn chiếu</LinkButton>
            ) : null}
            {minutes ? <LinkButton href={`/meetings/${id}/minutes`}>Biên bản</LinkButton> : null}
            {runs && meeting.state !== 'CLOSED' ? (
              <LinkButton kind="primary" href={`/meetings/${id}/control`}>
                Điều hành
              </LinkButton>
            ) : null}
          </>
        }
      />
      <PageBody>
        {meeting.state === 'OPEN' ? <LiveRefresh meetingId={id} version={meeting.liveVersion} /> : null}
        <Facts meeting={meeting} unstated={unstated} />

        {meeting.agenda.length > 0 ? (
          <Section
            id="chuong-trinh"
            title="Chương trình"
            note={plannedMinutes(meeting.agenda) > 0 ? `dự kiến ${plannedMinutes(meeting.agenda)} phút` : ''}
          >
            <AgendaTable agenda={meeting.agenda} currentId={meeting.currentItemId} files={itemFiles} />
          </Section>
        ) : null}

        {meeting.delegates.length > 0 ? (
          <Section id="dai-bieu" title="Đại biểu" note={quorumInWords(meeting.quorum)}>
            <DelegateTable delegates={meeting.delegates} />
          </Section>
        ) : null}

        {ballots.length > 0 || (runs && meeting.state !== 'CLOSED') ? (
          <Section id="binh-bau" title="Bình bầu, suy tôn">
            <ul className="mt-2 grid gap-1.5">
              {ballots.map((ballot) => (
                <li key={ballot.id}>
                  {ballot.title}
                  {ballot.round > 1 ? `, vòng ${ballot.round}` : ''}:{' '}
                  {METHOD_LABELS[ballot.method].toLowerCase()}{' '}
                  {meeting.source ? null : (
                    <Badge
                      kind={ballot.state === 'ANNOUNCED' || ballot.state === 'SEALED' ? 'gold' : 'plain'}
                    >
                      {STATE_LABELS[ballot.state]}
                    </Badge>
                  )}
                </li>
              ))}
            </ul>
            <p className="mt-2">
              <Link prefetch={false} className="link" href={`/meetings/${id}/ballots`}>
                Xem các lần bình bầu
              </Link>
            </p>
          </Section>
        ) : null}

        {meeting.decisions.length > 0 ? (
          <Section id="quyet-dinh" title="Quyết định của hội nghị">
            <ul className="mt-2 grid max-w-[96ch] gap-2">
              {meeting.decisions.map((decision) => {
                const hands = handsInWords(decision)
                return (
                  <li key={decision.id} className="border-hair border-t pt-2">
                    {decision.text}{' '}
                    <span className="text-mute text-sm">
                      ({DECISION_METHOD_LABELS[decision.method]}
                      {hands ? `: ${hands}` : ''})
                    </span>{' '}
                    <SourceMark source={decision.source} />
                  </li>
                )
              })}
            </ul>
          </Section>
        ) : null}

        {meeting.conclusions.length > 0 || (canConclude(actor, facts) && facts.state !== 'PLANNED') ? (
          <Section id="ket-luan" title="Kết luận" note="và những việc được giao">
            <Conclusions actor={actor} facts={facts} meeting={meeting} />
          </Section>
        ) : null}

        {meeting.sideEvents.length > 0 ? (
          <Section id="ben-le" title="Tham quan thực tế, hoạt động bên lề">
            <ul className="mt-2 grid max-w-[96ch] gap-2">
              {meeting.sideEvents.map((event) => (
                <li key={event.id} className="border-hair border-t pt-2">
                  {event.title}
                  <span className="text-mute">
                    {event.place ? `, ${event.place}` : ''}
                    {event.heldOn ? `, ${printDate(event.heldOn)}` : ''}
                  </span>
                  {event.note ? <> {event.note}</> : null} <SourceMark source={event.source} />
                </li>
              ))}
            </ul>
          </Section>
        ) : null}

        {files.length > 0 || runs ? (
          <Section id="tai-lieu" title="Tài liệu hội nghị">
            <div className="mt-2">
              <FileList
                files={files}
                owner={{ ownerKind: 'meeting', ownerId: id }}
                canChange={runs}
                addLabel="Thêm tài liệu"
                empty="Chưa có tài liệu nào."
              />
            </div>
          </Section>
        ) : null}

        {meeting.invitation ? (
          <Section
            id="giay-moi"
            title="Giấy mời"
            note={meeting.invitedAt ? `gửi ngày ${printDate(meeting.invitedAt)}` : ''}
          >
            <p className="mt-2 max-w-[88ch] whitespace-pre-line">{meeting.invitation}</p>
          </Section>
        ) : null}

        {statements.length > 0 ? (
          <Section id="nguon" title="Tài liệu nguồn nêu gì về hội nghị">
            <StatementList statements={statements} />
          </Section>
        ) : null}
        {canDraft(actor, { issuer: 'CLUSTER', clusterYearId: meeting.clusterYear.id, unitId: null }) ? (
          <PaperLinks
            kinds={[
              'invitation',
              'running_order',
              'conclusion_notice',
              'meeting_minutes',
              'selection_minutes',
            ]}
            subjectId={meeting.id}
            clusterYearId={meeting.clusterYear.id}
          />
        ) : null}
      </PageBody>
    </>
  )
}

function Section({
  id,
  title,
  note,
  children,
}: {
  id: string
  title: string
  note?: string
  children: ReactNode
}) {
  return (
    <section aria-labelledby={id} className="mt-9">
      <h2 id={id}>
        {title}
        {note ? <span className="text-mute ml-2 text-sm font-normal">{note}</span> : null}
      </h2>
      {children}
    </section>
  )
}

function sentence(meeting: MeetingDto, unstated: string): string {
  const when = meeting.heldOn ? `ngày ${printDate(meeting.heldOn)}` : `ngày họp ${unstated}`
  const where = meeting.place ? `tại ${meeting.place}` : `nơi họp ${unstated}`
  if (meeting.state === 'OPEN') return `Đang họp, khai mạc lúc ${printTime(meeting.openedAt!)}, ${where}.`
  const start = meeting.startsAt && meeting.state !== 'CLOSED' ? ` lúc ${printTime(meeting.startsAt)}` : ''
  return `Họp ${when}${start}, ${where}.`
}

/** An account that bears its title as a name is not titled twice. */
const titledName = ({ name, title }: { name: string; title: string | null }) =>
  title && !name.startsWith(title) ? `${title} ${name}` : name

function Facts({ meeting, unstated }: { meeting: MeetingDto; unstated: string }) {
  const chairs = meeting.delegates.filter(({ role }) => role === 'CHAIR')
  const rows: [string, string][] = [
    ['Ngày họp', meeting.heldOn ? printDate(meeting.heldOn) : unstated],
    ['Địa điểm', meeting.place ?? unstated],
    ['Hình thức', meeting.form ? MEETING_FORM_LABELS[meeting.form] : unstated],
    ['Đơn vị tổ chức', meeting.organisedBy ?? meeting.hostUnit?.name ?? unstated],
    // Who presided at a meeting of the past stands in the words of its source, below.
    ...(meeting.source && chairs.length === 0
      ? []
      : [['Chủ trì', chairs.length > 0 ? chairs.map(titledName).join('; ') : unstated] as [string, string]]),
    ...(meeting.alsoFor.length > 0
      ? [
          ['Họp chung với', meeting.alsoFor.map(({ name, year }) => `${name}, ${year}`).join('; ')] as [
            string,
            string,
          ],
        ]
      : []),
    ['Thành viên', meeting.memberUnits.map(({ name }) => name).join(', ')],
  ]
  return (
    <>
      <dl className="mt-2 grid max-w-[96ch] gap-x-8 sm:grid-cols-[160px_minmax(0,1fr)]">
        {rows.map(([label, value]) => (
          <div key={label} className="border-hair border-t py-1.5 sm:col-span-2 sm:grid sm:grid-cols-subgrid">
            <dt className="text-mute">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {meeting.programme ? (
        <p className="mt-4 max-w-[88ch] whitespace-pre-line">{meeting.programme}</p>
      ) : null}
    </>
  )
}
