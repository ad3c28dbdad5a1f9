'use client'

import { useEffect, useRef, useState, useTransition } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { useConnectionLost } from '@/components/ui/offline-banner'
import { printTime } from '@/lib/platform/dates'
import { presentReportAction } from '@/lib/reports/actions'
import { cellsToMend, figureKey, partsOfKey } from '@/lib/reports/entry/rules'
import type { QueueStatus, SlotKey } from '@/lib/reports/entry/types'
import { missingForPresenting } from '@/lib/reports/figures/rules'
import { SECTION_LABELS } from '@/lib/reports/labels'
import type { NarrativeSectionKey, ReportCell } from '@/lib/reports/types'
import { cellsNow, toMendNow, type EntryReport, useDesk, useQueueStatus } from './desk'

type Missing = {
  target: string
  name: string
  message: string
  panel?: string
  /** Only not saved yet: nothing for her to do once it is. */
  waiting?: boolean
}

/** Opens the row under a figure and goes to its first question: why it is blank, or the note. */
function openPanel(indicatorId: string, code: string) {
  const more = document.querySelector<HTMLDetailsElement>(`[id="o-${indicatorId}"] .more`)
  const row = document.getElementById(`p-${indicatorId}`)
  if (!more || !row) return
  more.open = true
  row.scrollIntoView({ block: 'center' })
  row.querySelector<HTMLElement>(code === 'EMPTY' ? 'select' : 'textarea')?.focus()
}
const IN_PANEL = ['EMPTY', 'BLANK_NOTE', 'JUMP', 'FALLING', 'TO_DATE']

