'use client'

import { fail, type Result } from '@/lib/platform/errors'
import { decodePaper, encodePaper, receiptOf, recount, TOKEN_BYTES } from './paper/rules'
import type { PublishedPapers, Votes } from './types'

type Bytes = Uint8Array<ArrayBuffer>

/** A token that waits for its signature: what the voter's device alone knows, kept so that a lost answer costs nothing. */
export type PendingToken = {
  keyNumber: number
  publicKey: string
  token: Bytes
  blinded: Bytes
  unblinder: Bytes
}
/** A paper received and not yet cast. */
export type HeldToken = { keyNumber: number; publicKey: string; token: Bytes; signature: Bytes }

/** Loaded only by those who vote: the library is large. RSABSSA-SHA384-PSS-Deterministic of RFC 9474. */
async function suite() {
  const { RSABSSA } = await import('@cloudflare/blindrsa-ts')
  return RSABSSA.SHA384.PSS.Deterministic()
}

const importKey = (publicKey: string) =>
  crypto.subtle.importKey('spki', fromBase64(publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, [
    'verify',
  ])

/** Browsers keep their cryptography from pages that did not come over https. */
export const canVoteHere = (): boolean => typeof crypto !== 'undefined' && crypto.subtle !== undefined

/** A new random token, blinded: what is sent tells nothing about the token. */
export async function prepareToken(publicKey: string, keyNumber: number): Promise<PendingToken> {
  const token = crypto.getRandomValues(new Uint8Array(TOKEN_BYTES))
  const { blindedMsg, inv } = await (await suite()).blind(await importKey(publicKey), token)
  return { keyNumber, publicKey, token, blinded: new Uint8Array(blindedMsg), unblinder: new Uint8Array(inv) }
}

/** Takes the blinding off and checks the signature. Throws where the server signed something else. */
export async function unblind(pending: PendingToken, signature: Bytes): Promise<HeldToken> {
  const { keyNumber, publicKey, token, unblinder } = pending
  const key = await importKey(publicKey)
  const finished = await (await suite()).finalize(key, token, signature, unblinder)
  return { keyNumber, publicKey, token, signature: new Uint8Array(finished) }
}

/** The paper that will be cast; `choices` are places in the order of the candidates, from 0. */
export const makePaper = ({ token, signature }: HeldToken, choices: number[]): Bytes =>
  new Uint8Array(encodePaper({ token, choices, signature }))

/** Asks for a signature. The same pending token may be sent again. */
export function requestSignature(
  ballotId: string,
  pending: PendingToken,
): Promise<Result<{ signature: string }>> {
  return send(`/api/app/v1/ballots/${ballotId}/issue`, 'same-origin', {
    keyNumber: pending.keyNumber,
    blinded: toBase64(pending.blinded),
  })
}

/** Sends the paper with nothing that says who sends it: no cookie, no account, no referrer. May be sent again. */
export function castPaper(ballotId: string, paper: Uint8Array): Promise<Result<{ receipt: string }>> {
  return send(`/api/app/v1/ballots/${ballotId}/papers`, 'omit', { paper: toBase64(paper) })
}

async function send<T>(url: string, credentials: RequestCredentials, body: object): Promise<Result<T>> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials,
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Result<T>
  } catch {
    return fail('unavailable', 'Chưa gửi được vì mất kết nối. Phiếu vẫn còn trên máy này; hãy gửi lại.')
  }
}

/** The receipt of a paper, reckoned on the device: the server's word is not needed for it. */
export async function receiptFor(paper: Bytes): Promise<string> {
  return receiptOf(new Uint8Array(await crypto.subtle.digest('SHA-256', paper)))
}

/** Twelve symbols of the key, the same on every device and on the projector unless voters are told apart. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', fromBase64(publicKey))
  return receiptOf(new Uint8Array(digest)).slice(0, 14)
}

/** Counts a published list anew on this device, with every signature and receipt checked. */
export async function recountPublished(list: PublishedPapers): Promise<{
  votes: Votes
  valid: number
  blank: number
  invalid: number
  unsigned: number
  wrongReceipts: number
}> {
  const key = list.publicKey ? await importKey(list.publicKey) : null
  const papers = list.papers.map(({ paper }) => fromBase64(paper))
  let unsigned = 0
  let wrongReceipts = 0
  for (const [index, bytes] of papers.entries()) {
    const paper = decodePaper(bytes)
    const signed =
      paper &&
      key &&
      (await crypto.subtle.verify(
        { name: 'RSA-PSS', saltLength: 48 },
        key,
        new Uint8Array(paper.signature),
        new Uint8Array(paper.token),
      ))
    if (!signed) unsigned += 1
    if ((await receiptFor(bytes)) !== list.papers[index]?.receipt) wrongReceipts += 1
  }
  const ids = list.candidates.toSorted((a, b) => a.position - b.position).map(({ id }) => id)
  return { ...recount(papers, ids, list.choose), unsigned, wrongReceipts }
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
