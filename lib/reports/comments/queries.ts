import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { readableReportsSql } from '../policy'
import { idSchema } from '../schema'
import type { FigureCommentDto } from '../types'

type Row = {
  id: string
  indicatorId: string
  authorId: string
  authorName: string
  text: string
  at: Date
  resolvedAt: Date | null
  resolvedBy: string | null
}

/** Remarks on the figures of a report, oldest first; empty when it is not hers to read. */
export async function listComments(actor: Actor, reportId: string): Promise<FigureCommentDto[]> {
  if (!idSchema.safeParse(reportId).success) return []
  const readable = readableReportsSql(actor, 'r', 2)
  const rows = await query<Row>(
    `SELECT c.id, c.indicator_id AS "indicatorId", a.id AS "authorId", a.name AS "authorName", c.text, c.at,
            c.resolved_at AS "resolvedAt", b.name AS "resolvedBy"
       FROM figure_comments c JOIN reports r ON r.id = c.report_id JOIN accounts a ON a.id = c.author_id
       LEFT JOIN accounts b ON b.id = c.resolved_by_id
      WHERE c.report_id = $1 AND ${readable.sql} ORDER BY c.at, c.id`,
    [reportId, ...readable.params],
  )
  return rows.map((row) => ({
    id: row.id,
    indicatorId: row.indicatorId,
    author: { id: row.authorId, name: row.authorName },
    text: row.text,
    at: row.at.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy,
  }))
}
