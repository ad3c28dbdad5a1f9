import { z } from 'zod'
import { optionalCountSchema, versionOrNewSchema } from '@/lib/activities/schema'
import { idSchema, optionalDaySchema, optionalText, requiredText, versionSchema } from '@/lib/platform/fields'
import { REVIEW_KINDS } from '../types'

const narrative = optionalText(20_000)

export const reviewSchema = z.object({
  termId: idSchema,
  kind: z.enum(REVIEW_KINDS, 'Hãy chọn sơ kết hay tổng kết.'),
  version: versionOrNewSchema,
  meeting: optionalText(300),
  heldOn: optionalDaySchema,
  dateNote: optionalText(100),
  place: optionalText(200),
  asOf: optionalDaySchema,
  RESULTS: narrative,
  PRACTICES: narrative,
  LIMITATIONS: narrative,
  CAUSES: narrative,
  LESSONS: narrative,
  TASKS: narrative,
})
export type ReviewInput = z.output<typeof reviewSchema>

export const freezeReviewSchema = z.object({ reviewId: idSchema, version: versionSchema })
export type FreezeReviewInput = z.output<typeof freezeReviewSchema>

export const reviewCountsSchema = z
  .object({
    reviewId: idSchema,
    version: versionSchema,
    EXCEEDED: optionalCountSchema,
    MET: optionalCountSchema,
    HALF: optionalCountSchema,
    NOT_MET: optionalCountSchema,
  })
  .refine(
    (counts) => {
      const total = [counts.EXCEEDED, counts.MET, counts.HALF, counts.NOT_MET].reduce<number>(
        (sum, count) => sum + (count ?? 0),
        0,
      )
      return total >= 1 && total <= 200
    },
    { path: ['EXCEEDED'], error: 'Hãy ghi số tiêu chí của ít nhất một mức, tổng không quá 200.' },
  )
export type ReviewCountsInput = z.output<typeof reviewCountsSchema>

export const reopenReviewSchema = z.object({
  reviewId: idSchema,
  version: versionSchema,
  reason: requiredText(500, 'Hãy ghi lý do mở lại.'),
})
export type ReopenReviewInput = z.output<typeof reopenReviewSchema>
