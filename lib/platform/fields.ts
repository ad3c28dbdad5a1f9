import { z } from 'zod'
import { isRealDay } from './dates'

/** A calendar day as a date field posts it, yyyy-MM-dd. */
export const daySchema = z.string().trim().refine(isRealDay, {
  error: 'Hãy chọn một ngày có thật.',
  abort: true,
})

export const optionalDaySchema = z.union([z.literal('').transform(() => null), daySchema]).default(null)

/** The version of the row that the form was made from. */
export const versionSchema = z.coerce.number({ error: 'Trang đã cũ. Hãy tải lại.' }).int().min(1)
