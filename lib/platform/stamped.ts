import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** What is kept under a key: the bytes, and the stamp of the data they were made from. */
export type Stamped = { stamp: string; bytes: Buffer; gzipped?: Promise<Buffer> }
type Store = { kept: Map<string, Stamped>; making: Map<string, Promise<Stamped | null>>; size: number }

const LIMIT = 16 * 1024 * 1024
const KEY = Symbol.for('cum-thi-dua.stamped')
const shared = globalThis as typeof globalThis & { [KEY]?: Store }
const store: Store = (shared[KEY] ??= { kept: new Map(), making: new Map(), size: 0 })

function keep(key: string, entry: Stamped): void {
  const before = store.kept.get(key)
  if (before) {
    store.kept.delete(key)
    store.size -= before.bytes.length
  }
  store.kept.set(key, entry)
  store.size += entry.bytes.length
  for (const [oldest, { bytes }] of store.kept) {
    if (store.size <= LIMIT || store.kept.size < 2) break
    store.kept.delete(oldest)
    store.size -= bytes.length
  }
}

/**
 * Bytes made from data that `stamp` names, made once a process for a key and stamp; null where `make` finds nothing. The
 * stamp must be read before `make` reads: what is kept may then be newer than its stamp, never older. Whoever reads the
 * stamp from the database at every request gets every change at once, on any number of instances.
 */
export async function stampedBytes(
  key: string,
  stamp: string,
  make: () => Promise<Buffer | null>,
): Promise<Stamped | null> {
  const held = store.kept.get(key)
  if (held?.stamp === stamp) {
    // Back to the end of the line: the least lately used goes first.
    store.kept.delete(key)
    store.kept.set(key, held)
    return held
  }
  const job = `${key}\n${stamp}`
  const running = store.making.get(job)
  if (running) return running
  const making = make()
    .then((bytes) => {
      const made = bytes && { stamp, bytes }
      if (made) keep(key, made)
      return made
    })
    .finally(() => store.making.delete(job))
  store.making.set(job, making)
  return making
}

/** The same bytes for a line that carries little; packed once, and far smaller than what they stand beside. */
export function gzippedBytes(made: Stamped): Promise<Buffer> {
  return (made.gzipped ??= promisify(gzip)(made.bytes, { level: 4 }))
}
