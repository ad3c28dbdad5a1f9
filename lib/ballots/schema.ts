import { z } from 'zod'
import { daySchema, idSchema, versionSchema } from '@/lib/platform/fields'
import { MAX_CANDIDATES, PAPER_BYTES, SIGNATURE_BYTES } from './paper/rules'
import {
  BALLOT_PURPOSES,
  LAST_TIE_RULES,
  LIVE_METHODS,
  ROLL_KINDS,
  THRESHOLD_BASES,
  TIE_RULES,
} from './types'

const idList = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((value) => (Array.isArray(value) ? value : value.split(',')).filter((id) => id !== ''))
  .pipe(z.array(idSchema).max(200))
const number = (what: string, min: number, max: number) =>
  z.coerce
    .number({ error: `Hãy ghi ${what} bằng số.` })
    .int({ error: `${what} phải là số nguyên.` })
    .min(min, { error: `${what} ít nhất là ${min}.` })
    .max(max, { error: `${what} nhiều nhất là ${max}.` })
const ticked = z
  .union([z.boolean(), z.string()])
  .default(false)
  .transform((value) => value === true || value === 'on')
const words = (message: string) =>
  z.string().trim().min(1, { error: message }).max(2000, { error: 'Dài quá 2.000 ký tự.' })

export const rulesSchema = z
  .object({
    roll: z.enum(ROLL_KINDS),
    substitutes: ticked,
    writtenOpinions: ticked,
    quorumNumerator: number('Tỷ lệ có mặt', 1, 100),
    quorumDenominator: number('Mẫu số của tỷ lệ có mặt', 1, 100),
    thresholdPercent: z.union([z.literal('').transform(() => null), number('Tỷ lệ', 1, 100)]).default(null),
    thresholdOf: z.enum(THRESHOLD_BASES).default('MEMBERS'),
    thresholdExceeds: ticked,
    rounds: number('Số vòng', 1, 5),
    tie: z.enum(TIE_RULES),
    lastTie: z.enum(LAST_TIE_RULES),
    preference: ticked,
    rulesSource: words('Hãy ghi thể lệ này lấy từ đâu (quy chế, điều, khoản).'),
  })
  .refine((rules) => rules.quorumNumerator <= rules.quorumDenominator, {
    path: ['quorumNumerator'],
    error: 'Tỷ lệ có mặt không thể quá toàn bộ.',
  })
  .transform((input) => ({
    roll: input.roll,
    substitutes: input.substitutes,
    writtenOpinions: input.writtenOpinions,
    quorum: { numerator: input.quorumNumerator, denominator: input.quorumDenominator },
    threshold:
      input.thresholdPercent === null
        ? null
        : { percent: input.thresholdPercent, of: input.thresholdOf, exceeds: input.thresholdExceeds },
    rounds: input.rounds,
    tie: input.tie,
    lastTie: input.lastTie,
    preference: input.preference,
    source: input.rulesSource,
  }))

const ballotFields = z.object({
  purpose: z.enum(BALLOT_PURPOSES),
  title: words('Hãy ghi nội dung bỏ phiếu.'),
  method: z.enum(LIVE_METHODS),
  choose: number('Số được chọn', 1, MAX_CANDIDATES),
  quota: number('Số lấy', 1, MAX_CANDIDATES),
  unitIds: idList,
  /** Candidates that are no units, one a line. */
  others: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().max(200)).max(MAX_CANDIDATES)),
  preferredUnitIds: idList,
})

export const newBallotSchema = ballotFields.extend({
  meetingId: idSchema,
  agendaItemId: z.union([z.literal('').transform(() => null), idSchema]).default(null),
})
export type NewBallotInput = z.output<typeof newBallotSchema>

export const ballotSchema = ballotFields.extend({ ballotId: idSchema, version: versionSchema })
export type BallotInput = z.output<typeof ballotSchema>

export const ballotRulesSchema = z
  .object({ ballotId: idSchema, version: versionSchema })
  .and(rulesSchema)
  .transform(({ ballotId, version, ...rules }) => ({ ballotId, version, rules }))

export const regulationSchema = z
  .object({ clusterYearId: idSchema, validFrom: daySchema })
  .and(rulesSchema)
  .transform(({ clusterYearId, validFrom, ...rules }) => ({ clusterYearId, validFrom, rules }))

export const actSchema = z.object({ ballotId: idSchema, version: versionSchema })
export type ActInput = z.output<typeof actSchema>

export const reasonSchema = actSchema.extend({
  reason: words('Hãy ghi lý do.'),
  voterId: z.union([z.literal('').transform(() => null), idSchema]).default(null),
})

export const handsSchema = z.object({
  inFavour: number('Số tán thành', 0, 1000),
  against: number('Số không tán thành', 0, 1000),
  abstained: number('Số không biểu quyết', 0, 1000),
})

export const electronicVoteSchema = actSchema.and(handsSchema)
export const committeeSchema = actSchema
  .extend({ headId: idSchema, memberIds: idList })
  .and(handsSchema)
  .refine(({ headId, memberIds }) => memberIds.filter((id) => id !== headId).length >= 2, {
    path: ['memberIds'],
    error: 'Ban kiểm phiếu có trưởng ban và ít nhất hai thành viên khác.',
  })

export const choiceSchema = actSchema.extend({ candidateIds: idList })
export const tieSchema = choiceSchema.extend({ note: words('Hãy ghi lý do quyết định.') })
export const handOutSchema = actSchema.extend({ voterIds: idList })
export const voterSchema = actSchema.extend({ voterId: idSchema, note: words('Hãy ghi điều đã xảy ra.') })
export const opinionSchema = actSchema.extend({
  /** A member unit or a named delegate, as the roll says. */
  memberId: idSchema,
  candidateIds: idList,
  paper: words('Hãy ghi văn bản: số, ngày, người ký.'),
})

const count = (what: string) => number(what, 0, 10_000)
export const countSchema = z
  .looseObject({
    ballotId: idSchema,
    version: versionSchema,
    issued: count('Số phiếu phát ra'),
    returned: count('Số phiếu thu về'),
    unreturned: count('Số phiếu không thu về'),
    valid: count('Số phiếu hợp lệ'),
    invalid: count('Số phiếu không hợp lệ'),
    blank: count('Số phiếu trắng'),
  })
  .transform((input, context) => {
    const votes: Record<string, number> = {}
    for (const [name, value] of Object.entries(input)) {
      const id = /^votes\.(.+)$/.exec(name)?.[1]
      if (id === undefined) continue
      const parsed = count('Số phiếu').safeParse(value === '' ? Number.NaN : value)
      if (parsed.success) votes[id] = parsed.data
      else context.addIssue({ code: 'custom', path: [name], message: 'Hãy ghi số phiếu bằng số.' })
    }
    const { ballotId, version, issued, returned, unreturned, valid, invalid, blank } = input
    return { ballotId, version, issued, returned, unreturned, valid, invalid, blank, votes }
  })
export type CountInput = z.output<typeof countSchema>

export const countActSchema = actSchema.extend({ countId: idSchema })

const bytes = (size: number) =>
  z
    .string()
    .length(Math.ceil(size / 3) * 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .transform((text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)))
    .refine((decoded) => decoded.length === size)

/** What a voter's browser asks to be signed. */
export const blindedSchema = z.object({ keyNumber: z.number().int().min(1), blinded: bytes(SIGNATURE_BYTES) })
export type BlindedInput = z.output<typeof blindedSchema>
/** A paper as it travels: one size, whatever is chosen. */
export const paperSchema = z.object({ paper: bytes(PAPER_BYTES) })
