import { z } from 'zod'
import { idSchema, optionalDaySchema, optionalIdSchema, versionSchema } from '@/lib/platform/fields'
import { optionalCountSchema, optionalTextSchema, textSchema } from '../schema'
import { TASK_STATES } from '../types'

const handsSchema = optionalCountSchema(1000, 'Hãy ghi số người giơ tay.')

export const recordDecisionSchema = z
  .object({
    meetingId: idSchema,
    agendaItemId: optionalIdSchema,
    text: textSchema(2000, 'Hãy ghi điều hội nghị đã quyết định.'),
    method: z.enum(['CONSENSUS', 'SHOW_OF_HANDS'], { error: 'Hãy chọn cách quyết định.' }),
    inFavour: handsSchema,
    against: handsSchema,
    abstained: handsSchema,
  })
  .refine((input) => input.method !== 'SHOW_OF_HANDS' || input.inFavour !== null, {
    path: ['inFavour'],
    error: 'Biểu quyết giơ tay thì phải ghi số tán thành.',
  })

export const conclusionSchema = z.object({
  meetingId: idSchema,
  /** Left out for a new point. */
  pointId: optionalIdSchema,
  text: textSchema(2000, 'Hãy ghi nội dung kết luận.'),
})
export const conclusionPointSchema = z.object({ pointId: idSchema })

export const assignTaskSchema = z.object({
  pointId: idSchema,
  text: textSchema(1000, 'Hãy ghi việc phải làm.'),
  /** Left out for the whole cluster. */
  unitId: optionalIdSchema,
  dueOn: optionalDaySchema,
})

export const followUpTaskSchema = z.object({
  taskId: idSchema,
  version: versionSchema,
  state: z.enum(TASK_STATES, { error: 'Hãy chọn tình hình.' }),
  text: textSchema(2000, 'Hãy ghi đã làm được gì, hoặc vì sao thôi.'),
})

export const sideEventSchema = z.object({
  meetingId: idSchema,
  title: textSchema(500, 'Hãy ghi tên hoạt động.'),
  place: optionalTextSchema(300),
  heldOn: optionalDaySchema,
  note: optionalTextSchema(2000),
})
export const sideEventIdSchema = z.object({ sideEventId: idSchema })

export type RecordDecisionInput = z.output<typeof recordDecisionSchema>
export type ConclusionInput = z.output<typeof conclusionSchema>
export type AssignTaskInput = z.output<typeof assignTaskSchema>
export type FollowUpTaskInput = z.output<typeof followUpTaskSchema>
export type SideEventInput = z.output<typeof sideEventSchema>
