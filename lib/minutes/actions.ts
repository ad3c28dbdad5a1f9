'use server'
import { revalidatePath } from 'next/cache'
import { submitForm, type FormState } from '@/lib/platform/action'
import { requireActor } from '@/lib/platform/auth/current'
import { editMinutes, freezeMinutes } from './commands'
import { editMinutesSchema, freezeMinutesSchema } from './schema'

/** Saves one section written by hand. */
export async function editMinutesAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(editMinutesSchema, form, (input, key) => editMinutes(actor, input, key))
  revalidatePath('/meetings', 'layout')
  return state
}

/** Freezes the minutes. */
export async function freezeMinutesAction(
  _: FormState<{ hash: string }>,
  form: FormData,
): Promise<FormState<{ hash: string }>> {
  const actor = await requireActor()
  const state = await submitForm(freezeMinutesSchema, form, (input, key) => freezeMinutes(actor, input, key))
  revalidatePath('/meetings', 'layout')
  return state
}
