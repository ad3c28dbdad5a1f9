import { z } from 'zod'
import {
  idSchema,
  optionalDaySchema,
  optionalIdSchema,
  optionalText,
  requiredText,
} from '@/lib/platform/fields'
import { versionOrNewSchema } from '../schema'
import { CLUSTER_PAPER_KINDS } from './types'

export const clusterPaperSchema = z.object({
  clusterYearId: idSchema,
  paperId: optionalIdSchema,
  version: versionOrNewSchema,
  kind: z.enum(CLUSTER_PAPER_KINDS, 'Hãy chọn loại văn bản.'),
  title: requiredText(300, 'Hãy ghi tên văn bản.'),
  number: optionalText(100),
  issuedOn: optionalDaySchema,
  text: optionalText(60_000),
})
export type ClusterPaperInput = z.output<typeof clusterPaperSchema>
