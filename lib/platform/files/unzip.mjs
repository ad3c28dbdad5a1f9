// ZIP containers within limits: the directory is looked through before anything is unpacked.
import { createInflateRaw } from 'node:zlib'

const MAX_ENTRIES = 400
/** Bytes all parts may declare to unpack to, and bytes that may come out of those that are read. */
const MAX_UNPACKED = 80 * 1024 * 1024

export class Refusal extends Error {}
export const refuse = (problem) => {
  throw new Refusal(problem)
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** The directory of a ZIP container: name → where its bytes are. */
export function directoryOf(bytes) {
  let end = -1
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (bytes.readUInt32LE(at) !== END) continue
    end = at
    break
  }
  if (end < 0) refuse('BROKEN')
  const count = bytes.readUInt16LE(end + 10)
  if (count === 0xffff || count > MAX_ENTRIES) refuse('UNPACKS_TOO_BIG')
  const entries = new Map()
  let declared = 0
  let at = bytes.readUInt32LE(end + 16)
  for (let left = count; left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) refuse('BROKEN')
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    if (bytes.readUInt16LE(at + 8) & 1) refuse('ENCRYPTED')
    const key = name.replace(/^\/+/, '').toLowerCase()
    // Two parts of one name are read differently by different programs.
    if (entries.has(key)) refuse('BROKEN')
    declared += bytes.readUInt32LE(at + 24)
    entries.set(key, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      local: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  if (declared > MAX_UNPACKED) refuse('UNPACKS_TOO_BIG')
  return entries
}

let unpacked = 0

/** Bytes of a part, given to `take` piece by piece. */
export async function unpack(bytes, entry, take) {
  if (entry.local + 30 > bytes.length || bytes.readUInt32LE(entry.local) !== LOCAL) refuse('BROKEN')
  const start = entry.local + 30 + bytes.readUInt16LE(entry.local + 26) + bytes.readUInt16LE(entry.local + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) refuse('BROKEN')
  const count = (piece) => {
    unpacked += piece.length
    if (unpacked > MAX_UNPACKED) refuse('UNPACKS_TOO_BIG')
    take(piece)
  }
  if (entry.method === 0) return count(packed)
  if (entry.method !== 8) refuse('BROKEN')
  const inflate = createInflateRaw({ chunkSize: 256 * 1024 })
  inflate.end(packed)
  for await (const piece of inflate) count(piece)
}
