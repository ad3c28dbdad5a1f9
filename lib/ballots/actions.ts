'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import { submitForm, type FormState } from '@/lib/platform/action'
import type { Actor } from '@/lib/platform/auth/actor'
import { requireActor } from '@/lib/platform/auth/current'
import type { Result } from '@/lib/platform/errors'
import { changeBallot, changeBallotRules, createBallot, setRegulation } from './commands'
import { confirmCount, countElectronicPapers, enterCount, rejectCount } from './count/commands'
import { handOutPapers, recordLostDevice } from './issue/commands'
import { announceResult, decideTie, openNextRound, sealBallot } from './outcome/commands'
import {
  approveCommittee,
  closeCasting,
  closeIssue,
  openCasting,
  openCount,
  openIssue,
  readRules,
  recordConsensus,
  recordElectronicVote,
  reissue,
  voidBallot,
} from './ritual/commands'
import { recordOpinion } from './roll/commands'
import {
  actSchema,
  ballotRulesSchema,
  ballotSchema,
  choiceSchema,
  committeeSchema,
  countActSchema,
  countSchema,
  electronicVoteSchema,
  handOutSchema,
  newBallotSchema,
  opinionSchema,
  reasonSchema,
  regulationSchema,
  tieSchema,
  voterSchema,
} from './schema'

async function submit<S extends z.ZodType, T>(
  schema: S,
  form: FormData,
  command: (actor: Actor, input: z.output<S>, key?: string) => Promise<Result<T>>,
): Promise<FormState<T>> {
  const actor = await requireActor()
  const state = await submitForm(schema, form, (input, key) => command(actor, input, key))
  revalidatePath('/meetings', 'layout')
  revalidatePath('/ballots', 'layout')
  return state
}

export async function prepareBallot(_: FormState<{ ballotId: string }>, form: FormData) {
  const state = await submit(newBallotSchema, form, createBallot)
  if (state.result?.ok)
    redirect(`/meetings/${String(form.get('meetingId'))}/ballots/${state.result.value.ballotId}`)
  return state
}

export async function saveBallot(_: FormState, form: FormData) {
  return submit(ballotSchema, form, changeBallot)
}

export async function saveBallotRules(_: FormState, form: FormData) {
  return submit(ballotRulesSchema, form, changeBallotRules)
}

export async function saveRegulation(_: FormState, form: FormData) {
  return submit(regulationSchema, form, setRegulation)
}

export async function approveCountingCommittee(_: FormState<unknown>, form: FormData) {
  return submit<typeof committeeSchema, unknown>(committeeSchema, form, approveCommittee)
}

export async function saveElectronicVote(_: FormState, form: FormData) {
  return submit(electronicVoteSchema, form, recordElectronicVote)
}

const ACTS = {
  READ_RULES: readRules,
  OPEN_ISSUE: openIssue,
  CLOSE_ISSUE: closeIssue,
  OPEN_CASTING: openCasting,
  CLOSE_CASTING: closeCasting,
  OPEN_COUNT: openCount,
  COUNT_PAPERS: countElectronicPapers,
  ANNOUNCE: announceResult,
  SEAL: sealBallot,
} as const

/** One step of the ritual that asks for nothing more; `act` is bound by the page. */
export async function moveBallot(act: keyof typeof ACTS, _: FormState<unknown>, form: FormData) {
  return submit<typeof actSchema, unknown>(actSchema, form, ACTS[act])
}

export async function reissuePapers(_: FormState<unknown>, form: FormData) {
  return submit<typeof reasonSchema, unknown>(reasonSchema, form, reissue)
}

export async function giveUpBallot(_: FormState<unknown>, form: FormData) {
  return submit<typeof reasonSchema, unknown>(reasonSchema, form, voidBallot)
}

export async function saveConsensus(_: FormState<unknown>, form: FormData) {
  return submit<typeof choiceSchema, unknown>(choiceSchema, form, recordConsensus)
}

export async function saveHandedOut(_: FormState<{ issued: number }>, form: FormData) {
  return submit(handOutSchema, form, handOutPapers)
}

export async function saveLostDevice(_: FormState, form: FormData) {
  return submit(voterSchema, form, recordLostDevice)
}

export async function saveOpinion(_: FormState<{ opinionId: string }>, form: FormData) {
  return submit(opinionSchema, form, recordOpinion)
}

export async function saveCount(_: FormState<{ countId: string }>, form: FormData) {
  return submit(countSchema, form, enterCount)
}

export async function confirmPaperCount(_: FormState<unknown>, form: FormData) {
  return submit<typeof countActSchema, unknown>(countActSchema, form, confirmCount)
}

export async function sendBackCount(_: FormState, form: FormData) {
  return submit(countActSchema, form, rejectCount)
}

export async function saveTieDecision(_: FormState, form: FormData) {
  return submit(tieSchema, form, decideTie)
}

export async function startNextRound(_: FormState<{ ballotId: string }>, form: FormData) {
  const state = await submit(actSchema, form, openNextRound)
  if (state.result?.ok)
    redirect(`/meetings/${String(form.get('meetingId'))}/ballots/${state.result.value.ballotId}`)
  return state
}
