import { z } from 'zod'
import {
  daySchema,
  idSchema,
  optionalDaySchema,
  optionalIdSchema,
  optionalText,
  requiredText,
  versionSchema,
} from '@/lib/platform/fields'
import { optionalCountSchema, versionOrNewSchema } from '../schema'
import { ACTIVITY_STATES, FUNDING_KINDS } from './types'

export const activitySchema = z.object({
  clusterYearId: idSchema,
  activityId: optionalIdSchema,
  version: versionOrNewSchema,
  title: requiredText(300, 'Hãy ghi tên hoạt động.'),
  description: optionalText(10_000),
  place: optionalText(300),
  unitId: optionalIdSchema,
  valueRaw: optionalText(100),
  quantity: optionalCountSchema,
  heldOn: optionalDaySchema,
})
export type ActivityInput = z.output<typeof activitySchema>

export const activityStateSchema = z.object({
  activityId: idSchema,
  version: versionSchema,
  state: z.enum(ACTIVITY_STATES, 'Hãy chọn trạng thái.'),
  handedOverOn: optionalDaySchema,
})
export type ActivityStateInput = z.output<typeof activityStateSchema>

export const fundingSchema = z.object({
  activityId: idSchema,
  version: versionSchema,
  giver: requiredText(200, 'Hãy ghi nguồn hỗ trợ.'),
  kind: z.enum(FUNDING_KINDS, 'Hãy chọn hình thức.'),
  raw: optionalText(100),
  note: optionalText(500),
})
export type FundingInput = z.output<typeof fundingSchema>

export const removeFundingSchema = z.object({ fundingId: idSchema })

export const beneficiarySchema = z
  .object({
    activityId: idSchema,
    version: versionSchema,
    name: requiredText(200, 'Hãy ghi tên.'),
    shownAs: requiredText(200, 'Hãy ghi cách gọi khi chưa có sự đồng ý, ví dụ “một hội viên nghèo”.'),
    address: optionalText(300),
    consent: optionalText(500),
    consentedOn: optionalDaySchema,
  })
  .refine(({ name, shownAs }) => !shownAs.toLowerCase().includes(name.toLowerCase()), {
    path: ['shownAs'],
    error: 'Cách gọi này chứa tên thật. Hãy ghi khác, ví dụ “một hội viên nghèo”.',
  })
export type BeneficiaryInput = z.output<typeof beneficiarySchema>

export const consentSchema = z.object({
  beneficiaryId: idSchema,
  consent: requiredText(500, 'Hãy ghi sự đồng ý được cho bằng cách nào.'),
  consentedOn: daySchema,
})
export type ConsentInput = z.output<typeof consentSchema>

export const beneficiaryActSchema = z.object({ beneficiaryId: idSchema })

export const removeActivitySchema = z.object({ activityId: idSchema, version: versionSchema })
