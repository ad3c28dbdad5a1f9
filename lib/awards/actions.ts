'use server'
import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { decideNomination, recordAward } from './decisions/commands'
import { nameRecipients } from './naming/commands'
import {
  importElected,
  markDossier,
  openNotice,
  proposeNomination,
  refuseNomination,
  returnNomination,
  sendNomination,
  withdrawNomination,
} from './nominations/commands'
import {
  answerObjection,
  blockRecipient,
  raiseObjection,
  releaseRecipient,
  saveCentralNote,
} from './notice/commands'
import {
  answerSchema,
  baseSalarySchema,
  blockSchema,
  centralNoteSchema,
  decideSchema,
  directAwardSchema,
  dossierSchema,
  importBallotSchema,
  nominationActSchema,
  nameRecipientsSchema,
  nominationSchema,
  objectionSchema,
  openNoticeSchema,
  quotaSchema,
  reasonedActSchema,
} from './schema'
import { setBaseSalary, setQuota } from './settings/commands'

export async function setQuotaAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(quotaSchema, form, setQuota)
}

export async function setBaseSalaryAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(baseSalarySchema, form, setBaseSalary)
}

/** Enters a nomination and goes to it. */
export async function proposeNominationAction(
  _: FormState<{ nominationId: string }>,
  form: FormData,
): Promise<FormState<{ nominationId: string }>> {
  const state = await submitAsActor(nominationSchema, form, proposeNomination)
  if (state.result?.ok) redirect(`/awards/nominations/${state.result.value.nominationId}`)
  return state
}

export async function importElectedAction(
  _: FormState<{ count: number }>,
  form: FormData,
): Promise<FormState<{ count: number }>> {
  return submitAsActor(importBallotSchema, form, importElected)
}

export async function openNoticeAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(openNoticeSchema, form, openNotice)
}

export async function sendNominationAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(nominationActSchema, form, sendNomination)
}

export async function withdrawNominationAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(reasonedActSchema, form, withdrawNomination)
}

export async function returnNominationAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(reasonedActSchema, form, returnNomination)
}

export async function refuseNominationAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(reasonedActSchema, form, refuseNomination)
}

export async function markDossierAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(dossierSchema, form, markDossier)
}

export async function raiseObjectionAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(objectionSchema, form, raiseObjection)
}

export async function answerObjectionAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(answerSchema, form, answerObjection)
}

export async function blockRecipientAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(blockSchema, form, blockRecipient)
}

export async function releaseRecipientAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(nominationActSchema, form, releaseRecipient)
}

export async function saveCentralNoteAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(centralNoteSchema, form, saveCentralNote)
}

export async function decideNominationAction(
  _: FormState<{ awardId: string }>,
  form: FormData,
): Promise<FormState<{ awardId: string }>> {
  return submitAsActor(decideSchema, form, decideNomination)
}

export async function recordAwardAction(
  _: FormState<{ awardId: string }>,
  form: FormData,
): Promise<FormState<{ awardId: string }>> {
  return submitAsActor(directAwardSchema, form, recordAward)
}

export async function nameRecipientsAction(_: FormState<{ named: number }>, form: FormData) {
  return submitAsActor(nameRecipientsSchema, form, nameRecipients)
}
