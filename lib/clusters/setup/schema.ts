import { z } from 'zod'
import { daySchema, idSchema, optionalDaySchema, versionSchema } from '@/lib/platform/fields'

const nameSchema = z
  .string({ error: 'Hãy nhập tên.' })
  .trim()
  .min(3, 'Tên phải có ít nhất 3 chữ.')
  .max(200, 'Tên dài quá 200 chữ.')

/** Names separated by new lines. */
const aliasesSchema = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean))
  .refine((aliases) => aliases.every((alias) => alias.length <= 200), 'Mỗi tên khác dài tối đa 200 chữ.')

/** Ids of ticked boxes, as a form posts them: joined by commas. */
const idsSchema = z
  .string()
  .default('')
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .pipe(z.array(idSchema).max(80))

export const clusterSchema = z.object({
  clusterId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  version: versionSchema.optional(),
  name: nameSchema,
  slug: z
    .string()
    .trim()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Đường dẫn chỉ gồm chữ thường không dấu, số và gạch nối.')
    .max(80, 'Đường dẫn dài quá 80 chữ.'),
  aliases: aliasesSchema,
  note: z.string().trim().max(1000, 'Ghi chú dài quá 1.000 chữ.').default(''),
})

export const nextSetSchema = z.object({
  setId: idSchema,
  version: versionSchema,
  name: nameSchema,
  validFrom: daySchema,
  note: z.string().trim().max(1000, 'Ghi chú dài quá 1.000 chữ.').default(''),
})

export const newClusterYearSchema = z.object({
  yearId: idSchema,
  clusterId: z.uuid('Hãy chọn cụm.'),
  setId: z.uuid('Hãy chọn bộ phân cụm.'),
  title: nameSchema,
})

export const clusterYearSchema = z.object({
  clusterYearId: idSchema,
  version: versionSchema,
  title: nameSchema,
  motto: z.string().trim().max(500, 'Phương châm dài quá 500 chữ.').default(''),
  unitIds: idsSchema.refine((ids) => ids.length >= 2, 'Một cụm có ít nhất hai đơn vị.'),
})

export const headshipSchema = z.object({
  clusterYearId: idSchema,
  role: z.enum(['HEAD', 'DEPUTY'], { error: 'Hãy chọn cụm trưởng hay cụm phó.' }),
  unitId: z.uuid('Hãy chọn đơn vị.'),
  startsOn: optionalDaySchema,
  note: z.string().trim().max(500, 'Ghi chú dài quá 500 chữ.').default(''),
})

export const centralPeopleSchema = z.object({
  clusterYearId: idSchema,
  role: z.enum(['CENTRAL_STAFF', 'CENTRAL_REVIEWER']),
  accountIds: idsSchema,
})

export type ClusterInput = z.output<typeof clusterSchema>
export type NextSetInput = z.output<typeof nextSetSchema>
export type NewClusterYearInput = z.output<typeof newClusterYearSchema>
export type ClusterYearInput = z.output<typeof clusterYearSchema>
export type HeadshipInput = z.output<typeof headshipSchema>
export type CentralPeopleInput = z.output<typeof centralPeopleSchema>
