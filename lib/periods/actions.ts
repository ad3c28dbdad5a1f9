'use server'
import { revalidatePath } from 'next/cache'
import { submitForm, type FormState } from '@/lib/platform/action'
import { requireActor } from '@/lib/platform/auth/current'
import { setPeriod, startYear, updateYear } from './commands'
import { periodSchema, yearSchema, yearStateSchema } from './schema'

/** Saves the theme of a year. */
export async function saveYear(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(yearSchema, form, (input, key) => updateYear(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Opens a prepared year. */
export async function openPreparedYear(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(yearStateSchema, form, (input, key) => startYear(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Saves a period's days. */
export async function savePeriod(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  const actor = await requireActor()
  const state = await submitForm(periodSchema, form, (input, key) => setPeriod(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}
