import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { AWARD_DUTY_LABELS } from '@/lib/awards/labels'
import type { AwardDuty } from '@/lib/awards/types'
import { BALLOT_DUTY_LABELS, roundInWords } from '@/lib/ballots/labels'
import type { BallotDuty } from '@/lib/ballots/types'
import { PAPER_LABELS } from '@/lib/documents/life/labels'
import type { PaperDuty } from '@/lib/documents/life/types'
import type { MeetingListItem, MyTaskDto } from '@/lib/meetings/types'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import { printDate, printDateTime } from '@/lib/platform/dates'
import { capitalise } from '@/lib/platform/vietnamese'
import { periodTitle, printDue } from '@/lib/reports/rules'
import type { AwaitedReports } from '@/lib/reports/types'
import { SCORING_DUTY_LABELS } from '@/lib/scoring/labels'
import { SCORING_DUTY_KINDS, type OpenCrossCheck, type ScoringDuty } from '@/lib/scoring/types'

type Line = {
  key: string
  href: string
  title: string
  about: string
  said?: string | null
  due?: string | null
}
type Group = {
  id: string
  title: string
  lines: Line[]
  /** Cannot wait for what stands above it: somebody sits in a hall. */
  first?: boolean
  /** How many are shown before the rest is left to a page of its own. */
  rest?: { after: number; href: string; title: string }
}

