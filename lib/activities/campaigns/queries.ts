import 'server-only'
import { citationOf } from '@/lib/clusters/rules'
import { listFilesIn } from '@/lib/evidence/queries'
import type { FileKeeper } from '@/lib/evidence/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { worksHere } from '@/lib/platform/auth/policy'
import { prisma, query } from '@/lib/platform/db'
import { fail, ok } from '@/lib/platform/errors'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { unitRefSql } from '@/lib/units/queries'
import type { UnitRef } from '@/lib/units/types'
import { mayEnterWorks } from './policy'
import { byLevel, workTotals } from './rules'
import type { CampaignDto, CampaignListItem, CampaignMention, UnitWorks, WorkDto } from './types'

const LIST = `SELECT c.id, c.slug, c.name, c.kind, c.description, c.first_year AS "firstYear", c.last_year AS "lastYear",
    c.illustrative, c.version, coalesce(c.mentions, '{}') AS words,
    CASE WHEN s.id IS NOT NULL THEN json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title) END AS cited,
    (SELECT coalesce(json_agg(y ORDER BY y.year DESC NULLS LAST), '[]') FROM (
       SELECT w.year, count(DISTINCT w.unit_id)::int AS units, bool_or(w.illustrative) AS illustrative,
              json_build_object('registered', sum(w.registered), 'done', sum(w.done)) AS totals
         FROM registered_works w WHERE w.campaign_id = c.id GROUP BY w.year) y) AS years
  FROM campaigns c LEFT JOIN sources s ON s.id = c.source_id`

type CampaignRow = CampaignListItem & {
  version: number
  words: string[]
  cited: Parameters<typeof citationOf>[0]
}

/** Every campaign with the sums of its registered works, year by year. */
export async function listCampaigns(actor: Actor): Promise<CampaignListItem[]> {
  if (!worksHere(actor)) return []
  const rows = await query<CampaignRow>(`${LIST} ORDER BY c.first_year DESC NULLS LAST, c.name`)
  return rows.map(({ words: _, cited: __, ...row }) => row)
}

const MENTIONS = `SELECT st.text, st.fact_id AS "factId", st.year,
    json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title, 'factId', st.fact_id) AS source,
    CASE WHEN cy.id IS NOT NULL THEN json_build_object('slug', c.slug, 'year', cy.year, 'title', cy.title) END AS "clusterYear",
    CASE WHEN u.id IS NOT NULL THEN ${unitRefSql('u', `coalesce(st.year, 2024)`)} END AS unit
  FROM statements st JOIN sources s ON s.id = st.source_id
  LEFT JOIN cluster_years cy ON cy.id = st.cluster_year_id LEFT JOIN clusters c ON c.id = cy.cluster_id
  LEFT JOIN units u ON u.id = st.unit_id
 WHERE EXISTS (SELECT FROM unnest($1::text[]) word WHERE position(vn_fold(word) IN vn_fold(st.text)) > 0)
 ORDER BY s.letter, st.position`

type WorkRow = Omit<WorkDto, 'files' | 'source'> & {
  year: number | null
  unit: UnitRef
  source: CampaignRow['cited']
  factId: string | null
}

/** A campaign: what sources say of it, and the works of each unit and year (of one year, if given). */
export async function getCampaign(actor: Actor, slug: string, year?: number): Promise<CampaignDto | null> {
  if (!worksHere(actor)) return null
  const [head] = await query<CampaignRow>(`${LIST} WHERE c.slug = $1`, [slug])
  if (!head) return null
  const { words, cited, ...campaign } = head
  const [works, mentions, practices] = await Promise.all([
    query<WorkRow>(
      `SELECT w.id, w.level, w.registered, w.done, w.note, w.illustrative, w.version, w.year, w.fact_id AS "factId",
              ${unitRefSql('u', 'coalesce(w.year, 2024)')} AS unit,
              CASE WHEN s.id IS NOT NULL THEN json_build_object('slug', s.slug, 'letter', s.letter, 'title', s.title) END AS source
         FROM registered_works w JOIN units u ON u.id = w.unit_id LEFT JOIN sources s ON s.id = w.source_id
        WHERE w.campaign_id = $1 AND ($2::int IS NULL OR w.year = $2)`,
      [campaign.id, year ?? null],
    ),
    words.length > 0 ? query<CampaignMention>(MENTIONS, [words]) : [],
    query<CampaignDto['practices'][number]>(
      `SELECT p.id, p.title, p.year, CASE WHEN u.id IS NOT NULL THEN ${unitRefSql('u', 'p.year')} END AS unit
         FROM good_practices p LEFT JOIN units u ON u.id = p.unit_id
        WHERE p.campaign_id = $1 AND p.shared_at IS NOT NULL ORDER BY p.year DESC, p.title`,
      [campaign.id],
    ),
  ])
  return {
    ...campaign,
    source: citationOf(cited),
    mentions,
    practices,
    rows: await unitWorks(actor, works),
  }
}

async function unitWorks(actor: Actor, works: WorkRow[]): Promise<UnitWorks[]> {
  const ids = works.map(({ id }) => id)
  const owners = await prisma.evidenceFile.findMany({
    where: { ownerKind: 'registered_work', ownerId: { in: ids } },
    select: { id: true, ownerId: true },
  })
  const ownerOf = new Map(owners.map(({ id, ownerId }) => [id, ownerId]))
  const files =
    owners.length > 0 ? await listFilesIn(prisma, { ownerKind: 'registered_work', ownerId: { in: ids } }) : []
  const rows = new Map<string, UnitWorks>()
  for (const { unit, year, factId, source, ...work } of works) {
    const key = `${unit.id}/${year}`
    const row = rows.get(key) ?? {
      unit,
      year,
      works: [],
      totals: { registered: null, done: null },
      mayEnter: mayEnterWorks(actor, unit.id),
    }
    row.works.push({
      ...work,
      source: citationOf(source, factId),
      files: files.filter((file) => ownerOf.get(file.id) === work.id),
    })
    rows.set(key, row)
  }
  return [...rows.values()]
    .map((row) => ({ ...row, works: row.works.sort(byLevel), totals: workTotals(row.works) }))
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || compareVietnamese(a.unit.name, b.unit.name))
}

/** Proof of registered works. */
export const workFiles: FileKeeper = {
  async mayChangeIn(tx, actor, workId) {
    const work = await tx.registeredWork.findUnique({ where: { id: workId } })
    if (!work) return fail('not_found')
    if (!mayEnterWorks(actor, work.unitId)) return fail('forbidden')
    if (work.sourceId) return fail('locked', 'Số này lấy từ tài liệu nguồn, không thêm tệp được.')
    const closed = await tx.emulationYear.count({ where: { year: work.year ?? 0, state: 'CLOSED' } })
    if (closed > 0) return fail('locked', 'Năm này đã khép, minh chứng không thay đổi nữa.')
    return ok({ unitId: work.unitId, clusterYearId: null })
  },
  async mayReadIn(tx, actor, workId) {
    return worksHere(actor) && (await tx.registeredWork.count({ where: { id: workId } })) > 0
  },
}
