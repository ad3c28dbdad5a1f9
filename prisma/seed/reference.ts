import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CompletionBand } from '@/lib/indicators/types'
import { CLUSTERS, OLD_SET, ORGANISER, THEMES } from './data/clusters'
import { REFERENCE_SOURCES, type SourceRow } from './data/sources'
import { seedUnits } from './units'
import { date, keep, stableId, type Kept, type Tx } from './write'

/** What was written or found, by natural key: slugs, years, codes. */
export type Reference = {
  units: Kept
  sources: Kept
  clusters: Kept
  sets: Kept
  years: Kept
  schemes: Kept
  organiserId: string
}

const YEAR_BANDS: CompletionBand[] = [
  { class: 'EXCEEDED', label: 'Vượt', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]

const MIDTERM_BANDS: CompletionBand[] = [
  { class: 'EXCEEDED', label: 'Vượt kế hoạch', from: '100', inclusive: false },
  { class: 'MET', label: 'Đạt 100%', from: '100', inclusive: true },
  { class: 'HALF', label: 'Đạt trên 50%', from: '50', inclusive: false },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]

const SCHEMES = [
  { code: 'YEAR', name: 'Cả năm', bands: YEAR_BANDS },
  { code: 'MIDTERM', name: 'Giữa nhiệm kỳ', bands: MIDTERM_BANDS },
]

const DOCUMENTS = path.join(import.meta.dirname, 'documents')

export async function seedSources(tx: Tx, rows: SourceRow[]): Promise<Kept> {
  const existing = await tx.source.findMany({ select: { id: true, slug: true } })
  return keep(
    rows.map(({ file, publishedOn, ...row }) => ({
      key: row.slug,
      row: {
        ...row,
        id: stableId('source', row.slug),
        publishedOn: date(publishedOn),
        text: file ? readFileSync(path.join(DOCUMENTS, file), 'utf8') : null,
      },
    })),
    existing.map(({ id, slug }) => ({ key: slug, id })),
    (data) => tx.source.createMany({ data }),
  )
}

/** What every installation starts from: units, clusters, themes, completion schemes and where they come from. */
export async function seedReference(tx: Tx): Promise<Reference> {
  const units = await seedUnits(tx)
  const sources = await seedSources(tx, REFERENCE_SOURCES)

  const organisers = await keep(
    [{ key: ORGANISER.slug, row: { id: stableId('organiser', ORGANISER.slug), ...ORGANISER } }],
    (await tx.organiser.findMany()).map(({ id, slug }) => ({ key: slug, id })),
    (data) => tx.organiser.createMany({ data }),
  )
  const organiserId = organisers.id(ORGANISER.slug)

  const schemes = await keep(
    SCHEMES.map((scheme) => ({ key: scheme.code, row: { id: stableId('scheme', scheme.code), ...scheme } })),
    (await tx.completionScheme.findMany()).map(({ id, code }) => ({ key: code, id })),
    (data) => tx.completionScheme.createMany({ data }),
  )

  const clusters = await keep(
    CLUSTERS.map((cluster, position) => ({
      key: cluster.slug,
      row: { id: stableId('cluster', cluster.slug), position, ...cluster },
    })),
    (await tx.cluster.findMany()).map(({ id, slug }) => ({ key: slug, id })),
    (data) => tx.cluster.createMany({ data }),
  )

  const sets = await keep(
    [
      {
        key: OLD_SET.slug,
        row: {
          id: stableId('cluster-set', OLD_SET.slug),
          organiserId,
          slug: OLD_SET.slug,
          name: OLD_SET.name,
          validTo: date(OLD_SET.validTo),
          sourceId: sources.id(OLD_SET.source),
          note: OLD_SET.note,
        },
      },
    ],
    (await tx.clusterSet.findMany()).map(({ id, slug }) => ({ key: slug, id })),
    (data) => tx.clusterSet.createMany({ data }),
  )

  const years = await keep(
    THEMES.map(({ year, theme, source }) => ({
      key: String(year),
      row: {
        id: stableId('emulation-year', ORGANISER.slug, year),
        organiserId,
        year,
        theme,
        themeSourceId: sources.id(source),
        state: year < 2026 ? ('CLOSED' as const) : ('PREPARING' as const),
      },
    })),
    (await tx.emulationYear.findMany({ where: { organiserId } })).map(({ id, year }) => ({
      key: String(year),
      id,
    })),
    (data) => tx.emulationYear.createMany({ data }),
  )

  return { units, sources, clusters, sets, years, schemes, organiserId }
}
