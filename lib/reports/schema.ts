import { z } from 'zod'
import { storable } from '@/lib/platform/fields'
import { BLANK_REASONS, FIGURE_MEASURES, NARRATIVE_SECTIONS } from './types'

const UNKNOWN = 'Địa chỉ này không đúng. Hãy tải lại trang.'
const MAX_VERSION = 2_147_483_647

const words = (max: number, message: string) =>
  z.string({ error: 'Nội dung này phải là chữ.' }).max(max, { error: message }).transform(storable)
const required = (max: number, missing: string) =>
  words(max, `Tối đa ${max} ký tự.`)
    .transform((text) => text.trim())
    .pipe(z.string().min(1, { error: missing }))
const optional = (max: number) =>
  words(max, `Tối đa ${max} ký tự.`)
    .transform((text) => text.trim() || null)
    .nullish()
    .transform((text) => text ?? null)
const versionNumber = z.coerce
  .number({ error: UNKNOWN })
  .int({ error: UNKNOWN })
  .min(0, { error: UNKNOWN })
  .max(MAX_VERSION, { error: UNKNOWN })
const day = z.iso.date({ error: 'Hãy chọn ngày.' }).refine((text) => text >= '2000' && text < '2100', {
  error: 'Ngày này không hợp lý.',
})

export const idSchema = z.uuid({ error: UNKNOWN })
export const sectionSchema = z.enum(NARRATIVE_SECTIONS, { error: UNKNOWN })
export const idempotencyKeySchema = z
  .string({ error: 'Thiếu mã của lần lưu.' })
  .regex(/^[\w.:-]{8,100}$/, { error: 'Mã của lần lưu không đúng.' })

/** Body of the autosave of a figure. `version` is 0 for a cell never saved; `breakdown` is in the indicator's order. */
export const saveFigureSchema = z.object({
  measure: z.enum(FIGURE_MEASURES, { error: UNKNOWN }).default('MAIN'),
  raw: words(4000, 'Nội dung quá dài. Phần giải thích ghi vào ghi chú.'),
  blankReason: z.enum(BLANK_REASONS, { error: 'Hãy chọn một lý do để trống.' }).nullish(),
  note: optional(2000),
  breakdown: z
    .array(words(200, 'Phần chi tiết quá dài.'), { error: 'Phần chi tiết không đúng.' })
    .max(20, { error: 'Phần chi tiết quá dài.' })
    .nullish(),
  version: versionNumber,
  idempotencyKey: idempotencyKeySchema,
})
export type SaveFigureInput = z.output<typeof saveFigureSchema>

/** Body of the autosave of a narrative section. */
export const saveNarrativeSchema = z.object({
  text: words(20_000, 'Tối đa 20.000 ký tự.'),
  version: versionNumber,
  idempotencyKey: idempotencyKeySchema,
})
export type SaveNarrativeInput = z.output<typeof saveNarrativeSchema>

export const markSeenSchema = z.object({ reportId: idSchema, dataVersion: versionNumber })
export const openReportSchema = z.object({ unitId: idSchema, periodId: idSchema })

const act = { reportId: idSchema, version: versionNumber }

export const presentSchema = z.object(act)
export const handBackSchema = z.object({
  ...act,
  reason: required(1000, 'Hãy ghi một câu nói rõ cần sửa gì.'),
})
export const sendSchema = z.object(act)
export const checkSchema = z.object({ ...act, reason: optional(1000) })
export const requestAdditionsSchema = z.object({
  ...act,
  reason: required(1000, 'Hãy ghi một câu nói rõ cần bổ sung gì.'),
  dueOn: day,
})
export const confirmSchema = z.object({ ...act, reason: optional(1000) })
export const appraiseSchema = z.object({
  reportId: idSchema,
  dataVersion: versionNumber,
  note: optional(1000).transform((note) => note ?? ''),
})
export const reopenSchema = z.object({ ...act, reason: required(1000, 'Hãy ghi lý do mở lại báo cáo.') })
export const lockPeriodSchema = z.object({ periodId: idSchema, version: versionNumber })
export const closeYearSchema = z.object({ yearId: idSchema, version: versionNumber })

export const commentSchema = z.object({
  reportId: idSchema,
  indicatorId: idSchema,
  text: required(2000, 'Hãy ghi nội dung trao đổi.'),
})
export const resolveCommentSchema = z.object({ commentId: idSchema })

export const requestAdjustmentSchema = z.object({
  reportId: idSchema,
  indicatorId: idSchema,
  newRaw: required(1000, 'Hãy ghi chỉ tiêu mới.'),
  reason: required(1000, 'Hãy ghi lý do điều chỉnh.'),
  paper: required(300, 'Hãy ghi số, ngày của văn bản đồng ý điều chỉnh.'),
  paperFileId: z
    .union([idSchema, z.literal('')])
    .nullish()
    .transform((id) => id || null),
})
export const decideAdjustmentSchema = z.object({
  adjustmentId: idSchema,
  decision: z.enum(['APPROVED', 'REFUSED'], { error: 'Hãy chọn đồng ý hoặc không đồng ý.' }),
  note: optional(1000),
})

const idList = z
  .string({ error: 'Hãy chọn ít nhất một chỉ tiêu.' })
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .pipe(
    z
      .array(idSchema, { error: UNKNOWN })
      .min(1, { error: 'Hãy chọn ít nhất một chỉ tiêu.' })
      .max(200, { error: 'Quá nhiều chỉ tiêu trong một lần.' }),
  )

/** `indicatorIds`: ids joined by commas, as a form with repeated names sends them. */
export const assignDutySchema = z.object({
  unitId: idSchema,
  accountId: idSchema,
  indicatorIds: idList,
  note: optional(500),
})
export const handOverDutiesSchema = z.object({
  unitId: idSchema,
  fromAccountId: idSchema,
  toAccountId: idSchema,
  note: optional(500),
})
