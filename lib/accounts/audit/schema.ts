import { z } from 'zod'

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value)
const word = z.preprocess(one, z.string().trim().max(100).catch(''))
const day = z.preprocess(one, z.iso.date().optional().catch(undefined))

/** Filters of the audit trail, from the address; what is wrong there is left out. */
export const auditFilterSchema = z.object({
  person: word,
  entity: word,
  action: word,
  unit: z.preprocess(one, z.uuid().optional().catch(undefined)),
  from: day,
  to: day,
  /** The number of the entry before which to go on. */
  before: z.preprocess(
    one,
    z
      .string()
      .regex(/^\d{1,18}$/)
      .optional()
      .catch(undefined),
  ),
})
export type AuditFilter = z.output<typeof auditFilterSchema>
