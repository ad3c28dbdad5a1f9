import { z } from 'zod'
import { STALE_PAGE, daySchema, idSchema, optionalDaySchema, versionSchema } from '@/lib/platform/fields'
import { BLOCK_REASONS, DOSSIER_ITEMS, RECIPIENT_KINDS } from './types'

const optionalId = z
  .union([z.literal('').transform(() => null), z.uuid('Hãy chọn trong danh sách.')])
  .default(null)
const text = (max: number) => z.string().trim().max(max, `Tối đa ${max} ký tự.`)
const optionalText = (max: number) =>
  text(max)
    .default('')
    .transform((value) => value || null)
const required = (max: number, missing: string) => text(max).min(1, missing)
const yearSchema = z.coerce
  .number({ error: 'Hãy nhập năm bốn chữ số.' })
  .int('Hãy nhập năm bốn chữ số.')
  .min(1990, 'Năm này quá xa.')
  .max(2100, 'Năm này quá xa.')

export const quotaSchema = z.object({
  clusterYearId: idSchema,
  awardTypeId: z.uuid('Hãy chọn loại khen thưởng.'),
  /** Empty takes the limit away. */
  quota: z.union([
    z.literal('').transform(() => null),
    z.coerce
      .number({ error: 'Số lượng là một số nguyên, ví dụ 2.' })
      .int('Số lượng là một số nguyên, ví dụ 2.')
      .min(0, 'Số lượng không thể âm.')
      .max(100, 'Số lượng tối đa là 100.'),
  ]),
  note: optionalText(500),
})

export const baseSalarySchema = z.object({
  validFrom: daySchema,
  amount: z
    .string()
    .transform((typed) => Number(typed.replace(/[.\s]|đồng/g, '') || Number.NaN))
    .refine((amount) => Number.isInteger(amount) && amount >= 100_000 && amount <= 100_000_000, {
      error: 'Hãy nhập số đồng, ví dụ 2.340.000.',
    }),
  legalBasis: required(200, 'Hãy ghi văn bản quy định.'),
})

export const nominationSchema = z
  .object({
    awardTypeId: z.uuid('Hãy chọn loại khen thưởng.'),
    clusterYearId: optionalId,
    year: yearSchema,
    recipientKind: z.enum(RECIPIENT_KINDS, { error: 'Hãy chọn đơn vị, tập thể hay cá nhân.' }),
    unitId: optionalId,
    recipient: optionalText(200),
    unnamed: z
      .union([
        z.literal('').transform(() => null),
        z.coerce.number({ error: 'Hãy nhập một số.' }).int('Hãy nhập một số.').min(1).max(50),
      ])
      .default(null),
    proposer: optionalText(200),
    achievement: text(4000).default(''),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.unnamed !== null) {
      if (input.unitId || input.recipient) wrong('unnamed', 'Đã nêu tên thì để trống ô số chưa nêu tên.')
      return
    }
    if (input.recipientKind === 'UNIT') {
      if (!input.unitId) wrong('unitId', 'Hãy chọn đơn vị.')
      if (input.recipient) wrong('recipient', 'Đề nghị cho đơn vị thì để trống ô này.')
    } else if (!input.recipient) wrong('recipient', 'Hãy ghi tên tập thể hoặc cá nhân.')
    if (!input.clusterYearId && !input.proposer && !input.unitId) wrong('proposer', 'Hãy ghi nơi đề nghị.')
  })

export const nameRecipientsSchema = z
  .object({
    nominationId: idSchema,
    version: versionSchema,
    /** Boxes of a form, joined by commas. */
    unitIds: z
      .string()
      .default('')
      .transform((joined) => [...new Set(joined.split(',').filter(Boolean))])
      .pipe(z.array(idSchema).max(50)),
    /** Collectives or persons, one a line. */
    recipients: z
      .string()
      .default('')
      .transform((lines) => [
        ...new Set(
          lines
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter(Boolean),
        ),
      ])
      .pipe(z.array(z.string().max(200, 'Tối đa 200 ký tự mỗi tên.')).max(50)),
    sourceId: optionalId,
    sourceNote: optionalText(500),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.unitIds.length + input.recipients.length === 0) wrong('unitIds', 'Hãy ghi ít nhất một tên.')
    if (!input.sourceId && !input.sourceNote)
      wrong('sourceNote', 'Hãy chọn tài liệu hoặc ghi rõ nguồn nêu tên.')
  })

