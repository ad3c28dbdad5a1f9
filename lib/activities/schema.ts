import { z } from 'zod'

const STALE = 'Trang đã cũ. Hãy tải lại.'

/** Text as the database can keep it: no NUL, no half of a surrogate pair. */
const storable = (text: string) =>
  text
    .replaceAll('\0', '')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .normalize('NFC')
    .trim()

export const idSchema = z.uuid({ error: STALE })
export const optionalIdSchema = z.union([z.literal('').transform(() => null), idSchema]).default(null)

/** 0 for what does not exist yet. */
export const versionOrNewSchema = z.coerce
  .number({ error: STALE })
  .int({ error: STALE })
  .min(0, { error: STALE })

export const requiredText = (max: number, missing: string) =>
  z
    .string({ error: missing })
    .transform(storable)
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(max, { error: `Tối đa ${max} ký tự.` }),
    )

export const optionalText = (max: number) =>
  z
    .string()
    .transform(storable)
    .pipe(z.string().max(max, { error: `Tối đa ${max} ký tự.` }))
    .default('')

/** One item a line; dashes and numbers that people put before a line are dropped. */
export const linesSchema = (most: number, max: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => storable(line).replace(/^(?:[-–•*+]|\d{1,2}[.)])\s+/, ''))
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(max, { error: `Mỗi dòng tối đa ${max} ký tự.` }))
        .max(most, { error: `Tối đa ${most} dòng.` }),
    )

/** A whole number as people type it, "1.418"; empty is null. */
export const optionalCountSchema = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => text === '' || /^\d{1,3}(\.\d{3})+$|^\d{1,9}$/.test(text), {
    error: 'Hãy ghi một số nguyên, ví dụ 38 hoặc 1.418.',
    abort: true,
  })
  .transform((text) => (text === '' ? null : Number(text.replaceAll('.', ''))))

export const yearSchema = z.coerce
  .number({ error: 'Hãy chọn năm.' })
  .int({ error: 'Hãy chọn năm.' })
  .min(1990, { error: 'Năm này không hợp lý.' })
  .max(2100, { error: 'Năm này không hợp lý.' })
