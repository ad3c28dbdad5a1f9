import { z } from 'zod'
import { idSchema, optionalIdSchema, optionalText, requiredText, versionSchema } from '@/lib/platform/fields'
import { versionOrNewSchema, yearSchema } from '../schema'

export const practiceSchema = z.object({
  practiceId: optionalIdSchema,
  unitId: idSchema,
  version: versionOrNewSchema,
  year: yearSchema,
  title: requiredText(300, 'Hãy ghi tên mô hình, cách làm.'),
  summary: requiredText(1000, 'Hãy tóm tắt trong một, hai câu.'),
  text: optionalText(30_000),
  campaignId: optionalIdSchema,
})
export type PracticeInput = z.output<typeof practiceSchema>

export const sharePracticeSchema = z.object({
  practiceId: idSchema,
  version: versionSchema,
  shared: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
})
export type SharePracticeInput = z.output<typeof sharePracticeSchema>

/** What an address asks of the list; what it does not understand counts as not asked. */
export const practiceFilterSchema = z.object({
  words: z.string().trim().max(200).catch(''),
  year: z.coerce.number().int().min(1990).max(2100).nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type PracticeFilter = z.output<typeof practiceFilterSchema>
