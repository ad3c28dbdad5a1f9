import 'server-only'
import { listFilesIn } from '@/lib/evidence/queries'
import type { FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo, ownUnits, worksHere } from '@/lib/platform/auth/policy'
import { prisma, query } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { idSchema } from '@/lib/platform/fields'
import { unitRefSql } from '@/lib/units/queries'
import { mayReadPractice, mayShare, mayWritePractice } from './policy'
import type { PracticeFilter } from './schema'
import type { PracticeDto, PracticeListItem, PracticePage } from './types'

const PER_PAGE = 20

const PRACTICE = `SELECT p.id, p.title, p.summary, p.year, p.illustrative, to_json(p.shared_at) AS "sharedAt",
    CASE WHEN u.id IS NOT NULL THEN ${unitRefSql('u', 'p.year')} END AS unit,
    CASE WHEN c.id IS NOT NULL THEN json_build_object('slug', c.slug, 'name', c.name) END AS cluster,
    CASE WHEN k.id IS NOT NULL THEN json_build_object('slug', k.slug, 'name', k.name) END AS campaign,
    CASE WHEN s.id IS NOT NULL THEN json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title,
      'factId', p.fact_id) END AS source`
const FROM = `FROM good_practices p LEFT JOIN units u ON u.id = p.unit_id
  LEFT JOIN cluster_years cy ON cy.id = p.cluster_year_id LEFT JOIN clusters c ON c.id = cy.cluster_id
  LEFT JOIN campaigns k ON k.id = p.campaign_id LEFT JOIN sources s ON s.id = p.source_id`

// Each word must stand somewhere; with or without diacritics.
const FOUND = `(p.shared_at IS NOT NULL OR p.unit_id = ANY($1::uuid[]))
  AND NOT EXISTS (SELECT FROM unnest(string_to_array(vn_fold($2), ' ')) word
    WHERE position(word IN vn_fold(concat_ws(' ', p.title, p.summary, p.text, c.name, k.name,
      (SELECT string_agg(d.name, ' ') FROM unit_designations d WHERE d.unit_id = p.unit_id)))) = 0)`

/** Shared practices of all clusters and years, and her own unit's drafts, newest year first. */
export async function listPractices(actor: Actor, filter: PracticeFilter): Promise<PracticePage> {
  if (!worksHere(actor)) return { rows: [], total: 0, pages: 1, years: [] }
  const own = ownUnits(actor)
  const found = await query<PracticeListItem & { total: number }>(
    `${PRACTICE}, count(*) OVER ()::int AS total ${FROM}
      WHERE ${FOUND} AND ($3::int IS NULL OR p.year = $3)
      ORDER BY p.year DESC, p.shared_at DESC NULLS FIRST, p.id LIMIT ${PER_PAGE} OFFSET $4`,
    [own, filter.words, filter.year, (filter.page - 1) * PER_PAGE],
  )
  const years = await query<{ year: number }>(
    `SELECT DISTINCT year FROM good_practices p WHERE p.shared_at IS NOT NULL OR p.unit_id = ANY($1::uuid[])
      ORDER BY year DESC`,
    [own],
  )
  const total = found[0]?.total ?? 0
  return {
    rows: found.map(({ total: _, ...row }) => row),
    total,
    pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    years: years.map(({ year }) => year),
  }
}

/** One practice in full; null when it is not shared and not her unit's. */
export async function getPractice(actor: Actor, practiceId: string): Promise<PracticeDto | null> {
  if (!idSchema.safeParse(practiceId).success) return null
  const [row] = await query<PracticeListItem & { text: string; version: number; campaignId: string | null }>(
    `${PRACTICE}, p.text, p.version, p.campaign_id AS "campaignId" ${FROM} WHERE p.id = $1`,
    [practiceId],
  )
  if (!row) return null
  const unitId = row.unit?.id ?? null
  const readable = (row.sharedAt !== null && worksHere(actor)) || belongsTo(actor, unitId)
  if (!readable) return null
  const free = row.source === null
  return {
    ...row,
    files: await listFilesIn(prisma, { ownerKind: 'practice', ownerId: row.id }),
    mayWrite: free && mayWritePractice(actor, unitId),
    mayShare: free && mayShare(actor, unitId),
  }
}

export const practiceFiles: FileKeeper = {
  async mayChangeIn(tx, actor, practiceId) {
    const practice = await tx.goodPractice.findUnique({ where: { id: practiceId } })
    if (!practice || !mayReadPractice(actor, practice)) return fail('not_found')
    if (!mayWritePractice(actor, practice.unitId)) return fail('forbidden')
    if (practice.sourceId) return fail('locked', 'Nội dung này lấy từ tài liệu nguồn, không thêm tệp được.')
    return ok({ unitId: practice.unitId, clusterYearId: practice.clusterYearId })
  },
  async mayReadIn(tx, actor, practiceId) {
    const practice = await tx.goodPractice.findUnique({ where: { id: practiceId } })
    return practice !== null && mayReadPractice(actor, practice)
  },
}
