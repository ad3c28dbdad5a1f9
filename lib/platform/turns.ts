import 'server-only'

const last = new Map<string, Promise<unknown>>()

/**
 * Runs what shares a key one after another within this process. For transactions that would wait for the same row
 * anyway: waiting here they hold no database connection, which everyone else would miss. And for work whose memory the
 * server has once, not several times.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = last.get(key)
  const mine = (async () => {
    await before?.catch(() => undefined)
    return work()
  })()
  last.set(key, mine)
  try {
    return await mine
  } finally {
    if (last.get(key) === mine) last.delete(key)
  }
}
