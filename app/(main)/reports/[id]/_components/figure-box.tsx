'use client'

import { type ClipboardEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import { toast } from '@/components/ui/toast'
import { pastedColumn } from '@/lib/reports/entry/rules'
import type { FigureInput, SlotKey } from '@/lib/reports/entry/types'
import { asFigure, useDesk, useSlot } from './desk'

type Box = HTMLInputElement | HTMLTextAreaElement

/** Every figure box of the table in the order of the rows; "không giao" rows hold an empty place. */
const boxesOf = (box: Box, measure: string) => [
  ...(box.closest('table')?.querySelectorAll<Box | HTMLElement>(`[data-box="${measure}"]`) ?? []),
]

/**
 * The box of one figure. Tab, Enter and the arrows go from figure to figure, F2 opens the row's note and breakdown and
 * goes there (they follow the figure in the order of Tab while they are open), F4 opens its files, Escape takes back what was typed since the box was
 * entered, a column pasted from a spreadsheet fills the rows below.
 */
export function FigureBox({
  slotKey,
  measure,
  label,
  long,
  placeholder,
  wrong,
  describedBy,
}: {
  slotKey: SlotKey
  measure: string
  label: string
  long: boolean
  placeholder?: string
  wrong: boolean
  describedBy: string
}) {
  const { queue } = useDesk()
  const slot = useSlot(slotKey)
  const input = asFigure(slot)
  const box = useRef<Box>(null)
  const before = useRef<string | null>(null)

  // Words typed before this script ran are words typed.
  useLayoutEffect(() => {
    const typed = box.current?.value
    const known = queue.slot(slotKey)
    if (typed !== undefined && known && 'raw' in known.input && typed !== known.input.raw)
      queue.type(slotKey, { ...known.input, raw: typed })
  }, [queue, slotKey])

  function type(key: SlotKey, raw: string) {
    const known = queue.slot(key)
    if (!known || !('raw' in known.input)) return
    const next: FigureInput = {
      ...known.input,
      raw,
      blankReason: raw.trim() ? null : known.input.blankReason,
    }
    queue.type(key, next)
  }

  function step(by: 1 | -1) {
    if (!box.current) return
    const boxes = boxesOf(box.current, measure).filter((other): other is Box => 'value' in other)
    const next = boxes[boxes.indexOf(box.current) + by]
    if (!next) return queue.commit(slotKey)
    next.focus()
    next.select()
  }

  /** The words and links of the row, which Tab passes by. */
  function openBeside(key: 'F2' | 'F4') {
    const row = box.current?.closest('tr')
    if (key === 'F4') return row?.querySelector<HTMLElement>('.c-proof a')?.click()
    const word = row?.querySelector<HTMLElement>('summary')
    if (!word?.closest('details')?.open) word?.click()
    row?.nextElementSibling?.querySelector<HTMLElement>('input, textarea, select')?.focus()
  }

  function onKeyDown(event: KeyboardEvent<Box>) {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const { key, shiftKey } = event
    if (key === 'Enter' && !(long && shiftKey)) {
      event.preventDefault()
      step(shiftKey ? -1 : 1)
    } else if (
      (key === 'ArrowDown' || key === 'ArrowUp') &&
      !shiftKey &&
      !(long && input.raw.includes('\n'))
    ) {
      event.preventDefault()
      step(key === 'ArrowDown' ? 1 : -1)
    } else if (key === 'F2' || key === 'F4') {
      event.preventDefault()
      openBeside(key)
    } else if (key === 'Escape' && before.current !== null && before.current !== input.raw) {
      event.preventDefault()
      type(slotKey, before.current)
      queue.commit(slotKey)
    }
  }

  function onPaste(event: ClipboardEvent<Box>) {
    const lines = pastedColumn(event.clipboardData.getData('text/plain'))
    if (!lines || !box.current || long) return
    event.preventDefault()
    const boxes = boxesOf(box.current, measure)
    const from = boxes.indexOf(box.current)
    let filled = 0
    for (const [index, line] of lines.entries()) {
      const key = boxes[from + index]?.dataset.slot as SlotKey | undefined
      if (!key || !line) continue
      type(key, (boxes[from + index]?.dataset.parts ? line : (line.split('\t')[0] ?? '')).trim())
      queue.commit(key)
      filled += 1
    }
    const left = Math.max(0, lines.length - (boxes.length - from))
    toast(`Đã dán ${filled} ô.${left > 0 ? ` Còn ${left} dòng không có chỗ.` : ''}`)
  }

  const wiring = {
    id: slotKey,
    name: `raw|${slotKey}`,
    value: input.raw,
    'data-box': measure,
    'data-slot': slotKey,
    'aria-label': label,
    'aria-invalid': wrong || undefined,
    'aria-describedby': describedBy,
    'aria-keyshortcuts': 'F2 F4',
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    placeholder,
    onChange: (event: { target: { value: string } }) => type(slotKey, event.target.value),
    onFocus: () => {
      before.current = input.raw
    },
    onBlur: () => queue.commit(slotKey),
    onKeyDown,
    onPaste,
  }
  return long ? (
    <textarea
      {...wiring}
      ref={box as React.RefObject<HTMLTextAreaElement | null>}
      rows={2}
      className="box field-sizing-content"
    />
  ) : (
    <input
      {...wiring}
      ref={box as React.RefObject<HTMLInputElement | null>}
      type="text"
      inputMode="text"
      enterKeyHint="next"
      className="box"
    />
  )
}
