import { z } from 'zod'
import {
  STALE_PAGE,
  idSchema,
  optionalDaySchema,
  optionalIdSchema,
  optionalText,
  requiredText,
  tidied,
  versionSchema,
} from '@/lib/platform/fields'
import { compareDecimals } from '@/lib/platform/numbers/decimal'
import { parseFigure } from '@/lib/platform/numbers/parse'
import { CRITERION_KINDS, SCORE_STAGES, type ScoreBand } from './types'

export type PointsOutcome = { points: string | null } | { error: string }

/** Points as people type them, "8,75"; empty is blank (null), and 0 is a 0. Two decimals at most. */
export function readPoints(typed: string): PointsOutcome {
  const outcome = parseFigure(typed, { kind: 'COUNT', unit: 'điểm', decimals: 2 })
  switch (outcome.status) {
    case 'empty':
      return { points: null }
    case 'ask':
      return { error: outcome.question }
    case 'refused':
      return { error: outcome.message }
    case 'understood': {
      const { value } = outcome
      if (value.kind !== 'COUNT' || value.qualifier !== 'EXACT')
        return { error: 'Hãy nhập con số chính xác, ví dụ 8,75.' }
      if (compareDecimals(value.amount, '99999') > 0) return { error: 'Điểm quá lớn.' }
      return { points: value.amount }
    }
  }
}

const pointsSchema = (missing: string) =>
  z.string({ error: missing }).transform((typed, context) => {
    const read = readPoints(typed)
    if ('points' in read && read.points !== null) return read.points
    context.addIssue({ code: 'custom', message: 'error' in read ? read.error : missing })
    return z.NEVER
  })

/** One band a line: "Xuất sắc: 90". */
const bandsSchema = z
  .string()
  .default('')
  .transform((text, context): ScoreBand[] => {
    const bands: ScoreBand[] = []
    for (const line of text.split(/\r?\n/).map(tidied).filter(Boolean)) {
      const [, label = '', typed = ''] = /^(.{1,80}?)\s*[:：]\s*(?:từ\s+)?(\S+)$/.exec(line) ?? []
      const read = readPoints(typed)
      if (!label || 'error' in read || read.points === null) {
        context.addIssue({
          code: 'custom',
          message: `Dòng “${line.slice(0, 60)}” cần viết như “Xuất sắc: 90”.`,
        })
        return z.NEVER
      }
      bands.push({ label, from: read.points })
    }
    if (bands.length > 20) context.addIssue({ code: 'custom', message: 'Tối đa 20 mức xếp loại.' })
    if (
      bands.some((band, i) => bands.some((other, j) => i < j && compareDecimals(band.from, other.from) === 0))
    )
      context.addIssue({ code: 'custom', message: 'Hai mức xếp loại không thể bắt đầu từ cùng một điểm.' })
    return bands.sort((a, b) => compareDecimals(b.from, a.from))
  })

export const rubricSchema = z.object({
  clusterYearId: idSchema,
  /** 0 for a rubric that does not exist yet. */
  version: z.coerce.number({ error: STALE_PAGE }).int({ error: STALE_PAGE }).min(0, { error: STALE_PAGE }),
  name: requiredText(200, 'Hãy ghi tên bảng tiêu chí.'),
  total: pointsSchema('Hãy ghi tổng điểm, ví dụ 100.').refine((total) => compareDecimals(total, '0') > 0, {
    error: 'Tổng điểm phải lớn hơn 0.',
  }),
  bonusCap: pointsSchema('Hãy ghi mức trần điểm thưởng; không có thưởng thì ghi 0.'),
  penaltyCap: pointsSchema('Hãy ghi mức trần điểm trừ; không có điểm trừ thì ghi 0.'),
  bands: bandsSchema,
})
export type RubricInput = z.output<typeof rubricSchema>

