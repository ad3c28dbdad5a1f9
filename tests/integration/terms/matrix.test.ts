import { test } from 'vitest'
import { recordUnstatedTargets, retireTarget, saveTarget, saveTerm } from '@/lib/terms/commands'
import { saveProgress } from '@/lib/terms/progress/commands'
import { freezeReview, recordReviewCounts, reopenReview, saveReview } from '@/lib/terms/reviews/commands'
import { reviewCountsSchema, reviewSchema } from '@/lib/terms/reviews/schema'
import { progressSchema, targetSchema, termSchema } from '@/lib/terms/schema'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'
import { actorOf, arrangeReports, type Person, type ReportScene } from '../../support/reports'
import { prisma } from '../../support/database'

type Scene = ReportScene & { termId: string; targetId: string; reviewId: string }

const BANDS = [
  { class: 'MET', label: 'Đạt 100%', from: '100', inclusive: true },
  { class: 'NOT_MET', label: 'Chưa đạt', from: '0', inclusive: true },
]

async function arrange(command: string): Promise<Scene> {
  const scene = await arrangeReports()
  await prisma.completionScheme.create({ data: { code: 'MIDTERM', name: 'Giữa nhiệm kỳ', bands: BANDS } })
  const term = await prisma.term.create({
    data: { unitId: scene.units.member.id, slug: '2021-2026', startYear: 2021, endYear: 2026 },
  })
  const target = await prisma.termTarget.create({
    data: { termId: term.id, position: 1, name: 'Hộ thoát nghèo', measureUnit: 'hộ', plan: '1.000' },
  })
  const review = await prisma.termReview.create({
    data: {
      termId: term.id,
      kind: 'MIDTERM',
      asOf: new Date('2023-07-10'),
      frozenAt: command === 'reopenReview' ? new Date('2023-07-11') : null,
    },
  })
  return { ...scene, termId: term.id, targetId: target.id, reviewId: review.id }
}

/** Those whom a unit's terms could concern, near and far. */
const ROLES = [
  'officer',
  'leader',
  'otherOfficer',
  'head',
  'reviewer',
  'office',
  'admin',
  'guest',
] as const satisfies readonly Person[]

const matrix: Matrix<Person, Scene> = {
  roles: ROLES,
  arrange,
  actorFor: (role, scene) => actorOf(role, scene),
}

/** A unit's own people and the office keep its terms; its leader and the office decide on reviews. */
const kept = { officer: 'ok', leader: 'ok', office: 'ok' } as const
const decided = { leader: 'ok', office: 'ok' } as const

const CASES: MatrixCase<Person, Scene>[] = [
  {
    command: 'saveTerm',
    run: (actor, { units }) =>
      saveTerm(
        actor,
        termSchema.parse({ unitId: units.member.id, version: 0, startYear: '2026', endYear: '2031' }),
      ),
    expected: kept,
    otherwise: 'forbidden',
  },
  {
    command: 'saveTerm of the nation',
    run: (actor) => saveTerm(actor, termSchema.parse({ version: 0, startYear: '2022', endYear: '2027' })),
    expected: { office: 'ok' },
    otherwise: 'forbidden',
  },
  {
    command: 'saveTarget',
    run: (actor, { termId }) =>
      saveTarget(
        actor,
        targetSchema.parse({
          termId,
          version: 0,
          name: 'Hợp tác xã mới',
          manner: 'CUMULATIVE',
          kind: 'COUNT',
          measureUnit: 'hợp tác xã',
          direction: 'HIGHER_IS_BETTER',
          plan: '25',
        }),
      ),
    expected: kept,
    otherwise: 'forbidden',
  },
  {
    command: 'retireTarget',
    run: (actor, { targetId }) =>
      retireTarget(actor, { targetId, version: 1, reason: 'Điều chỉnh nghị quyết' }),
    expected: kept,
    otherwise: 'forbidden',
  },
  {
    command: 'recordUnstatedTargets',
    run: (actor, { termId }) => recordUnstatedTargets(actor, { termId, total: 5, note: 'Bài báo' }),
    expected: kept,
    otherwise: 'forbidden',
  },
  {
    command: 'saveProgress',
    run: (actor, { targetId }) =>
      saveProgress(
        actor,
        progressSchema.parse({ targetId, year: '2022', version: 0, raw: '120', origin: 'Báo cáo' }),
      ),
    expected: kept,
    otherwise: 'forbidden',
  },
  {
    command: 'saveReview',
    run: (actor, { termId }) =>
      saveReview(actor, reviewSchema.parse({ termId, kind: 'MIDTERM', version: 1, RESULTS: 'Kết quả' })),
    expected: kept,
    otherwise: 'forbidden',
  },
  {
    command: 'freezeReview',
    run: (actor, { reviewId }) => freezeReview(actor, { reviewId, version: 1 }),
    expected: decided,
    otherwise: 'forbidden',
  },
  {
    command: 'recordReviewCounts',
    run: (actor, { reviewId }) =>
      recordReviewCounts(actor, reviewCountsSchema.parse({ reviewId, version: 1, MET: '7', NOT_MET: '1' })),
    expected: decided,
    otherwise: 'forbidden',
  },
  {
    command: 'reopenReview',
    run: (actor, { reviewId }) => reopenReview(actor, { reviewId, version: 1, reason: 'Nhập nhầm' }),
    expected: decided,
    otherwise: 'forbidden',
  },
]

test('M5 who may keep terms and decide on reviews', async () => {
  await runMatrix(matrix, CASES)
}, 300_000)
