import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import type { FigureKind } from '@/lib/platform/numbers/types'
import { fromColumns, type ValueColumns } from '@/lib/reports/figures/rules'
import { readableReportsSql } from '@/lib/reports/policy'
import type { Feed } from './rules'

type Row = Omit<Feed, 'value'> & ValueColumns & { kind: FigureKind }

/**
 * Figures of yearly reports under these indicator codes, one statement: of one unit as far as she may read them, or of
 * every unit where confirmed (`unitId` null).
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
            coalesce((SELECT array_agg(trim_scale(x)::text) FROM unnest(f.parts) x), '{}') AS parts
       FROM indicators i
       JOIN figures f ON f.indicator_id = i.id AND f.measure = 'MAIN' AND f.raw <> ''
       JOIN reports r ON r.id = f.report_id
       JOIN reporting_periods p ON p.id = r.period_id AND p.kind <> 'REGISTRATION'
       JOIN emulation_years y ON y.id = p.emulation_year_id
      WHERE i.code = ANY($1) AND y.year = ANY($2::int[]) AND ${readable.sql}
        AND ($3::uuid IS NULL AND r.state IN ('CONFIRMED', 'LOCKED') OR r.unit_id = $3)
      ORDER BY y.year, i.code, r.unit_id`,
    [codes, years, unitId, ...readable.params],
  )
  return rows.flatMap(({ kind, amount, denominator, qualifier, yes, words, parts, ...feed }) => {
    const value = fromColumns(kind, { amount, denominator, qualifier, yes, words, parts })
    return value ? [{ ...feed, value }] : []
  })
}
