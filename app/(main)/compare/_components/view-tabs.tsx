'use client'

import { VIEW_LABELS } from '@/lib/summaries/compare/labels'
import { comparisonQuery } from '@/lib/summaries/compare/schema'
import { COMPARISON_VIEWS, type ComparisonAsk } from '@/lib/summaries/compare/types'

/** The questions a comparison can answer, as tabs; each is a link of its own. */
export function ViewTabs({
  ask,
  onChange,
}: {
  ask: ComparisonAsk
  onChange: (part: Partial<ComparisonAsk>) => void
}) {
  const views = COMPARISON_VIEWS.filter((view) => view !== 'MAP' || ask.compared === 'UNITS')
  return (
    <nav aria-label="Cách xem" className="no-print border-line border-b">
      <div className="-mb-px flex max-w-full gap-[22px] overflow-x-auto">
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
              className={`shrink-0 pt-2 pb-[9px] no-underline -outline-offset-2 ${on ? 'text-ink font-semibold shadow-[inset_0_-3px_var(--color-co)]' : 'text-mute hover:text-ink'}`}
            >
              {VIEW_LABELS[view]}
            </a>
          )
        })}
      </div>
    </nav>
  )
}
