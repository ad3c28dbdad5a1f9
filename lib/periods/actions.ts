'use server'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { setPeriod, startYear, updateYear } from './commands'
import { periodSchema, yearSchema, yearStateSchema } from './schema'

/** Saves the theme of a year. */
export async function saveYear(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(yearSchema, form, updateYear)
}

/** Opens a prepared year. */
export async function openPreparedYear(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(yearStateSchema, form, startYear)
}

/** Saves a period's days. */
export async function savePeriod(
  _: FormState<{ id: string }>,
  form: FormData,
): Promise<FormState<{ id: string }>> {
  return submitAsActor(periodSchema, form, setPeriod)
}