export const importBallotSchema = z.object({
  clusterYearId: idSchema,
  ballotId: z.uuid('Hãy chọn lần bỏ phiếu.'),
  awardTypeId: z.uuid('Hãy chọn loại khen thưởng.'),
})

const act = { nominationId: idSchema, version: versionSchema }
const reason = required(1000, 'Hãy ghi lý do.')

export const openNoticeSchema = z
  .object({ ...act, noticeFrom: daySchema, noticeTo: daySchema })
  .refine(({ noticeFrom, noticeTo }) => noticeFrom <= noticeTo, {
    path: ['noticeTo'],
    message: 'Ngày cuối phải từ ngày đầu trở đi.',
  })
export const nominationActSchema = z.object(act)
export const reasonedActSchema = z.object({ ...act, reason })

export const dossierSchema = z.object({
  nominationId: idSchema,
  code: z.enum(DOSSIER_ITEMS, STALE_PAGE),
  done: z.enum(['on', 'off'], STALE_PAGE),
  note: optionalText(500),
})

export const objectionSchema = z.object({
  nominationId: idSchema,
  text: required(4000, 'Hãy ghi ý kiến.'),
})
export const answerSchema = z.object({ objectionId: idSchema, answer: required(4000, 'Hãy ghi trả lời.') })

export const blockSchema = z.object({
  ...act,
  kind: z.enum(BLOCK_REASONS, { error: 'Hãy chọn lý do.' }),
  detail: optionalText(500),
})
export const centralNoteSchema = z.object({ ...act, centralNote: text(4000) })

const decision = {
  awardTypeId: z.uuid('Hãy chọn loại khen thưởng.'),
  number: required(60, 'Hãy ghi số quyết định.'),
  decidedOn: daySchema,
  issuer: required(200, 'Hãy ghi cơ quan ban hành.'),
  signer: optionalText(200),
  note: optionalText(1000),
}
export const decideSchema = z.object({ ...act, ...decision })

export const directAwardSchema = z
  .object({
    ...decision,
    year: yearSchema,
    recipientKind: z.enum(RECIPIENT_KINDS, { error: 'Hãy chọn đơn vị, tập thể hay cá nhân.' }),
    unitId: optionalId,
    recipient: optionalText(200),
    decidedOn: optionalDaySchema,
    number: optionalText(60),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.recipientKind === 'UNIT' && !input.unitId) wrong('unitId', 'Hãy chọn đơn vị.')
    if (input.recipientKind !== 'UNIT' && !input.recipient)
      wrong('recipient', 'Hãy ghi tên tập thể hoặc cá nhân.')
  })

export type QuotaInput = z.output<typeof quotaSchema>
export type BaseSalaryInput = z.output<typeof baseSalarySchema>
export type NominationInput = z.output<typeof nominationSchema>
export type ImportBallotInput = z.output<typeof importBallotSchema>
export type OpenNoticeInput = z.output<typeof openNoticeSchema>
export type NominationActInput = z.output<typeof nominationActSchema>
export type ReasonedActInput = z.output<typeof reasonedActSchema>
export type DossierInput = z.output<typeof dossierSchema>
export type ObjectionInput = z.output<typeof objectionSchema>
export type AnswerInput = z.output<typeof answerSchema>
export type BlockInput = z.output<typeof blockSchema>
export type CentralNoteInput = z.output<typeof centralNoteSchema>
export type DecideInput = z.output<typeof decideSchema>
export type DirectAwardInput = z.output<typeof directAwardSchema>
export type NameRecipientsInput = z.output<typeof nameRecipientsSchema>
