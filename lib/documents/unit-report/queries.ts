import 'server-only'
import { listUnitAwards, listUnitNominations } from '@/lib/awards/book/queries'
import { decisionLabel } from '@/lib/awards/labels'
import { takesPlace } from '@/lib/awards/rules'
import type { Actor } from '@/lib/platform/auth/actor'
import { listStatements } from '@/lib/sources/queries'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { unitFigures } from './rules'
import { gatherCluster, gatherUnit, gatherWorks } from '../gathering/queries'
import type { PaperSubject } from '../types'
import { unionOf } from '../wording/rules'
import type { UnitReportFacts } from './types'

/** A unit's year for its papers, with the eyes of the one who asks; null for an unknown unit or year. */
export async function gatherUnitReport(actor: Actor, subject: PaperSubject): Promise<UnitReportFacts | null> {
  const clusterYear = subject.clusterYearId ? await gatherCluster(actor, subject.clusterYearId) : null
  const year = clusterYear?.year ?? subject.year ?? null
  const unit = year === null ? null : await gatherUnit(subject.id, year)
  if (!unit || year === null) return null
  const [now, before, statements, book, nominations, works] = await Promise.all([
    getUnitYear(actor, unit.id, year),
    getUnitYear(actor, unit.id, year - 1),
    listStatements(actor, { unitId: unit.id, year }),
    listUnitAwards(actor, unit.id, { withPredecessors: false }),
    listUnitNominations(actor, unit.id, { withPredecessors: false }),
    gatherWorks(actor, year, [unit.id]),
  ])
  const report = now.reports.findLast(({ period }) => period !== 'REGISTRATION')
  const figures = unitFigures(unit, year, now, before)
  return {
    union: unionOf(unit),
    territory: `${unit.kind} ${unit.name}`,
    year,
    theme: now.theme,
    clusters: now.clusters.map(({ title }) => title),
    figures,
    narrative: Object.fromEntries((report?.narrative ?? []).map(({ section, text }) => [section, text])),
    statements: statements.map(({ section, text, inferred, notStated, factId }) => ({
      ...{ section, text, inferred, notStated, factId },
    })),
    sources: [
      ...statements.map(({ source: { letter, title } }) => ({ letter, title })),
      ...(report?.source ? [{ letter: report.source.letter, title: report.source.title }] : []),
    ],
    works,
    awards: book
      .filter((award) => award.year === null || award.year <= year)
      .map((award) => ({
        year: award.year,
        type: award.type.name,
        recipient: award.recipient,
        isFlag: award.type.isFlag,
        issuer: award.type.issuer,
        decision: decisionLabel(award.decision, award.source !== null),
        illustrative: award.illustrative,
      })),
    nominations: nominations
      .filter((nomination) => nomination.year === year && takesPlace(nomination.state))
      .map(({ type, proposer }) => ({ type: type.name, proposer })),
    illustrative: figures?.illustrative ?? false,
  }
}
