import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { fromColumns, type ValueColumns } from '@/lib/reports/figures/rules'
import { readableReportsSql } from '@/lib/reports/policy'
import { neverSentSql } from '@/lib/reports/queries'
import type { Feed } from './rules'

type Row = Omit<Feed, 'value'> & ValueColumns & { kind: FigureKind }

/** The last day a period counts: units come and go within a year. */
const PERIOD_END = `(make_date(y.year, 1, 1) + make_interval(months =>
  CASE p.kind WHEN 'SIX_MONTHS' THEN 6 WHEN 'NINE_MONTHS' THEN 9 ELSE 12 END) - interval '1 day')`

/**
 * Figures of yearly reports under these indicator codes, one statement: of one unit as far as she may read them, or of
 * every unit, as in the national table (`unitId` null): drafts that were never sent are in no sum.
 */
export async function listFeeds(
  actor: Actor,
  { codes, years, unitId }: { codes: string[]; years: number[]; unitId: string | null },
  run: typeof query = query,
): Promise<Feed[]> {
  if (codes.length === 0 || years.length === 0) return []
  const readable = readableReportsSql(actor, 'r', 4)
  const rows = await run<Row>(
    `SELECT i.code, i.kind, i.aggregation, y.year, p.kind AS period, r.state, r.illustrative, r.unit_id AS "unitId", f.raw,
            trim_scale(f.amount)::text AS amount, trim_scale(f.denominator)::text AS denominator, f.qualifier, f.yes, f.words,
            coalesce((SELECT array_agg(trim_scale(x)::text) FROM unnest(f.parts) x), '{}') AS parts,
            CASE WHEN $3::uuid IS NULL THEN (SELECT count(*)::int FROM units o WHERE o.level = 'PROVINCE'
              AND coalesce(o.valid_from, '-infinity') <= ${PERIOD_END}
              AND coalesce(o.valid_to, 'infinity') > ${PERIOD_END}) END AS "unitsOfYear"
       FROM indicators i
       JOIN figures f ON f.indicator_id = i.id AND f.measure = 'MAIN' AND f.raw <> ''
       JOIN reports r ON r.id = f.report_id
       JOIN reporting_periods p ON p.id = r.period_id AND p.kind <> 'REGISTRATION'
       JOIN emulation_years y ON y.id = p.emulation_year_id
      WHERE i.code = ANY($1) AND y.year = ANY($2::int[]) AND ${readable.sql}
        AND ($3::uuid IS NULL AND NOT ${neverSentSql('r')} OR r.unit_id = $3)
      ORDER BY y.year, i.code, r.unit_id`,
    [codes, years, unitId, ...readable.params],
  )
  return rows.flatMap(({ kind, amount, denominator, qualifier, yes, words, parts, ...feed }) => {
    const value = fromColumns(kind, { amount, denominator, qualifier, yes, words, parts })
    return value ? [{ ...feed, value }] : []
  })
}
