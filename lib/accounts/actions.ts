'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { submitForm, type FormState } from '@/lib/platform/action'
import { SESSION_DAYS, sessionCookieName, sessionCookieOptions } from '@/lib/platform/auth/cookie'
import { safeNextPath } from '@/lib/platform/auth/rules'
import { endSession } from '@/lib/platform/auth/session'
import { deviceOf, signIn } from '@/lib/platform/auth/sign-in'
import { signInSchema } from './schema'

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
