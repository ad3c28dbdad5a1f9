import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { MAKERS } from '@/lib/documents/papers/queries'
import { PAPER_KINDS, type PaperKind, type PaperSubject } from '@/lib/documents/types'
import type { Actor } from '@/lib/platform/auth/actor'
import type { Paper } from '@/lib/platform/files/paper'
import { actorWith } from './actors'
import { prisma } from '@/lib/platform/db'
import { clusterYearId, faultsOf, makePaper } from './papers'

export const CENTRAL = 'duyen-hai-mien-trung-tay-nguyen'
export const NORTH = 'mien-nui-bien-gioi-phia-bac'
export const ILLUSTRATIVE = 'SỐ LIỆU MINH HỌA'

type Part = 'clusters' | 'meetings' | 'reviews' | 'units'

/** Which test makes which papers: every kind stands here, or this file does not compile. */
const MADE_WITH: Record<PaperKind, Part> = {
  invitation: 'meetings',
  running_order: 'meetings',
  plan: 'clusters',
  regulation: 'clusters',
  reminder: 'clusters',
  conclusion_notice: 'meetings',
  cluster_report: 'reviews',
  unit_report: 'units',
  midterm_report: 'units',
  pledge: 'clusters',
  meeting_minutes: 'meetings',
  count_minutes: 'meetings',
  ballot_paper: 'meetings',
  selection_minutes: 'meetings',
  award_submission: 'clusters',
  achievement_report: 'units',
  award_list: 'clusters',
  handover_minutes: 'clusters',
  score_table: 'clusters',
}

/** The emulation office, which reads everything. */
const office = actorWith({ isOffice: true })

/** What a paper is of; cluster-year and unit only where its kind needs them. */
export type Subject = Partial<PaperSubject> & Pick<PaperSubject, 'kind' | 'id'>

const made: [PaperKind, Paper][] = []

/** The paper of a kind with the office's eyes; remembered for the checks that all papers share. */
export async function paper(
  kind: PaperKind,
  subject: Subject,
  texts: Record<string, string> = {},
  actor: Actor = office,
) {
  const maker = MAKERS[kind]
  if (!maker) throw new Error(`nobody makes ${kind}`)
  const done = await makePaper(maker, actor, subject, texts)
  made.push([kind, done])
  return done
}

/** The cluster-year of a cluster's address. */
export const ofYear = async (slug: string, year: number): Promise<Subject> => ({
  kind: 'cluster_year',
  id: await clusterYearId(slug, year),
})

export const unitId = async (slug: string) => (await prisma.unit.findUniqueOrThrow({ where: { slug } })).id

/** The one meeting of a cluster-year. */
export const ofMeeting = async (slug: string, year: number): Promise<Subject> => {
  const clusterYear = await clusterYearId(slug, year)
  const { id } = await prisma.meeting.findFirstOrThrow({ where: { clusterYearId: clusterYear } })
  return { kind: 'meeting', id }
}

/** Made once for the tests that read it line by line. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined
  return () => (kept ??= make())
}

/** Why a paper is not made. */
export async function refusal(kind: PaperKind, subject: Subject, actor: Actor = office): Promise<string> {
  const answer = await MAKERS[kind]!(actor, { clusterYearId: null, unitId: null, ...subject })
  return answer.ok ? 'made' : answer.code
}

/** Leaves every paper where `npm run test:office` looks for them; for nobody else. */
function keepForOffice(): void {
  const folder = process.env.OFFICE_PAPERS
  if (!folder) return
  made.forEach(([kind, one], index) =>
    writeFileSync(path.join(folder, `${kind}-${index}.json`), JSON.stringify(one)),
  )
}

/** The last test of each file: every kind it answers for was made, and nothing made would look wrong on paper. */
export function papersAreWhole(part: Part): void {
  const kinds = PAPER_KINDS.filter((kind) => MADE_WITH[kind] === part)
  it('exist in every kind, and none has an empty part, a doubled mark or a row that does not fit', () => {
    expect([...new Set(made.map(([kind]) => kind))].sort()).toEqual([...kinds].sort())
    for (const [kind, one] of made) expect.soft(faultsOf(one), `${kind}: ${one.title}`).toEqual([])
    keepForOffice()
  })
  it.each(kinds)('%s is of nothing that is not there', async (kind) => {
    const nothing = '00000000-0000-4000-8000-000000000000'
    const subject = { kind: 'cluster_year', id: nothing, clusterYearId: nothing, year: 2026 } as const
    expect(await refusal(kind, subject)).toMatch(/not_found|invalid/)
  })
}
