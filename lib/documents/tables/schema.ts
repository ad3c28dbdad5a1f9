import { z } from 'zod'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import { PERIOD_KINDS } from '@/lib/periods/types'
import { EXPORT_FORMATS, EXPORTS } from './types'

const WRONG = 'Không có bảng này để tải.'

/** What an address asks to be given out; what a table does not need is not looked at. */
export const exportSchema = z.object({
  table: z.enum(EXPORTS, { error: WRONG }),
  format: z.enum(EXPORT_FORMATS, { error: WRONG }).catch('xlsx'),
  slug: z.string({ error: WRONG }).max(100, { error: WRONG }).catch(''),
  year: z.coerce
    .number({ error: WRONG })
    .int({ error: WRONG })
    .min(1000, { error: WRONG })
    .max(9999, { error: WRONG })
    .nullable()
    .catch(null),
  period: z
    .string({ error: WRONG })
    .transform((slug) => PERIOD_KINDS.find((kind) => PERIOD_SLUGS[kind] === slug) ?? null)
    .catch(null),
  /** Filters of the page it stands on, read by that page's own schema. */
  filter: z.record(z.string(), z.string({ error: WRONG }).max(300, { error: WRONG })).catch({}),
})
export type ExportInput = z.output<typeof exportSchema>
