import { z } from 'zod'
import { foldEmail } from '@/lib/platform/auth/rules'
import { daySchema, firstOf } from '@/lib/platform/fields'
import { scopeProblem } from '../rules'
import { ROLES } from '../types'

const blank = (value: unknown) => (value === '' || value === null ? undefined : value)
const optionalId = z.preprocess(blank, z.uuid({ error: 'Lựa chọn này không đúng.' }).optional())
const optionalDay = z.preprocess(blank, daySchema.optional())

const scope = {
  unitId: optionalId,
  clusterYearId: optionalId,
  startsOn: optionalDay,
  endsOn: optionalDay,
}

const role = z.enum(ROLES, { error: 'Hãy chọn vai trò.' })

type Scope = {
  role?: (typeof ROLES)[number]
  unitId?: string
  clusterYearId?: string
  startsOn?: string
  endsOn?: string
}

function checkScope(input: Scope, ctx: z.RefinementCtx) {
  const problem = input.role && scopeProblem(input.role, input)
  if (problem) ctx.addIssue({ code: 'custom', path: [problem.field], message: problem.sentence })
  if (input.startsOn && input.endsOn && input.startsOn > input.endsOn)
    ctx.addIssue({ code: 'custom', path: ['endsOn'], message: 'Ngày cuối phải từ ngày đầu trở đi.' })
}

export const inviteSchema = z
  .object({
    name: z
      .string({ error: 'Hãy nhập họ tên.' })
      .trim()
      .min(2, { error: 'Hãy nhập họ tên.' })
      .max(120, { error: 'Họ tên dài nhất 120 ký tự.' }),
    email: z
      .string({ error: 'Hãy nhập email.' })
      .trim()
      .min(1, { error: 'Hãy nhập email.' })
      .max(254, { error: 'Địa chỉ này quá dài.' })
      .transform(foldEmail)
      .pipe(z.email({ error: 'Email cần có dạng ten@donvi.vn.' })),
    role: z.preprocess(blank, role.optional()),
    ...scope,
  })
  .superRefine(checkScope)
export type InviteInput = z.output<typeof inviteSchema>

export const grantSchema = z
  .object({ accountId: z.uuid({ error: 'Tài khoản này không đúng.' }), role, ...scope })
  .superRefine(checkScope)
export type GrantInput = z.output<typeof grantSchema>

export const accountIdSchema = z.object({ accountId: z.uuid({ error: 'Tài khoản này không đúng.' }) })

export const disableSchema = accountIdSchema.extend({
  reason: z
    .string({ error: 'Hãy ghi lý do.' })
    .trim()
    .min(3, { error: 'Hãy ghi lý do, ví dụ “đã nghỉ hưu”.' })
    .max(500, { error: 'Lý do dài nhất 500 ký tự.' }),
})
export type DisableInput = z.output<typeof disableSchema>

export const grantIdSchema = z.object({ grantId: z.uuid({ error: 'Vai trò này không đúng.' }) })

/** Filters of the list of accounts, from the address; what is wrong there is left out. */
export const accountFilterSchema = z.object({
  q: z.preprocess(firstOf, z.string().trim().max(100).catch('')),
  role: z.preprocess(firstOf, z.enum(ROLES).optional().catch(undefined)),
  unit: z.preprocess(firstOf, z.uuid().optional().catch(undefined)),
  state: z.preprocess(firstOf, z.enum(['active', 'invited', 'disabled']).optional().catch(undefined)),
  page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(10_000).catch(1)),
})
export type AccountFilter = z.output<typeof accountFilterSchema>
