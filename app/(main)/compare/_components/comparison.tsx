'use client'

import { useEffect, useRef, useState, useTransition, type ReactNode } from 'react'
import { DemoMark } from '@/components/ui/badge'
import type { Result } from '@/lib/platform/errors'
import { comparisonQuery, readComparison } from '@/lib/summaries/compare/schema'
import type { ComparisonAsk } from '@/lib/summaries/compare/types'
import { Filters } from './filters'
import { Picture } from './picture'
import type { PrintedComparison } from './printed'
import { ViewTabs } from './view-tabs'

/**
 * A comparison whose question changes in place: each choice asks the server for the figures alone and writes itself into
 * the address. Without JavaScript the same form asks for the page.
 */
export function Comparison({ first, saved }: { first: PrintedComparison; saved: ReactNode }) {
  const [shown, setShown] = useState(first)
  /** What was chosen, ahead of the answer. */
  const [ask, setAsk] = useState<ComparisonAsk>(first.ask)
  const [failed, setFailed] = useState(false)
  const [pending, startTransition] = useTransition()
  const latest = useRef(0)

  // Saving a view or going back renders the page anew: what it brings counts.
  const [given, setGiven] = useState(first)
  if (given !== first) {
    setGiven(first)
    if (first.query !== shown.query) {
      setShown(first)
      setAsk(first.ask)
    }
  }

  async function load(query: string, turn: number) {
    const answer = await fetch(`/api/app/v1/compare?${query}`)
      .then((response) => response.json() as Promise<Result<PrintedComparison>>)
      .catch(() => null)
    if (turn !== latest.current) return
    if (answer?.ok) {
      setShown(answer.value)
      setAsk(answer.value.ask)
    }
    setFailed(!answer?.ok)
  }

  function change(part: Partial<ComparisonAsk>) {
    const next = { ...ask, ...part }
    const query = comparisonQuery(next)
    setAsk(next)
    history.replaceState(history.state, '', query ? `/compare?${query}` : '/compare')
    const turn = ++latest.current
    startTransition(() => load(query, turn))
  }

  useEffect(() => {
    const onBack = () => {
      const query = comparisonQuery(readComparison(Object.fromEntries(new URLSearchParams(location.search))))
      const turn = ++latest.current
      startTransition(() => load(query, turn))
    }
    addEventListener('popstate', onBack)
    return () => removeEventListener('popstate', onBack)
  }, [])

  return (
    <>
      <ViewTabs ask={ask} onChange={change} actions={saved} />
      <Filters ask={ask} choices={shown.choices} rows={shown.rows} onChange={change} />
      <section aria-label="Kết quả so sánh" aria-busy={pending}>
        <p className="mt-5 text-lg" aria-live="polite">
          <b>{shown.sentences[0]}</b> {shown.sentences.slice(1).join(' ')}
        </p>
        <p className="text-mute mt-1 text-sm">
          <b className="text-ink">{shown.boundary}</b>
          {' · '}
          {shown.about}, {shown.when} {shown.illustrative ? <DemoMark /> : null}
          {pending ? <span className="ml-3">Đang lấy số liệu…</span> : null}
        </p>
        {failed ? (
          <p role="alert" className="text-co mt-2">
            Chưa lấy được số liệu mới; hình dưới là của lần xem trước. Hãy kiểm tra kết nối rồi chọn lại.
          </p>
        ) : null}
        <Picture shown={shown} />
        {shown.notes.length > 0 ? (
          <ul className="text-mute mt-4 max-w-[96ch] list-disc pl-5 text-sm">
            {shown.notes.map((note) => (
              <li key={note} className="mt-1">
                {note}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
    </>
  )
}