/** What the year asks of her beside reports, as groups of links; the page composes them from the modules. */
export function dutyGroups({
  ballots,
  minutes,
  scoring,
  awards,
  papers,
  tasks,
  meetings,
  crossChecks,
  awaited,
}: {
  ballots: BallotDuty[]
  minutes: { meetingId: string; title: string; closedAt: string | null }[]
  scoring: ScoringDuty[]
  awards: AwardDuty[]
  papers: PaperDuty[]
  tasks: MyTaskDto[]
  meetings: MeetingListItem[]
  crossChecks: OpenCrossCheck[]
  awaited: AwaitedReports[]
}): Group[] {
  const groups: Group[] = [
    { id: 'bo-phieu', title: 'Đang bỏ phiếu', lines: ballots.map(ballotLine), first: true },
    {
      id: 'hoi-nghi',
      title: 'Hội nghị sắp tới',
      lines: meetings.map((meeting) => ({
        key: meeting.id,
        href: `/meetings/${meeting.id}`,
        title: meeting.title,
        about: [meeting.clusterYear.name, meeting.place].filter(Boolean).join(' · '),
        due: meeting.heldOn,
      })),
    },
    {
      id: 'bao-cao-cua-cum',
      title: 'Báo cáo các đơn vị trong cụm chưa gửi',
      lines: awaited.map((one) => ({
        key: `${one.clusterSlug}${one.year}${one.kind}`,
        href: `/clusters/${one.clusterSlug}/${one.year}/submissions?ky=${PERIOD_SLUGS[one.kind]}`,
        title: `${capitalise(periodTitle(one.kind, one.year))}: ${one.unsent} đơn vị chưa gửi`,
        about: `${one.clusterName}, hạn ${printDue(one.dueAt)}, ${leftWords(one.daysLeft)}`,
      })),
    },
    {
      id: 'trinh-ky',
      title: 'Văn bản chờ ký',
      lines: papers.map(({ id, kind, place, presentedAt }) => ({
        key: id,
        href: `/documents/${id}`,
        title: PAPER_LABELS[kind],
        about: `${place} · trình ký lúc ${printDateTime(presentedAt)}`,
      })),
    },
    {
      id: 'cham-diem',
      title: 'Chấm điểm thi đua',
      lines: [
        ...SCORING_DUTY_KINDS.flatMap((kind) => scoring.filter((duty) => duty.kind === kind)).map(
          scoringLine,
        ),
        ...crossChecks.map(({ cluster, sheets, dueOn }) => ({
          key: `${cluster.slug}${cluster.year}`,
          href: `/clusters/${cluster.slug}/${cluster.year}/scores`,
          title: `Chấm chéo trong cụm: ${sheets} đơn vị chưa xong`,
          about: `năm ${cluster.year}, ${cluster.name}`,
          due: dueOn,
        })),
      ].toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9')),
    },
    {
      id: 'khen-thuong',
      title: 'Khen thưởng',
      lines: awards.map(awardLine),
    },
    {
      id: 'bien-ban',
      title: 'Biên bản chờ chốt',
      lines: minutes.map(({ meetingId, title, closedAt }) => ({
        key: meetingId,
        href: `/meetings/${meetingId}/minutes`,
        title,
        about: closedAt ? `bế mạc lúc ${printDateTime(closedAt)}` : '',
      })),
    },
    {
      id: 'viec-giao',
      title: 'Việc giao từ hội nghị',
      lines: tasks.map((task) => ({
        key: task.id,
        href: `/meetings/${task.meeting.id}#ket-luan`,
        title: task.text,
        about: [task.unit?.name ?? 'toàn cụm', task.meeting.title].join(' · '),
        due: task.dueOn,
      })),
      rest: { after: 5, href: '/tasks', title: 'việc giao từ hội nghị' },
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

const ballotLine = ({ kind, ballotId, meetingId, title, round, meetingTitle }: BallotDuty): Line => ({
  key: `${kind}${ballotId}`,
  href:
    kind === 'RECEIVE' || kind === 'CAST'
      ? `/ballots/${ballotId}`
      : `/meetings/${meetingId}/ballots/${ballotId}`,
  title: `${BALLOT_DUTY_LABELS[kind]}: ${[title, roundInWords(round)].filter(Boolean).join(' · ')}`,
  about: meetingTitle,
})

const leftWords = (days: number): string =>
  days < 0 ? `quá hạn ${-days} ngày` : days === 0 ? 'hết hạn hôm nay' : `còn ${days} ngày`

const scoringLine = ({ kind, unit, cluster, dueOn, reason }: ScoringDuty): Line => ({
  key: `${kind}${cluster.slug}${cluster.year}${unit.id}`,
  href: `/clusters/${cluster.slug}/${cluster.year}/scores/${unit.slug}`,
  title: `${SCORING_DUTY_LABELS[kind]}: ${unit.name}`,
  about: `năm ${cluster.year}, ${cluster.name}`,
  said: reason,
  due: dueOn,
})

function awardLine({ kind, nomination, openObjections }: AwardDuty): Line {
  const whom = nomination.unit?.name ?? nomination.recipient ?? ''
  return {
    key: `${kind}${nomination.id}`,
    href: `/awards/nominations/${nomination.id}`,
    title: `${AWARD_DUTY_LABELS[kind]}: ${whom}`,
    about: [
      nomination.type.name,
      `năm ${nomination.year}`,
      ...(kind === 'OBJECTION' ? [`${openObjections} ý kiến chưa trả lời`] : []),
    ].join(' · '),
    due: kind === 'OBJECTION' ? nomination.noticeTo : null,
  }
}

/** Groups of duties, each line a link to where it is done. */
export function Duties({ groups }: { groups: Group[] }) {
  return groups.map(({ id, title, lines, rest }) => (
    <section key={id} aria-labelledby={id} className="mt-6">
      <h2 id={id}>{title}</h2>
      <ul className="max-w-[96ch]">
        {lines.slice(0, rest?.after).map((line) => (
          <li key={line.key} className="border-hair border-b py-2.5">
            <Link prefetch={false} href={line.href} className="link">
              {line.title}
            </Link>{' '}
            {line.due ? <Badge kind="wait">{printDate(line.due)}</Badge> : null}
            {line.about ? <span className="text-mute block text-xs">{line.about}</span> : null}
            {line.said ? <span className="text-co block max-w-[60ch] text-xs">“{line.said}”</span> : null}
          </li>
        ))}
      </ul>
      {rest && lines.length > rest.after ? (
        <p className="mt-2">
          <Link href={rest.href}>
            Xem cả {lines.length} {rest.title}
          </Link>
        </p>
      ) : null}
    </section>
  ))
}
