'use server'

import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { agreeMinutes, assignTeam, removeTeam, setSubGroup, writeMinutes } from './cross/commands'
import {
  moveCriterion,
  openRubric,
  publishScores,
  removeCriterion,
  saveCriterion,
  saveRubric,
} from './rubric/commands'
import {
  agreeMinutesSchema,
  criterionActSchema,
  criterionSchema,
  explanationSchema,
  finishStageSchema,
  giveBackSchema,
  minutesSchema,
  moveCriterionSchema,
  rubricActSchema,
  rubricSchema,
  scoresSchema,
  subGroupSchema,
  teamActSchema,
  teamSchema,
} from './schema'
import { explainSheet, finishStage, giveBackSelfScore, saveScores } from './sheets/commands'

export async function saveRubricAction(_: FormState<{ id: string }>, form: FormData) {
  return submitAsActor(rubricSchema, form, saveRubric)
}

export async function saveCriterionAction(_: FormState<{ id: string }>, form: FormData) {
  return submitAsActor(criterionSchema, form, saveCriterion)
}

export async function removeCriterionAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(criterionActSchema, form, removeCriterion)
}

export async function moveCriterionAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(moveCriterionSchema, form, moveCriterion)
}

/** Opens the rubric and goes to the page where the scoring is followed; `back` is bound by the page. */
export async function openRubricAction(back: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await submitAsActor(rubricActSchema, form, openRubric)
  if (state.result?.ok) redirect(back)
  return state
}

export async function publishScoresAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(rubricActSchema, form, publishScores)
}

export async function assignTeamAction(_: FormState<{ id: string }>, form: FormData) {
  return submitAsActor(teamSchema, form, assignTeam)
}

export async function removeTeamAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(teamActSchema, form, removeTeam)
}

export async function setSubGroupAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(subGroupSchema, form, setSubGroup)
}

export async function saveScoresAction(_: FormState<{ scored: number }>, form: FormData) {
  return submitAsActor(scoresSchema, form, saveScores)
}

export async function finishStageAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(finishStageSchema, form, finishStage)
}

export async function giveBackSelfScoreAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(giveBackSchema, form, giveBackSelfScore)
}

export async function explainSheetAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(explanationSchema, form, explainSheet)
}

export async function writeMinutesAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(minutesSchema, form, writeMinutes)
}

export async function agreeMinutesAction(_: FormState<{ done: boolean }>, form: FormData) {
  return submitAsActor(agreeMinutesSchema, form, agreeMinutes)
}
