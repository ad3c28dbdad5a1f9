import 'server-only'
import { createHash } from 'node:crypto'
import type { OfficialDocument, Prisma } from '@/prisma/generated/client'
import type { Actor } from '@/lib/platform/auth/actor'
import { type CalendarDay } from '@/lib/platform/dates'
import { databaseToday, prisma } from '@/lib/platform/db'
import { fail, ok, type Result } from '@/lib/platform/errors'
import type { Paper } from '@/lib/platform/files/paper'
import { gatherCluster } from '../gathering/queries'
import { clusterLetterhead, unitLetterhead } from '../letterheads/queries'
import { signaturePlaceOf, signingRole, symbolOf } from '../life/rules'
import type { DocumentFacts, FullLetterhead, Signatory } from '../life/types'
import { MAKERS } from '../papers/queries'
import {
  PAPERS,
  type AddedTexts,
  type GatheredPaper,
  type PaperFrame,
  type PaperKind,
  type PaperSubject,
} from '../types'

type Db = Prisma.TransactionClient

/** A subject as an address or a form names it. */
export type NamedSubject = Pick<PaperSubject, 'id' | 'clusterYearId' | 'year'>

/** The row a paper is about, with the cluster-year and unit it belongs to; null where there is none such. */
export async function subjectIn(
  db: Db,
  kind: PaperKind,
  { id, clusterYearId, year: yearAlone = null }: NamedSubject,
): Promise<PaperSubject | null> {
  const subject = PAPERS[kind].subject
  const of = (year: string | null | undefined, unitId: string | null = null): PaperSubject | null =>
    year ? { kind: subject, id, clusterYearId: year, unitId, year: null } : null
  switch (subject) {
    case 'cluster_year':
      return of((await db.clusterYear.findUnique({ where: { id }, select: { id: true } }))?.id)
    case 'cluster_period': {
      if (!clusterYearId) return null
      const period = await db.reportingPeriod.findUnique({ where: { id }, select: { emulationYearId: true } })
      const year = await db.clusterYear.findUnique({ where: { id: clusterYearId } })
      return period && year?.emulationYearId === period.emulationYearId ? of(clusterYearId) : null
    }
    case 'unit_year': {
      if (!clusterYearId) return unitYearAloneIn(db, id, yearAlone)
      const member = await db.clusterMembership.findUnique({
        where: { clusterYearId_unitId: { clusterYearId, unitId: id } },
      })
      return member && of(clusterYearId, id)
    }
    case 'meeting':
      return of(
        (await db.meeting.findUnique({ where: { id }, select: { clusterYearId: true } }))?.clusterYearId,
      )
    case 'ballot': {
      const ballot = await db.ballot.findUnique({
        where: { id },
        select: { meeting: { select: { clusterYearId: true } } },
      })
      return of(ballot?.meeting.clusterYearId)
    }
    case 'handover': {
      const act = await db.handoverAct.findUnique({ where: { id } })
      return of(act?.fromClusterYearId ?? act?.toClusterYearId)
    }
    case 'term': {
      const term = await db.term.findUnique({ where: { id }, select: { unitId: true } })
      return term && { kind: subject, id, clusterYearId: null, unitId: term.unitId, year: null }
    }
  }
}

/** A unit's year of which no cluster is recorded; null where the unit was in one, which its papers then belong to. */
async function unitYearAloneIn(db: Db, unitId: string, year: number | null): Promise<PaperSubject | null> {
  if (year === null) return null
  const [unit, member] = await Promise.all([
    db.unit.findUnique({ where: { id: unitId }, select: { id: true } }),
    db.clusterMembership.findFirst({ where: { unitId, clusterYear: { year } }, select: { unitId: true } }),
  ])
  return unit && !member ? { kind: 'unit_year', id: unitId, clusterYearId: null, unitId, year } : null
}

/** What policy asks about a paper of this kind on this subject. */
export const factsOf = (kind: PaperKind, { clusterYearId, unitId, year }: PaperSubject): DocumentFacts => ({
  issuer: PAPERS[kind].issuer,
  clusterYearId,
  unitId,
  year,
})

/** What a stored document is about. */
export const subjectOf = (
  row: Pick<OfficialDocument, 'subjectKind' | 'subjectId' | 'clusterYearId' | 'unitId' | 'year'>,
): PaperSubject => ({
  kind: row.subjectKind as PaperSubject['kind'],
  id: row.subjectId,
  clusterYearId: row.clusterYearId,
  unitId: row.unitId,
  year: row.year,
})

/**
 * The letterhead of whoever issues a paper about this, on a day; null where nobody could. Of a cluster's paper: as its
 * `signatory` stands to the head, or, where it has none yet, as she who drafts it does.
 */
