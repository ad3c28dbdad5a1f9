type Closer = () => Promise<void>

const KEY = Symbol.for('cum-thi-dua.closers')
const DRAIN_KEY = Symbol.for('cum-thi-dua.drainers')
const shared = globalThis as typeof globalThis & {
  [KEY]?: Map<string, Closer>
  [DRAIN_KEY]?: Map<string, () => void>
}
const closers = (shared[KEY] ??= new Map<string, Closer>())
const drainers = (shared[DRAIN_KEY] ??= new Map<string, () => void>())

/** Registers what must end before requests in flight are waited for: answers that would never end by themselves. */
export function beforeDraining(name: string, end: () => void): void {
  drainers.set(name, end)
}

/** Called when the server begins to stop. */
export function beginDraining(): void {
  for (const end of drainers.values()) end()
}

/** Registers what must be closed after the last request has been answered; one closer a name. */
export function onShutdown(name: string, close: Closer): void {
  closers.set(name, close)
}

/** Closes in reverse order of registration; one that fails does not keep the others open. */
export async function closeEverything(): Promise<void> {
  const all = [...closers.values()].reverse()
  closers.clear()
  for (const close of all) await close().catch(() => {})
}
