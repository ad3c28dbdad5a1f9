type Closer = () => Promise<void>

const KEY = Symbol.for('cum-thi-dua.closers')
const shared = globalThis as typeof globalThis & { [KEY]?: Map<string, Closer> }
const closers = (shared[KEY] ??= new Map<string, Closer>())

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
