import { z } from 'zod'

/** A calendar day as a date field posts it, yyyy-MM-dd. */
export const daySchema = z
  .string()
  .trim()
  .refine((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && isRealDay(day), {
    error: 'Hãy chọn một ngày có thật.',
    abort: true,
  })

export const optionalDaySchema = z.union([z.literal('').transform(() => null), daySchema]).default(null)

/** The version of the row that the form was made from. */
export const versionSchema = z.coerce.number({ error: 'Trang đã cũ. Hãy tải lại.' }).int().min(1)

function isRealDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
