'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { revalidatePath } from 'next/cache'
import { submitForm, type FormState } from '@/lib/platform/action'
import { getActor, getActorBeforePasswordChange } from '@/lib/platform/auth/current'
import { SESSION_DAYS, sessionCookieName, sessionCookieOptions } from '@/lib/platform/auth/cookie'
import { safeNextPath } from '@/lib/platform/auth/rules'
import { endSession } from '@/lib/platform/auth/session'
import { deviceOf, signIn } from '@/lib/platform/auth/sign-in'
import { fail } from '@/lib/platform/errors'
import {
  acceptInvitation,
  changePassword,
  delegate,
  revokeDelegation,
  revokeSession,
  signOutEverywhere,
} from './commands'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  delegateSchema,
  idSchema,
  signInSchema,
} from './schema'

export async function signInAction(_: FormState, form: FormData): Promise<FormState> {
  const jar = await cookies()
  const device = deviceOf(await headers())
  let landing = '/my-work'
  const state = await submitForm(signInSchema, form, async (input) => {
    const outcome = await signIn(input, device, jar.get(sessionCookieName())?.value)
    if (!outcome.ok) return outcome
    await keepSession(outcome.value.token)
    const next = safeNextPath(input.next)
    landing = next ?? landing
    if (outcome.value.mustChangePassword)
      landing = `/change-password${next ? `?next=${encodeURIComponent(next)}` : ''}`
    return { ok: true, value: undefined }
  })
  if (state.result?.ok) redirect(landing)
  return state
}

async function keepSession(token: string): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge: SESSION_DAYS * 86_400 })
}

export async function signOutAction(): Promise<void> {
  const jar = await cookies()
  await endSession(jar.get(sessionCookieName())?.value)
  jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 })
  redirect('/sign-in')
}

/** From the account page: stays there. */
export async function changePasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActorBeforePasswordChange()
  const state = await submitForm(changePasswordSchema, form, async (input) =>
    actor ? changePassword(actor, input) : fail('unauthenticated'),
  )
  if (state.result?.ok) revalidatePath('/account')
  return state
}

/** The change that a first password owes: goes on to where she was going. */
export async function changeFirstPasswordAction(_: FormState, form: FormData): Promise<FormState> {
  const state = await changePasswordAction(_, form)
  if (state.result?.ok) redirect(safeNextPath(form.get('next')) ?? '/my-work')
  return state
}

export async function acceptInvitationAction(
  token: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const state = await submitForm(acceptInvitationSchema, form, (input) =>
    acceptInvitation(String(token), input.newPassword),
  )
  if (state.result?.ok) redirect('/sign-in?password=set')
  return state
}

export async function revokeSessionAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  const state = await submitForm(idSchema, form, async ({ id }) =>
    actor ? revokeSession(actor, id) : fail('unauthenticated'),
  )
  revalidatePath('/account')
  return state
}

export async function signOutEverywhereAction(): Promise<void> {
  const actor = await getActor()
  if (actor) await signOutEverywhere(actor)
  await signOutAction()
}

export async function delegateAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  const state = await submitForm(delegateSchema, form, async (input, key) =>
    actor ? delegate(actor, input, key) : fail('unauthenticated'),
  )
  if (state.result?.ok) revalidatePath('/account')
  return state
}

export async function revokeDelegationAction(_: FormState, form: FormData): Promise<FormState> {
  const actor = await getActor()
  const state = await submitForm(idSchema, form, async ({ id }) =>
    actor ? revokeDelegation(actor, id) : fail('unauthenticated'),
  )
  revalidatePath('/account')
  return state
}
