/**
 * HTML of tables made in this process, by the content they were made from: the same content is printed once. The page's
 * payload carries only the id, so the table travels once, in the HTML.
 */
export type Rendered<T = unknown> = { id: string; html: string; extra: T }
type Kept = { scope: string; key: string; rendered: Rendered }
type Store = {
  /** The least lately used first. */
  byId: Map<string, Kept>
  byScope: Map<string, Map<string, Rendered>>
  next: number
  size: number
}

const LIMIT = 32 * 1024 * 1024
/** So many keys of one view are told to the database as known. */
const MOST_KNOWN = 16
const KEY = Symbol.for('cum-thi-dua.rendered')
const shared = globalThis as typeof globalThis & { [KEY]?: Store }

function store(): Store {
  return (shared[KEY] ??= { byId: new Map(), byScope: new Map(), next: 1, size: 0 })
}

const sizeOf = ({ scope, key, rendered }: Kept) => scope.length + key.length + rendered.html.length

/** What is kept of a view, by the key of its content: the latest last. */
export function keptUnder<T>(scope: string): ReadonlyMap<string, Rendered<T>> {
  const kept = [...(store().byScope.get(scope) ?? [])] as [string, Rendered<T>][]
  return new Map(kept.slice(-MOST_KNOWN))
}

/**
 * The table of a view (`scope`) for the content named by `key`; `make` runs only for content that is neither kept nor in
 * `held`, what {@link keptUnder} gave before the content was asked for. `extra` is kept beside the table.
 */
export function renderOnce<T>(
  scope: string,
  key: string,
  make: () => { html: string; extra: T },
  held?: ReadonlyMap<string, Rendered<T>>,
): Rendered<T> {
  const { byId, byScope } = store()
  const known = held?.get(key) ?? (byScope.get(scope)?.get(key) as Rendered<T> | undefined)
  const rendered = known ?? { id: `t${store().next++}`, ...make() }
  const kept = byId.get(rendered.id) ?? { scope, key, rendered }
  if (byId.delete(rendered.id)) {
    byId.set(rendered.id, kept)
    return rendered
  }
  byId.set(rendered.id, kept)
  byScope.set(scope, (byScope.get(scope) ?? new Map<string, Rendered>()).set(key, rendered))
  store().size += sizeOf(kept)
  for (const oldest of byId.values()) {
    if (store().size <= LIMIT || byId.size < 2) break
    byId.delete(oldest.rendered.id)
    const others = byScope.get(oldest.scope)
    others?.delete(oldest.key)
    if (others?.size === 0) byScope.delete(oldest.scope)
    store().size -= sizeOf(oldest)
  }
  return rendered
}

/** The HTML under an id, while it is kept; undefined in the browser. */
export function renderedHtml(id: string): string | undefined {
  return shared[KEY]?.byId.get(id)?.rendered.html
}
