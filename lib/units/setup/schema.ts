import { z } from 'zod'
import { daySchema, idSchema, versionSchema } from '@/lib/platform/fields'
import { UNIT_KINDS } from '../types'

const unitRef = { unitId: idSchema, version: versionSchema }

export const aliasSchema = z.object({
  ...unitRef,
  alias: z.string().trim().min(2, 'Hãy nhập tên gọi khác.').max(100, 'Tên dài quá 100 chữ.'),
})

export const removeAliasSchema = z.object({ ...unitRef, aliasId: idSchema })

export const designationSchema = z.object({
  ...unitRef,
  name: z.string().trim().min(2, 'Hãy nhập tên đơn vị.').max(100, 'Tên dài quá 100 chữ.'),
  kind: z.enum(UNIT_KINDS, { error: 'Hãy chọn tỉnh hay thành phố.' }),
  code: z
    .string()
    .trim()
    .regex(/^\d{2}$/, 'Mã tỉnh gồm hai chữ số.'),
  validFrom: daySchema,
  source: z.string().trim().min(5, 'Hãy ghi văn bản làm căn cứ.').max(300, 'Căn cứ dài quá 300 chữ.'),
})

export type AliasInput = z.output<typeof aliasSchema>
export type RemoveAliasInput = z.output<typeof removeAliasSchema>
export type DesignationInput = z.output<typeof designationSchema>
