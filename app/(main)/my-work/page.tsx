import type { Metadata } from 'next'
import { DemoMark } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { listPledgesToAgree } from '@/lib/activities/pledge/queries'
import { listAwardDuties } from '@/lib/awards/duties/queries'
import { listBallotDuties } from '@/lib/ballots/duties/queries'
import { findOwnCluster } from '@/lib/clusters/queries'
import { listPapersToSign } from '@/lib/documents/duties/queries'
import { listMeetingsSoon } from '@/lib/meetings/queries'
import { listMyTasks } from '@/lib/meetings/outcomes/queries'
import { listMinutesToFreeze } from '@/lib/minutes/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { requireActor } from '@/lib/platform/auth/current'
import { WORK_LABELS } from '@/lib/reports/labels'
import { listAwaitedReports, listMyWork } from '@/lib/reports/overview/queries'
import { workSentence } from '@/lib/reports/overview/rules'
import { WORK_KINDS } from '@/lib/reports/types'
import { listOpenCrossChecks, listScoringDuties } from '@/lib/scoring/duties/queries'
import { dutyGroups, Duties } from './_components/duties'
import { PledgesToAgree } from './_components/pledges-to-agree'
import { WorkTable } from './_components/work-table'

export const metadata: Metadata = { title: 'Việc của tôi' }

/** So many days before a meeting or a deadline of the cluster it is listed. */
const SOON = 14

export default async function MyWorkPage() {
  const actor = await requireActor('/my-work')
  const [work, pledges, tasks, ballots, minutes, scoring, awards, papers, meetings, crossChecks, awaited] =
    await Promise.all([
      listMyWork(actor),
      listPledgesToAgree(actor),
      listMyTasks(actor, { open: true }),
      listBallotDuties(actor),
      listMinutesToFreeze(actor),
      listScoringDuties(actor),
      listAwardDuties(actor),
      listPapersToSign(actor),
      listMeetingsSoon(actor, SOON),
      listOpenCrossChecks(actor),
      listAwaitedReports(actor, SOON),
    ])
  const groups = dutyGroups({
    ballots,
    minutes,
    scoring,
    awards,
    papers,
    tasks,
    meetings,
    crossChecks,
    awaited,
  })
  const others = groups.reduce((sum, { lines }) => sum + lines.length, 0)
  const nothing = work.length + pledges.length + others === 0
  const own = nothing ? await findOwnCluster(actor) : null
  const kinds = WORK_KINDS.filter((kind) => work.some((item) => item.kind === kind))
  return (
    <>
      <PageHeader
        title="Việc của tôi"
        help={helpFor(actor)}
        mark={work.some((item) => item.illustrative) ? <DemoMark /> : null}
        sentence={
          nothing ? null : <p>{waitingSentence(workSentence(work), work.length, pledges.length, others)}</p>
        }
      />
      <PageBody>
        {actor.actsFor.length > 0 ? (
          <p className="text-mute">
            Được ủy quyền: {[...new Set(actor.actsFor.map((right) => right.name))].join('; ')}.
          </p>
        ) : null}
        <PledgesToAgree pledges={pledges} />
        <Duties groups={groups.filter(({ first }) => first)} />
        {nothing ? (
          <Empty
            title="Không có việc nào chờ bạn"
            action={
              own ? (
                <LinkButton href={`/clusters/${own.slug}/${own.year}`}>Xem cụm của bạn</LinkButton>
              ) : (
                <LinkButton href="/clusters">Xem các cụm thi đua</LinkButton>
              )
            }
          >
            Khi có báo cáo đến hạn, chờ rà soát hay chờ xác nhận, việc sẽ hiện ở đây theo thứ tự hạn.
          </Empty>
        ) : (
          kinds.map((kind) => (
            <section key={kind} aria-labelledby={kind} className="mt-6">
              <h2 id={kind}>{WORK_LABELS[kind]}</h2>
              <WorkTable label={WORK_LABELS[kind]} items={work.filter((item) => item.kind === kind)} />
            </section>
          ))
        )}
        <Duties groups={groups.filter(({ first }) => !first)} />
      </PageBody>
    </>
  )
}

/** What waits beside the reports is work too: the sentence counts what the page lists. */
function waitingSentence(reports: string, reportCount: number, pledges: number, others: number): string {
  const beside = [
    ...(pledges > 0 ? [`${pledges} giao ước chờ bạn xác nhận thống nhất`] : []),
    ...(others > 0 ? [`${others} việc${reportCount + pledges > 0 ? ' khác' : ''}`] : []),
  ]
  if (beside.length === 0) return reports
  return `${reportCount === 0 ? 'Bạn có' : `${reports} Ngoài ra có`} ${beside.join(' và ')}.`
}

/** The page of the guide about what she does here. */
function helpFor(actor: Actor) {
  if (actor.leaderOf.length > 0) return { topic: 'leader', about: 'lãnh đạo Hội tỉnh' }
  if (actor.staffOf.length > 0) return { topic: 'officer', about: 'chuyên viên nhập số liệu' }
  if (actor.isOffice) return { topic: 'office', about: 'thường trực thi đua Trung ương' }
  if (actor.isAdmin) return { topic: 'admin', about: 'quản trị hệ thống' }
  return { topic: 'central', about: 'chuyên viên và Phó Chủ tịch Trung ương' }
}
