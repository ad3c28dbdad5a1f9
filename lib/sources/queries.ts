import 'server-only'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { prisma } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { mayReadSources } from './policy'
import {
  STATEMENT_SECTIONS,
  type SourceDto,
  type SourceWithStatements,
  type StatementDto,
  type StatementSection,
} from './types'

const SOURCE = {
  id: true,
  slug: true,
  letter: true,
  title: true,
  publisher: true,
  author: true,
  publishedOn: true,
  dateNote: true,
  url: true,
  note: true,
} satisfies Prisma.SourceSelect

const STATEMENT = {
  id: true,
  factId: true,
  section: true,
  text: true,
  year: true,
  unitId: true,
  inferred: true,
  notStated: true,
  clusterYear: { select: { year: true, title: true, cluster: { select: { slug: true } } } },
  source: { select: { slug: true, letter: true, title: true } },
} satisfies Prisma.StatementSelect

type SourceRow = Prisma.SourceGetPayload<{ select: typeof SOURCE }>
type StatementRow = Prisma.StatementGetPayload<{ select: typeof STATEMENT }>

const toSource = (row: SourceRow): SourceDto => ({
  ...row,
  publishedOn: storedDay(row.publishedOn),
})

const toStatement = ({ clusterYear, section, ...row }: StatementRow): StatementDto => ({
  ...row,
  section: section as StatementSection,
  clusterYear: clusterYear && {
    slug: clusterYear.cluster.slug,
    year: clusterYear.year,
    title: clusterYear.title,
  },
})

/** In the order of the sections, and within one as the document has them. */
const bySection = (a: StatementDto, b: StatementDto) =>
  STATEMENT_SECTIONS.indexOf(a.section) - STATEMENT_SECTIONS.indexOf(b.section)

/** Every source: documents by letter, then reference sources by title. */
export async function listSources(actor: Actor): Promise<SourceDto[]> {
  if (!mayReadSources(actor)) return []
  const rows = await prisma.source.findMany({
    select: SOURCE,
    orderBy: [{ letter: { sort: 'asc', nulls: 'last' } }, { title: 'asc' }],
  })
  return rows.map(toSource)
}

/** A source with its text and all it states, in the order of the document; null when there is none. */
export async function getSource(actor: Actor, slug: string): Promise<SourceWithStatements | null> {
  if (!mayReadSources(actor)) return null
  const row = await prisma.source.findUnique({
    where: { slug },
    select: { ...SOURCE, text: true, statements: { select: STATEMENT, orderBy: { position: 'asc' } } },
  })
  if (!row) return null
  const { statements, text, ...source } = row
  return { ...toSource(source), text, statements: statements.map(toStatement) }
}

/** What sources state about a cluster's year, or about a unit (in a year, if given), in the order of the sections. */
export async function listStatements(
  actor: Actor,
  subject: { clusterYearId: string } | { unitId: string; year?: number },
): Promise<StatementDto[]> {
  if (!mayReadSources(actor)) return []
  const rows = await prisma.statement.findMany({
    where: subject,
    select: STATEMENT,
    orderBy: [{ source: { letter: 'asc' } }, { position: 'asc' }],
  })
  return rows.map(toStatement).sort(bySection)
}
