'use server'
import { revalidatePath } from 'next/cache'
import { submitForm, type FormState } from '@/lib/platform/action'
import { requireActor } from '@/lib/platform/auth/current'
import { addAlias, addDesignation, removeAlias } from './commands'
import { aliasSchema, designationSchema, removeAliasSchema } from './schema'

/** Adds an alias of a unit. */
export async function submitAlias(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(aliasSchema, form, (input, key) => addAlias(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Takes an alias off. */
export async function submitAliasRemoval(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(removeAliasSchema, form, (input, key) => removeAlias(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}

/** Gives a unit another name, kind or code from a day on. */
export async function submitDesignation(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor()
  const state = await submitForm(designationSchema, form, (input, key) => addDesignation(actor, input, key))
  revalidatePath('/setup', 'layout')
  return state
}
