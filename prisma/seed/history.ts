import { canonicalDecimal } from '@/lib/platform/numbers/decimal'
import type { Prisma } from '@/prisma/generated/client'
import { BAC_GIANG_2020 } from './data/bac-giang-2020'
import { CLUSTER_2023 } from './data/cluster-2023'
import { CENTRAL, OLD_SET } from './data/clusters'
import { HISTORY } from './data/history'
import { DOCUMENTS } from './data/sources'
import type { StatementRow } from './data/statements'
import { STATEMENTS_A } from './data/statements-a'
import { STATEMENTS_B } from './data/statements-b'
import { STATEMENTS_C } from './data/statements-c'
import { STATEMENTS_D } from './data/statements-d'
import { STATEMENTS_E } from './data/statements-e'
import { toColumns } from '@/lib/reports/figures/rules'
import { seedActivityHistory } from './activities'
import { readFigure, specOf } from './figures'
import { seedIndicatorSet } from './indicators'
import { seedMeetingHistory } from './meetings'
import { seedSources, type Reference } from './reference'
import { seedDocumentTerms } from './terms'
import { writeReports } from './reports'
import { date, keep, stableId, type Kept, type Tx } from './write'

const STATEMENTS: [letter: string, rows: StatementRow[]][] = [
  ['A', STATEMENTS_A],
  ['B', STATEMENTS_B],
  ['C', STATEMENTS_C],
  ['D', STATEMENTS_D],
  ['E', STATEMENTS_E],
]

/** The clusters' past as the documents tell it: members, heads, statements and figures, each with its source. */
export async function seedHistory(tx: Tx, reference: Reference): Promise<void> {
  const documents = await seedSources(tx, DOCUMENTS)
  const sourceOf = (slug: string) => documents.ids.get(slug) ?? reference.sources.id(slug)
  const documentOf = (letter: string) =>
    documents.id(DOCUMENTS.find((document) => document.letter === letter)?.slug ?? letter)

  const clusterYears = await seedClusterYears(tx, reference, sourceOf)
  await seedStatements(tx, reference, clusterYears, documentOf)
  await seedHistoricPeriods(tx, reference)
  await seedClusterFigures(tx, reference, clusterYears, documentOf('C'))
  await seedBacGiang(tx, reference, documentOf('E'))
  await seedActivityHistory(tx, { reference, clusterYears, documentOf })
  await seedMeetingHistory(tx, { reference, clusterYears, documentOf })
  await seedDocumentTerms(tx, reference, sourceOf)
}

async function seedClusterYears(
  tx: Tx,
  reference: Reference,
  sourceOf: (slug: string) => string,
): Promise<Kept> {
  const existing = await tx.clusterYear.findMany({
    select: { id: true, year: true, cluster: { select: { slug: true } } },
  })
  const keyOf = (cluster: string, year: number) => `${cluster}/${year}`
  const kept = await keep(
    HISTORY.map(({ cluster, year, title, motto }) => ({
      key: keyOf(cluster, year),
      row: {
        id: stableId('cluster-year', cluster, year),
        clusterId: reference.clusters.id(cluster),
        setId: reference.sets.id(OLD_SET.slug),
        emulationYearId: reference.years.id(String(year)),
        year,
        title,
        motto,
      },
    })),
    existing.map(({ id, year, cluster }) => ({ key: keyOf(cluster.slug, year), id })),
    (data) => tx.clusterYear.createMany({ data }),
  )
  const fresh = HISTORY.filter(({ cluster, year }) => kept.added.has(keyOf(cluster, year)))
  await tx.clusterMembership.createMany({
    data: fresh.flatMap(({ cluster, year, members, source, inferredMembers = [] }) =>
      members.map((unit) => ({
        clusterYearId: kept.id(keyOf(cluster, year)),
        unitId: reference.units.id(unit),
        sourceId: sourceOf(source),
        inferred: inferredMembers === 'all' || inferredMembers.includes(unit),
      })),
    ),
  })
  await tx.headship.createMany({
    data: fresh.flatMap(({ cluster, year, headships, source }) =>
      headships.map(({ unit, startsOn, endsOn, ...headship }) => ({
        ...headship,
        id: stableId('headship', cluster, year, headship.role),
        clusterYearId: kept.id(keyOf(cluster, year)),
        unitId: reference.units.id(unit),
        startsOn: date(startsOn),
        endsOn: date(endsOn),
        sourceId: sourceOf(source),
      })),
    ),
  })
  return kept
}

