import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { query } from '@/lib/platform/db'
import { ROLE_LABELS } from '../labels'
import { canReadAudit } from '../policy'
import type { Role } from '../types'
import { changesBetween } from './rules'
import type { AuditFilter } from './schema'
import type { AuditRow } from './types'

const PER_PAGE = 50

const ENTRIES = `
SELECT e.id::text AS id, e.at, a.name AS actor, b.name AS on_behalf_of, e.action, e.entity, e.entity_id,
       n.kind || ' ' || n.name AS unit, cy.title || ', năm ' || cy.year AS cluster_year, e.reason, e.before, e.after
  FROM audit_entries e
  LEFT JOIN accounts a ON a.id = e.actor_id
  LEFT JOIN accounts b ON b.id = e.on_behalf_of_id
  LEFT JOIN cluster_years cy ON cy.id = e.cluster_year_id
  LEFT JOIN LATERAL (
    SELECT d.kind, d.name FROM unit_designations d WHERE d.unit_id = e.unit_id
       AND coalesce(d.valid_from, '-infinity') <= (e.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
     ORDER BY d.valid_from DESC NULLS LAST LIMIT 1) n ON true
 WHERE ($1::bigint IS NULL OR e.id < $1)
   AND ($2::text = '' OR e.actor_id IN (
     SELECT id FROM accounts WHERE vn_fold(name) LIKE '%' || vn_fold($2) || '%' OR email LIKE '%' || lower($2) || '%'))
   AND ($3::text = '' OR e.entity = $3)
   AND ($4::text = '' OR e.action = $4)
   AND ($5::uuid IS NULL OR e.unit_id = $5)
   AND ($6::date IS NULL OR e.at >= $6::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
   AND ($7::date IS NULL OR e.at < ($7::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
 ORDER BY e.id DESC LIMIT ${PER_PAGE + 1}`

type Entry = {
  id: string
  at: Date
  actor: string | null
  on_behalf_of: string | null
  action: string
  entity: string
  entity_id: string
  unit: string | null
  cluster_year: string | null
  reason: string | null
  before: unknown
  after: unknown
}

/** One page of the trail, newest first; `older` is where the next page begins. Null for whoever may not read it. */
export async function listAuditEntries(
  actor: Actor,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; older: string | null } | null> {
  if (!canReadAudit(actor)) return null
  const entries = await query<Entry>(ENTRIES, [
    filter.before ?? null,
    filter.person.replace(/[\\%_]/g, '\\$&'),
    filter.entity,
    filter.action,
    filter.unit ?? null,
    filter.from ?? null,
    filter.to ?? null,
  ])
  const page = entries.slice(0, PER_PAGE)
  const names = await namesOf(page)
  const inWords = (text: string | null) => text && (names.get(text) ?? ROLE_LABELS[text as Role] ?? text)
  const rows = page.map((entry) => ({
    id: entry.id,
    at: entry.at,
    actor: entry.actor,
    onBehalfOf: entry.on_behalf_of,
    action: entry.action,
    entity: entry.entity,
    entityId: entry.entity_id,
    about: [names.get(entry.entity_id), entry.unit, entry.cluster_year].filter((words) => words != null),
    reason: entry.reason,
    changes: changesBetween(entry.before, entry.after).map((change) => ({
      field: change.field,
      before: inWords(change.before),
      after: inWords(change.after),
    })),
  }))
  return { rows, older: entries.length > PER_PAGE ? (page.at(-1)?.id ?? null) : null }
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** Names of the people and units that the states mention by id. */
async function namesOf(entries: Entry[]): Promise<Map<string, string>> {
  const ids = new Set(
    entries.flatMap(
      ({ entity_id, before, after }) => `${entity_id} ${JSON.stringify([before, after])}`.match(UUID) ?? [],
    ),
  )
  if (ids.size === 0) return new Map()
  const rows = await query<{ id: string; name: string }>(
    `SELECT id, name FROM accounts WHERE id = ANY ($1::uuid[])
     UNION ALL
     SELECT DISTINCT ON (unit_id) unit_id, kind || ' ' || name FROM unit_designations
      WHERE unit_id = ANY ($1::uuid[]) AND valid_to IS NULL`,
    [[...ids]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Kinds of thing that the trail mentions, by hopping through the index. */
export async function listAuditedEntities(actor: Actor): Promise<string[]> {
  if (!canReadAudit(actor)) return []
  const rows = await query<{ entity: string }>(
    `WITH RECURSIVE kinds AS (
       (SELECT entity FROM audit_entries ORDER BY entity LIMIT 1)
       UNION ALL
       SELECT (SELECT e.entity FROM audit_entries e WHERE e.entity > k.entity ORDER BY e.entity LIMIT 1)
         FROM kinds k WHERE k.entity IS NOT NULL
     ) SELECT entity FROM kinds WHERE entity IS NOT NULL`,
  )
  return rows.map((row) => row.entity)
}
