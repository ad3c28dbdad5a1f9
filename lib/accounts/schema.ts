import { z } from 'zod'
import { daySchema } from '@/lib/platform/fields'
import { passwordProblem } from '@/lib/platform/auth/rules'

const email = z
  .string({ error: 'Hãy nhập email.' })
  .trim()
  .min(1, { error: 'Hãy nhập email.' })
  .max(254, { error: 'Địa chỉ này quá dài.' })

const typedPassword = z
  .string({ error: 'Hãy nhập mật khẩu.' })
  .min(1, { error: 'Hãy nhập mật khẩu.' })
  .max(1000, { error: 'Mật khẩu này quá dài.' })

export const signInSchema = z.object({ email, password: typedPassword, next: z.string().optional() })

const chosenPassword = z.string({ error: 'Hãy nhập mật khẩu mới.' }).superRefine((password, ctx) => {
  const problem = passwordProblem(password)
  if (problem) ctx.addIssue({ code: 'custom', message: problem })
})

const repeated = { error: 'Hai lần nhập chưa giống nhau.', path: ['repeatedPassword'] }

export const changePasswordSchema = z
  .object({
    currentPassword: typedPassword,
    newPassword: chosenPassword,
    repeatedPassword: z.string({ error: 'Hãy nhập lại mật khẩu mới.' }),
  })
  .refine((input) => input.newPassword === input.repeatedPassword, repeated)
export type ChangePasswordInput = z.output<typeof changePasswordSchema>

export const acceptInvitationSchema = z
  .object({
    newPassword: chosenPassword,
    repeatedPassword: z.string({ error: 'Hãy nhập lại mật khẩu mới.' }),
  })
  .refine((input) => input.newPassword === input.repeatedPassword, repeated)

export const idSchema = z.object({ id: z.uuid({ error: 'Liên kết này không đúng.' }) })

const day = (missing: string) => z.string({ error: missing }).min(1, { error: missing }).pipe(daySchema)

export const delegateSchema = z
  .object({
    toAccountId: z.uuid({ error: 'Hãy chọn người được ủy quyền.' }),
    startsOn: day('Hãy chọn ngày bắt đầu.'),
    endsOn: day('Hãy chọn ngày kết thúc.'),
    reason: z
      .string({ error: 'Hãy ghi lý do.' })
      .trim()
      .min(3, { error: 'Hãy ghi lý do, ví dụ “đi công tác”.' })
      .max(500, { error: 'Lý do dài nhất 500 ký tự.' }),
  })
  .refine((input) => input.startsOn <= input.endsOn, {
    error: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    path: ['endsOn'],
  })
export type DelegateInput = z.output<typeof delegateSchema>
