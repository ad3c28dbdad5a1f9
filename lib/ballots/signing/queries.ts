import 'server-only'
import { createHash } from 'node:crypto'
import { receiptOf } from '../paper/rules'

export const hashOf = (bytes: Uint8Array): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(bytes).digest())

/** The receipt of a paper. */
export const receiptFor = (paper: Uint8Array): string => receiptOf(hashOf(paper))

/** Twelve symbols of a public key (SPKI, base64), as every device reckons them for itself. */
export const keyPrintOf = (publicKey: string): string =>
  receiptOf(hashOf(Buffer.from(publicKey, 'base64'))).slice(0, 14)
