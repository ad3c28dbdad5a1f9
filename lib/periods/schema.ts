import { z } from 'zod'
import { daySchema, idSchema, optionalDaySchema, versionSchema } from '@/lib/platform/fields'
import { PERIOD_KINDS } from './types'

export const yearNumberSchema = z.coerce
  .number({ error: 'Hãy nhập năm bằng bốn chữ số.' })
  .int('Hãy nhập năm bằng bốn chữ số.')
  .min(2000, 'Năm phải từ 2000 trở đi.')
  .max(2100, 'Năm phải từ 2100 trở về trước.')

export const yearSchema = z.object({
  yearId: idSchema,
  version: versionSchema,
  theme: z.string().trim().max(500, 'Chủ đề dài quá 500 chữ.'),
})

export const yearStateSchema = z.object({ yearId: z.uuid(), version: versionSchema })

export const periodSchema = z
  .object({
    yearId: idSchema,
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
