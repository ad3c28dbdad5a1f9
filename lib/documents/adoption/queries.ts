import 'server-only'
import { isRowId } from '@/lib/platform/fields'
import type { Prisma } from '@/prisma/generated/client'
import { listFilesIn, readBytesIn } from '@/lib/evidence/queries'
import type { EvidenceDto, FileKeeper } from '@/lib/evidence/types'
import { periodOfYear } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { ownUnits } from '@/lib/platform/auth/policy'
import { prisma, query } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { READ_PROBLEM_LABELS } from '@/lib/platform/files/labels'
import { readWorkbook } from '@/lib/platform/files/read'
import type { ReadSheet } from '@/lib/platform/files/types'
import { queryIn, type Run } from '@/lib/reports/cells/queries'
import { mayReadSources } from '@/lib/sources/policy'
import { mappingIn, planAdoptionIn } from '../adoption-plan/queries'
import { countStatuses } from '../rules'
import { mayAdopt, mayAdoptAnything } from './policy'
import { statedMoney } from '../adoption-money/rules'
import { matchUnit } from '../adoption-units/rules'
import { Grid, linesOf, placesOf } from './rules'
import {
  ADOPTION_STATUSES,
  type AdoptionFacts,
  type AdoptionListItem,
  type AdoptionMapping,
  type AdoptionPlace,
  type AdoptionView,
} from './types'

/** A period of the past: nobody enters it in the app. */
const PAST = `p.kind <> 'REGISTRATION' AND (p.due_at IS NULL OR y.state = 'CLOSED')`

/** Cluster-years and own units with their past periods, for which she may take over old figures; newest first. */
export async function listAdoptionPlaces(actor: Actor): Promise<AdoptionPlace[]> {
  if (!mayAdoptAnything(actor)) return []
  const rows = await query<{ value: string; name: string; year: number; kind: PeriodKind }>(
    `SELECT 'c:' || cy.id || ':' || p.id AS value, cy.title AS name, y.year, p.kind
       FROM cluster_years cy JOIN emulation_years y ON y.id = cy.emulation_year_id
       JOIN reporting_periods p ON p.emulation_year_id = y.id
      WHERE ${PAST} AND ($1::boolean OR EXISTS (SELECT FROM cluster_years o
              WHERE o.cluster_id = cy.cluster_id AND o.id = ANY($2::uuid[])))
     UNION ALL
     SELECT 'u:' || u.id || ':' || p.id, (SELECT d.name FROM unit_designations d WHERE d.unit_id = u.id
              ORDER BY d.valid_from DESC NULLS LAST LIMIT 1), y.year, p.kind
       FROM units u CROSS JOIN emulation_years y JOIN reporting_periods p ON p.emulation_year_id = y.id
      WHERE ${PAST} AND u.id = ANY($3::uuid[])
        AND (u.valid_from IS NULL OR u.valid_from <= make_date(y.year, 12, 31))
        AND (u.valid_to IS NULL OR u.valid_to > make_date(y.year, 1, 1))
      ORDER BY 3 DESC, 2, 4`,
    [actor.isOffice, actor.headOf, ownUnits(actor)],
  )
  return rows.map(({ value, name, year, kind }) => ({ value, label: `${name}, ${periodOfYear(kind, year)}` }))
}

const FACTS = `a.id, a.title, a.note, a.cluster_year_id AS "clusterYearId", cy.cluster_id AS "clusterId", a.unit_id AS "unitId",
  a.period_id AS "periodId", p.kind AS period, y.year, y.id AS "emulationYearId", a.version, a.adopted_at IS NOT NULL AS adopted,
  coalesce((SELECT array_agg(o.id::text) FROM cluster_years o WHERE o.cluster_id = cy.cluster_id), '{}') AS "clusterYears",
  coalesce(cy.title, (SELECT d.name FROM unit_designations d WHERE d.unit_id = a.unit_id
    ORDER BY d.valid_from DESC NULLS LAST LIMIT 1)) AS "placeName", c.slug AS "clusterSlug", a.mapping, s.slug AS "sourceSlug",
  coalesce('/clusters/' || c.slug, '/units/' || (SELECT u.slug FROM units u WHERE u.id = a.unit_id)) || '/' || y.year AS "readAt",
  a.created_at AS "createdAt", a.adopted_at AS "adoptedAt", w.name AS "createdBy"
  FROM adoptions a JOIN reporting_periods p ON p.id = a.period_id JOIN emulation_years y ON y.id = p.emulation_year_id
  LEFT JOIN cluster_years cy ON cy.id = a.cluster_year_id LEFT JOIN clusters c ON c.id = cy.cluster_id
  LEFT JOIN sources s ON s.id = a.source_id LEFT JOIN accounts w ON w.id = a.created_by_id`

type Row = Omit<AdoptionFacts, 'place'> & {
  placeName: string
  mapping: AdoptionMapping | null
  sourceSlug: string | null
  createdAt: Date
  adoptedAt: Date | null
  createdBy: string | null
}

/** Adoptions begun or done that are hers to see, newest first. */
export async function listAdoptions(actor: Actor): Promise<AdoptionListItem[]> {
  if (!mayAdoptAnything(actor)) return []
  const rows = await query<Row>(`SELECT ${FACTS} ORDER BY a.created_at DESC LIMIT 200`)
  return rows
    .filter((row) => mayAdopt(actor, row))
    .map((row) => ({
      id: row.id,
      title: row.title,
      place: `${row.placeName}, ${periodOfYear(row.period, row.year)}`,
      createdAt: row.createdAt.toISOString(),
      createdBy: row.createdBy ?? '',
      adoptedAt: row.adoptedAt?.toISOString() ?? null,
      sourceSlug: row.sourceSlug,
    }))
}

