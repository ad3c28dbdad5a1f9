type Parsed = { value: unknown; size: number }
type Store = { kept: Map<string, Parsed>; size: number }

/** Characters of JSON kept in all; and the longest text that is worth keeping. */
const LIMIT = 4 * 1024 * 1024
const LONGEST = LIMIT / 16
const KEY = Symbol.for('cum-thi-dua.parsed')
const shared = globalThis as typeof globalThis & { [KEY]?: Store }
const store: Store = (shared[KEY] ??= { kept: new Map(), size: 0 })

/** Stands between the JSON texts of a list that a statement gives as one text; no JSON text contains it (RFC 7464). */
export const RECORD_SEPARATOR = '\u001e'

/**
 * The value of a JSON text, parsed once a process while the text is among the latest used: a row that did not change
 * between two statements is the very same value, and what was reckoned from it can be kept beside it. It is shared, so
 * nobody may change it. Throws SyntaxError for what is no JSON.
 */
export function parsedOnce<T>(json: string): T {
  const known = store.kept.get(json)
  if (known) {
    // Back to the end of the line: the least lately used goes first.
    store.kept.delete(json)
    store.kept.set(json, known)
    return known.value as T
  }
  const value = JSON.parse(json) as T
  if (json.length > LONGEST) return value
  // A part of a longer text would keep all of it.
  store.kept.set(Buffer.from(json).toString(), { value, size: json.length })
  store.size += json.length
  for (const [oldest, { size }] of store.kept) {
    if (store.size <= LIMIT) break
    store.kept.delete(oldest)
    store.size -= size
  }
  return value
}

/** The values of JSON texts that stand one after another between separators; none in an empty text. */
export const parsedEach = <T>(records: string): T[] =>
  records === '' ? [] : records.split(RECORD_SEPARATOR).map((json) => parsedOnce<T>(json))
