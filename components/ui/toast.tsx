'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from './icon'

type ToastKind = 'success' | 'error'
type Item = { id: number; kind: ToastKind; message: string }

let items: Item[] = []
let last = 0
const NONE: Item[] = []
const listeners = new Set<() => void>()

function change(next: Item[]) {
  items = next
  for (const listener of listeners) listener()
}

/** Says something in passing, from any client component. An `error` stays until it is closed, the rest for six seconds. */
export function toast(message: string, kind: ToastKind = 'success') {
  change([...items.slice(-2), { id: ++last, kind, message }])
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Where toasts appear; stands once, in the shell. */
export function ToastRegion() {
  const shown = useSyncExternalStore(
    subscribe,
    () => items,
    () => NONE,
  )
  return (
    <div
      role="status"
      aria-live="polite"
      className="no-print pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-end gap-2"
    >
      {shown.map((item) => (
        <ToastItem key={item.id} item={item} />
      ))}
    </div>
  )
}

function ToastItem({ item }: { item: Item }) {
  const [held, setHeld] = useState(false)
  const close = () => change(items.filter((other) => other.id !== item.id))
  useEffect(() => {
    if (held || item.kind === 'error') return
    const timer = setTimeout(() => change(items.filter((other) => other.id !== item.id)), 6000)
    return () => clearTimeout(timer)
  }, [held, item])
  return (
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      className={`shadow-float pointer-events-auto flex max-w-[420px] items-center gap-3 rounded px-4 py-2.5 ${item.kind === 'error' ? 'bg-co text-on-co' : 'bg-cham text-on-cham'}`}
    >
      <p>{item.message}</p>
      <button
        type="button"
        aria-label="Đóng"
        onClick={close}
        className="-mr-1.5 rounded p-0.5 outline-current pointer-coarse:p-2"
      >
        <Icon name="close" />
      </button>
    </div>
  )
}
