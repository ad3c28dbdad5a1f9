import { z } from 'zod'
import { idSchema, optionalDaySchema, optionalIdSchema, versionSchema } from '@/lib/platform/fields'
import { DEFAULT_QUORUM } from './rules'
import { MEETING_FORMS, MEETING_KINDS } from './types'

/** A text that must say something, of at most `most` characters. */
export const textSchema = (most: number, missing: string) =>
  z.string().trim().min(1, missing).max(most, `Dài quá ${most} chữ. Hãy viết gọn lại.`)

export const optionalTextSchema = (most: number) =>
  z.string().trim().max(most, `Dài quá ${most} chữ. Hãy viết gọn lại.`).default('')

/** A whole number that may be left out. */
export const optionalCountSchema = (most: number, wrong: string) =>
  z
    .union([
      z.literal('').transform(() => null),
      z.coerce.number(wrong).int(wrong).min(0, wrong).max(most, wrong),
    ])
    .default(null)

const fields = {
  kind: z.enum(MEETING_KINDS, { error: 'Hãy chọn loại hội nghị.' }),
  title: textSchema(300, 'Hãy ghi tên hội nghị.'),
  form: z.union([z.literal('').transform(() => null), z.enum(MEETING_FORMS)]).default(null),
  heldOn: optionalDaySchema,
  startsAt: z
    .union([
      z.literal('').transform(() => null),
      z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Hãy ghi giờ, ví dụ 08:00.'),
    ])
    .default(null),
  place: optionalTextSchema(300),
  hostUnitId: optionalIdSchema,
  programme: optionalTextSchema(10_000),
  quorumShare: z.coerce
    .number('Hãy ghi số.')
    .int()
    .min(0, 'Từ 0 trở lên.')
    .max(100)
    .default(DEFAULT_QUORUM.share),
  quorumOf: z.coerce.number('Hãy ghi số.').int().min(1, 'Từ 1 trở lên.').max(100).default(DEFAULT_QUORUM.of),
  quorumBasis: optionalTextSchema(300),
  /** Cluster-years that the meeting serves beside its own, as the form's boxes join them. */
  alsoFor: z
    .string()
    .default('')
    .transform((text) => [...new Set(text.split(',').filter(Boolean))])
    .pipe(z.array(idSchema).max(20, 'Tối đa 20 cụm họp chung.')),
}

const makesSense = (input: { quorumShare: number; quorumOf: number }) => input.quorumShare <= input.quorumOf
const tooMuch = { path: ['quorumShare'], error: 'Tỷ lệ không thể lớn hơn cả cụm.' }

export const planMeetingSchema = z.object({ ...fields, clusterYearId: idSchema }).refine(makesSense, tooMuch)
export const changeMeetingSchema = z
  .object({ ...fields, meetingId: idSchema, version: versionSchema, invitation: optionalTextSchema(10_000) })
  .refine(makesSense, tooMuch)
export const meetingSchema = z.object({ meetingId: idSchema })

export type MeetingFields = Omit<PlanMeetingInput, 'clusterYearId'>
export type PlanMeetingInput = z.output<typeof planMeetingSchema>
export type ChangeMeetingInput = z.output<typeof changeMeetingSchema>
