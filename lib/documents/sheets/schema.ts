import { z } from 'zod'

const WRONG = 'Yêu cầu này không đúng. Hãy tải lại trang rồi làm lại.'

/** What comes beside the bytes of an uploaded form: its name, and the plan and key once it is applied. */
export const formUploadSchema = z.object({
  name: z
    .string({ error: WRONG })
    .max(300, { error: 'Tên tệp quá dài.' })
    .transform((name) => name.replace(/[\p{C}/\\]/gu, '').trim() || 'bieu.xlsx'),
  plan: z
    .string({ error: WRONG })
    .regex(/^[\w-]{20,60}$/, { error: WRONG })
    .nullish(),
  key: z
    .string({ error: WRONG })
    .regex(/^[\w.:-]{8,100}$/, { error: WRONG })
    .nullish(),
})
