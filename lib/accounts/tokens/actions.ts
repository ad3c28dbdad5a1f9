'use server'

import { submitAsActor, type FormState } from '@/lib/platform/action'
import { idSchema } from '../schema'
import { createToken, revokeToken } from './commands'
import { createTokenSchema } from './schema'

export async function createTokenAction(
  _: FormState<{ token: string; name: string }>,
  form: FormData,
): Promise<FormState<{ token: string; name: string }>> {
  return submitAsActor(createTokenSchema, form, createToken)
}

export async function revokeTokenAction(_: FormState, form: FormData): Promise<FormState> {
  return submitAsActor(idSchema, form, (actor, { id }) => revokeToken(actor, id))
}
