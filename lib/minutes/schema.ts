import { z } from 'zod'
import { idSchema, versionSchema } from '@/lib/platform/fields'
import { MINUTES_SECTIONS } from './types'

export const freezeMinutesSchema = z.object({ meetingId: idSchema, version: versionSchema })
export const editMinutesSchema = z.object({
  meetingId: idSchema,
  version: versionSchema,
  section: z.enum(MINUTES_SECTIONS),
  /** Empty: as it assembles itself. */
  text: z.string().trim().max(30_000, 'Phần này dài quá 30.000 chữ.'),
})

export type EditMinutesInput = z.output<typeof editMinutesSchema>
export type FreezeMinutesInput = z.output<typeof freezeMinutesSchema>