export async function letterheadFor(
  actor: Actor,
  kind: PaperKind,
  subject: PaperSubject,
  day: CalendarDay,
  signatory: Signatory | null,
): Promise<FullLetterhead | null> {
  if (PAPERS[kind].issuer === 'UNIT') return subject.unitId ? unitLetterhead(subject.unitId, day) : null
  const clusterYear = subject.clusterYearId ? await gatherCluster(actor, subject.clusterYearId) : null
  if (!clusterYear) return null
  const { deputyOf, headOf } = actor
  const deputy = deputyOf.includes(clusterYear.id) && !headOf.includes(clusterYear.id)
  const role = signatory ? signingRole(signatory) : deputy ? 'DEPUTY' : 'HEAD'
  return clusterLetterhead(clusterYear, day, role)
}

/** What the data say for a paper now, with the digest that tells later whether they have changed. */
export async function gatherPaper(
  actor: Actor,
  kind: PaperKind,
  subject: PaperSubject,
): Promise<Result<{ gathered: GatheredPaper; digest: Buffer }>> {
  const make = MAKERS[kind]
  if (!make) return fail('not_found')
  const made = await make(actor, subject)
  return made.ok ? ok({ gathered: made.value, digest: digestOf(made.value) }) : made
}

/** SHA-256 of the facts with their keys in order, so that the same facts always give the same digest. */
function digestOf({ facts, lasting }: GatheredPaper): Buffer {
  const canonical = JSON.stringify(lasting ?? facts, (_, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
  return createHash('sha256').update(canonical.normalize('NFC')).digest()
}

export type Framing = {
  symbol: string
  place: string | null
  number: string | null
  day: CalendarDay | null
  signatory: Signatory
}

function frameOf(letterhead: FullLetterhead, framing: Framing, year: number): PaperFrame {
  const { preset, superior, issuer } = letterhead
  const { symbol, place, number, day, signatory } = framing
  return {
    preset,
    superior,
    issuer,
    number,
    symbol,
    place: place ?? letterhead.place,
    day,
    year,
    signatory: signaturePlaceOf(signatory, preset),
  }
}

/** A document's paper as the data are now. `marks` are added below its name: "(Dự thảo)". */
export async function makeNow(
  actor: Actor,
  row: Pick<
    OfficialDocument,
    'kind' | 'subjectKind' | 'subjectId' | 'clusterYearId' | 'unitId' | 'year' | 'texts' | 'symbol' | 'place'
  > & { signatory: unknown },
  {
    number = null,
    day = null,
    marks = [],
  }: { number?: string | null; day?: CalendarDay | null; marks?: string[] } = {},
): Promise<Result<{ paper: Paper; gathered: GatheredPaper; digest: Buffer }>> {
  const kind = row.kind as PaperKind
  const subject = subjectOf(row)
  const today = await databaseToday()
  const [made, letterhead] = await Promise.all([
    gatherPaper(actor, kind, subject),
    letterheadFor(actor, kind, subject, day ?? today, row.signatory as Signatory),
  ])
  if (!made.ok) return made
  if (!letterhead) return fail('not_found')
  const { gathered, digest } = made.value
  const framing = { symbol: row.symbol, place: row.place, number, day, signatory: row.signatory as Signatory }
  // What only a source tells of a past year was a paper of that year.
  const year = day ? Number(day.slice(0, 4)) : (subject.year ?? Number(today.slice(0, 4)))
  const paper = gathered.layOut(frameOf(letterhead, framing, year), row.texts as AddedTexts)
  return ok({ paper: marked(paper, marks), gathered, digest })
}

const marked = (paper: Paper, marks: string[]): Paper =>
  marks.length > 0 && paper.heading
    ? { ...paper, heading: { ...paper.heading, notes: [...marks, ...(paper.heading.notes ?? [])] } }
    : paper

/** A paper before anybody has drafted it, as it would look today, or why it cannot be made; null without such a subject. */
export async function previewPaper(
  actor: Actor,
  kind: PaperKind,
  named: NamedSubject,
): Promise<{ subject: PaperSubject; paper: Result<Paper> } | null> {
  const subject = await subjectIn(prisma, kind, named)
  if (!subject) return null
  const letterhead = await letterheadFor(actor, kind, subject, await databaseToday(), null)
  if (!letterhead) return null
  const made = await makeNow(
    actor,
    {
      kind,
      subjectKind: subject.kind,
      subjectId: subject.id,
      clusterYearId: subject.clusterYearId,
      unitId: subject.unitId,
      year: subject.year ?? null,
      texts: {},
      symbol: symbolOf(kind, letterhead.abbreviation),
      place: null,
      signatory: letterhead.signatory,
    },
    { marks: ['(Dự thảo)'] },
  )
  return { subject, paper: made.ok ? ok(made.value.paper) : made }
}
