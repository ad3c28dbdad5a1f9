'use server'

import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { recordUnstatedTargets, retireTarget, saveTarget, saveTerm } from './commands'
import { saveProgress } from './progress/commands'
import { freezeReview, recordReviewCounts, reopenReview, saveReview } from './reviews/commands'
import { freezeReviewSchema, reopenReviewSchema, reviewCountsSchema, reviewSchema } from './reviews/schema'
import { progressSchema, retireTargetSchema, targetSchema, termSchema, unstatedTargetsSchema } from './schema'

/** Saves a term and opens its page under `base`, which the page binds. */
export async function saveTermAction(base: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await submitAsActor(termSchema, form, saveTerm)
  if (state.result?.ok) redirect(`${base}/${state.result.value.slug}`)
  return state
}

/** Adds or mends a target. */
export async function saveTargetAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(targetSchema, form, saveTarget)
}

/** Strikes a target off. */
export async function retireTargetAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(retireTargetSchema, form, retireTarget)
}

/** Records targets of which only the number is known. */
export async function recordUnstatedTargetsAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(unstatedTargetsSchema, form, recordUnstatedTargets)
}

/** Enters the result of a year by hand. */
export async function saveProgressAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(progressSchema, form, saveProgress)
}

/** Saves a review's meeting and narrative and opens its page under `base`, which the page binds. */
export async function saveReviewAction(base: string, _: FormState, form: FormData): Promise<FormState> {
  const state = await submitAsActor(reviewSchema, form, saveReview)
  if (state.result?.ok) redirect(`${base}/${state.result.value.slug}`)
  return state
}

/** Freezes a review's figures. */
export async function freezeReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(freezeReviewSchema, form, freezeReview)
}

/** Freezes a review of which only counts are known. */
export async function recordReviewCountsAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(reviewCountsSchema, form, recordReviewCounts)
}

/** Opens a frozen review again. */
export async function reopenReviewAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(reopenReviewSchema, form, reopenReview)
}
