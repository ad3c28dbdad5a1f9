'use client'

import type { ReactNode } from 'react'
import { TabBar } from '@/components/ui/tabs'
import { VIEW_LABELS } from '@/lib/summaries/compare/labels'
import { comparisonQuery } from '@/lib/summaries/compare/schema'
import { COMPARISON_VIEWS, type ComparisonAsk } from '@/lib/summaries/compare/types'

/** The questions a comparison can answer, as tabs; each is a link of its own. */
export function ViewTabs({
  ask,
  onChange,
  actions,
}: {
  ask: ComparisonAsk
  onChange: (part: Partial<ComparisonAsk>) => void
  actions: ReactNode
}) {
  const views = COMPARISON_VIEWS.filter((view) => view !== 'MAP' || ask.compared === 'UNITS')
  return (
    <TabBar
      label="Cách xem"
      labels={views.map((view) => VIEW_LABELS[view])}
      open={VIEW_LABELS[ask.view]}
      actions={actions}
    >
      <nav aria-label="Cách xem" className="tabs">
        {views.map((view) => {
          const on = view === ask.view
          return (
            <a
              key={view}
              href={`/compare?${comparisonQuery({ ...ask, view })}`}
              aria-current={on ? 'page' : undefined}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
                event.preventDefault()
                onChange({ view })
              }}
            >
              {VIEW_LABELS[view]}
            </a>
          )
        })}
      </nav>
    </TabBar>
  )
}
