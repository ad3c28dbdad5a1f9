'use client'

import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { canVoteHere, recountPublished } from '@/lib/ballots/client'
import { cleanReceipt } from '@/lib/ballots/paper/rules'
import type { PublishedPapers } from '@/lib/ballots/types'
import type { Result } from '@/lib/platform/errors'

type Recount = Awaited<ReturnType<typeof recountPublished>>

/** The published papers: look for a receipt, or count the whole list again on this device. */
export function Published({ ballotId }: { ballotId: string }) {
  const [list, setList] = useState<PublishedPapers | null>(null)
  const [trouble, setTrouble] = useState('')
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<boolean | null>(null)
  const [recount, setRecount] = useState<Recount | null>(null)

  async function load(): Promise<PublishedPapers | null> {
    if (list) return list
    try {
      const answer = await fetch(`/api/app/v1/ballots/${ballotId}/published`, { cache: 'no-store' })
      const result = (await answer.json()) as Result<PublishedPapers>
      if (result.ok) {
        setList(result.value)
        setTrouble('')
        return result.value
      }
      setTrouble(result.message)
    } catch {
      setTrouble('Chưa đọc được danh sách phiếu vì mất kết nối. Hãy thử lại.')
    }
    return null
  }

  async function look() {
    const papers = await load()
    if (papers) setFound(papers.papers.some(({ receipt }) => receipt === cleanReceipt(typed)))
  }

  async function again() {
    const papers = await load()
    if (papers && canVoteHere()) setRecount(await recountPublished(papers))
  }

  return (
    <section aria-labelledby="kiem-tra" className="no-print mt-6">
      <h2 id="kiem-tra">Kiểm tra biên nhận, đếm lại</h2>
      {trouble ? <Notice kind="error" title={trouble} /> : null}
      <form
        className="mt-2 flex max-w-[520px] flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void look()
        }}
      >
        <label className="grow">
          <span className="mb-1 block font-semibold">Biên nhận</span>
          <input
            className="box"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setFound(null)
            }}
            placeholder="XXXX-XXXX-XXXX-XXXX"
            autoComplete="off"
          />
        </label>
        <button type="submit" className={buttonClass('secondary')}>
          Tìm trong danh sách
        </button>
      </form>
      <div aria-live="polite">
        {found === true ? (
          <Notice kind="success" title="Có trong danh sách: phiếu của bạn đã được tính." />
        ) : null}
        {found === false ? (
          <Notice
            kind="warning"
            title="Không có trong danh sách. Hãy xem lại từng ký tự, rồi báo ban kiểm phiếu."
          />
        ) : null}
      </div>
      <button type="button" className={buttonClass('secondary', 'mt-3')} onClick={() => void again()}>
        Đếm lại từ danh sách phiếu
      </button>
      {recount && list ? <RecountTable list={list} recount={recount} /> : null}
    </section>
  )
}

function RecountTable({ list, recount }: { list: PublishedPapers; recount: Recount }) {
  return (
    <div className="mt-3">
      <p>
        {list.papers.length} phiếu: {recount.valid} hợp lệ, {recount.blank} phiếu trắng, {recount.invalid}{' '}
        không hợp lệ.{' '}
        {recount.unsigned === 0
          ? 'Mọi phiếu đều có chữ ký của lần này.'
          : `${recount.unsigned} phiếu không có chữ ký!`}{' '}
        {recount.wrongReceipts === 0 ? '' : `${recount.wrongReceipts} biên nhận không khớp phiếu!`}
      </p>
      <ul className="mt-1">
        {list.candidates.map(({ id, label }) => (
          <li key={id}>
            {label}: {recount.votes[id]}
          </li>
        ))}
      </ul>
      <details className="mt-2">
        <summary className="unfold text-cham2">Toàn bộ biên nhận</summary>
        <ul className="mt-1 columns-2 sm:columns-3">
          {list.papers.map(({ receipt }) => (
            <li key={receipt} className="text-xs">
              {receipt}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
