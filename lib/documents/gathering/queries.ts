import 'server-only'
import { getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { getMeeting, listClusterMeetings } from '@/lib/meetings/queries'
import type { MeetingDto, MeetingKind } from '@/lib/meetings/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import { listStatements } from '@/lib/sources/queries'
import type { StatementDto } from '@/lib/sources/types'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import type { ClusterSummary } from '@/lib/summaries/types'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { meetingOfKind, periodOf } from './rules'

/** What nearly every paper of a cluster-year begins from; null for an unknown cluster or year. */
export type ClusterGround = {
  clusterYear: ClusterYearDto
  period: PeriodKind
  statements: StatementDto[]
}

export async function gatherCluster(actor: Actor, slug: string, year: number): Promise<ClusterGround | null> {
  const clusterYear = await getClusterYear(actor, slug, year)
  if (!clusterYear) return null
  const statements = await listStatements(actor, { clusterYearId: clusterYear.id })
  return { clusterYear, period: periodOf(clusterYear), statements }
}

/** The cluster's figures of the period with totals and sentences, as far as the reader may see them. */
export async function gatherFigures(
  actor: Actor,
  clusterYear: ClusterYearDto,
  period: PeriodKind,
): Promise<ClusterSummary> {
  const { input } = await getClusterTable(actor, clusterYear, period)
  return summariseClusterYear(input())
}

/** The latest meeting of a kind of the cluster-year, whole; null where there is none she may read. */
export async function gatherMeeting(
  actor: Actor,
  clusterYearId: string,
  kind: MeetingKind,
): Promise<MeetingDto | null> {
  const found = meetingOfKind(await listClusterMeetings(actor, clusterYearId), kind)
  return found && getMeeting(actor, found.id)
}

/** What units wrote in one section of their reports; units that wrote the same stand together. */
export type Told = { section: NarrativeSectionKey; text: string; units: string[] }

/** The narrative of the members' reports of the period that the reader may see. */
export async function gatherNarratives(
  actor: Actor,
  { members, year }: Pick<ClusterYearDto, 'members' | 'year'>,
  period: PeriodKind,
): Promise<Told[]> {
  const told: Told[] = []
  const years = await Promise.all(members.map(({ id }) => getUnitYear(actor, id, year)))
  members.forEach((member, index) => {
    const report = years[index]?.reports.find((one) => one.period === period)
    for (const { section, text } of report?.narrative ?? []) {
      const same = told.find((one) => one.section === section && one.text === text)
      if (same) same.units.push(member.name)
      else told.push({ section, text, units: [member.name] })
    }
  })
  return told
}
