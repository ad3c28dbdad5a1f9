'use server'

import { redirect } from 'next/navigation'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { changeTerritory } from './commands'
import { revertTerritoryChange } from './reversal/commands'
import { carryOutSchema, revertSchema } from './schema'

/** Carries out a previewed change and goes back to the list of changes. */
export async function changeTerritoryAction(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const state = await submitAsActor(carryOutSchema, form, changeTerritory)
  if (state.result?.ok) redirect(`/setup/territory?xong=${state.result.value.id}`)
  return state
}

/** Undoes a change. */
export async function revertTerritoryAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(revertSchema, form, revertTerritoryChange)
}
