import 'server-only'
import { getCampaign, listCampaigns } from '@/lib/activities/campaigns/queries'
import { getClusterYear } from '@/lib/clusters/queries'
import type { ClusterYearDto } from '@/lib/clusters/types'
import { getMeeting, listClusterMeetings } from '@/lib/meetings/queries'
import type { MeetingDto, MeetingKind } from '@/lib/meetings/types'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { readableReportsSql } from '@/lib/reports/policy'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import { getClusterTable } from '@/lib/summaries/queries'
import { summariseClusterYear } from '@/lib/summaries/rules'
import { designationSql } from '@/lib/units/queries'
import { clusterFigures } from '../figures/rules'
import type { ClusterFigures } from '../figures/types'
import { meetingOfKind, periodOf } from './rules'
import { two } from '../wording/rules'
import type { Told, UnitOfYear } from './types'

/** The cluster-year of an id, as its page has it; null for an unknown one. */
export async function gatherCluster(actor: Actor, clusterYearId: string): Promise<ClusterYearDto | null> {
  const [found] = await query<{ slug: string; year: number }>(
    `select c.slug, cy.year from cluster_years cy join clusters c on c.id = cy.cluster_id where cy.id = $1::uuid`,
    [clusterYearId],
  )
  return found ? getClusterYear(actor, found.slug, found.year) : null
}

/** The cluster's figures of the period (the latest that has any) as a paper prints them, as far as the reader may see them. */
export async function gatherFigures(
  actor: Actor,
  clusterYear: ClusterYearDto,
  period: PeriodKind = periodOf(clusterYear),
): Promise<ClusterFigures> {
  const table = await getClusterTable(actor, clusterYear, period)
  return clusterFigures(summariseClusterYear(table), table.collected)
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

/** The narrative of the members' reports of the period that the reader may see, in one statement. */
export async function gatherNarratives(
  actor: Actor,
  { id, members }: Pick<ClusterYearDto, 'id' | 'members'>,
  period: PeriodKind,
): Promise<Told[]> {
  const readable = readableReportsSql(actor, 'r', 3)
  const rows = await query<{ unitId: string; section: NarrativeSectionKey; text: string }>(
    `select r.unit_id as "unitId", n.section, n.text from reports r
       join reporting_periods p on p.id = r.period_id and p.kind = $2::"PeriodKind"
       join narrative_sections n on n.report_id = r.id and n.text <> ''
      where r.cluster_year_id = $1 and ${readable.sql}`,
    [id, period, ...readable.params],
  )
  const told: Told[] = []
  for (const member of members)
    for (const { section, text } of rows.filter(({ unitId }) => unitId === member.id)) {
      const same = told.find((one) => one.section === section && one.text === text)
      if (same) same.units.push(member.name)
      else told.push({ section, text, units: [member.name] })
    }
  return told
}

/** A unit under the name and kind it bore in a year; null for an unknown id. */
export async function gatherUnit(unitId: string, year: number): Promise<UnitOfYear | null> {
  const [unit] = await query<UnitOfYear>(
    `select u.id, u.slug, ${designationSql('name', 'u.id', '$2::int')} as name,
       ${designationSql('kind', 'u.id', '$2::int')} as kind
     from units u where u.id = $1::uuid`,
    [unitId, year],
  )
  return unit ?? null
}

/** Registered works of these units in the year's campaigns, a clause each. */
export async function gatherWorks(actor: Actor, year: number, unitIds: readonly string[]): Promise<string[]> {
  const campaigns = (await listCampaigns(actor)).filter(({ years }) => years.some((one) => one.year === year))
  const told = await Promise.all(
    campaigns.map(async ({ slug, name }) => {
      const all = (await getCampaign(actor, slug, year))?.rows ?? []
      const rows = all.filter(({ unit, totals }) => unitIds.includes(unit.id) && totals.done !== null)
      const sum = (of: 'registered' | 'done') =>
        rows.reduce((sofar, { totals }) => sofar + (totals[of] ?? 0), 0)
      if (rows.length === 0) return ''
      const who = unitIds.length > 1 ? `${two(rows.length)} đơn vị ` : ''
      const registered = rows.some(({ totals }) => totals.registered !== null)
        ? ` trên ${sum('registered')} đã đăng ký`
        : ''
      return `“${name}”: ${who}hoàn thành ${sum('done')} công trình, phần việc${registered}`
    }),
  )
  return told.filter(Boolean)
}

/** A meeting with its cluster-year; null where she may not read it. */
export async function gatherMeetingGround(
  actor: Actor,
  meetingId: string,
): Promise<{ meeting: MeetingDto; clusterYear: ClusterYearDto } | null> {
  const meeting = await getMeeting(actor, meetingId)
  const clusterYear = meeting && (await gatherCluster(actor, meeting.clusterYear.id))
  return meeting && clusterYear ? { meeting, clusterYear } : null
}

/** The cluster-year that hands over in an act, or the one that receives where no source tells; null for an unknown act. */
export async function gatherHandoverYear(handoverId: string): Promise<string | null> {
  const [act] = await query<{ id: string }>(
    `select coalesce(from_cluster_year_id, to_cluster_year_id) as id from handover_acts where id = $1::uuid`,
    [handoverId],
  )
  return act?.id ?? null
}

/** The mid-term review of a term; null where none was begun. */
export async function gatherMidtermReview(termId: string): Promise<string | null> {
  const [review] = await query<{ id: string }>(
    `select id from term_reviews where term_id = $1::uuid and kind = 'MIDTERM'`,
    [termId],
  )
  return review?.id ?? null
}
