import { z } from 'zod'
import { EVIDENCE_MAX_BYTES, FILE_OWNERS } from './types'

export const beginUploadSchema = z.object({
  name: z.string().trim().min(1, 'Tệp chưa có tên.').max(500, 'Tên tệp quá dài.'),
  size: z
    .number({ error: 'Không đọc được cỡ tệp.' })
    .int('Không đọc được cỡ tệp.')
    .min(1, 'Tệp rỗng, không có nội dung.')
    .max(EVIDENCE_MAX_BYTES, 'Tệp lớn hơn 10 MB. Hãy chia nhỏ hoặc nén lại rồi gửi.'),
  indicatorId: z.uuid('Chỉ tiêu không đúng.').nullable().default(null),
  section: z.string().max(40, 'Mục không đúng.').nullable().default(null),
})

export const chunkPositionSchema = z.coerce.number().int().min(0).max(9)

export type BeginUploadInput = z.output<typeof beginUploadSchema>

/** The same, for a file kept beside something else than a report. */
export const beginOwnedUploadSchema = beginUploadSchema.extend({
  ownerKind: z.enum(FILE_OWNERS, 'Không rõ tệp thuộc về đâu.'),
  ownerId: z.uuid('Không rõ tệp thuộc về đâu.'),
})
export type BeginOwnedUploadInput = z.output<typeof beginOwnedUploadSchema>
export const fileIdSchema = z.uuid('Không tìm thấy tệp này.')
