'use server'

import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { appraiseReport } from './appraisal/commands'
import { commentOnFigure, resolveComment } from './comments/commands'
import { openReport } from './commands'
import { assignDuty, handOverDuties } from './duties/commands'
import {
  appraiseSchema,
  assignDutySchema,
  checkSchema,
  closeYearSchema,
  commentSchema,
  confirmSchema,
  decideAdjustmentSchema,
  handBackSchema,
  handOverDutiesSchema,
  lockPeriodSchema,
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

export async function appraiseReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(appraiseSchema, form, appraiseReport)
}

/** Begins a report (or finds it begun) and goes to it. */
export async function openReportAction(
  _: FormState,
  form: FormData,
): Promise<FormState<{ reportId: string }>> {
  const state = await submitAsActor(openReportSchema, form, openReport)
  if (state.result?.ok) redirect(`/reports/${state.result.value.reportId}`)
  return state
}

export async function presentReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(presentSchema, form, presentReport)
}

export async function handBackReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(handBackSchema, form, handBackReport)
}

export async function sendReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(sendSchema, form, sendReport)
}

export async function checkReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(checkSchema, form, checkReport)
}

export async function requestAdditionsAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(requestAdditionsSchema, form, requestAdditions)
}

export async function confirmReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(confirmSchema, form, confirmReport)
}

export async function reopenReportAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(reopenSchema, form, reopenReport)
}

export async function lockPeriodAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(lockPeriodSchema, form, lockPeriod)
}

export async function closeYearAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(closeYearSchema, form, closeYear)
}

export async function commentOnFigureAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(commentSchema, form, commentOnFigure)
}

export async function resolveCommentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(resolveCommentSchema, form, resolveComment)
}

export async function requestAdjustmentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(requestAdjustmentSchema, form, requestTargetAdjustment)
}

export async function decideAdjustmentAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(decideAdjustmentSchema, form, decideTargetAdjustment)
}

export async function assignDutyAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(assignDutySchema, form, assignDuty)
}

export async function handOverDutiesAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(handOverDutiesSchema, form, handOverDuties)
}
