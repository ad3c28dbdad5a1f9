import { z } from 'zod'
import { firstOf } from '@/lib/platform/fields'

const word = z.preprocess(firstOf, z.string().trim().max(100).catch(''))
const day = z.preprocess(firstOf, z.iso.date().optional().catch(undefined))

/** Filters of the audit trail, from the address; what is wrong there is left out. */
export const auditFilterSchema = z.object({
  person: word,
  entity: word,
  action: word,
  unit: z.preprocess(firstOf, z.uuid().optional().catch(undefined)),
  from: day,
  to: day,
  /** The number of the entry before which to go on. */
  before: z.preprocess(
    firstOf,
    z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .catch(undefined),
  ),
})
export type AuditFilter = z.output<typeof auditFilterSchema>
