'use client'

import { lazy, Suspense, useState } from 'react'

const EvidenceDrawer = lazy(() => import('./evidence-drawer'))

/** The files behind a figure or a section, to look at. */
export function ProofLink({
  reportId,
  owner,
  title,
  count,
}: {
  reportId: string
  owner: string
  title: string | null
  count: number
}) {
  const [open, setOpen] = useState(false)
  if (count === 0) return <span className="text-mute">Không có tệp</span>
  return (
    <>
      <a
        href={`?minh-chung=${owner}`}
        className="text-cham2 underline underline-offset-3"
        aria-label={title ? `Minh chứng của ${title}: ${count} tệp` : undefined}
        onClick={(event) => {
          event.preventDefault()
          setOpen(true)
        }}
      >
        {count} tệp
      </a>
      {open ? (
        <Suspense fallback={null}>
          <EvidenceDrawer
            reportId={reportId}
            owner={owner}
            title={title}
            editable={false}
            onClose={() => setOpen(false)}
            onCount={() => undefined}
          />
        </Suspense>
      ) : null}
    </>
  )
}
