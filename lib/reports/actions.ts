'use server'

import { revalidatePath } from 'next/cache'
import type { z } from 'zod'
import { submitForm, type FormState } from '@/lib/platform/action'
import type { Actor } from '@/lib/platform/auth/actor'
import { getActor } from '@/lib/platform/auth/current'
import { fail, type Result } from '@/lib/platform/errors'
import { commentOnFigure, resolveComment } from './comments/commands'
import { markSeen, openReport } from './commands'
import { assignDuty, handOverDuties } from './duties/commands'
import {
  assignDutySchema,
  checkSchema,
  closeYearSchema,
  commentSchema,
  confirmSchema,
  decideAdjustmentSchema,
  handBackSchema,
  handOverDutiesSchema,
  lockPeriodSchema,
  markSeenSchema,
  openReportSchema,
  presentSchema,
  reopenSchema,
  requestAdditionsSchema,
  requestAdjustmentSchema,
  resolveCommentSchema,
  sendSchema,
} from './schema'
import { decideTargetAdjustment, requestTargetAdjustment } from './targets/commands'
import {
  checkReport,
  closeYear,
  confirmReport,
  handBackReport,
  lockPeriod,
  presentReport,
  reopenReport,
  requestAdditions,
  sendReport,
} from './workflow/commands'

/** Parses, asks who is acting, runs the command; every page may show what changed. */
function submit<S extends z.ZodType, T>(
  schema: S,
  form: FormData,
  command: (actor: Actor, input: z.output<S>, key?: string) => Promise<Result<T>>,
): Promise<FormState<T>> {
  return submitForm(schema, form, async (input, key) => {
    const actor = await getActor()
    if (!actor) return fail('unauthenticated')
    const result = await command(actor, input, key)
    if (result.ok) revalidatePath('/', 'layout')
    return result
  })
}

export async function openReportAction(
  _: FormState,
  form: FormData,
): Promise<FormState<{ reportId: string }>> {
  return submit(openReportSchema, form, openReport)
}

export async function presentReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(presentSchema, form, presentReport)
}

export async function handBackReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(handBackSchema, form, handBackReport)
}

export async function sendReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(sendSchema, form, sendReport)
}

export async function checkReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(checkSchema, form, checkReport)
}

export async function requestAdditionsAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(requestAdditionsSchema, form, requestAdditions)
}

export async function confirmReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(confirmSchema, form, confirmReport)
}

export async function reopenReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(reopenSchema, form, reopenReport)
}

export async function lockPeriodAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(lockPeriodSchema, form, lockPeriod)
}

export async function closeYearAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(closeYearSchema, form, closeYear)
}

export async function commentOnFigureAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(commentSchema, form, commentOnFigure)
}

export async function resolveCommentAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(resolveCommentSchema, form, resolveComment)
}

export async function markSeenAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(markSeenSchema, form, markSeen)
}

export async function requestAdjustmentAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(requestAdjustmentSchema, form, requestTargetAdjustment)
}

export async function decideAdjustmentAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(decideAdjustmentSchema, form, decideTargetAdjustment)
}

export async function assignDutyAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(assignDutySchema, form, assignDuty)
}

export async function handOverDutiesAction(_: FormState, form: FormData): Promise<FormState> {
  return submit(handOverDutiesSchema, form, handOverDuties)
}
