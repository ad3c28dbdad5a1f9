import { z } from 'zod'
import { daySchema, idSchema, requiredText, versionSchema } from '@/lib/platform/fields'
import { UNIT_KINDS } from '@/lib/units/types'
import { CHANGE_KINDS, REPORT_HANDLINGS } from './types'

/** Repeated fields of a form arrive joined by commas. */
const split = (text: string) => text.split(',').map((part) => part.trim())

const ids = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => [...new Set(split(text).filter(Boolean))])
    .pipe(z.array(idSchema).max(most, { error: `Chọn tối đa ${most} dòng.` }))

const texts = z.string().default('').transform(split)

export const changeSchema = z
  .object({
    kind: z.enum(CHANGE_KINDS, 'Hãy chọn sáp nhập hay chia tách.'),
    effectiveOn: daySchema,
    decision: requiredText(300, 'Hãy ghi số, ngày của nghị quyết, quyết định.'),
    predecessorIds: ids(10),
    /** One of each per new unit, in order. */
    names: texts,
    kinds: texts,
    codes: texts,
    reports: z.enum(REPORT_HANDLINGS, 'Hãy chọn cách xử lý báo cáo đang mở.').default('KEEP'),
    /** Cluster-years the new units join, one a year; the one with most old members where none is chosen. */
    clusterYearIds: ids(20),
    /** "account:position of the new unit", for a split. */
    assign: texts,
  })
  .transform(({ names, kinds, codes, assign, ...input }) => ({
    ...input,
    successors: names
      .map((name, index) => ({ name, kind: kinds[index] ?? '', code: codes[index] ?? '' }))
      .filter(({ name }) => name !== ''),
    assign: Object.fromEntries(
      assign.flatMap((pair): [string, number][] => {
        const [account, position] = pair.split(':')
        return account && /^\d$/.test(position ?? '') ? [[account, Number(position)]] : []
      }),
    ),
  }))
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    const { kind, predecessorIds: old, successors } = input
    if (kind === 'MERGER' && old.length < 2) wrong('predecessorIds', 'Sáp nhập cần ít nhất hai đơn vị cũ.')
    if (kind === 'SPLIT' && old.length !== 1) wrong('predecessorIds', 'Chia tách từ đúng một đơn vị cũ.')
    if (kind === 'MERGER' && successors.length !== 1) wrong('names', 'Hãy ghi tên một đơn vị mới.')
    if (kind === 'SPLIT' && (successors.length < 2 || successors.length > 4))
      wrong('names', 'Chia tách thành hai đến bốn đơn vị mới.')
    for (const unit of successors) {
      if (unit.name.length < 2 || unit.name.length > 100 || !/\p{L}/u.test(unit.name))
        wrong('names', 'Tên đơn vị dài từ 2 đến 100 chữ.')
      if (!UNIT_KINDS.some((kind) => kind === unit.kind)) wrong('kinds', 'Hãy chọn tỉnh hay thành phố.')
      if (!/^\d{2}$/.test(unit.code)) wrong('codes', 'Mã tỉnh gồm hai chữ số.')
    }
    if (new Set(successors.map(({ name }) => name.toLowerCase())).size < successors.length)
      wrong('names', 'Các đơn vị mới phải có tên khác nhau.')
    if (new Set(successors.map(({ code }) => code)).size < successors.length)
      wrong('codes', 'Các đơn vị mới phải có mã khác nhau.')
    if (kind === 'SPLIT' && input.reports === 'CARRY')
      wrong('reports', 'Không chia được số liệu của một đơn vị: báo cáo đang mở do đơn vị cũ làm nốt.')
  })
/** What the button of the preview sends: the change, and that it is meant. */
export const carryOutSchema = changeSchema.and(
  z.object({
    confirmed: z.literal('on', { error: 'Hãy xác nhận đã đối chiếu với nghị quyết, quyết định.' }),
  }),
)

export type ChangeInput = z.output<typeof changeSchema>

export const revertSchema = z.object({
  changeId: idSchema,
  version: versionSchema,
  reason: requiredText(500, 'Hãy ghi lý do hoàn lại.'),
})
export type RevertInput = z.output<typeof revertSchema>