/** What is saved and what is not, and the one thing left to do: present it. */
export function BottomBar({
  report,
  cells,
  live,
}: {
  report: EntryReport
  cells: readonly ReportCell[]
  live: boolean
}) {
  const { queue } = useDesk()
  const status = useQueueStatus()
  const [found, setMissing] = useState<Missing[]>([])
  const missing = found.filter(
    ({ target, waiting }) => !waiting || queue.slot(target as SlotKey)?.state !== 'saved',
  )
  const [problem, setProblem] = useState<string | null>(null)
  const [pending, start] = useTransition()
  const panel = useRef<HTMLDivElement>(null)
  const mayPresent = report.acts.includes('PRESENT')

  useEffect(() => {
    if (found.length > 0 || problem) panel.current?.focus()
  }, [found, problem])

  const present = () =>
    start(async () => {
      setProblem(null)
      setMissing([])
      await queue.flush()
      const waiting = unsaved(queue, cells)
      const toMend = [
        ...waiting,
        ...incomplete(cellsNow(cells, queue, 'typed'), report).filter(
          ({ target }) => !waiting.some((other) => other.target === target),
        ),
      ]
      if (toMend.length > 0) return setMissing(toMend)
      const form = new FormData()
      form.set('reportId', report.id)
      form.set('version', String(report.version))
      form.set('idempotencyKey', `present-${report.id}-${report.version}`)
      try {
        const { result } = await presentReportAction({}, form)
        if (result && !result.ok) setProblem(result.message)
      } catch {
        setProblem('Chưa trình được vì mất kết nối. Số liệu vẫn còn; hãy thử lại khi có mạng.')
      }
    })

  const open = missing.length > 0 || problem !== null
  return (
    <div className="bar no-print">
      <Connection status={status} />
      {open ? (
        <div ref={panel} tabIndex={-1} role="alert" className="missing">
          <p className="font-semibold">
            {problem ?? `Chưa trình được: còn ${missing.length} chỗ cần hoàn thành.`}
          </p>
          <ul>
            {missing.map(({ target, name, message, panel: code }, index) => (
              <li key={index}>
                <a
                  href={target.startsWith('n:') ? `?nhap=1&muc=${target.slice(2)}` : `#${target}`}
                  className="link"
                  onClick={(event) => {
                    const box = document.getElementById(target)
                    if (!box) return
                    event.preventDefault()
                    box.scrollIntoView({ block: 'center' })
                    box.focus()
                  }}
                >
                  {name}
                </a>
                : {message}{' '}
                {code ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => openPanel(partsOfKey(target as SlotKey)?.indicatorId ?? '', code)}
                  >
                    Mở ghi chú, để trống
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
          <Button
            kind="quiet"
            onClick={() => {
              setMissing([])
              setProblem(null)
            }}
          >
            Đóng danh sách
          </Button>
        </div>
      ) : null}
      <div className="line">
        <p role="status" className="min-w-0">
          <Saved status={status} live={live} toMend={toMendNow(cells, queue, report.period)} />
        </p>
        {live ? null : (
          <button type="submit" name="intent" value="save" className={buttonClass('secondary', 'ml-auto')}>
            Lưu
          </button>
        )}
        {mayPresent ? (
          <button
            type="submit"
            name="intent"
            value="present"
            aria-disabled={pending || undefined}
            className={buttonClass('primary', live ? 'ml-auto' : '')}
            onClick={(event) => {
              event.preventDefault()
              if (!pending) present()
            }}
          >
            {pending ? 'Đang trình…' : 'Trình lãnh đạo'}
          </button>
        ) : null}
      </div>
    </div>
  )
}

function Saved({ status, live, toMend }: { status: QueueStatus; live: boolean; toMend: number }) {
  if (!live) return 'Gõ xong hãy bấm Lưu.'
  if (status.stuck > 0 && status.stuck === status.unsaved)
    return (
      <>
        Tự lưu khi gõ. <b className="text-co">{cellsToMend(toMend)}</b> {status.stuck} ô chưa lưu.
      </>
    )
  if (status.unsaved > 0)
    return (
      <>
        Tự lưu khi gõ. <b>{status.connection === 'good' ? 'Đang lưu…' : `${status.unsaved} ô chưa lưu.`}</b>
      </>
    )
  return (
    <>Tự lưu khi gõ. {status.savedAt ? <b>Đã lưu lúc {printTime(new Date(status.savedAt))}.</b> : null}</>
  )
}

/** The way to the server is broken, or she is no longer signed in: nothing typed is lost. */
function Connection({ status }: { status: QueueStatus }) {
  const { queue } = useDesk()
  const lost = useConnectionLost()
  if (status.connection === 'good') return null
  const signedOut = status.connection === 'signed-out'
  // The page says already that the network is gone.
  if (lost && !signedOut) return null
  return (
    <div role="alert" className="lost">
      <span>
        {signedOut
          ? 'Phiên làm việc đã hết. Số vừa nhập vẫn còn trên máy này.'
          : 'Mất kết nối với máy chủ. Số vừa nhập vẫn còn trên máy này và sẽ tự gửi lại.'}
      </span>
      {signedOut ? (
        <a
          href="/sign-in"
          target="_blank"
          rel="noopener"
          className="font-semibold underline underline-offset-3"
        >
          Đăng nhập ở thẻ mới
        </a>
      ) : null}
      <button type="button" className="font-semibold underline underline-offset-3" onClick={queue.retry}>
        Gửi lại ngay
      </button>
    </div>
  )
}

/** Slots that are not saved after everything that could be sent was. */
function unsaved(queue: ReturnType<typeof useDesk>['queue'], cells: readonly ReportCell[]): Missing[] {
  return queue
    .all()
    .filter(({ state }) => state !== 'saved')
    .map(({ key, state, message }) => {
      const indicatorId = partsOfKey(key)?.indicatorId
      const name =
        cells.find(({ indicator }) => indicator.id === indicatorId)?.indicator.shortName ??
        SECTION_LABELS[key.slice(2) as NarrativeSectionKey]
      const why = {
        saved: '',
        unsaved: 'chưa lưu được, hãy chờ có mạng.',
        saving: 'đang lưu.',
        held: 'chưa rõ, hãy trả lời câu hỏi dưới ô.',
        refused: message ?? 'chưa lưu được.',
        conflict: 'người khác đã lưu số khác, hãy chọn một bản.',
      }[state]
      return { target: key, name, message: why, waiting: state === 'unsaved' || state === 'saving' }
    })
}

function incomplete(cells: readonly ReportCell[], report: EntryReport): Missing[] {
  return missingForPresenting(cells, report.period).map(({ indicatorId, code, name, message }) => ({
    target: indicatorId ? figureKey(indicatorId, 'MAIN') : '',
    name: name || 'Báo cáo',
    message,
    ...(indicatorId && IN_PANEL.includes(code) && { panel: code }),
  }))
}