export const criterionSchema = z
  .object({
    rubricId: idSchema,
    version: versionSchema,
    criterionId: optionalIdSchema,
    parentId: optionalIdSchema,
    text: requiredText(1000, 'Hãy ghi nội dung tiêu chí.'),
    kind: z.enum(CRITERION_KINDS, { error: 'Hãy chọn cách chấm.' }),
    max: pointsSchema('Hãy ghi điểm tối đa.'),
    perPiece: z.string().default(''),
    indicatorCode: optionalText(100),
    guidance: optionalText(2000),
  })
  .transform(({ perPiece: typed, indicatorCode, guidance, ...rest }, context) => {
    const read = rest.kind === 'COUNT_POINTS' ? readPoints(typed) : { points: null }
    if ('error' in read) context.addIssue({ code: 'custom', path: ['perPiece'], message: read.error })
    const perPiece = 'points' in read ? read.points : null
    if (rest.kind === 'COUNT_POINTS' && !(perPiece && compareDecimals(perPiece, '0') > 0))
      context.addIssue({ code: 'custom', path: ['perPiece'], message: 'Hãy ghi số điểm cho mỗi đơn vị đếm.' })
    if (rest.kind === 'COMPLETION' && indicatorCode === '')
      context.addIssue({
        code: 'custom',
        path: ['indicatorCode'],
        message: 'Hãy chọn chỉ tiêu để tính điểm.',
      })
    return {
      ...rest,
      perPiece,
      indicatorCode: rest.kind === 'COMPLETION' ? indicatorCode : null,
      guidance: guidance || null,
    }
  })
export type CriterionInput = z.output<typeof criterionSchema>

export const rubricActSchema = z.object({ rubricId: idSchema, version: versionSchema })
export type RubricActInput = z.output<typeof rubricActSchema>

export const criterionActSchema = rubricActSchema.extend({ criterionId: idSchema })
export type CriterionActInput = z.output<typeof criterionActSchema>

export const moveCriterionSchema = criterionActSchema.extend({
  direction: z.enum(['up', 'down'], { error: STALE_PAGE }),
})
export type MoveCriterionInput = z.output<typeof moveCriterionSchema>

export const teamSchema = z.object({
  rubricId: idSchema,
  checkingUnitId: z.uuid({ error: 'Hãy chọn đơn vị chấm.' }),
  checkedUnitId: z.uuid({ error: 'Hãy chọn đơn vị được chấm.' }),
  scheduledOn: optionalDaySchema,
})
export type TeamInput = z.output<typeof teamSchema>

export const teamActSchema = z.object({ teamId: idSchema, version: versionSchema })
export type TeamActInput = z.output<typeof teamActSchema>

export const subGroupSchema = z.object({
  rubricId: idSchema,
  unitId: z.uuid({ error: 'Hãy chọn đơn vị.' }),
  subGroup: optionalText(80).transform((text) => text || null),
})
export type SubGroupInput = z.output<typeof subGroupSchema>

export const minutesSchema = teamActSchema.extend({
  minutes: requiredText(10_000, 'Hãy ghi nội dung biên bản.'),
})
export type MinutesInput = z.output<typeof minutesSchema>

export const agreeMinutesSchema = teamActSchema.extend({
  side: z.enum(['CHECKING', 'CHECKED'], { error: STALE_PAGE }),
})
export type AgreeMinutesInput = z.output<typeof agreeMinutesSchema>

const sheetActSchema = z.object({ sheetId: idSchema, version: versionSchema })

export const explanationSchema = sheetActSchema.extend({ explanation: optionalText(10_000) })
export type ExplanationInput = z.output<typeof explanationSchema>

export const giveBackSchema = sheetActSchema.extend({
  reason: requiredText(2000, 'Hãy ghi một câu nói rõ vì sao trả lại.'),
})
export type GiveBackInput = z.output<typeof giveBackSchema>

export const finishStageSchema = sheetActSchema.extend({ stage: z.enum(SCORE_STAGES, { error: STALE_PAGE }) })
export type FinishStageInput = z.output<typeof finishStageSchema>

/** What was typed beside each criterion: fields `p.<id>` (points, pieces, or yes/no) and `r.<id>` (reason). */
export const scoresSchema = finishStageSchema.catchall(z.string()).transform((form) => {
  const { sheetId, version, stage, ...rest } = form
  const typed = Object.entries(rest)
    .filter(([name]) => name.startsWith('p.'))
    .map(([name, value]) => {
      const criterionId = name.slice(2)
      return { criterionId, value, reason: tidied(rest[`r.${criterionId}`] ?? '').slice(0, 2000) }
    })
  return { sheetId, version, stage, typed }
})
export type ScoresInput = z.output<typeof scoresSchema>
