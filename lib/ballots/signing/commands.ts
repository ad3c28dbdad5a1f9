import 'server-only'
import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
  type KeyObject,
} from 'node:crypto'
import { promisify } from 'node:util'
import { SIGNATURE_BYTES } from '../paper/rules'
import type { ElectronicPaper } from '../types'

/** RSABSSA-SHA384-PSS-Deterministic of RFC 9474: a salt as long as the hash, the token signed as it is. */
const SALT_BYTES = 48

export type SigningKeys = { publicKey: string; privateKey: Uint8Array<ArrayBuffer> }

/** A new RSA-2048 pair (SPKI in base64, PKCS#8), made in the thread pool: no other request waits for it. */
export async function makeSigningKeys(): Promise<SigningKeys> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: SIGNATURE_BYTES * 8,
    publicExponent: 0x10001,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { publicKey: publicKey.toString('base64'), privateKey: new Uint8Array(privateKey) }
}

/**
 * BlindSign of RFC 9474: raw RSA on the blinded message, and the check of the result that a faulty computation would
 * fail. Null for what is no blinded message under this key.
 */
export function signBlinded(privateKey: Uint8Array, blinded: Uint8Array): Buffer<ArrayBuffer> | null {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  const padding = constants.RSA_NO_PADDING
  try {
    const signature = privateDecrypt({ key, padding }, blinded)
    const check = publicEncrypt({ key: createPublicKey(key), padding }, signature)
    return check.equals(blinded) ? Buffer.from(signature) : null
  } catch {
    return null
  }
}

const keys = new Map<string, KeyObject>()

function publicKeyOf(spki: string): KeyObject {
  const known = keys.get(spki)
  if (known) return known
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
  if (keys.size >= 50) keys.clear()
  keys.set(spki, key)
  return key
}

/** Whether the paper's token bears a signature of this ballot's key. */
export function isSigned(publicKey: string, paper: Pick<ElectronicPaper, 'token' | 'signature'>): boolean {
  const options = {
    key: publicKeyOf(publicKey),
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: SALT_BYTES,
  }
  return verify('sha384', paper.token, options, paper.signature)
}
