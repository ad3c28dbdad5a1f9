'use server'
import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { submitForm, type FormState } from '@/lib/platform/action'
import type { Actor } from '@/lib/platform/auth/actor'
import { getActor } from '@/lib/platform/auth/current'
import { fail, type Result } from '@/lib/platform/errors'
import {
  finishAgendaItem,
  moveAgendaItem,
  removeAgendaItem,
  saveAgendaItem,
  startAgendaItem,
} from './agenda/commands'
import { changeMeeting, closeMeeting, inviteToMeeting, openMeeting, planMeeting } from './commands'
import {
  addSpeaker,
  askToSpeak,
  cancelSpeaker,
  finishSpeaker,
  showScene,
  startSpeaker,
  summariseSpeaker,
} from './hall/commands'
import {
  addSpeakerSchema,
  agendaItemSchema,
  askToSpeakSchema,
  itemSchema,
  moveItemSchema,
  showSceneSchema,
  speakerSchema,
  speakerSummarySchema,
} from './hall/schema'
import {
  addSideEvent,
  assignTask,
  followUpTask,
  recordDecision,
  removeConclusion,
  removeSideEvent,
  writeConclusion,
} from './outcomes/commands'
import {
  assignTaskSchema,
  conclusionPointSchema,
  conclusionSchema,
  followUpTaskSchema,
  recordDecisionSchema,
  sideEventIdSchema,
  sideEventSchema,
} from './outcomes/schema'
import { addDelegate, addSubstitute, checkIn, notePresence, removeDelegate } from './presence/commands'
import {
  addDelegateSchema,
  addSubstituteSchema,
  checkInSchema,
  delegateSchema,
  notePresenceSchema,
} from './presence/schema'
import { changeMeetingSchema, meetingSchema, planMeetingSchema } from './schema'

function submit<S extends z.ZodType, T>(
  schema: S,
  form: FormData,
  command: (actor: Actor, input: z.output<S>, key?: string) => Promise<Result<T>>,
): Promise<FormState<T>> {
  return submitForm(schema, form, async (input, key) => {
    const actor = await getActor()
    if (!actor) return fail('unauthenticated')
    const result = await command(actor, input, key)
    if (result.ok) revalidatePath('/meetings', 'layout')
    return result
  })
}

export async function planMeetingAction(
  _: FormState<{ meetingId: string }>,
  form: FormData,
): Promise<FormState<{ meetingId: string }>> {
  return submit(planMeetingSchema, form, planMeeting)
}

export async function changeMeetingAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(changeMeetingSchema, form, changeMeeting)
}

export async function inviteToMeetingAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(meetingSchema, form, inviteToMeeting)
}

export async function openMeetingAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(meetingSchema, form, openMeeting)
}

export async function closeMeetingAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(meetingSchema, form, closeMeeting)
}

export async function addDelegateAction(
  _: FormState<{ delegateId: string }>,
  form: FormData,
): Promise<FormState<{ delegateId: string }>> {
  return submit(addDelegateSchema, form, addDelegate)
}

export async function addSubstituteAction(
  _: FormState<{ delegateId: string }>,
  form: FormData,
): Promise<FormState<{ delegateId: string }>> {
  return submit(addSubstituteSchema, form, addSubstitute)
}

export async function removeDelegateAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(delegateSchema, form, removeDelegate)
}

export async function notePresenceAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(notePresenceSchema, form, notePresence)
}

export async function checkInAction(
  _: FormState<{ delegateId: string }>,
  form: FormData,
): Promise<FormState<{ delegateId: string }>> {
  return submit(checkInSchema, form, checkIn)
}

export async function saveAgendaItemAction(
  _: FormState<{ itemId: string }>,
  form: FormData,
): Promise<FormState<{ itemId: string }>> {
  return submit(agendaItemSchema, form, saveAgendaItem)
}

export async function moveAgendaItemAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(moveItemSchema, form, moveAgendaItem)
}

export async function removeAgendaItemAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(itemSchema, form, removeAgendaItem)
}

export async function startAgendaItemAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(itemSchema, form, startAgendaItem)
}

export async function finishAgendaItemAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(itemSchema, form, finishAgendaItem)
}

export async function showSceneAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(showSceneSchema, form, showScene)
}

export async function addSpeakerAction(
  _: FormState<{ speakerId: string }>,
  form: FormData,
): Promise<FormState<{ speakerId: string }>> {
  return submit(addSpeakerSchema, form, addSpeaker)
}

export async function askToSpeakAction(
  _: FormState<{ speakerId: string }>,
  form: FormData,
): Promise<FormState<{ speakerId: string }>> {
  return submit(askToSpeakSchema, form, askToSpeak)
}

export async function startSpeakerAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(speakerSchema, form, startSpeaker)
}

export async function finishSpeakerAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(speakerSchema, form, finishSpeaker)
}

export async function cancelSpeakerAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(speakerSchema, form, cancelSpeaker)
}

export async function summariseSpeakerAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(speakerSummarySchema, form, summariseSpeaker)
}

export async function recordDecisionAction(
  _: FormState<{ decisionId: string }>,
  form: FormData,
): Promise<FormState<{ decisionId: string }>> {
  return submit(recordDecisionSchema, form, recordDecision)
}

export async function writeConclusionAction(
  _: FormState<{ pointId: string }>,
  form: FormData,
): Promise<FormState<{ pointId: string }>> {
  return submit(conclusionSchema, form, writeConclusion)
}

export async function removeConclusionAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(conclusionPointSchema, form, removeConclusion)
}

export async function assignTaskAction(
  _: FormState<{ taskId: string }>,
  form: FormData,
): Promise<FormState<{ taskId: string }>> {
  return submit(assignTaskSchema, form, assignTask)
}

export async function followUpTaskAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(followUpTaskSchema, form, followUpTask)
}

export async function addSideEventAction(
  _: FormState<{ sideEventId: string }>,
  form: FormData,
): Promise<FormState<{ sideEventId: string }>> {
  return submit(sideEventSchema, form, addSideEvent)
}

export async function removeSideEventAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(sideEventIdSchema, form, removeSideEvent)
}
