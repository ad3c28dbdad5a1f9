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

/** Whether a text from an address can be the id of a row at all: the database would throw at any other. */
export const isRowId = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)
