import { z } from 'zod'
import { QUALITY_SLUGS } from './labels'
import { QUALITY_KINDS, type QualityKind } from './types'

const UNKNOWN = 'Hãy chọn trong danh sách.'
const idSchema = z.uuid({ error: UNKNOWN })
const words = (missing: string, max: number) =>
  z
    .string({ error: missing })
    .transform((text) => text.replaceAll('\0', '').trim())
    .pipe(
      z
        .string()
        .min(1, { error: missing })
        .max(max, { error: `Tối đa ${max} ký tự.` }),
    )

export const recordStatedSchema = z.object({
  clusterFigureId: idSchema,
  sourceId: idSchema,
  raw: words('Hãy ghi số liệu như nguồn viết.', 300),
  note: z
    .string()
    .max(500, { error: 'Tối đa 500 ký tự.' })
    .default('')
    .transform((text) => text.replaceAll('\0', '').trim() || null),
})
export type RecordStatedInput = z.output<typeof recordStatedSchema>

export const chooseStatedSchema = z.object({
  clusterFigureId: idSchema,
  statedId: idSchema,
  /** The choice that stood when the form was made; '' where none did. */
  seen: z.string().max(40).default(''),
  reason: words('Hãy ghi lý do chọn số này.', 1000),
})
export type ChooseStatedInput = z.output<typeof chooseStatedSchema>

export type QualityFilter = { year: number | null; cluster: string | null; kind: QualityKind | null }

/** What an address asks to see; what it does not understand counts as not asked. */
export function readQualityFilter(params: Record<string, string | string[] | undefined>): QualityFilter {
  const one = (name: string) => {
    const value = params[name]
    return Array.isArray(value) ? value[0] : value
  }
  const year = one('nam') ?? ''
  return {
    year: /^[12]\d{3}$/.test(year) ? Number(year) : null,
    cluster: one('cum') || null,
    kind: QUALITY_KINDS.find((kind) => QUALITY_SLUGS[kind] === one('loai')) ?? null,
  }
}
