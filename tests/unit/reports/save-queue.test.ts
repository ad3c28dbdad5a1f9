import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SaveQueue } from '@/lib/reports/entry/client'
import type { Answer, Draft, FigureInput, Sending, SlotKey } from '@/lib/reports/entry/types'

const KEY: SlotKey = 'f:a:MAIN'
const OTHER: SlotKey = 'f:b:MAIN'
const words = (raw: string): FigureInput => ({ raw, breakdown: [], note: '', blankReason: null })

type Sent = { key: SlotKey; sending: Sending; answer: (answer: Answer) => void }

/** A server in the hand: every save waits until the test answers it. */
function scene({ drafts = new Map<SlotKey, Draft>(), clear = (raw: string) => !raw.includes('?') } = {}) {
  const sent: Sent[] = []
  let keys = 0
  const queue = new SaveQueue({
    drafts: {
      list: () => [...drafts],
      put: (key, draft) => drafts.set(key, structuredClone(draft)),
      drop: (key) => drafts.delete(key),
    },
    send: (key, sending) =>
      new Promise((resolve) => sent.push({ key, sending: structuredClone(sending), answer: resolve })),
    isClear: (_, input) => 'text' in input || clear(input.raw),
    newKey: () => `key-${++keys}`,
    now: () => 1_000,
  })
  queue.load([
    { key: KEY, input: words(''), version: 0 },
    { key: OTHER, input: words('7'), version: 3 },
  ])
  queue.start()
  return { queue, sent, drafts }
}

