import { z } from 'zod'
import { API_SCOPES } from '@/lib/platform/auth/rules'
import { TOKEN_DAYS } from './rules'

export const createTokenSchema = z.object({
  name: z
    .string({ error: 'Hãy đặt tên để sau này nhận ra.' })
    .trim()
    .min(3, { error: 'Hãy đặt tên để sau này nhận ra, ví dụ “Excel ở văn phòng”.' })
    .max(100, { error: 'Tên dài nhất 100 ký tự.' }),
  // A form joins the ticked boxes by a comma.
  scopes: z
    .string({ error: 'Hãy chọn ít nhất một loại dữ liệu.' })
    .transform((ticked) => [...new Set(ticked.split(',').filter(Boolean))])
    .pipe(
      z
        .array(z.enum(API_SCOPES, { error: 'Loại dữ liệu này không có.' }))
        .min(1, { error: 'Hãy chọn ít nhất một loại dữ liệu.' }),
    ),
  reading: z.enum(['CONFIRMED', 'ALL'], { error: 'Hãy chọn số liệu được đọc.' }),
  days: z.coerce
    .number({ error: 'Hãy chọn thời hạn.' })
    .refine((days) => (TOKEN_DAYS as readonly number[]).includes(days), { error: 'Hãy chọn thời hạn.' }),
})
export type CreateTokenInput = z.output<typeof createTokenSchema>
