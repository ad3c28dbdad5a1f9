'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { HINT_LABEL, NEAR_LABEL, NOTHING_LABEL } from '@/lib/search/labels'
import type { HitGroup, SearchAnswer } from '@/lib/search/types'
import { Runs } from './runs'

type State = { status: 'idle' | 'searching' | 'failed'; answer: SearchAnswer | null }

/** Milliseconds of rest after which what is typed is asked. */
const REST = 130

/** Answers while she types; arrows choose, Enter opens, Esc closes. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const id = useId()
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  const [{ status, answer }, setState] = useState<State>({ status: 'idle', answer: null })
  const [active, setActive] = useState(0)
  const hits = answer?.groups.flatMap((group) => group.hits) ?? []

  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  useEffect(() => {
    const asked = words.trim()
    const stop = new AbortController()
    async function find() {
      if (asked === '') return setState({ status: 'idle', answer: null })
      setState((state) => ({ ...state, status: 'searching' }))
      const found = await ask(asked, stop.signal)
      if (stop.signal.aborted) return
      setState(found ? { status: 'idle', answer: found } : { status: 'failed', answer: null })
      setActive(0)
    }
    const rest = setTimeout(() => void find(), asked === '' ? 0 : REST)
    return () => {
      clearTimeout(rest)
      stop.abort()
    }
  }, [words])

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active, answer])

  const page = `/search?q=${encodeURIComponent(words.trim())}`

  function go(href: string) {
    onClose()
    router.push(href)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      // Left to itself a search field would only be emptied.
      event.preventDefault()
      onClose()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setActive((active + step + hits.length) % hits.length)
    }
    if (event.key === 'Enter' && words.trim() !== '') {
      event.preventDefault()
      // An answer to fewer letters than stand there now is not what she sees herself choosing from.
      const current = answer?.words === words.trim().normalize('NFC') ? hits[active] : undefined
      go(current ? current.href : page)
    }
  }

  return (
    <dialog
      ref={dialog}
      className="sheet search-sheet"
      aria-label="Tìm kiếm"
      closedby="any"
      onClose={onClose}
      data-live=""
    >
      <div className="flex items-center gap-2">
        <input
          autoFocus
          type="search"
          role="combobox"
          aria-label="Tìm kiếm"
          aria-expanded={hits.length > 0}
          aria-controls={`${id}l`}
          aria-autocomplete="list"
          aria-activedescendant={hits[active] ? `${id}-${active}` : undefined}
          aria-describedby={`${id}h`}
          placeholder="Đơn vị, người, hoạt động, văn bản, hội nghị…"
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          className="box grow text-base"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          aria-label="Đóng"
          className="text-mute hover:text-ink rounded p-2 pointer-coarse:p-3.5"
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <p role="status" className="text-mute mt-2.5 text-sm empty:mt-0">
        {statusLine(status, answer)}
      </p>
      <div ref={list} id={`${id}l`} role="listbox" aria-label="Kết quả tìm" className="mt-1">
        {answer?.groups.map((group) => (
          <Group
            key={group.kind}
            id={id}
            group={group}
            first={hits.indexOf(group.hits[0]!)}
            active={active}
            onOpen={go}
          />
        ))}
      </div>
      <p className="text-mute border-hair mt-3 border-t pt-2.5 text-xs" id={`${id}h`}>
        {HINT_LABEL} <span className="pointer-coarse:hidden">↑ ↓ để chọn, Enter để mở, Esc để đóng.</span>
        {answer && answer.total > hits.length ? (
          <>
            {' '}
            <a href={page} data-soft className="link text-ink" onClick={onClose}>
              Xem cả {answer.total} kết quả
            </a>
          </>
        ) : null}
      </p>
    </dialog>
  )
}

function Group({
  id,
  group,
  first,
  active,
  onOpen,
}: {
  id: string
  group: HitGroup
  first: number
  active: number
  onOpen: (href: string) => void
}) {
  return (
    <div role="group" aria-labelledby={`${id}g${group.kind}`}>
      <p id={`${id}g${group.kind}`} className="text-mute mt-2.5 mb-0.5 px-2.5 text-xs font-semibold">
        {group.label}
        {group.total > group.hits.length ? <span className="font-normal"> ({group.total})</span> : null}
      </p>
      {group.hits.map((hit, index) => (
        <a
          key={hit.id}
          id={`${id}-${first + index}`}
          role="option"
          aria-selected={first + index === active}
          tabIndex={-1}
          href={hit.href}
          className="search-hit text-ink block rounded px-2.5 py-1.5 no-underline pointer-coarse:py-2.5"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
            event.preventDefault()
            onOpen(hit.href)
          }}
        >
          <span className="flex items-baseline justify-between gap-4">
            <span className="line-clamp-2 min-w-0">
              <Runs runs={hit.title} />
            </span>
            <span className="text-mute shrink-0 text-xs">{hit.when}</span>
          </span>
          {hit.place || hit.illustrative ? (
            <span className="text-mute block truncate text-xs">
              {[hit.place, hit.illustrative && 'minh họa'].filter(Boolean).join(' · ')}
            </span>
          ) : null}
        </a>
      ))}
    </div>
  )
}

function statusLine(status: State['status'], answer: SearchAnswer | null): string {
  if (status === 'failed') return 'Chưa tìm được: mất kết nối hoặc phiên làm việc đã hết. Hãy thử lại.'
  if (!answer) return status === 'searching' ? 'Đang tìm…' : ''
  if (answer.total === 0) return `${NOTHING_LABEL} có “${answer.words}” mà bạn được xem.`
  return answer.near ? NEAR_LABEL : [answer.code, `${answer.total} kết quả`].filter(Boolean).join(': ')
}

async function ask(words: string, signal: AbortSignal): Promise<SearchAnswer | null> {
  try {
    const response = await fetch(`/api/app/v1/search?q=${encodeURIComponent(words)}`, { signal })
    const result = (await response.json()) as { ok: true; value: SearchAnswer } | { ok: false }
    return result.ok ? result.value : null
  } catch {
    return null
  }
}
