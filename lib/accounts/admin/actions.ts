'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { submitForm, type FormState } from '@/lib/platform/action'
import { getActor } from '@/lib/platform/auth/current'
import { fail } from '@/lib/platform/errors'
import {
  disableAccount,
  enableAccount,
  endAccountSessions,
  grantRole,
  inviteAccount,
  resetPassword,
  revokeGrant,
} from './commands'
import { accountIdSchema, disableSchema, grantIdSchema, grantSchema, inviteSchema } from './schema'

type Invited = { accountId: string; invitationId: string }

function showLink(state: FormState<Invited>): FormState {
  if (state.result?.ok) {
    const { accountId, invitationId } = state.result.value
    redirect(`/admin/accounts/${accountId}?invitation=${invitationId}`)
  }
  return state
}

export async function inviteAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showLink(
    await submitForm(inviteSchema, form, async (input, key) =>
      actor ? inviteAccount(actor, input, key) : fail('unauthenticated'),
    ),
  )
}

export async function resetPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showLink(
    await submitForm(accountIdSchema, form, async (input, key) =>
      actor ? resetPassword(actor, input.accountId, key) : fail('unauthenticated'),
    ),
  )
}

function showAccounts(state: FormState): FormState {
  revalidatePath('/admin/accounts', 'layout')
  return state
}

export async function disableAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showAccounts(
    await submitForm(disableSchema, form, async (input) =>
      actor ? disableAccount(actor, input) : fail('unauthenticated'),
    ),
  )
}

export async function enableAccountAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showAccounts(
    await submitForm(accountIdSchema, form, async (input) =>
      actor ? enableAccount(actor, input.accountId) : fail('unauthenticated'),
    ),
  )
}

export async function endAccountSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showAccounts(
    await submitForm(accountIdSchema, form, async (input) =>
      actor ? endAccountSessions(actor, input.accountId) : fail('unauthenticated'),
    ),
  )
}

export async function grantRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showAccounts(
    await submitForm(grantSchema, form, async (input, key) =>
      actor ? grantRole(actor, input, key) : fail('unauthenticated'),
    ),
  )
}

export async function revokeGrantAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  return showAccounts(
    await submitForm(grantIdSchema, form, async (input) =>
      actor ? revokeGrant(actor, input.grantId) : fail('unauthenticated'),
    ),
  )
}
