import type { ScoreStage } from '@/lib/scoring/types'
import { prisma } from '@/lib/platform/db'
import { arrangeReports, type ReportScene } from './reports'

export type ScoringScene = ReportScene & {
  rubricId: string
  /** Criterion ids: by hand 60, computed from the indicator "ho" 40, bonus 5. */
  manual: string
  computed: string
  bonus: string
  sheets: Record<'head' | 'deputy' | 'member', string>
  teamId: string
}

/** When the stages of a sheet were finished. */
export const FINISHED_AT = new Date('2026-11-01T03:00:00Z')
export const STAGES: ScoreStage[] = ['SELF', 'CROSS', 'APPRAISED', 'FINAL']

/** A rubric of 100 points at a state; the member's sheet has passed the stages before `stage`, Lai Châu checks it. */
export async function arrangeScores(
  state: 'DRAFT' | 'OPEN' | 'PUBLISHED',
  stage: ScoreStage = 'SELF',
  filled = false,
): Promise<ScoringScene> {
  const scene = await arrangeReports()
  const rubric = await prisma.rubric.create({
    data: {
      clusterYearId: scene.north.id,
      name: 'Bảng tiêu chí',
      total: '100',
      bonusCap: '5',
      penaltyCap: '5',
      state,
      bands: [{ label: 'Xuất sắc', from: '90' }],
    },
  })
  const criterion = (kind: 'MANUAL' | 'COMPLETION' | 'BONUS', max: string, position: number) =>
    prisma.criterion.create({
      data: {
        rubricId: rubric.id,
        kind,
        max,
        position,
        text: kind,
        indicatorCode: kind === 'COMPLETION' ? 'ho' : null,
      },
    })
  const manual = await criterion('MANUAL', '60', 1)
  const computed = await criterion('COMPLETION', '40', 2)
  const bonus = await criterion('BONUS', '5', 3)
  const done = STAGES.slice(0, STAGES.indexOf(stage))
  const sheets = {} as ScoringScene['sheets']
  for (const unit of ['head', 'deputy', 'member'] as const) {
    const sheet = await prisma.scoreSheet.create({
      data: {
        rubricId: rubric.id,
        unitId: scene.units[unit].id,
        selfSentAt: done.includes('SELF') ? FINISHED_AT : null,
        crossDoneAt: done.includes('CROSS') ? FINISHED_AT : null,
        appraisedAt: done.includes('APPRAISED') ? FINISHED_AT : null,
      },
    })
    sheets[unit] = sheet.id
    await prisma.score.createMany({
      data: [...done, ...(filled ? [stage] : [])].flatMap((at) =>
        [manual, computed].map(({ id }) => ({
          sheetId: sheet.id,
          criterionId: id,
          stage: at,
          points: '30',
          byId: rubric.id,
        })),
      ),
    })
  }
  const team = await prisma.crossTeam.create({
    data: {
      rubricId: rubric.id,
      checkingUnitId: scene.units.deputy.id,
      checkedUnitId: scene.units.member.id,
      minutes: stage === 'CROSS' && filled ? 'Biên bản' : null,
    },
  })
  return {
    ...scene,
    rubricId: rubric.id,
    manual: manual.id,
    computed: computed.id,
    bonus: bonus.id,
    sheets,
    teamId: team.id,
  }
}

/** A central officer follows the north, so that the office does not stand in for her. */
export async function withStaff(scene: ScoringScene): Promise<ScoringScene> {
  await prisma.account.create({
    data: {
      name: 'Chuyên viên',
      email: 'chuyen.vien@example.test',
      grants: { create: { role: 'CENTRAL_STAFF', clusterYearId: scene.north.id } },
    },
  })
  return scene
}

/** The member's sheet as a form names it. */
export const onSheet = ({ sheets }: ScoringScene) => ({ sheetId: sheets.member, version: 1 })
