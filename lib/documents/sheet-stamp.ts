import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/platform/env'
import type { Cell, ReadSheet } from '@/lib/platform/files/types'
import type { FormStamp } from './sheets/types'

/** Name of the sheet that nobody sees; ASCII, since it is looked up by it. */
export const STAMP_SHEET = 'ctd'
const PIECE = 30_000

const signatureOf = (payload: string) =>
  createHmac('sha256', env().AUTH_SECRET).update(`report form\n${payload}`).digest('base64url')

/** A short print of a text: enough to see that a row was not touched. */
export const printOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16)

/** The rows of the hidden sheet: signature first, then the payload in pieces a cell can hold. */
export function stampRows(stamp: FormStamp): Cell[][] {
  const payload = Buffer.from(JSON.stringify(stamp)).toString('base64url')
  const pieces = payload.match(new RegExp(`.{1,${PIECE}}`, 'g')) ?? []
  return [[{ text: signatureOf(payload) }], ...pieces.map((piece): Cell[] => [{ text: piece }])]
}

/** The stamp of an uploaded form; null where there is none or it was not signed here. */
export function readStamp(sheets: readonly ReadSheet[]): FormStamp | null {
  const cells = sheets.find(({ name }) => name === STAMP_SHEET)?.cells.filter(({ column }) => column === 1)
  const [signature, ...pieces] = (cells ?? []).sort((a, b) => a.row - b.row).map(({ value }) => value)
  if (!signature || pieces.length === 0) return null
  const payload = pieces.join('')
  const expected = Buffer.from(signatureOf(payload))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const stamp = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as FormStamp
  return stamp.format === 1 ? stamp : null
}
