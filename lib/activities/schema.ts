import { z } from 'zod'
import { STALE_PAGE, tidied } from '@/lib/platform/fields'

/** 0 for what does not exist yet. */
export const versionOrNewSchema = z.coerce
  .number({ error: STALE_PAGE })
  .int({ error: STALE_PAGE })
  .min(0, { error: STALE_PAGE })

/** One item a line; dashes and numbers that people put before a line are dropped. */
export const linesSchema = (most: number, max: number) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/\r?\n/)
        .map((line) => tidied(line).replace(/^(?:[-–•*+]|\d{1,2}[.)])\s+/, ''))
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
