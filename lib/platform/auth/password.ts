import 'server-only'
import { hash, verify } from '@node-rs/argon2'

// argon2id with the parameters OWASP recommends; the library's default algorithm is argon2id.
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 }

let nobody: Promise<string> | undefined

/** Vietnamese letters are typed composed or decomposed depending on the keyboard: both give one hash. */
const spelled = (password: string) => password.normalize('NFC')

export function hashPassword(password: string): Promise<string> {
  return hash(spelled(password), COST)
}

/** Whether the password fits. Without a hash (no such account, no password yet) it takes the same time and says no. */
export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const known = stored ?? (await (nobody ??= hashPassword('nobody has this password')))
  const fits = await verify(known, spelled(password)).catch(() => false)
  return fits && stored != null
}
