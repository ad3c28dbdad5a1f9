'use server'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { chooseStatedFigure, recordStatedFigure } from './commands'
import { chooseStatedSchema, recordStatedSchema } from './schema'

/** Records what another source says of a cluster's figure. */
export async function recordStatedAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(recordStatedSchema, form, recordStatedFigure)
}

/** Chooses which source's figure shows. */
export async function chooseStatedAction(
  _: FormState<undefined>,
  form: FormData,
): Promise<FormState<undefined>> {
  return submitAsActor(chooseStatedSchema, form, chooseStatedFigure)
}
