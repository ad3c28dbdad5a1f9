import { z } from 'zod'
import { idSchema, optionalIdSchema, optionalText, requiredText } from '@/lib/platform/fields'
import { optionalCountSchema, versionOrNewSchema, yearSchema } from '../schema'
import { CAMPAIGN_KINDS, WORK_LEVELS } from './types'

const optionalYear = z.union([z.literal('').transform(() => null), yearSchema]).default(null)

export const campaignSchema = z
  .object({
    campaignId: optionalIdSchema,
    version: versionOrNewSchema,
    name: requiredText(200, 'Hãy ghi tên phong trào.'),
    kind: z.enum(CAMPAIGN_KINDS, 'Hãy chọn loại.'),
    description: optionalText(5000),
    firstYear: optionalYear,
    lastYear: optionalYear,
  })
  .refine(({ firstYear, lastYear }) => !firstYear || !lastYear || firstYear <= lastYear, {
    path: ['lastYear'],
    error: 'Năm cuối phải từ năm đầu trở đi.',
  })
export type CampaignInput = z.output<typeof campaignSchema>

export const workSchema = z
  .object({
    campaignId: idSchema,
    unitId: idSchema,
    year: yearSchema,
    level: z.enum(WORK_LEVELS, 'Hãy chọn cấp.'),
    version: versionOrNewSchema,
    registered: optionalCountSchema,
    done: optionalCountSchema,
    note: optionalText(2000),
  })
  .refine(({ registered, done }) => registered !== null || done !== null, {
    path: ['registered'],
    error: 'Hãy ghi số đã đăng ký hoặc số đã hoàn thành.',
  })
export type WorkInput = z.output<typeof workSchema>
