import { z } from 'zod'
import { idSchema, optionalIdSchema } from '@/lib/platform/fields'
import { optionalCountSchema, optionalTextSchema, textSchema } from '../schema'
import type { ProjectorScene } from '../types'

const minutesSchema = optionalCountSchema(1440, 'Hãy ghi số phút, từ 0 đến 1.440.')

export const agendaItemSchema = z.object({
  meetingId: idSchema,
  /** Left out for a new item. */
  itemId: optionalIdSchema,
  parentId: optionalIdSchema,
  title: textSchema(300, 'Hãy ghi nội dung của mục.'),
  minutes: minutesSchema,
  responsible: optionalTextSchema(200),
})

export const itemSchema = z.object({ itemId: idSchema })
export const moveItemSchema = z.object({ itemId: idSchema, direction: z.enum(['up', 'down']) })

export const addSpeakerSchema = z.object({
  meetingId: idSchema,
  delegateId: optionalIdSchema,
  name: optionalTextSchema(200),
  topic: optionalTextSchema(300),
  minutes: minutesSchema,
})

export const askToSpeakSchema = z.object({ meetingId: idSchema, topic: optionalTextSchema(300) })
export const speakerSchema = z.object({ speakerId: idSchema })
export const speakerSummarySchema = z.object({ speakerId: idSchema, summary: optionalTextSchema(4000) })

/** One choice of the control screen: "ITEM", "TABLE:2", "UNIT:<id>", "BALLOT:<id>". */
const sceneSchema = z.string().transform((choice, context): ProjectorScene => {
  const [kind, of = ''] = choice.split(':')
  const id = z.uuid().safeParse(of).success
  if (kind === 'WELCOME' || kind === 'AGENDA' || kind === 'ITEM' || kind === 'SPEAKER') return { kind }
  if (kind === 'TABLE' && /^\d{1,2}$/.test(of)) return { kind, group: Number(of) }
  if (kind === 'UNIT' && id) return { kind, unitId: of }
  if (kind === 'DECISION' && id) return { kind, decisionId: of }
  if ((kind === 'BALLOT' || kind === 'RESULT') && id) return { kind, ballotId: of }
  context.addIssue({ code: 'custom', message: 'Màn chiếu không có nội dung này.' })
  return z.NEVER
})
export const showSceneSchema = z.object({ meetingId: idSchema, scene: sceneSchema })

export type AgendaItemInput = z.output<typeof agendaItemSchema>
export type AddSpeakerInput = z.output<typeof addSpeakerSchema>
