import { z } from 'zod'
import { linesSchema, versionOrNewSchema, yearSchema } from '@/lib/activities/schema'
import { DIRECTIONS } from '@/lib/indicators/types'
import {
  idSchema,
  optionalDaySchema,
  optionalIdSchema,
  optionalText,
  requiredText,
  versionSchema,
} from '@/lib/platform/fields'
import { TARGET_KINDS, TERM_MANNERS } from './types'

const optionalYear = z.union([z.literal('').transform(() => null), yearSchema]).default(null)

const smallCount = (most: number, message: string) =>
  z.coerce
    .number({ error: message })
    .int({ error: message })
    .min(1, { error: message })
    .max(most, { error: message })

/** A comma-separated list, as repeated fields of a form arrive. */
const listOf = <T extends z.ZodType<unknown, string>>(item: T, most: number) =>
  z
    .string()
    .default('')
    .transform((text) => [
      ...new Set(
        text
          .split(',')
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(item).max(most, { error: `Chọn tối đa ${most} dòng.` }))

export const termSchema = z
  .object({
    termId: optionalIdSchema,
    /** Empty for the central union. */
    unitId: optionalIdSchema,
    version: versionOrNewSchema,
    startYear: optionalYear,
    endYear: optionalYear,
    congressNumber: z
      .union([
        z.literal('').transform(() => null),
        smallCount(99, 'Hãy ghi số thứ tự của Đại hội, ví dụ 18.'),
      ])
      .default(null),
    congressOn: optionalDaySchema,
    resolution: optionalText(500),
    note: optionalText(2000),
  })
  .refine(({ startYear, endYear }) => (startYear === null) === (endYear === null), {
    path: ['endYear'],
    error: 'Hãy ghi cả năm đầu và năm cuối, hoặc để trống cả hai.',
  })
  .refine(
    ({ startYear, endYear }) =>
      startYear === null || endYear === null || (endYear > startYear && endYear - startYear <= 10),
    {
      path: ['endYear'],
      error: 'Năm cuối phải sau năm đầu, nhiều nhất 10 năm.',
    },
  )
  .refine(({ startYear, congressNumber }) => startYear !== null || congressNumber !== null, {
    path: ['startYear'],
    error: 'Hãy ghi các năm của nhiệm kỳ, hoặc Đại hội lần thứ mấy.',
  })
export type TermInput = z.output<typeof termSchema>

const milestoneSchema = linesSchema(12, 60).pipe(
  z.array(
    z.string().transform((line, context) => {
      const match = /^(\d{4})\s*[:：]\s*(.+)$/.exec(line)
      if (match) return { year: Number(match[1]), plan: match[2]!.trim() }
      context.addIssue({
        code: 'custom',
        message: 'Mỗi dòng ghi năm, dấu hai chấm rồi số, ví dụ “2023: 40.000”.',
      })
      return z.NEVER
    }),
  ),
)

export const targetSchema = z.object({
  targetId: optionalIdSchema,
  termId: idSchema,
  version: versionOrNewSchema,
  number: optionalText(12),
  name: requiredText(600, 'Hãy ghi nội dung chỉ tiêu.'),
  manner: z.enum(TERM_MANNERS, 'Hãy chọn cách tính.'),
  kind: z.enum(TARGET_KINDS, 'Hãy chọn loại số liệu.'),
  measureUnit: optionalText(40),
  direction: z.enum(DIRECTIONS, 'Hãy chọn chiều đánh giá.'),
  plan: requiredText(200, 'Hãy ghi mức phải đạt.'),
  base: optionalText(200),
  milestones: milestoneSchema,
  codes: listOf(z.string().max(80, { error: 'Mã chỉ tiêu quá dài.' }), 10),
  nationalIds: listOf(idSchema, 20),
  note: optionalText(2000),
})
export type TargetInput = z.output<typeof targetSchema>

export const retireTargetSchema = z.object({
  targetId: idSchema,
  version: versionSchema,
  reason: requiredText(500, 'Hãy ghi lý do, căn cứ.'),
})
export type RetireTargetInput = z.output<typeof retireTargetSchema>

export const unstatedTargetsSchema = z.object({
  termId: idSchema,
  total: smallCount(200, 'Hãy ghi tổng số tiêu chí của nghị quyết, từ 1 đến 200.'),
  note: requiredText(500, 'Hãy ghi nguồn nêu số tiêu chí này.'),
})
export type UnstatedTargetsInput = z.output<typeof unstatedTargetsSchema>

export const progressSchema = z.object({
  targetId: idSchema,
  year: yearSchema,
  version: versionOrNewSchema,
  /** Empty takes the entry away. */
  raw: optionalText(200),
  asOf: optionalDaySchema,
  origin: requiredText(300, 'Hãy ghi nguồn của số liệu: văn bản, báo cáo, người cung cấp.'),
  note: optionalText(2000),
})
export type ProgressInput = z.output<typeof progressSchema>