async function seedStatements(
  tx: Tx,
  reference: Reference,
  clusterYears: Kept,
  documentOf: (letter: string) => string,
): Promise<void> {
  const data = STATEMENTS.flatMap(([letter, rows]) =>
    rows.map(({ fact, clusterYear, unit, ...row }, position): Prisma.StatementCreateManyInput => ({
      ...row,
      id: stableId('statement', fact, position, row.section),
      factId: fact,
      position,
      sourceId: documentOf(letter),
      clusterYearId: clusterYear && clusterYears.id(clusterYear),
      unitId: unit && reference.units.id(unit),
    })),
  )
  await tx.statement.createMany({ data, skipDuplicates: true })
}

/** A finished year has one period without a deadline: the final figures. */
async function seedHistoricPeriods(tx: Tx, reference: Reference): Promise<void> {
  await tx.reportingPeriod.createMany({
    data: [...new Set(HISTORY.map(({ year }) => year))].map((year) => ({
      id: stableId('period', year, 'YEAR_FINAL'),
      emulationYearId: reference.years.id(String(year)),
      kind: 'YEAR_FINAL' as const,
    })),
    skipDuplicates: true,
  })
}

async function seedClusterFigures(
  tx: Tx,
  reference: Reference,
  clusterYears: Kept,
  sourceId: string,
): Promise<void> {
  const key = `${CENTRAL}/2023`
  const { added, indicatorIds } = await seedIndicatorSet(
    tx,
    {
      key,
      scope: 'CLUSTER',
      clusterId: reference.clusters.id(CENTRAL),
      name: 'Kết quả nổi bật của cụm năm 2023',
      emulationYearId: reference.years.id('2023'),
      completionSchemeId: reference.schemes.id('YEAR'),
      sourceId,
    },
    CLUSTER_2023,
  )
  if (!added) return
  await tx.clusterFigure.createMany({
    data: CLUSTER_2023.map((row) => {
      const { amount, denominator, qualifier, words } = toColumns(readFigure(row.raw, specOf(row), row.code))
      return {
        id: stableId('cluster-figure', key, row.code),
        clusterYearId: clusterYears.id(key),
        indicatorId: indicatorIds.get(row.code) ?? '',
        raw: row.raw,
        amount,
        denominator,
        qualifier,
        words,
        sourceId,
        factId: row.fact,
        note: row.note,
      }
    }),
  })
}

async function seedBacGiang(tx: Tx, reference: Reference, sourceId: string): Promise<void> {
  const key = 'bac-giang/2020'
  const unitId = reference.units.id('bac-giang')
  const emulationYearId = reference.years.id('2020')
  const { indicatorIds } = await seedIndicatorSet(
    tx,
    {
      key,
      scope: 'UNIT',
      unitId,
      name: 'Kết quả nổi bật của phong trào phụ nữ tỉnh năm 2020',
      emulationYearId,
      completionSchemeId: reference.schemes.id('YEAR'),
      sourceId,
    },
    BAC_GIANG_2020,
  )
  const period = await tx.reportingPeriod.findUniqueOrThrow({
    where: { emulationYearId_kind: { emulationYearId, kind: 'YEAR_FINAL' } },
  })
  const known = await tx.report.findUnique({ where: { unitId_periodId: { unitId, periodId: period.id } } })
  if (known) return
  // Which cluster Bắc Giang belonged to in 2020 no source says.
  await writeReports(tx, [
    {
      key,
      unitId,
      periodId: period.id,
      clusterYearId: null,
      state: 'LOCKED',
      sourceId,
      illustrative: false,
      figures: BAC_GIANG_2020.map((row) => ({
        indicatorId: indicatorIds.get(row.code) ?? '',
        measure: 'MAIN',
        raw: row.raw,
        value: readFigure(row.raw, specOf(row), row.code),
        breakdown:
          row.breakdownRaw?.map((raw, index) => ({
            label: row.breakdown?.[index] ?? '',
            amount: canonicalDecimal(raw),
          })) ?? null,
        factId: row.fact,
        note: row.note,
      })),
    },
  ])
}
