import { z } from 'zod'
import { daySchema, idSchema } from '@/lib/platform/fields'
import { HANDOVER_METHODS, REST_OF_YEAR } from './types'

const optionalId = z
  .union([z.literal('').transform(() => null), z.uuid('Hãy chọn trong danh sách.')])
  .default(null)
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Tối đa ${max} ký tự.`)
    .default('')
    .transform((value) => value || null)

export const handoverSchema = z
  .object({
    clusterYearId: idSchema,
    receiverUnitId: z.uuid('Hãy chọn đơn vị nhận.'),
    deputyUnitId: optionalId,
    method: z.enum(HANDOVER_METHODS, { error: 'Hãy chọn cách chọn cụm trưởng.' }),
    ballotId: optionalId,
    restOfYear: z.enum(REST_OF_YEAR, { error: 'Hãy chọn đơn vị làm phần việc còn lại.' }),
    heldOn: daySchema,
    place: optionalText(200),
    giver: optionalText(200),
    receiver: optionalText(200),
    witness: optionalText(200),
    rotatingFlag: z
      .enum(['yes', 'no'], { error: 'Hãy chọn có hay không.' })
      .transform((choice) => choice === 'yes'),
    note: optionalText(1000),
  })
  .superRefine((input, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.method === 'BALLOT' && !input.ballotId) wrong('ballotId', 'Hãy chọn lần bỏ phiếu đã công bố.')
    if (input.deputyUnitId === input.receiverUnitId)
      wrong('deputyUnitId', 'Cụm trưởng và cụm phó là hai đơn vị khác nhau.')
  })

export type HandoverInput = z.output<typeof handoverSchema>
