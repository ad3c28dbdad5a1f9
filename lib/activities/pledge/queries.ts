import 'server-only'
import { citationOf } from '@/lib/clusters/rules'
import { listFilesIn } from '@/lib/evidence/queries'
import type { FileKeeper } from '@/lib/evidence/types'
import { listIndicators } from '@/lib/indicators/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma, query } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { fromProjection } from '@/lib/reports/figures/rules'
import { readableReportsSql } from '@/lib/reports/policy'
import type { ProjectionCells, ReportState } from '@/lib/reports/types'
import { unitRefSql } from '@/lib/units/queries'
import { clusterYearFactsIn } from '../queries'
import { mayAgreeFor, mayDraftPledge, mayReadPledge } from './policy'
import type {
  PledgeAppendixDto,
  PledgeContent,
  PledgeMemberDto,
  PledgeToAgree,
  PledgeView,
  RegisteredTargets,
} from './types'

const AGREEMENT = `json_build_object('by', a.name, 'onBehalfOf', b.name, 'at', g.at, 'textVersion', g.text_version,
  'textHash', g.text_hash, 'voidedAt', g.voided_at)`
const AGREEMENTS = (where: string) => `(SELECT ${AGREEMENT} FROM pledge_agreements g
  JOIN accounts a ON a.id = g.account_id LEFT JOIN accounts b ON b.id = g.on_behalf_of_id
  WHERE g.pledge_id = $2 AND g.unit_id = u.id AND ${where} ORDER BY g.at DESC LIMIT 1)`

/** The pledge of a cluster-year as she may see it, and what she may do with it. */
export async function getPledge(actor: Actor, clusterYearId: string): Promise<PledgeView | null> {
  const [facts, pledge] = await Promise.all([
    clusterYearFactsIn(prisma, clusterYearId),
    prisma.pledge.findUnique({ where: { clusterYearId }, include: { source: true } }),
  ])
  if (!facts) return null
  const view = {
    mayDraft: mayDraftPledge(actor, facts) && !facts.closed,
    mayAgreeFor: facts.memberIds.filter((unitId) => mayAgreeFor(actor, facts, unitId)),
    closed: facts.closed,
  }
  if (!pledge || !mayReadPledge(actor, facts.id, pledge.state)) return { ...view, pledge: null }
  const [text, members, files] = await Promise.all([
    prisma.pledgeText.findUniqueOrThrow({
      where: { pledgeId_version: { pledgeId: pledge.id, version: pledge.textVersion } },
    }),
    query<PledgeMemberDto>(
      `SELECT ${unitRefSql('u', 'cy.year')} AS unit, ${AGREEMENTS('g.voided_at IS NULL')} AS agreement,
              ${AGREEMENTS('g.voided_at IS NOT NULL')} AS voided
         FROM cluster_memberships m JOIN cluster_years cy ON cy.id = m.cluster_year_id JOIN units u ON u.id = m.unit_id
        WHERE m.cluster_year_id = $1`,
      [clusterYearId, pledge.id],
    ),
    listFilesIn(prisma, { ownerKind: 'pledge', ownerId: pledge.id }),
  ])
  const by =
    text.byId && (await prisma.account.findUnique({ where: { id: text.byId }, select: { name: true } }))
  return {
    ...view,
    pledge: {
      id: pledge.id,
      state: pledge.state,
      version: pledge.version,
      text: {
        version: text.version,
        hash: text.hash,
        content: text.content as PledgeContent,
        at: text.at.toISOString(),
        by: by ? by.name : null,
      },
      number: pledge.number,
      signedOn: storedDay(pledge.signedOn),
      finalisedAt: pledge.finalisedAt?.toISOString() ?? null,
      finalReason: pledge.finalReason,
      source: citationOf(pledge.source),
      inferred: pledge.inferred,
      illustrative: pledge.illustrative,
      members: members
        .map((member) => ({ ...member, voided: member.agreement ? null : member.voided }))
        .sort((a, b) => compareVietnamese(a.unit.name, b.unit.name)),
      files,
    },
  }
}

type TargetRow = {
  emulationYearId: string
  clusterId: string
  units:
    | {
        unitId: string
        reportId: string
        state: ReportState
        illustrative: boolean
        cells: ProjectionCells
      }[]
    | null
}

