import { addDays } from '@/lib/platform/dates'
import { divideDecimals } from '@/lib/platform/numbers/decimal'
import type { Actor } from '@/lib/platform/auth/actor'
import { computedScores, criteriaOf, runIn } from '@/lib/scoring/queries'
import { pointsOfPieces } from '@/lib/scoring/rules'
import type { Prisma } from '@/prisma/generated/client'
import { DEMO_CLUSTERS, type DemoCluster } from './data/demo-clusters'
import {
  DEMO_CRITERIA,
  DEMO_CROSS_CHECK,
  DEMO_NOT_SENT,
  DEMO_RUBRIC,
  DEMO_SELF_SCORES,
} from './data/demo-rubric'
import type { DemoContext } from './demo-context'
import { at, date, stableId, type Tx } from './write'

/** Illustrative rubrics of 2026, open: some self-scores entered, some sent, teams assigned, one cross-check done. */
export async function seedDemoScoring(tx: Tx, context: DemoContext): Promise<void> {
  for (const cluster of DEMO_CLUSTERS) {
    const clusterYearId = context.clusterYears.id(`${cluster.slug}/2026`)
    if (await tx.rubric.findUnique({ where: { clusterYearId } })) continue
    await writeRubric(tx, cluster, clusterYearId)
    await writeSheets(tx, context, cluster, clusterYearId)
  }
}

const rubricIdOf = (cluster: DemoCluster) => stableId('rubric', cluster.slug, 2026)
const criterionIdOf = (cluster: DemoCluster, key: string) => stableId('criterion', cluster.slug, 2026, key)

async function writeRubric(tx: Tx, cluster: DemoCluster, clusterYearId: string): Promise<void> {
  await tx.rubric.create({
    data: {
      ...DEMO_RUBRIC,
      id: rubricIdOf(cluster),
      clusterYearId,
      state: 'OPEN',
      illustrative: true,
      version: 2,
    },
  })
  // Groups stand before what belongs to them.
  await tx.criterion.createMany({
    data: DEMO_CRITERIA.map(({ key, group, ...criterion }, position) => ({
      ...criterion,
      id: criterionIdOf(cluster, key),
      rubricId: rubricIdOf(cluster),
      parentId: group ? criterionIdOf(cluster, group) : null,
      position: position + 1,
    })),
  })
}

async function writeSheets(
  tx: Tx,
  { reference, accounts, today }: DemoContext,
  cluster: DemoCluster,
  clusterYearId: string,
): Promise<void> {
  const rubricId = rubricIdOf(cluster)
  const run = runIn(tx)
  // Which indicators there are is open to everyone; nothing else is asked of the reader.
  const nobody = {} as Actor
  const computed = await computedScores(nobody, run, clusterYearId, await criteriaOf(run, rubricId))
  const { checked, criterion, points, reason, minutes, explanation } = DEMO_CROSS_CHECK
  const scores: Prisma.ScoreCreateManyInput[] = []
  for (const [index, unit] of cluster.members.entries()) {
    const unitId = reference.units.id(unit)
    const sheetId = stableId('score-sheet', cluster.slug, unit)
    const entered = DEMO_SELF_SCORES[unit]
    const sent = entered !== undefined && !DEMO_NOT_SENT.includes(unit)
    await tx.scoreSheet.create({
      data: {
        id: sheetId,
        rubricId,
        unitId,
        selfSentAt: sent ? at(addDays(today, -4), 9 + index / 2) : null,
        crossDoneAt: unit === checked ? at(addDays(today, -1), 16) : null,
        explanation: unit === checked ? explanation : null,
      },
    })
    if (!entered) continue
    const by = {
      sheetId,
      stage: 'SELF' as const,
      byId: accounts.id(`staff.${unit}`),
      at: at(addDays(today, -5), 10),
    }
    for (const { key, kind, max, perPiece } of DEMO_CRITERIA) {
      const criterionId = criterionIdOf(cluster, key)
      const typed = entered[key]
      if (kind === 'COMPLETION') {
        const made = computed.get(unitId)?.get(criterionId)
        if (!sent || made?.leftOut) continue
        scores.push({
          ...by,
          criterionId,
          points: made?.points ?? divideDecimals(max, '2', 2) ?? '0',
          reason: made?.points == null ? 'Chưa tính được từ số liệu, tạm chấm một nửa.' : null,
        })
      } else if (typed)
        scores.push({
          ...by,
          criterionId,
          pieces: typed.pieces,
          points: typed.points ?? pointsOfPieces(typed.pieces ?? 0, perPiece ?? '0', max),
        })
    }
  }
  const own = scores.filter(({ sheetId }) => sheetId === stableId('score-sheet', cluster.slug, checked))
  const cross = own.map((score) => ({
    ...score,
    stage: 'CROSS' as const,
    at: at(addDays(today, -1), 15),
    ...(score.criterionId === criterionIdOf(cluster, criterion) ? { points, reason } : {}),
  }))
  await tx.score.createMany({ data: [...scores, ...cross] })
  // Each unit checks the next one of the list.
  await tx.crossTeam.createMany({
    data: cluster.members.map((unit, index) => {
      const next = cluster.members[(index + 1) % cluster.members.length] ?? unit
      const done = next === checked
      return {
        id: stableId('cross-team', cluster.slug, unit, next),
        rubricId,
        checkingUnitId: reference.units.id(unit),
        checkedUnitId: reference.units.id(next),
        scheduledOn: date(addDays(today, done ? -1 : 3 + index)),
        minutes: done ? minutes : null,
        checkingAgreedAt: done ? at(addDays(today, -1), 15.5) : null,
        checkedAgreedAt: done ? at(addDays(today, -1), 16) : null,
      }
    }),
  })
}
