'use client'

import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { Badge, DemoMark } from '@/components/ui/badge'
import { DialogHead } from '@/components/ui/dialog'
import type { FigureWords } from '@/lib/summaries/figures/types'

type State = { status: 'closed' | 'loading' | 'failed' } | { status: 'ready'; words: FigureWords }

const CELL = 'tr[data-r] td:not(.tt, .x), td[data-r]'
const ARROWS: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
}

/** Report and indicator of a cell: on itself, on its row, or on the heading of its column. */
function addressOf(cell: HTMLTableCellElement): { report: string; indicator: string } | null {
  const row = cell.closest('tr')
  const report = cell.dataset.r ?? row?.dataset.r
  const indicator = row?.dataset.i ?? headingOf(cell.closest('table'), cell)?.dataset.i
  return report && indicator ? { report, indicator } : null
}

/** Headings stand in the last row of the head, which lacks the columns that span both rows (TT, Đơn vị). */
function headingOf(table: HTMLTableElement | null, cell: HTMLTableCellElement): HTMLElement | undefined {
  const headings = table?.tHead?.rows[table.tHead.rows.length - 1]?.cells
  return headings?.[cell.cellIndex - 2]
}

/**
 * Makes every figure of the page's `.figures` tables answer: a click or Enter opens what stands behind it, arrow keys
 * move between figures. One listener for all of them.
 */
export function FigureDialog() {
  const dialog = useRef<HTMLDialogElement>(null)
  const wanted = useRef(0)
  const [state, setState] = useState<State>({ status: 'closed' })

  useEffect(() => {
    async function open(cell: HTMLTableCellElement) {
      const address = addressOf(cell)
      if (!address) return
      const turn = (wanted.current += 1)
      // What the dialog opens with must stand in it: its first control takes the focus.
      flushSync(() => setState({ status: 'loading' }))
      dialog.current?.showModal()
      const words = await fetch(`/api/app/v1/reports/${address.report}/figures/${address.indicator}/words`)
        .then((response) => (response.ok ? (response.json() as Promise<FigureWords>) : null))
        .catch(() => null)
      if (turn === wanted.current) setState(words ? { status: 'ready', words } : { status: 'failed' })
    }
    const cellOf = (target: EventTarget | null) =>
      target instanceof Element ? target.closest<HTMLTableCellElement>(`.figures :is(${CELL})`) : null
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a')) return
      if (getSelection()?.toString()) return
      const cell = cellOf(event.target)
      if (cell) void open(cell)
    }
    const onKey = (event: KeyboardEvent) => {
      const cell = cellOf(event.target)
      if (!cell || event.target !== cell) return
      const step = ARROWS[event.key]
      if (step) {
        event.preventDefault()
        focusFrom(cell, step)
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault()
        void open(cell)
      }
    }
    // One figure is a stop of the Tab key; a table that arrives later makes its own.
    const stop = () => {
      for (const table of document.querySelectorAll('.figures')) {
        if (!table.querySelector('td[tabindex]')) table.querySelector(CELL)?.setAttribute('tabindex', '0')
      }
    }
    stop()
    const observer = new MutationObserver(stop)
    for (const table of document.querySelectorAll('.figures')) observer.observe(table, { childList: true })
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    return () => {
      observer.disconnect()
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      className="sheet"
      aria-labelledby="figure-title"
      onClose={() => {
        wanted.current += 1
        setState({ status: 'closed' })
      }}
      {...{ closedby: 'any' }}
    >
      {state.status === 'closed' ? null : (
        <DialogHead id="figure-title" title={state.status === 'ready' ? state.words.title : 'Số liệu'} />
      )}
      {state.status === 'loading' ? <p className="text-mute mt-2">Đang mở số liệu…</p> : null}
      {state.status === 'failed' ? (
        <p role="alert" className="mt-2">
          Chưa mở được số liệu này. Hãy kiểm tra kết nối rồi chọn lại.
        </p>
      ) : null}
      {state.status === 'ready' ? <Words words={state.words} /> : null}
    </dialog>
  )
}

function focusFrom(cell: HTMLTableCellElement, [down, across]: [number, number]) {
  const rows = cell.closest('tbody')?.rows ?? []
  let row = [...rows].findIndex((candidate) => candidate.contains(cell))
  let column = cell.cellIndex
  for (;;) {
    row += down
    column += across
    const line = rows[row]
    const next = line?.cells[column]
    if (!line || (across !== 0 && !next)) return
    if (!next?.matches(CELL)) continue
    cell.setAttribute('tabindex', '-1')
    next.setAttribute('tabindex', '0')
    next.focus()
    return
  }
}

function Words({ words }: { words: FigureWords }) {
  return (
    <>
      <p className="text-mute">
        <Link href={words.unitHref} className="link text-ink">
          {words.unit}
        </Link>
        {`, ${words.about} `}
        <Badge>{words.state}</Badge> {words.illustrative ? <DemoMark /> : null}
      </p>
      <p className="mt-4 text-2xl font-semibold">{words.raw || '–'}</p>
      {words.understood && words.understood !== words.raw ? (
        <p className="text-mute">Hiểu là {words.understood}</p>
      ) : null}
      {words.completion ? (
        <p className={`mt-1.5 ${words.completion.mark ? `k ${words.completion.mark}` : ''}`}>
          {words.completion.mark ? <i aria-hidden="true" /> : null}
          {words.completion.words}
        </p>
      ) : null}
      {words.breakdown.length > 0 ? (
        <p className="mt-1.5">Gồm {words.breakdown.map((part) => `${part.text} ${part.label}`).join(', ')}</p>
      ) : null}
      <dl className="border-hair mt-4 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1.5 border-t pt-3">
        {words.facts.map((fact) => (
          <div key={fact.label} className="contents">
            <dt className="text-mute">{fact.label}</dt>
            <dd className="whitespace-pre-line">{fact.text}</dd>
          </div>
        ))}
        <div className="contents">
          <dt className="text-mute">Minh chứng</dt>
          <dd>
            {words.evidence.length === 0
              ? 'Chưa có tệp minh chứng'
              : words.evidence.map((file) => (
                  <a key={file.href} href={file.href} className="link block">
                    {file.name} <span className="text-mute">({file.size})</span>
                  </a>
                ))}
          </dd>
        </div>
        {words.source ? (
          <div className="contents">
            <dt className="text-mute">Nguồn</dt>
            <dd>
              <Link href={words.source.href} className="link">
                {words.source.label}
              </Link>
            </dd>
          </div>
        ) : null}
      </dl>
      <p className="mt-4">
        <Link href={words.historyHref} className="link">
          Xem lịch sử báo cáo
        </Link>
      </p>
    </>
  )
}
