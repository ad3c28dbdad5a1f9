import { z } from 'zod'
import { isRealDay } from './dates'

/** A calendar day as a date field posts it, yyyy-MM-dd, of a year that people here can mean. */
export const daySchema = z
  .string()
  .trim()
  .refine(isRealDay, { error: 'Hãy chọn một ngày có thật.', abort: true })
  .refine((day) => day >= '1900' && day < '2101', {
    error: 'Năm của ngày này phải trong khoảng 1900 đến 2100.',
    abort: true,
  })

export const optionalDaySchema = z.union([z.literal('').transform(() => null), daySchema]).default(null)

/** Said of a field that nobody types and that is not as the page made it. */
export const STALE_PAGE = 'Trang đã cũ. Hãy tải lại.'

/** The id of a row, as a page posts it unseen. */
export const idSchema = z.uuid(STALE_PAGE)

/** An id that may be left out: null then. */
export const optionalIdSchema = z.union([z.literal('').transform(() => null), idSchema]).default(null)

/** The version of the row that the form was made from. */
export const versionSchema = z.coerce.number({ error: STALE_PAGE }).int().min(1)

/** Text as the database can keep it: no NUL, no half of a surrogate pair. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replace(/[\uD800-\uDFFF]/gu, '\uFFFD')

/** `storable` in composed letters and without spaces around it. */
export const tidied = (text: string): string => storable(text).normalize('NFC').trim()

/** A text that must say something. */
export const requiredText = (max: number, missing: string) =>
  z
    .string({ error: missing })
    .transform(tidied)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(max, { error: `Tối đa ${max} ký tự.` }),
    )

/** A text that may be left out: '' then. */
export const optionalText = (max: number) =>
  z
    .string()
    .transform(tidied)
    .pipe(z.string().max(max, { error: `Tối đa ${max} ký tự.` }))
    .default('')

/** Whether a text from an address can be the id of a row at all: the database would throw at any other. */
export const isRowId = (text: string): boolean => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text)

/** The first of a parameter's values: an address may name it more than once. */
export const firstOf = <T>(value: T | T[]): T | undefined => (Array.isArray(value) ? value[0] : value)

/** `firstOf` as text: '' where the address does not name it. */
export const firstText = (value: string | string[] | undefined): string => firstOf(value) ?? ''
