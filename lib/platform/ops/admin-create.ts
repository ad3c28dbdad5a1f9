import { randomInt } from 'node:crypto'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { closeEverything } from '../shutdown'
import { withDatabase } from './database'

export type AdminOutcome =
  { ok: true; email: string; password: string; created: boolean } | { ok: false; problem: string }

// Without the letters and digits that are read for one another.
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'

/**
 * A production's first account: an administrator who must change the password at the first sign-in.
 * Without `password` a one-time password is made. `reset` gives an existing administrator a new one.
 */
export async function createAdmin(input: {
  email: string
  password?: string
  reset?: boolean
}): Promise<AdminOutcome> {
  const email = input.email.trim().toLowerCase()
  if (!z.email().safeParse(email).success)
    return { ok: false, problem: `"${input.email}" is not an e-mail address.` }
  const password = input.password ?? oneTimePassword()
  if (password.length < 10) return { ok: false, problem: 'The password needs at least 10 characters.' }

  const { transaction } = await import('../db')
  const { hashPassword } = await import('../auth/password')
  const { recordAuditIn } = await import('../audit')
  const secret = { passwordHash: await hashPassword(password), mustChangePassword: true }
  return transaction(async (tx) => {
    const known = await tx.account.findUnique({
      where: { email },
      include: { grants: { where: { role: 'SYSTEM_ADMIN', revokedAt: null } } },
    })
    if (known && !input.reset) {
      return {
        ok: false,
        problem: `${email} exists already; add --reset to give it a new one-time password.`,
      }
    }
    if (known && known.grants.length === 0) {
      return { ok: false, problem: `${email} is not an administrator's account; use another address.` }
    }
    const account = known
      ? await tx.account.update({
          where: { id: known.id },
          data: { ...secret, disabledAt: null, version: { increment: 1 } },
        })
      : await tx.account.create({
          data: { email, name: 'Quản trị hệ thống', ...secret, grants: { create: { role: 'SYSTEM_ADMIN' } } },
        })
    if (known) {
      await tx.session.updateMany({
        where: { accountId: known.id, revokedAt: null },
        data: { revokedAt: new Date() },
      })
    }
    await recordAuditIn(tx, null, {
      action: known ? 'resetAdminFromCommandLine' : 'createAdminFromCommandLine',
      entity: 'Account',
      entityId: account.id,
    })
    return { ok: true, email, password, created: !known }
  })
}

function oneTimePassword(): string {
  const part = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [part(), part(), part(), part()].join('-')
}

/** The first line of what is piped in; undefined at a terminal. */
async function pipedPassword(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined
  let text = ''
  for await (const chunk of process.stdin.setEncoding('utf8')) text += String(chunk)
  return text.split(/\r?\n/, 1)[0] || undefined
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [email, ...flags] = process.argv.slice(2)
  if (!email) {
    console.error('Name the account: npm run admin:create -- admin@example.vn [--reset] [--stdin]')
    process.exit(1)
  }
  const given = flags.includes('--stdin') ? await pipedPassword() : undefined
  await withDatabase(async () => {
    const outcome = await createAdmin({ email, password: given, reset: flags.includes('--reset') })
    await closeEverything()
    if (!outcome.ok) {
      console.error(outcome.problem)
      process.exitCode = 1
      return
    }
    console.log(`${outcome.email} ${outcome.created ? 'is now an administrator' : 'has a new password'}.`)
    if (given === undefined) console.log(`One-time password: ${outcome.password}`)
    console.log('It must be changed at the first sign-in.')
  })
}
