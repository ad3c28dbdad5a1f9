import { z } from 'zod'
import { yearNumberSchema } from '@/lib/periods/schema'
import { idSchema, versionSchema } from '@/lib/platform/fields'
import { FIGURE_KINDS } from '@/lib/platform/numbers/types'
import { AGGREGATIONS, DIRECTIONS, FIGURE_NATURES, INDICATOR_SCOPES } from '../types'

const line = (max: number) => z.string().trim().max(max, `Dài quá ${max} chữ.`)
const required = (what: string, max: number) => line(max).min(1, `Hãy nhập ${what}.`)
const ticked = z
  .enum(['on', ''])
  .default('')
  .transform((value) => value === 'on')

/** Labels, one a line. */
const labelsSchema = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split('\n')
      .map((label) => label.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().max(120, 'Mỗi dòng dài tối đa 120 chữ.')).max(12, 'Nhiều nhất 12 dòng.'))

/** Where the change stands: a frozen set takes a change only with a reason. */
const inSet = {
  setId: idSchema,
  version: versionSchema,
  reason: line(500).default(''),
}

export const cloneYearSchema = z.object({
  sourceYearId: z.uuid('Hãy chọn năm để lấy mẫu.'),
  year: yearNumberSchema,
  theme: line(500).default(''),
})

export const newSetSchema = z
  .object({
    yearId: idSchema,
    scope: z.enum(INDICATOR_SCOPES, { error: 'Hãy chọn phạm vi.' }),
    ownerId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
    name: required('tên bộ chỉ tiêu', 200),
  })
  .refine((set) => set.scope === 'NATIONAL' || set.ownerId !== null, {
    path: ['ownerId'],
    error: 'Hãy chọn cụm hoặc đơn vị có bộ chỉ tiêu này.',
  })

export const groupSchema = z.object({
  ...inSet,
  groupId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
  name: required('tên nhóm', 200),
})

export const indicatorSchema = z
  .object({
    ...inSet,
    indicatorId: z.union([z.literal('').transform(() => null), z.uuid()]).default(null),
    groupId: z.uuid('Hãy chọn nhóm.'),
    name: required('tên chỉ tiêu', 300),
    shortName: required('tên ngắn', 80),
    kind: z.enum(FIGURE_KINDS, { error: 'Hãy chọn loại số liệu.' }),
    measureUnit: required('đơn vị tính', 40),
    displayUnit: line(40).default(''),
    decimals: z.coerce
      .number({ error: 'Hãy nhập từ 0 đến 4.' })
      .int()
      .min(0)
      .max(4, 'Nhiều nhất 4 chữ số.')
      .default(0),
    direction: z.enum(DIRECTIONS),
    aggregation: z.enum(AGGREGATIONS),
    nature: z.enum(FIGURE_NATURES),
    cumulative: ticked,
    numeratorMayPass: ticked,
    evidenceRequired: ticked,
    parts: labelsSchema,
    breakdown: labelsSchema,
    definition: line(2000).default(''),
    definitionSource: line(300).default(''),
  })
  .refine((indicator) => indicator.kind !== 'COMPOSITE' || indicator.parts.length >= 2, {
    path: ['parts'],
    error: 'Chỉ tiêu ghép cần ít nhất hai phần, mỗi phần một dòng.',
  })
  .refine((indicator) => indicator.aggregation !== 'RATIO_OF_SUMS' || indicator.kind === 'RATIO', {
    path: ['aggregation'],
    error: 'Chỉ số liệu dạng tỷ số mới cộng theo tử số và mẫu số.',
  })
  .refine(
    (indicator) =>
      indicator.aggregation !== 'SUM' || !['TEXT', 'YES_NO', 'PERCENTAGE', 'RATIO'].includes(indicator.kind),
    { path: ['aggregation'], error: 'Loại số liệu này không cộng được. Hãy chọn cách tổng hợp khác.' },
  )

export const indicatorMoveSchema = z.object({
  ...inSet,
  indicatorId: idSchema,
  move: z.enum(['UP', 'DOWN', 'RETIRE', 'RESTORE']),
})

/** What holds for one unit on the indicators of a set: fields `assigned.<indicatorId>` and so on, read by the action. */
export const unitIndicatorsSchema = z.object({
  setId: idSchema,
  unitId: z.uuid('Hãy chọn đơn vị.'),
  rows: z
    .array(
      z.object({
        indicatorId: z.uuid(),
        notAssigned: z.boolean(),
        assignedTarget: line(120),
        provincialTarget: line(120),
      }),
    )
    .max(200),
})

export type CloneYearInput = z.output<typeof cloneYearSchema>
export type NewSetInput = z.output<typeof newSetSchema>
export type GroupInput = z.output<typeof groupSchema>
export type IndicatorInput = z.output<typeof indicatorSchema>
export type IndicatorMoveInput = z.output<typeof indicatorMoveSchema>
export type UnitIndicatorsInput = z.output<typeof unitIndicatorsSchema>
