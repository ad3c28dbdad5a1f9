import type { DraftStore } from '../client'
import { sameInput } from './rules'
import type { Answer, EntryInput, QueueStatus, Sending, Slot, SlotKey } from './types'

const IDLE_MS = 800
const AT_ONCE = 2
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

export type QueueParts = {
  drafts: DraftStore
  send: (key: SlotKey, sending: Sending) => Promise<Answer>
  /** Whether it may be sent as it stands; a question first wants its answer. */
  isClear: (key: SlotKey, input: EntryInput) => boolean
  newKey: () => string
  now: () => number
}

/**
 * Saves what is typed, each slot in order and once: a save keeps its key and its words until the server has answered,
 * and only then does the next one of the slot go. Everything unacknowledged stands in the drafts.
 */
export class SaveQueue {
  private slots = new Map<SlotKey, Slot>()
  private sending = new Map<SlotKey, Sending>()
  private inFlight = new Set<SlotKey>()
  private ready: SlotKey[] = []
  private idle = new Map<SlotKey, ReturnType<typeof setTimeout>>()
  private listeners = new Set<() => void>()
  private wait = FIRST_WAIT_MS
  private again: ReturnType<typeof setTimeout> | null = null
  private status: QueueStatus = { unsaved: 0, stuck: 0, connection: 'good', savedAt: null }
  private started = false
  /** Nothing goes out until the next attempt. */
  private blocked = false
  private leaving = false

  constructor(private parts: QueueParts) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  getStatus = (): QueueStatus => this.status

  slot(key: SlotKey): Slot | undefined {
    return this.slots.get(key)
  }

  all(): Slot[] {
    return [...this.slots.values()]
  }

  /** What the server holds, as the page was made. Typed words stay; a slot at rest takes the newer value. */
  load(entries: readonly { key: SlotKey; input: EntryInput; version: number }[]): void {
    for (const { key, input, version } of entries) {
      const slot = this.slots.get(key)
      if (!slot) {
        this.slots.set(key, {
          key,
          input,
          saved: input,
          version,
          state: 'saved',
          message: null,
          theirs: null,
        })
      } else if (version > slot.version && slot.state === 'saved') {
        this.slots.set(key, { ...slot, input, saved: input, version })
      } else if (slot.saved === null) this.slots.set(key, { ...slot, saved: input })
    }
    this.changed()
  }

  /** Words that a posted form could not save stay in their box, with the reason. */
  refused(key: SlotKey, input: EntryInput, message: string | null): void {
    const slot = this.slots.get(key)
    if (slot) this.put({ ...slot, input, state: 'refused', message })
  }

  /** Takes up what an earlier page left unsent, once. */
  start(): void {
    if (this.started) return
    this.started = true
    for (const [key, draft] of this.parts.drafts.list()) {
      const slot = this.slots.get(key)
      // Words typed while the page was loading are newer than any draft.
      if (slot && slot.state !== 'saved') continue
      if (draft.arrived) {
        this.parts.drafts.drop(key)
        if (slot && slot.version < draft.version)
          this.slots.set(key, { ...slot, input: draft.input, saved: draft.input, version: draft.version })
        continue
      }
      const { sending } = draft
      const arrived =
        sending !== null && slot?.version === sending.version + 1 && sameInput(sending.input, slot.saved)
      if (slot && sameInput(draft.input, slot.saved) && (sending === null || arrived)) {
        this.parts.drafts.drop(key)
        continue
      }
      if (sending && !arrived) this.sending.set(key, sending)
      this.slots.set(key, {
        key,
        input: draft.input,
        saved: slot?.saved ?? null,
        version: arrived && slot ? slot.version : draft.version,
        state: 'unsaved',
        message: null,
        theirs: null,
      })
      this.keep(key)
      this.enqueue(key)
    }
    this.changed()
  }

  /** A keystroke: kept at once, sent after a pause. */
  type(key: SlotKey, input: EntryInput): void {
    const slot = this.slots.get(key)
    if (!slot) return
    const state = slot.state === 'conflict' ? 'conflict' : this.restState(key, input, slot)
    this.slots.set(key, { ...slot, input, state, message: null })
    this.keep(key)
    clearTimeout(this.idle.get(key))
    this.idle.set(
      key,
      setTimeout(() => this.commit(key), IDLE_MS),
    )
    this.changed()
  }

  /** Leaves the cell: what stands in it is to be saved now. */
  commit(key: SlotKey): void {
    clearTimeout(this.idle.get(key))
    this.idle.delete(key)
    const slot = this.slots.get(key)
    if (!slot || slot.state === 'conflict') return
    if (this.sending.has(key) || !sameInput(slot.input, slot.saved)) this.enqueue(key)
    else if (slot.state !== 'saved') this.put({ ...slot, state: 'saved', message: null })
    this.changed()
  }

  /** Sends everything that can be sent and waits until nothing moves any more. */
  async flush(): Promise<QueueStatus> {
    for (const slot of this.all()) if (slot.state !== 'saved') this.commit(slot.key)
    this.retry()
    await new Promise<void>((resolve) => {
      const settled = () => {
        if (this.inFlight.size > 0 || (this.ready.length > 0 && !this.blocked)) return
        stop()
        resolve()
      }
      const stop = this.subscribe(settled)
      settled()
    })
    return this.status
  }

  /** The connection is back, or she has signed in again. */
  retry = (): void => {
    if (this.again) clearTimeout(this.again)
    this.again = null
    this.wait = FIRST_WAIT_MS
    this.blocked = false
    if (this.unsent() === 0) this.connection('good')
    for (const key of this.sending.keys()) this.enqueue(key)
    this.pump()
  }

