import 'server-only'
import { getActivity, listActivities } from '@/lib/activities/joint/queries'
import type { ActivityDto } from '@/lib/activities/joint/types'
import { getPledge } from '@/lib/activities/pledge/queries'
import { listPractices } from '@/lib/activities/practices/queries'
import { listNominations } from '@/lib/awards/nominations/queries'
import { takesPlace } from '@/lib/awards/rules'
import { INFERRED, NOT_STATED } from '@/lib/clusters/labels'
import { getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { listHandovers } from '@/lib/handover/queries'
import type { HandoverActDto } from '@/lib/handover/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { listStatements } from '@/lib/sources/queries'
import type { StatementDto } from '@/lib/sources/types'
import { named } from '../awarding/queries'
import { gatherFigures, gatherMeeting, gatherNarratives, gatherWorks } from '../gathering/queries'
import { holderOf, memberUnion, periodOf } from '../gathering/rules'
import { clusterName, unionsOf } from '../wording/rules'
import type { ClusterReportFacts, Statement } from './types'

/** What the report of a cluster-year states, with the eyes of the one who asks. */
export async function gatherClusterReport(
  actor: Actor,
  clusterYear: ClusterYearDto,
): Promise<ClusterReportFacts> {
  const { id, year, cluster } = clusterYear
  const period = periodOf(clusterYear)
  const [
    statements,
    figures,
    narratives,
    pledge,
    works,
    activityList,
    practices,
    nominations,
    meeting,
    handovers,
    after,
  ] = await Promise.all([
    listStatements(actor, { clusterYearId: id }),
    gatherFigures(actor, clusterYear, period),
    gatherNarratives(actor, clusterYear, period),
    getPledge(actor, id),
    gatherWorks(
      actor,
      year,
      clusterYear.members.map((member) => member.id),
    ),
    listActivities(actor, id),
    listPractices(actor, { words: '', year, page: 1 }),
    listNominations(actor, { clusterYearId: id }),
    gatherMeeting(actor, id, 'ANNUAL_REVIEW'),
    listHandovers(actor, id),
    getClusterYear(actor, cluster.slug, year + 1),
  ])
  const [activities, nextStatements] = await Promise.all([
    Promise.all(activityList.map((activity) => getActivity(actor, activity.id))),
    after ? listStatements(actor, { clusterYearId: after.id }) : [],
  ])
  return {
    name: clusterName(clusterYear.title),
    year,
    period,
    illustrative: clusterYear.illustrative,
    theme: clusterYear.theme,
    motto: clusterYear.motto,
    memberCount: clusterYear.members.length,
    members: unionsOf(clusterYear.members),
    head: holderInWords(clusterYear, 'HEAD'),
    deputy: holderInWords(clusterYear, 'DEPUTY'),
    statements: statements.map(toStatement),
    sources: [...statements, ...nextStatements].map(({ source: { letter, title } }) => ({ letter, title })),
    figures,
    narratives,
    pledge: pledge?.pledge ? { signedOn: pledge.pledge.signedOn, state: pledge.pledge.state } : null,
    works,
    activities: activities.flatMap((activity) => (activity ? [withoutRights(activity)] : [])),
    practices: practices.rows
      .filter((practice) => practice.cluster?.slug === cluster.slug && practice.sharedAt)
      .map(({ title, summary, unit }) => ({ title, summary, unit: unit?.name ?? null })),
    nominations: nominations
      .filter(({ state }) => takesPlace(state))
      .map((nomination) => ({ type: nomination.type.name, recipient: named(clusterYear, nomination) })),
    meeting:
      meeting?.state === 'CLOSED'
        ? {
            title: meeting.title,
            heldOn: meeting.heldOn,
            place: meeting.place,
            organisedBy: meeting.organisedBy,
            conclusions: meeting.conclusions.map(({ text, speaker }) => ({ text, speaker })),
            tasks: meeting.conclusions
              .flatMap(({ tasks }) => tasks)
              .filter(({ state }) => state !== 'CANCELLED')
              .map(({ text, unit, dueOn }) => ({ text, who: unit && memberUnion(clusterYear, unit), dueOn })),
          }
        : null,
    handover: handedOver(
      clusterYear,
      handovers.find(({ fromYear }) => fromYear === year),
    ),
    next: after && { theme: after.theme, statements: nextStatements.map(toStatement) },
  }
}

const toStatement = ({ section, text, inferred, notStated }: StatementDto): Statement => ({
  section,
  text,
  inferred,
  notStated,
})

/** The digest of a paper is of what it says, not of who asks. */
const withoutRights = (activity: ActivityDto): ActivityDto => ({
  ...activity,
  files: [],
  filesWithheld: false,
  mayManage: false,
  mayProtect: false,
})

function handedOver(
  clusterYear: ClusterYearDto,
  act: HandoverActDto | undefined,
): ClusterReportFacts['handover'] {
  if (!act) return null
  const {
    heldOn,
    place,
    giver,
    receiver,
    witness,
    rotatingFlag,
    toYear,
    giverUnit,
    receiverUnit,
    deputyUnit,
  } = act
  return {
    ...{ heldOn, place, giver, receiver, witness, rotatingFlag, toYear },
    giverUnion: giverUnit && memberUnion(clusterYear, giverUnit),
    receiverUnion: memberUnion(clusterYear, receiverUnit),
    deputyUnion: deputyUnit && memberUnion(clusterYear, deputyUnit),
  }
}

function holderInWords(clusterYear: ClusterYearDto, role: 'HEAD' | 'DEPUTY'): string {
  const holder = holderOf(clusterYear, role)
  if (!holder) return NOT_STATED
  return memberUnion(clusterYear, holder.unit) + (holder.inferred ? ` (${INFERRED})` : '')
}
