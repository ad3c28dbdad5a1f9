import { z } from 'zod'
import { STALE_PAGE, idSchema, optionalDaySchema, optionalText, versionSchema } from '@/lib/platform/fields'
import { linesSchema, versionOrNewSchema } from '../schema'

export const pledgeTextSchema = z.object({
  clusterYearId: idSchema,
  version: versionOrNewSchema,
  theme: optionalText(500),
  preamble: optionalText(10_000),
  tasks: linesSchema(40, 1500),
  activities: linesSchema(40, 1500),
  closing: optionalText(10_000),
})
export type PledgeTextInput = z.output<typeof pledgeTextSchema>

export const pledgeActSchema = z.object({ pledgeId: idSchema, version: versionSchema })
export type PledgeActInput = z.output<typeof pledgeActSchema>

export const agreeSchema = z.object({
  pledgeId: idSchema,
  unitId: idSchema,
  textVersion: versionSchema,
  textHash: z.string().regex(/^[0-9a-f]{64}$/, STALE_PAGE),
})
export type AgreeInput = z.output<typeof agreeSchema>

export const finalisePledgeSchema = pledgeActSchema.extend({ reason: optionalText(1000) })
export type FinalisePledgeInput = z.output<typeof finalisePledgeSchema>

export const signedPledgeSchema = pledgeActSchema.extend({
  number: optionalText(100),
  signedOn: optionalDaySchema,
})
export type SignedPledgeInput = z.output<typeof signedPledgeSchema>
