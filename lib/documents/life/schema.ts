import { z } from 'zod'
import { STALE_PAGE, daySchema, idSchema, versionSchema } from '@/lib/platform/fields'
import { PAPER_PRESETS } from '@/lib/platform/files/paper'
import { PAPER_KINDS } from '../types'
import { SIGNING_AUTHORITIES } from './types'

const optionalId = z
  .union([z.literal('').transform(() => null), idSchema])
  .nullish()
  .transform((id) => id ?? null)

const optionalYear = z
  .union([
    z.literal('').transform(() => null),
    z.coerce.number<string | number>(STALE_PAGE).int(STALE_PAGE).min(1930, STALE_PAGE).max(2100, STALE_PAGE),
  ])
  .nullish()

const line = (label: string, most = 200) =>
  z
    .string({ error: `Hãy ghi ${label}.` })
    .trim()
    .max(most, `Phần ${label} dài quá ${most} chữ.`)
    .default('')

const signatory = {
  collective: line('tập thể mà người ký thay mặt', 120),
  authority: z.enum(SIGNING_AUTHORITIES, { error: 'Hãy chọn quyền hạn ký.' }).default(''),
  authorityOf: line('chức vụ được ký thay', 120),
  title: line('chức vụ người ký', 120).refine((title) => title !== '', 'Hãy ghi chức vụ người ký.'),
  name: line('họ tên người ký', 120),
}

export const draftPaperSchema = z.object({
  kind: z.enum(PAPER_KINDS, { error: STALE_PAGE }),
  subjectId: idSchema,
  clusterYearId: optionalId,
  year: optionalYear,
})

/** Texts come as fields named by their slots; what is no slot of the kind is refused by the command. */
export const saveTextsSchema = z
  .object({ documentId: idSchema, version: versionSchema })
  .catchall(z.string({ error: STALE_PAGE }).max(20_000, 'Phần này dài quá 20.000 chữ.'))
  .transform(({ documentId, version, ...fields }) => ({
    documentId,
    version,
    texts: Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        name.startsWith('text.') ? [[name.slice('text.'.length), String(value).trim()]] : [],
      ),
    ),
  }))

export const saveFrameSchema = z.object({
  documentId: idSchema,
  version: versionSchema,
  symbol: line('ký hiệu', 60),
  place: line('địa danh', 80),
  ...signatory,
})

export const presentDocumentSchema = z.object({ documentId: idSchema, version: versionSchema })

const reason = z
  .string({ error: 'Hãy ghi lý do.' })
  .trim()
  .min(1, 'Hãy ghi lý do.')
  .max(1000, 'Lý do dài quá 1.000 chữ.')
export const returnDocumentSchema = z.object({ documentId: idSchema, version: versionSchema, reason })
export const recallDocumentSchema = z.object({ documentId: idSchema, version: versionSchema, reason })
export const discardDocumentSchema = z.object({ documentId: idSchema, version: versionSchema, reason })

export const issueDocumentSchema = z.object({
  documentId: idSchema,
  version: versionSchema,
  number: z
    .string({ error: 'Hãy ghi số văn bản.' })
    .trim()
    .max(20, 'Số văn bản dài quá 20 chữ.')
    .refine(
      (number) => /^[\p{L}\d.-]*$/u.test(number),
      'Số văn bản chỉ gồm chữ số, chữ cái, dấu chấm và gạch nối.',
    )
    .default(''),
  datedOn: daySchema,
  name: line('họ tên người ký', 120).refine((name) => name !== '', 'Hãy ghi họ tên người đã ký bản giấy.'),
})

export const saveLetterheadSchema = z.object({
  ownerKind: z.enum(['UNIT', 'CLUSTER'], { error: STALE_PAGE }),
  ownerId: idSchema,
  validFrom: daySchema,
  preset: z.enum(PAPER_PRESETS, { error: 'Hãy chọn thể thức.' }),
  superior: line('cơ quan chủ quản'),
  issuer: line('cơ quan ban hành'),
  abbreviation: line('chữ viết tắt', 30).refine(
    (text) => text !== '',
    'Hãy ghi chữ viết tắt dùng trong ký hiệu.',
  ),
  letterPlace: line('địa danh', 80),
  ...signatory,
})

export type DraftPaperInput = z.output<typeof draftPaperSchema>
export type SaveTextsInput = z.output<typeof saveTextsSchema>
export type SaveFrameInput = z.output<typeof saveFrameSchema>
export type ActInput = { documentId: string; version: number; reason?: string }
export type IssueDocumentInput = z.output<typeof issueDocumentSchema>
export type SaveLetterheadInput = z.output<typeof saveLetterheadSchema>
