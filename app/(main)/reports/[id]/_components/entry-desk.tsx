'use client'

import {
  lazy,
  type SubmitEvent,
  Suspense,
  useActionState,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import { saveEntryAction } from '@/lib/reports/entry/actions'
import { cellsToMend } from '@/lib/reports/entry/rules'
import type { EntryFormState } from '@/lib/reports/entry/types'
import { progressOf } from '@/lib/reports/figures/rules'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import { BottomBar } from './bottom-bar'
import {
  cellsNow,
  DeskContext,
  type EntryReport,
  loadDesk,
  openDesk,
  toMendNow,
  useDesk,
  useQueueStatus,
} from './desk'
import { FigureTable } from './figure-table'
import { NarrativeSection } from './narrative-section'

const EvidenceDrawer = lazy(() => import('./evidence-drawer'))

const NOTHING_POSTED: EntryFormState = { problems: {}, typed: {}, saved: 0, message: null }

/** The report's boxes over the queue that saves them. `sentence` opens the page; how far the entry is follows it live. */
export function EntryDesk({
  accountId,
  report,
  section,
  sentence,
  tabs,
}: {
  accountId: string
  report: EntryReport
  /** The narrative section that is open; null for the figures. */
  section: NarrativeSectionKey | null
  sentence: React.ReactNode
  tabs: React.ReactNode
}) {
  const [posted, post] = useActionState(saveEntryAction, NOTHING_POSTED)
  const [desk] = useState(() => openDesk(accountId, report, posted))
  const [proof, setProof] = useState<string | null>(null)
  const [counts, setCounts] = useState<Record<string, number>>({})
  const live = useLive()

  useEffect(() => loadDesk(desk, report), [desk, report])
  useEffect(() => {
    const { queue } = desk
    queue.start()
    const online = () => queue.retry()
    const seen = () => {
      if (document.visibilityState === 'visible') queue.leave(false)
      if (document.visibilityState === 'visible' && queue.getStatus().connection !== 'good') queue.retry()
    }
    const leaving = (event: BeforeUnloadEvent) => {
      queue.leave(true)
      if (queue.getStatus().unsaved > 0) event.preventDefault()
    }
    addEventListener('online', online)
    addEventListener('offline', queue.connectionLost)
    addEventListener('beforeunload', leaving)
    document.addEventListener('visibilitychange', seen)
    return () => {
      removeEventListener('online', online)
      removeEventListener('offline', queue.connectionLost)
      removeEventListener('beforeunload', leaving)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [desk])

  const cells = report.cells.map((cell) => {
    const evidenceCount = counts[cell.indicator.id]
    return evidenceCount === undefined || evidenceCount === cell.evidenceCount
      ? cell
      : { ...cell, evidenceCount }
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void desk.queue.flush()
  }
  const filesOf = (key: string) =>
    counts[key] ?? report.narrative.find((part) => part.section === key)?.evidenceCount ?? 0

  return (
    <DeskContext value={desk}>
      <div className="px-4 lg:px-7">
        <p className="mt-3 max-w-[96ch] text-lg">
          {sentence} <Progress cells={cells} period={report.period} />
        </p>
        {tabs}
      </div>
      <form action={post} onSubmit={submit} data-live={live || undefined} noValidate>
        <input type="hidden" name="reportId" value={report.id} />
        {/* Enter in a box presses the first button of the form: it saves, it never presents. */}
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
          Lưu
        </button>
        <div className="px-4 pb-8 lg:px-7">
          <Posted state={posted} live={live} />
          {section ? (
            <NarrativeSection section={section} files={filesOf(section)} onProof={setProof} />
          ) : (
            <FigureTable cells={cells} period={report.period} year={report.year} onProof={setProof} />
          )}
        </div>
        <BottomBar report={report} cells={cells} live={live} />
      </form>
      {proof ? (
        <Suspense fallback={null}>
          <EvidenceDrawer
            reportId={report.id}
            owner={proof}
            title={cells.find(({ indicator }) => indicator.id === proof)?.indicator.name ?? null}
            editable
            onClose={() => setProof(null)}
            onCount={(count) => setCounts((before) => ({ ...before, [proof]: count }))}
          />
        </Suspense>
      ) : null}
    </DeskContext>
  )
}

const never = () => () => undefined

/** False in the page as it was sent, true once this script runs. */
const useLive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** How far the entry has come, by what is saved; what waits for an answer counts as to be looked at. */
function Progress({ cells, period }: Pick<EntryReport, 'cells' | 'period'>) {
  const { queue } = useDesk()
  useQueueStatus()
  const toMend = toMendNow(cells, queue, period)
  const { assigned, filled, blank } = progressOf(cellsNow(cells, queue, 'saved'), period)
  return (
    <>
      Đã nhập{' '}
      <b>
        {filled + blank} trong {assigned}
      </b>{' '}
      chỉ tiêu. {toMend > 0 ? cellsToMend(toMend) : null}
    </>
  )
}

/** What a form posted before this script ran came to. */
function Posted({ state, live }: { state: EntryFormState; live: boolean }) {
  const problems = Object.entries(state.problems)
  if (live || (!state.message && problems.length === 0)) return null
  return (
    <div role="alert" className="bg-wash border-co my-3 border-l-3 px-3.5 py-2.5">
      <p className="font-semibold">{state.message}</p>
      <ul className="list-disc pl-5">
        {problems.map(([key, message]) => (
          <li key={key}>
            <a href={`#${key}`} className="link">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
