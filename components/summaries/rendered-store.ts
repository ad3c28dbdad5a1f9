/**
 * HTML of tables made in this process, by the content they were made from: the same content is printed once. The page's
 * payload carries only the id, so the table travels once, in the HTML.
 */
type Store = { byKey: Map<string, Rendered>; byId: Map<string, string>; next: number; size: number }
export type Rendered<T = unknown> = { id: string; html: string; extra: T }

const LIMIT = 32 * 1024 * 1024
const KEY = Symbol.for('cum-thi-dua.rendered')
const shared = globalThis as typeof globalThis & { [KEY]?: Store }

function store(): Store {
  return (shared[KEY] ??= { byKey: new Map(), byId: new Map(), next: 1, size: 0 })
}

/** The table for this content; `make` runs only for content not seen lately. `extra` is kept beside it. */
export function renderOnce<T>(key: string, make: () => { html: string; extra: T }): Rendered<T> {
  const { byKey, byId } = store()
  const known = byKey.get(key) as Rendered<T> | undefined
  if (known) {
    byKey.delete(key)
    byKey.set(key, known)
    return known
  }
  const made = { id: `t${store().next++}`, ...make() }
  byKey.set(key, made)
  byId.set(made.id, made.html)
  store().size += key.length + made.html.length
  for (const [oldest, { id, html }] of byKey) {
    if (store().size <= LIMIT || byKey.size < 2) break
    byKey.delete(oldest)
    byId.delete(id)
    store().size -= oldest.length + html.length
  }
  return made
}

/** The HTML under an id, while it is kept; undefined in the browser. */
export function renderedHtml(id: string): string | undefined {
  return shared[KEY]?.byId.get(id)
}
