'use server'
import { submitAsActor, type FormState } from '@/lib/platform/action'
import { addAlias, addDesignation, removeAlias } from './commands'
import { aliasSchema, designationSchema, removeAliasSchema } from './schema'

/** Adds an alias of a unit. */
export async function submitAlias(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(aliasSchema, form, addAlias)
}

/** Takes an alias off. */
export async function submitAliasRemoval(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(removeAliasSchema, form, removeAlias)
}

/** Gives a unit another name, kind or code from a day on. */
export async function submitDesignation(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(designationSchema, form, addDesignation)
}