const turn = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the queue that saves what is typed', () => {
  it('keeps every keystroke at once and sends after a pause', async () => {
    const { queue, sent, drafts } = scene()
    queue.type(KEY, words('1'))
    expect(drafts.get(KEY)?.input).toEqual(words('1'))
    queue.type(KEY, words('12'))
    await vi.advanceTimersByTimeAsync(700)
    expect(sent).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(200)
    expect(sent.map(({ sending }) => sending)).toEqual([{ key: 'key-1', input: words('12'), version: 0 }])
    expect(queue.slot(KEY)?.state).toBe('saving')
    sent[0]!.answer({ kind: 'saved', version: 1 })
    await turn()
    expect(queue.slot(KEY)).toMatchObject({ state: 'saved', version: 1 })
    expect(drafts.has(KEY)).toBe(false)
    expect(queue.getStatus()).toMatchObject({ unsaved: 0, savedAt: 1_000 })
  })

  it('sends the next save of a cell only after the answer to the last, at the version it made', async () => {
    const { queue, sent } = scene()
    queue.type(KEY, words('1'))
    queue.commit(KEY)
    await turn()
    queue.type(KEY, words('12'))
    queue.commit(KEY)
    await turn()
    expect(sent).toHaveLength(1)
    sent[0]!.answer({ kind: 'saved', version: 1 })
    await turn()
    expect(sent[1]?.sending).toEqual({ key: 'key-2', input: words('12'), version: 1 })
  })

  it('sends the same save under the same key until it is answered, ever more rarely', async () => {
    const { queue, sent, drafts } = scene()
    queue.type(KEY, words('1'))
    queue.commit(KEY)
    await turn()
    sent[0]!.answer({ kind: 'later' })
    await turn()
    expect(queue.getStatus().connection).toBe('lost')
    expect(queue.slot(KEY)?.state).toBe('unsaved')
    queue.type(KEY, words('12'))
    queue.commit(KEY)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent[1]?.sending).toEqual(sent[0]?.sending)
    expect(drafts.get(KEY)).toMatchObject({ input: words('12'), sending: { key: 'key-1' } })
    sent[1]!.answer({ kind: 'later' })
    await vi.advanceTimersByTimeAsync(1_500)
    expect(sent).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(3)
    sent[2]!.answer({ kind: 'saved', version: 1 })
    await turn()
    expect(queue.getStatus().connection).toBe('good')
    expect(sent[3]?.sending).toEqual({ key: 'key-2', input: words('12'), version: 1 })
  })

  it('tries at once when the connection is back', async () => {
    const { queue, sent } = scene()
    queue.type(KEY, words('1'))
    queue.commit(KEY)
    await turn()
    sent[0]!.answer({ kind: 'later' })
    await turn()
    queue.retry()
    await turn()
    expect(sent).toHaveLength(2)
  })

  it('does not send what cannot be understood, nor forget it', async () => {
    const { queue, sent, drafts } = scene()
    queue.type(KEY, words('1.5?'))
    queue.commit(KEY)
    await turn()
    expect(sent).toHaveLength(0)
    expect(queue.slot(KEY)?.state).toBe('held')
    expect(queue.getStatus()).toMatchObject({ unsaved: 1, stuck: 1 })
    expect(drafts.get(KEY)?.input).toEqual(words('1.5?'))
  })

  it('takes up what an earlier page left, with the key it was sent under', async () => {
    const sending = { key: 'before', input: words('8'), version: 3 }
    const drafts = new Map<SlotKey, Draft>([
      [OTHER, { input: words('89'), version: 3, sending }],
      [KEY, { input: words('5'), version: 0, sending: null }],
    ])
    const { queue, sent } = scene({ drafts })
    expect(queue.slot(OTHER)).toMatchObject({ input: words('89'), state: 'unsaved' })
    await turn()
    expect(sent.map(({ sending }) => sending.key)).toEqual(['before', 'key-1'])
    sent[0]!.answer({ kind: 'saved', version: 4 })
    await turn()
    expect(sent[2]?.sending).toMatchObject({ input: words('89'), version: 4 })
  })

  it('knows a save that arrived although its answer was lost', async () => {
    const sending = { key: 'before', input: words('7'), version: 2 }
    const drafts = new Map<SlotKey, Draft>([[OTHER, { input: words('7'), version: 2, sending }]])
    const { queue, sent } = scene({ drafts })
    await turn()
    expect(sent).toHaveLength(0)
    expect(queue.slot(OTHER)).toMatchObject({ state: 'saved', version: 3 })
    expect(drafts.size).toBe(0)
  })

  it('shows what was acknowledged while the page before this one was going away', async () => {
    const before = scene()
    before.queue.type(KEY, words('5'))
    before.queue.commit(KEY)
    await turn()
    before.queue.leave(true)
    before.sent[0]!.answer({ kind: 'saved', version: 1 })
    await turn()
    const { queue, sent, drafts } = scene({ drafts: before.drafts })
    await turn()
    expect(queue.slot(KEY)).toMatchObject({ state: 'saved', input: words('5'), version: 1 })
    expect(sent).toHaveLength(0)
    expect(drafts.size).toBe(0)
  })

  it('shows both values of a conflict and saves the chosen one', async () => {
    const { queue, sent, drafts } = scene()
    const theirs = { input: words('90'), version: 4, by: 'Chị Lan', at: null }
    const conflict = async () => {
      queue.type(OTHER, words('80'))
      queue.commit(OTHER)
      await turn()
      sent.at(-1)!.answer({ kind: 'conflict', theirs })
      await turn()
    }
    await conflict()
    expect(queue.slot(OTHER)).toMatchObject({ state: 'conflict', input: words('80'), theirs })
    queue.commit(OTHER)
    await turn()
    expect(sent).toHaveLength(1)
    queue.keepMine(OTHER)
    await turn()
    expect(sent[1]?.sending).toMatchObject({ input: words('80'), version: 4 })
    sent[1]!.answer({ kind: 'conflict', theirs: { ...theirs, version: 5 } })
    await turn()
    queue.takeTheirs(OTHER)
    expect(queue.slot(OTHER)).toMatchObject({ state: 'saved', input: words('90'), version: 5 })
    expect(drafts.has(OTHER)).toBe(false)
  })

  it('is content when somebody else saved the same', async () => {
    const { queue, sent } = scene()
    queue.type(OTHER, words('80'))
    queue.commit(OTHER)
    await turn()
    sent[0]!.answer({ kind: 'conflict', theirs: { input: words(' 80 '), version: 4, by: null, at: null } })
    await turn()
    expect(queue.slot(OTHER)).toMatchObject({ state: 'saved', version: 4 })
  })

  it('waits for everything on its way, and gives up waiting when the way is broken', async () => {
    const { queue, sent } = scene()
    queue.type(KEY, words('1'))
    queue.type(OTHER, words('8'))
    let done = false
    const flushed = queue.flush().then(() => (done = true))
    await turn()
    expect(sent).toHaveLength(2)
    sent[0]!.answer({ kind: 'saved', version: 1 })
    await turn()
    expect(done).toBe(false)
    sent[1]!.answer({ kind: 'signed-out' })
    await flushed
    expect(queue.getStatus()).toMatchObject({ unsaved: 1, connection: 'signed-out' })
  })

  it('says why the server refused, and sends anew when it is mended', async () => {
    const { queue, sent } = scene()
    queue.type(KEY, words('1'))
    queue.commit(KEY)
    await turn()
    sent[0]!.answer({ kind: 'refused', message: 'Con số này quá lớn.' })
    await turn()
    expect(queue.slot(KEY)).toMatchObject({ state: 'refused', message: 'Con số này quá lớn.' })
    queue.type(KEY, words('2'))
    queue.commit(KEY)
    await turn()
    expect(sent[1]?.sending).toMatchObject({ key: 'key-2', version: 0 })
  })

  it('needs no save for what is as it was', async () => {
    const { queue, sent, drafts } = scene()
    queue.type(OTHER, words('70'))
    queue.type(OTHER, words('7 '))
    queue.commit(OTHER)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toHaveLength(0)
    expect(queue.slot(OTHER)?.state).toBe('saved')
    expect(drafts.size).toBe(0)
  })
})
