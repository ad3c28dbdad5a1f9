import { z } from 'zod'
import { PERIOD_SLUGS } from '@/lib/periods/labels'
import { RESULT_PERIOD_KINDS } from '@/lib/periods/types'
import { idSchema } from '@/lib/platform/fields'
import { BOUNDARY_SLUGS } from '../territory/labels'
import { BOUNDARY_MODES } from '../territory/types'
import { BASE_SLUGS, COMPARED_SLUGS, VIEW_SLUGS } from './labels'
import { BASES, COMPARED, COMPARISON_VIEWS, type ComparisonAsk } from './types'

const slug = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+$/)
const year = z.coerce.number().int().min(1990).max(2100).nullable().catch(null)

/** One of a list by the word that stands for it in an address. */
const word = <T extends string>(all: readonly T[], words: Record<T, string>, otherwise: T) =>
  z
    .unknown()
    .optional()
    .transform((text) => all.find((one) => words[one] === text) ?? otherwise)

/** What an address asks of the comparison; what it does not understand counts as not asked. */
export const comparisonSchema = z.object({
  'chi-tieu': slug.nullable().catch(null),
  ky: z
    .string()
    .transform((text) => RESULT_PERIOD_KINDS.find((kind) => PERIOD_SLUGS[kind] === text) ?? null)
    .catch(null),
  theo: word(COMPARED, COMPARED_SLUGS, 'UNITS'),
  'dia-gioi': word(BOUNDARY_MODES, BOUNDARY_SLUGS, 'THEN'),
  'tinh-theo': word(BASES, BASE_SLUGS, 'TOTAL'),
  xem: word(COMPARISON_VIEWS, VIEW_SLUGS, 'BARS'),
  tu: year,
  den: year,
  cum: slug.nullable().catch(null),
  chon: z
    .string()
    .max(2000)
    .transform((text) =>
      text
        .split(',')
        .filter((one) => slug.safeParse(one).success)
        .slice(0, 12),
    )
    .catch([]),
})

type Search = Record<string, string | string[] | undefined>

/** The question of an address. */
export function readComparison(search: Search): ComparisonAsk {
  const single = Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  )
  const read = comparisonSchema.parse(single)
  const [from, to] =
    read.tu !== null && read.den !== null && read.tu > read.den ? [read.den, read.tu] : [read.tu, read.den]
  return {
    code: read['chi-tieu'],
    period: read.ky,
    compared: read.theo,
    boundary: read['dia-gioi'],
    base: read['tinh-theo'],
    view: read.xem,
    from,
    to,
    cluster: read.cum,
    picked: read.chon,
  }
}

/** The search part of a question's address: only what differs from the plain page, in a fixed order. */
export function comparisonQuery(ask: ComparisonAsk): string {
  const query = new URLSearchParams()
  if (ask.view !== 'BARS') query.set('xem', VIEW_SLUGS[ask.view])
  if (ask.code) query.set('chi-tieu', ask.code)
  if (ask.compared !== 'UNITS') query.set('theo', COMPARED_SLUGS[ask.compared])
  if (ask.cluster) query.set('cum', ask.cluster)
  if (ask.boundary !== 'THEN') query.set('dia-gioi', BOUNDARY_SLUGS[ask.boundary])
  if (ask.base !== 'TOTAL') query.set('tinh-theo', BASE_SLUGS[ask.base])
  if (ask.from !== null) query.set('tu', String(ask.from))
  if (ask.to !== null) query.set('den', String(ask.to))
  if (ask.period) query.set('ky', PERIOD_SLUGS[ask.period])
  if (ask.picked.length > 0) query.set('chon', ask.picked.join(','))
  return query.toString()
}

export const saveComparisonSchema = z.object({
  name: z.string().trim().min(1, 'Hãy đặt tên cho cách xem này.').max(120, 'Tên dài quá 120 chữ.'),
  query: z.string().max(3000).default(''),
})
export type SaveComparisonInput = z.output<typeof saveComparisonSchema>

export const removeComparisonSchema = z.object({ savedId: idSchema })
export type RemoveComparisonInput = z.output<typeof removeComparisonSchema>
