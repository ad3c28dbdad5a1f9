import { z } from 'zod'
import { idSchema, optionalIdSchema } from '@/lib/platform/fields'
import { optionalTextSchema, textSchema } from '../schema'
import { DELEGATE_ROLES } from '../types'

export const addDelegateSchema = z.object({
  meetingId: idSchema,
  role: z.enum(DELEGATE_ROLES, { error: 'Hãy chọn tư cách tham dự.' }),
  unitId: optionalIdSchema,
  name: textSchema(200, 'Hãy ghi họ tên, hoặc chức danh nếu chưa rõ ai đi.'),
  title: optionalTextSchema(300),
  email: z.union([z.literal(''), z.email('Địa chỉ email chưa đúng.')]).default(''),
  votes: z
    .union([z.literal('on'), z.literal('')])
    .default('')
    .transform((ticked) => ticked === 'on'),
})

export const addSubstituteSchema = z.object({
  delegateId: idSchema,
  name: textSchema(200, 'Hãy ghi họ tên người đi thay.'),
  title: optionalTextSchema(300),
  email: z.union([z.literal(''), z.email('Địa chỉ email chưa đúng.')]).default(''),
  authorisation: textSchema(300, 'Hãy ghi giấy ủy quyền: số, ngày, người ký.'),
})

export const delegateSchema = z.object({ delegateId: idSchema })

export const notePresenceSchema = z.object({
  delegateId: idSchema,
  kind: z.enum(['ARRIVED', 'LEFT']),
})

export const checkInSchema = z.object({
  meetingId: idSchema,
  delegateId: idSchema,
  code: textSchema(20, 'Hãy nhập mã đang hiện trên màn chiếu.'),
})

export type AddDelegateInput = z.output<typeof addDelegateSchema>
export type AddSubstituteInput = z.output<typeof addSubstituteSchema>
export type NotePresenceInput = z.output<typeof notePresenceSchema>
export type CheckInInput = z.output<typeof checkInSchema>
