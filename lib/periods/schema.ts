import { z } from 'zod'
import { PERIOD_KINDS } from './types'

/** A calendar day as a date field posts it. */
export const daySchema = z
  .string()
  .trim()
  .refine(
    (day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day),
    {
      error: 'Hãy chọn một ngày có thật.',
      abort: true,
    },
  )

export const optionalDaySchema = z.union([z.literal('').transform(() => null), daySchema]).default(null)

export const yearNumberSchema = z.coerce
  .number({ error: 'Hãy nhập năm bằng bốn chữ số.' })
  .int('Hãy nhập năm bằng bốn chữ số.')
  .min(2000, 'Năm phải từ 2000 trở đi.')
  .max(2100, 'Năm phải từ 2100 trở về trước.')

export const versionSchema = z.coerce.number({ error: 'Trang đã cũ. Hãy tải lại.' }).int().min(1)

export const yearSchema = z.object({
  yearId: z.uuid('Trang đã cũ. Hãy tải lại.'),
  version: versionSchema,
  theme: z.string().trim().max(500, 'Chủ đề dài quá 500 chữ.'),
})

export const yearStateSchema = z.object({ yearId: z.uuid(), version: versionSchema })

export const periodSchema = z
  .object({
    yearId: z.uuid('Trang đã cũ. Hãy tải lại.'),
    kind: z.enum(PERIOD_KINDS, { error: 'Hãy chọn kỳ báo cáo.' }),
    opensOn: optionalDaySchema,
    dueOn: daySchema,
  })
  .refine((period) => period.opensOn === null || period.opensOn <= period.dueOn, {
    path: ['dueOn'],
    error: 'Hạn gửi phải sau ngày mở kỳ.',
  })

export type YearInput = z.output<typeof yearSchema>
export type PeriodInput = z.output<typeof periodSchema>