/** What policy and commands need to know; null when there is none. Not asked of any policy. */
export async function adoptionFactsIn(run: Run, adoptionId: string): Promise<(Row & AdoptionFacts) | null> {
  if (!isRowId(adoptionId)) return null
  const [row] = await run<Row>(`SELECT ${FACTS} WHERE a.id = $1`, [adoptionId])
  return row ? { ...row, place: `${row.placeName}, ${periodOfYear(row.period, row.year)}` } : null
}

/** The file of an adoption, the newest where there are several. */
export async function adoptionFileIn(
  db: Prisma.TransactionClient,
  adoptionId: string,
): Promise<EvidenceDto | null> {
  const files = await listFilesIn(db, { ownerKind: 'adoption', ownerId: adoptionId })
  return files.at(-1) ?? null
}

/** The sheets of the file, or why it cannot be read. */
export async function readAdoptionFileIn(
  db: Prisma.TransactionClient,
  file: EvidenceDto,
): Promise<{ sheets: ReadSheet[]; problem: string | null }> {
  const read = await readWorkbook(await readBytesIn(db, file.id))
  return read.ok
    ? { sheets: read.sheets, problem: null }
    : { sheets: [], problem: READ_PROBLEM_LABELS[read.problem] }
}

const CORNER = { rows: 14, columns: 12 }

function cornerOf(sheet: ReadSheet | undefined): string[][] {
  const filled = (sheet?.cells ?? []).filter(
    ({ row, column, value }) => row <= CORNER.rows && column <= CORNER.columns && value.trim() !== '',
  )
  const most = (numbers: number[]) => Math.max(0, ...numbers)
  const columns = most(filled.map(({ column }) => column))
  const corner = Array.from({ length: most(filled.map(({ row }) => row)) }, () =>
    Array<string>(columns).fill(''),
  )
  for (const { row, column, value } of filled) corner[row - 1]![column - 1] = value.slice(0, 60)
  return corner
}

/** The wizard's page for one adoption; null when there is none or it is not hers. */
export async function getAdoption(actor: Actor, adoptionId: string): Promise<AdoptionView | null> {
  const facts = await adoptionFactsIn(query, adoptionId)
  if (!facts || !mayAdopt(actor, facts)) return null
  const file = await adoptionFileIn(prisma, adoptionId)
  const { sheets, problem } = file ? await readAdoptionFileIn(prisma, file) : { sheets: [], problem: null }
  const mapping = file && sheets.length > 0 ? await mappingIn(query, actor, facts, { file, sheets }) : null
  const plan =
    mapping && sheets.length > 0 ? await planAdoptionIn(query, actor, facts, mapping, sheets) : null
  const sheet = sheets.find(({ name }) => name === mapping?.sheet)
  const grid = sheet && mapping ? new Grid(sheet, mapping.unitsIn) : null
  const items = plan?.items ?? []
  return {
    ...facts,
    mapping,
    confirmed: mapping !== null && facts.mapping?.fileId === mapping.fileId,
    file,
    problem,
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    corner: cornerOf(sheet),
    lines:
      grid && mapping && plan
        ? linesOf(grid, mapping).map(({ line, name }) => ({
            line,
            name,
            unit: mapping.units[line] ?? null,
            hint: matchUnit(name, plan.units, plan.former).hint,
          }))
        : [],
    places:
      grid && sheet && mapping
        ? placesOf(grid, mapping).map(({ place, name }) => {
            const indicator = mapping.indicators[place] ?? null
            const kind = plan?.indicators.find(({ value }) => value === indicator)?.indicator?.kind
            return {
              place,
              name,
              indicator,
              money: kind === 'MONEY' || indicator === 'n:MONEY',
              stated: statedMoney(sheet, grid, mapping, { place, name }),
            }
          })
        : [],
    unitChoices: plan?.units ?? [],
    indicatorChoices: plan?.indicators ?? [],
    items,
    counts: countStatuses(ADOPTION_STATUSES, items),
  }
}

/** Of a source that was adopted: the workbook its figures come from, and where they are read. Null for any other. */
export async function getAdoptedFiles(
  actor: Actor,
  sourceId: string,
): Promise<{ files: EvidenceDto[]; place: string; readAt: string } | null> {
  if (!mayReadSources(actor)) return null
  const adoption = await prisma.adoption.findUnique({ where: { sourceId }, select: { id: true } })
  const facts = adoption && (await adoptionFactsIn(query, adoption.id))
  if (!facts) return null
  const file = await adoptionFileIn(prisma, facts.id)
  return { files: file ? [file] : [], place: facts.place, readAt: facts.readAt }
}

/** Changed by whoever may adopt while it is not done; read by all once it is a source. */
export const adoptionFiles: FileKeeper = {
  async mayChangeIn(tx, actor, adoptionId) {
    const facts = await adoptionFactsIn(queryIn(tx), adoptionId)
    if (!facts) return fail('not_found')
    if (!mayAdopt(actor, facts)) return fail('forbidden')
    if (facts.adopted) return fail('locked', 'Số liệu của tệp đã được nhận, tệp được giữ làm nguồn.')
    return ok({ unitId: facts.unitId, clusterYearId: facts.clusterYearId })
  },
  async mayReadIn(tx, actor, adoptionId) {
    const facts = await adoptionFactsIn(queryIn(tx), adoptionId)
    return facts !== null && (mayAdopt(actor, facts) || (facts.adopted && mayReadSources(actor)))
  },
}
