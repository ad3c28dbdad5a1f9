import type { ElectronicPaper, Votes } from '../types'

export const TOKEN_BYTES = 32
export const SIGNATURE_BYTES = 256
/** One bit a candidate, so that a paper has one size whatever is chosen. */
const CHOICE_BYTES = 16
export const MAX_CANDIDATES = CHOICE_BYTES * 8
export const PAPER_BYTES = TOKEN_BYTES + CHOICE_BYTES + SIGNATURE_BYTES

/** A paper as it travels and is stored: token, choices, signature. `choices` are positions from 0. */
export function encodePaper({ token, choices, signature }: ElectronicPaper): Uint8Array {
  if (token.length !== TOKEN_BYTES || signature.length !== SIGNATURE_BYTES) throw new Error('wrong size')
  const bytes = new Uint8Array(PAPER_BYTES)
  bytes.set(token, 0)
  for (const choice of choices) {
    if (!Number.isInteger(choice) || choice < 0 || choice >= MAX_CANDIDATES) throw new Error('wrong choice')
    const at = TOKEN_BYTES + (choice >> 3)
    bytes[at] = (bytes[at] ?? 0) | (1 << (choice & 7))
  }
  bytes.set(signature, TOKEN_BYTES + CHOICE_BYTES)
  return bytes
}

/** Null for what is no paper. */
export function decodePaper(bytes: Uint8Array): ElectronicPaper | null {
  if (bytes.length !== PAPER_BYTES) return null
  const choices: number[] = []
  for (let choice = 0; choice < MAX_CANDIDATES; choice += 1)
    if (((bytes[TOKEN_BYTES + (choice >> 3)] ?? 0) >> (choice & 7)) & 1) choices.push(choice)
  return {
    token: bytes.slice(0, TOKEN_BYTES),
    choices,
    signature: bytes.slice(TOKEN_BYTES + CHOICE_BYTES),
  }
}

/** Whether the choices are ones this ballot offers. A paper with none is blank, and may be cast. */
export const isWithinChoice = (choices: readonly number[], candidates: number, choose: number): boolean =>
  choices.length <= choose && choices.every((choice) => choice < candidates)

/** Where a paper stands among sorted ones, and the stored paper with the same token if there is one. */
export function placeOf(
  papers: readonly Uint8Array[],
  paper: Uint8Array,
): { at: number; same: Uint8Array | null } {
  let low = 0
  let high = papers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareTokens(papers[middle] ?? paper, paper) < 0) low = middle + 1
    else high = middle
  }
  const found = papers[low]
  return { at: low, same: found && compareTokens(found, paper) === 0 ? found : null }
}

function compareTokens(a: Uint8Array, b: Uint8Array): number {
  for (let index = 0; index < TOKEN_BYTES; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/** Counts published papers anew: votes by candidate, valid and blank papers. Candidates stand in order of position. */
export function recount(
  papers: readonly Uint8Array[],
  candidateIds: readonly string[],
  choose: number,
): { votes: Votes; valid: number; blank: number; invalid: number } {
  const votes: Votes = Object.fromEntries(candidateIds.map((id) => [id, 0]))
  let valid = 0
  let blank = 0
  let invalid = 0
  for (const bytes of papers) {
    const paper = decodePaper(bytes)
    if (!paper || !isWithinChoice(paper.choices, candidateIds.length, choose)) invalid += 1
    else if (paper.choices.length === 0) blank += 1
    else {
      valid += 1
      for (const choice of paper.choices) {
        const id = candidateIds[choice]
        if (id !== undefined) votes[id] = (votes[id] ?? 0) + 1
      }
    }
  }
  return { votes, valid, blank, invalid }
}

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A receipt from the SHA-256 of a paper: 80 bits, sixteen symbols that cannot be misread, in groups of four. */
export function receiptOf(digest: Uint8Array): string {
  let bits = 0n
  for (const byte of digest.slice(0, 10)) bits = (bits << 8n) | BigInt(byte)
  let text = ''
  for (let group = 15; group >= 0; group -= 1) {
    text += SYMBOLS[Number((bits >> BigInt(group * 5)) & 31n)]
    if (group % 4 === 0 && group > 0) text += '-'
  }
  return text
}

/** A receipt as people type it, in the form it is listed. */
export function cleanReceipt(typed: string): string {
  const symbols = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return symbols.match(/.{1,4}/g)?.join('-') ?? ''
}
