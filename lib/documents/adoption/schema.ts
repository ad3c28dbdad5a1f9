import { z } from 'zod'
import { DIGIT_STYLES, UNIT_DIRECTIONS } from './types'

const WRONG = 'Lựa chọn này không đúng. Hãy tải lại trang.'
const id = z.uuid({ error: WRONG })
const version = z.coerce
  .number({ error: WRONG })
  .int({ error: WRONG })
  .min(1, { error: WRONG })
  .max(2_147_483_647, { error: WRONG })
/** What the page was made from: another tab may have put in another file since. */
const open = { adoptionId: id, version, fileId: id }
const line = (name: string) =>
  z.coerce
    .number({ error: `Hãy ghi ${name} bằng số.` })
    .int({ error: `Hãy ghi ${name} bằng số.` })
    .min(1, { error: `${name} tính từ 1.` })
    .max(10_000, { error: `${name} quá lớn.` })

export const startAdoptionSchema = z.object({
  title: z
    .string({ error: 'Hãy ghi tên tệp hoặc tài liệu.' })
    .trim()
    .min(3, { error: 'Hãy ghi tên tệp hoặc tài liệu.' })
    .max(300, { error: 'Tên dài quá 300 chữ.' }),
  note: z
    .string({ error: 'Ghi chú này chưa đúng.' })
    .trim()
    .max(1000, { error: 'Ghi chú dài quá 1.000 chữ.' })
    .optional()
    .transform((text) => text || null),
  place: z
    .string({ error: 'Hãy chọn số liệu này của ai, năm nào.' })
    .regex(/^[cu]:[0-9a-f-]{36}:[0-9a-f-]{36}$/, { error: 'Hãy chọn số liệu này của ai, năm nào.' }),
})
export type StartAdoptionInput = z.output<typeof startAdoptionSchema>

export const adoptionLayoutSchema = z
  .object({
    ...open,
    sheet: z.string({ error: WRONG }).max(100, { error: WRONG }),
    unitsIn: z.enum(UNIT_DIRECTIONS, { error: WRONG }),
    unitPlace: line('Vị trí tên đơn vị'),
    headFrom: line('Vị trí tiêu đề đầu'),
    headTo: line('Vị trí tiêu đề cuối'),
    digits: z.enum(DIGIT_STYLES, { error: WRONG }),
  })
  .refine(({ headFrom, headTo }) => headFrom <= headTo && headTo - headFrom < 12, {
    path: ['headTo'],
    error: 'Tiêu đề cuối phải từ tiêu đề đầu trở đi, nhiều nhất 12 dòng.',
  })
export type AdoptionLayoutInput = z.output<typeof adoptionLayoutSchema>

/** Fields "u.<line>", "i.<place>" and "m.<place>" of the form, as names and values. */
const matches = (name: string) =>
  z
    .record(z.string().regex(/^\d{1,5}$/, { error: WRONG }), z.string().max(80, { error: WRONG }), {
      error: WRONG,
    })
    .refine((record) => Object.keys(record).length <= 600, { error: `Quá nhiều ${name}.` })

export const adoptionMatchSchema = z.object({
  ...open,
  units: matches('đơn vị'),
  indicators: matches('chỉ tiêu'),
  money: matches('chỉ tiêu'),
})
export type AdoptionMatchInput = z.output<typeof adoptionMatchSchema>

export const adoptSchema = z.object(open)
export type AdoptInput = z.output<typeof adoptSchema>