/** Each unit's registered targets, as far as she may read the registrations. */
export async function getRegisteredTargets(actor: Actor, clusterYearId: string): Promise<RegisteredTargets> {
  const readable = readableReportsSql(actor, 'r', 2)
  const [row] = await query<TargetRow>(
    `SELECT cy.emulation_year_id AS "emulationYearId", cy.cluster_id AS "clusterId",
            (SELECT json_agg(json_build_object('unitId', r.unit_id, 'reportId', r.id, 'state', r.state,
                      'illustrative', r.illustrative, 'cells', coalesce(p.cells, '{}')))
               FROM reports r JOIN reporting_periods rp ON rp.id = r.period_id AND rp.kind = 'REGISTRATION'
               LEFT JOIN report_projections p ON p.report_id = r.id
              WHERE r.cluster_year_id = cy.id AND (r.first_sent_at IS NOT NULL OR r.state NOT IN ('DRAFT', 'PRESENTED'))
                AND ${readable.sql}) AS units
       FROM cluster_years cy WHERE cy.id = $1`,
    [clusterYearId, ...readable.params],
  )
  if (!row?.units) return { indicators: [], units: [] }
  const indicators = await listIndicators(actor, {
    emulationYearId: row.emulationYearId,
    clusterId: row.clusterId,
    unitId: null,
  })
  return {
    indicators,
    units: row.units.map(({ cells, ...unit }) => ({
      ...unit,
      values: Object.fromEntries(indicators.map(({ id, kind }) => [id, fromProjection(kind, cells[id]?.m)])),
    })),
  }
}

/** phụ lục: adjustments of registered targets that were approved, first to last. */
export async function listPledgeAppendices(
  actor: Actor,
  clusterYearId: string,
): Promise<PledgeAppendixDto[]> {
  const readable = readableReportsSql(actor, 'r', 2)
  const rows = await query<Omit<PledgeAppendixDto, 'decidedAt'> & { decidedAt: Date | null }>(
    `SELECT t.id, t.report_id AS "reportId", ${unitRefSql('u', 'cy.year')} AS unit, i.short_name AS indicator,
            t.old_raw AS "oldRaw", t.new_raw AS "newRaw", t.reason, t.paper, t.decided_at AS "decidedAt"
       FROM target_adjustments t JOIN reports r ON r.id = t.report_id JOIN cluster_years cy ON cy.id = r.cluster_year_id
       JOIN units u ON u.id = r.unit_id JOIN indicators i ON i.id = t.indicator_id
      WHERE r.cluster_year_id = $1 AND t.state = 'APPROVED' AND ${readable.sql}
      ORDER BY t.decided_at, t.id`,
    [clusterYearId, ...readable.params],
  )
  return rows.map((row) => ({ ...row, decidedAt: row.decidedAt?.toISOString() ?? null }))
}

/** Open pledges to which units she leads have not agreed; those whose agreement a change of text voided say so. */
export async function listPledgesToAgree(actor: Actor): Promise<PledgeToAgree[]> {
  if (actor.leaderOf.length === 0) return []
  return query<PledgeToAgree>(
    `SELECT c.slug AS "clusterSlug", c.name AS "clusterName", cy.year, p.illustrative, ${unitRefSql('u', 'cy.year')} AS unit,
            (SELECT to_json(max(g.voided_at)) FROM pledge_agreements g
              WHERE g.pledge_id = p.id AND g.unit_id = u.id) AS "voidedAt"
       FROM pledges p JOIN cluster_years cy ON cy.id = p.cluster_year_id JOIN clusters c ON c.id = cy.cluster_id
       JOIN emulation_years y ON y.id = cy.emulation_year_id AND y.state <> 'CLOSED'
       JOIN cluster_memberships m ON m.cluster_year_id = cy.id AND m.unit_id = ANY($1::uuid[])
       JOIN units u ON u.id = m.unit_id
      WHERE p.state = 'OPEN' AND NOT EXISTS (SELECT FROM pledge_agreements g
              WHERE g.pledge_id = p.id AND g.unit_id = m.unit_id AND g.voided_at IS NULL)
      ORDER BY cy.year DESC, c.position`,
    [actor.leaderOf],
  )
}

/** The scan of the signed and stamped paper. */
export const pledgeFiles: FileKeeper = {
  async mayChangeIn(tx, actor, pledgeId) {
    const pledge = await tx.pledge.findUnique({ where: { id: pledgeId } })
    const facts = pledge && (await clusterYearFactsIn(tx, pledge.clusterYearId))
    if (!pledge || !facts) return fail('not_found')
    if (!mayDraftPledge(actor, facts))
      return fail(mayReadPledge(actor, facts.id, pledge.state) ? 'forbidden' : 'not_found')
    if (facts.closed) return fail('locked', 'Năm này đã khép, tệp của giao ước không thay đổi nữa.')
    if (pledge.state !== 'FINAL')
      return fail('locked', 'Bản ký, đóng dấu được lưu khi giao ước đã là bản chính thức.')
    return ok({ unitId: null, clusterYearId: pledge.clusterYearId })
  },
  async mayReadIn(tx, actor, pledgeId) {
    const pledge = await tx.pledge.findUnique({ where: { id: pledgeId } })
    return pledge !== null && mayReadPledge(actor, pledge.clusterYearId, pledge.state)
  },
}