  /** The page is going away, or is not after all. */
  leave = (leaving: boolean): void => {
    this.leaving = leaving
  }

  connectionLost = (): void => {
    if (this.status.connection === 'good') this.connection('lost')
  }

  /** Of two values, hers: saved over the other, knowingly. */
  keepMine(key: SlotKey): void {
    const slot = this.slots.get(key)
    if (!slot?.theirs) return
    const { input, version } = slot.theirs
    this.put({ ...slot, saved: input, version, state: 'unsaved', theirs: null, message: null })
    this.commit(key)
  }

  /** Of two values, the other one. */
  takeTheirs(key: SlotKey): void {
    const slot = this.slots.get(key)
    if (!slot?.theirs) return
    const { input, version } = slot.theirs
    this.put({ ...slot, input, saved: input, version, state: 'saved', theirs: null, message: null })
    this.changed()
  }

  private restState(key: SlotKey, input: EntryInput, slot: Slot): Slot['state'] {
    if (this.sending.has(key)) return this.inFlight.has(key) ? 'saving' : 'unsaved'
    return sameInput(input, slot.saved) ? 'saved' : 'unsaved'
  }

  private put(slot: Slot): void {
    this.slots.set(slot.key, slot)
    this.keep(slot.key)
  }

  private keep(key: SlotKey): void {
    const slot = this.slots.get(key)
    if (!slot) return
    const sending = this.sending.get(key) ?? null
    if (!sending && sameInput(slot.input, slot.saved)) this.parts.drafts.drop(key)
    else this.parts.drafts.put(key, { input: slot.input, version: slot.version, sending })
  }

  private enqueue(key: SlotKey): void {
    if (!this.ready.includes(key) && !this.inFlight.has(key)) this.ready.push(key)
    queueMicrotask(() => this.pump())
  }

  private pump(): void {
    while (!this.blocked && this.inFlight.size < AT_ONCE) {
      const key = this.ready.shift()
      if (key === undefined) break
      this.begin(key)
    }
    this.changed()
  }

  private begin(key: SlotKey): void {
    const slot = this.slots.get(key)
    if (!slot || this.inFlight.has(key)) return
    let sending = this.sending.get(key)
    if (!sending) {
      if (sameInput(slot.input, slot.saved)) return this.put({ ...slot, state: 'saved', message: null })
      if (!this.parts.isClear(key, slot.input)) return this.put({ ...slot, state: 'held' })
      sending = { key: this.parts.newKey(), input: slot.input, version: slot.version }
      this.sending.set(key, sending)
    }
    this.inFlight.add(key)
    this.put({ ...slot, state: 'saving', message: null })
    const sent = sending
    this.parts
      .send(key, sent)
      .catch((): Answer => ({ kind: 'later' }))
      .then((answer) => this.answered(key, sent, answer))
      .catch(() => undefined)
  }

  private answered(key: SlotKey, sent: Sending, answer: Answer): void {
    this.inFlight.delete(key)
    const slot = this.slots.get(key)
    if (!slot) return
    if (answer.kind === 'later' || answer.kind === 'signed-out') {
      this.put({ ...slot, state: 'unsaved' })
      this.ready.unshift(key)
      this.blocked = true
      this.connection(answer.kind === 'later' ? 'lost' : 'signed-out')
      return this.waitAndRetry()
    }
    this.sending.delete(key)
    this.wait = FIRST_WAIT_MS
    this.connection('good')
    const typedOn = !sameInput(slot.input, sent.input)
    switch (answer.kind) {
      case 'saved':
        this.status = { ...this.status, savedAt: this.parts.now() }
        if (answer.version < slot.version && !typedOn && slot.saved) {
          // An old save whose answer was lost; the page already shows what came after it.
          this.put({ ...slot, input: slot.saved, state: 'saved' })
        } else {
          const version = answer.version
          this.put({ ...slot, saved: sent.input, version, state: typedOn ? 'unsaved' : 'saved' })
          if (this.leaving && !typedOn)
            this.parts.drafts.put(key, { input: sent.input, version, sending: null, arrived: true })
        }
        break
      case 'refused':
        this.put({
          ...slot,
          state: typedOn ? 'unsaved' : 'refused',
          message: typedOn ? null : answer.message,
        })
        break
      case 'conflict':
        if (sameInput(answer.theirs.input, slot.input)) {
          const { input, version } = answer.theirs
          this.put({ ...slot, saved: input, version, state: 'saved', theirs: null })
        } else this.put({ ...slot, state: 'conflict', theirs: answer.theirs })
        break
    }
    if (typedOn && answer.kind !== 'conflict' && !this.idle.has(key)) this.enqueue(key)
    this.pump()
  }

  private waitAndRetry(): void {
    if (this.again) return
    this.again = setTimeout(() => {
      const next = Math.min(this.wait * 2, LONGEST_WAIT_MS)
      this.retry()
      this.wait = next
    }, this.wait)
  }

  private unsent = () => this.sending.size + this.ready.length

  private connection(connection: QueueStatus['connection']): void {
    if (this.status.connection !== connection) this.status = { ...this.status, connection }
    this.changed()
  }

  private changed(): void {
    let unsaved = 0
    let stuck = 0
    for (const { state } of this.slots.values()) {
      if (state !== 'saved') unsaved += 1
      if (state === 'held' || state === 'refused' || state === 'conflict') stuck += 1
    }
    if (unsaved !== this.status.unsaved || stuck !== this.status.stuck)
      this.status = { ...this.status, unsaved, stuck }
    for (const listener of [...this.listeners]) listener()
  }
}
