import 'server-only'
import { prisma, transaction } from '../db'
import { fail, ok, type Result } from '../errors'
import { logger } from '../logger'
import { recordAuditIn } from '../audit'
import { passwordFits } from './password'
import { foldEmail, waitInWords } from './rules'
import { countAttempt, forgetAttempts } from './throttle'
import { endSession, openSessionIn } from './session'

export type Device = { address: string | null; userAgent: string | null }
export type SignedIn = { token: string; accountId: string; mustChangePassword: boolean }

const WRONG = 'Email hoặc mật khẩu không đúng. Hãy xem lại cả hai.'

/**
 * The one judge of a sign-in, for the page and for next-auth's own address. A wrong password, an unknown account and a
 * closed one get the same answer in the same time. Success always opens a new session and ends the one that the browser
 * came with, so that a planted cookie is worth nothing.
 */
export async function signIn(
  credentials: { email: string; password: string },
  device: Device,
  formerToken: string | undefined,
): Promise<Result<SignedIn>> {
  const email = foldEmail(credentials.email).slice(0, 254)
  const wait = await countAttempt(email, device.address)
  if (wait !== null) {
    logger.warn({ security: true, event: 'sign_in_delayed' }, 'sign-in delayed')
    return fail(
      'rate_limited',
      `Đã nhập sai nhiều lần. Hãy chờ ${waitInWords(wait)} rồi thử lại; quên mật khẩu thì báo quản trị hệ thống.`,
    )
  }
  const account = await prisma.account.findUnique({ where: { email } })
  const fits = await passwordFits(account?.passwordHash, credentials.password)
  if (!account || !fits || account.disabledAt) {
    logger.warn(
      { security: true, event: 'sign_in_refused', accountId: account?.id ?? null },
      'sign-in refused',
    )
    return fail('invalid', WRONG)
  }
  await forgetAttempts(email, device.address)
  await endSession(formerToken)
  const token = await transaction(async (tx) => {
    const opened = await openSessionIn(tx, account.id, device)
    await recordAuditIn(
      tx,
      { accountId: account.id },
      { action: 'signIn', entity: 'account', entityId: account.id },
    )
    return opened
  })
  return ok({ token, accountId: account.id, mustChangePassword: account.mustChangePassword })
}

/** The browser's address, as the server in front of Next saw it, and its name. */
export function deviceOf(headers: { get(name: string): string | null }): Device {
  return { address: headers.get('x-client-address'), userAgent: headers.get('user-agent') }
}
