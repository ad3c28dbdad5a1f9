'use client'

import type { ReactNode } from 'react'
import { Breadcrumb, type Crumb } from './breadcrumb'
import { HelpLink } from './help-link'

/**
 * How every page opens: the way here, the title, a quiet line (theme of the year, unit), one sentence that could be
 * read aloud, and what can be done. `tabs` go under it. `aside` is the top right corner (search). `help` names the page of
 * the guide that speaks of this place.
 */
export function PageHeader({
  crumbs,
  title,
  theme,
  sentence,
  mark,
  actions,
  aside,
  tabs,
  help,
}: {
  crumbs?: Crumb[]
  title: ReactNode
  theme?: ReactNode
  sentence?: ReactNode
  mark?: ReactNode
  actions?: ReactNode
  aside?: ReactNode
  tabs?: ReactNode
  help?: { topic: string; about: string }
}) {
  return (
    <header className="px-4 pt-4 lg:px-7">
      {crumbs || aside ? (
        <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          {crumbs ? <Breadcrumb items={crumbs} /> : <span />}
          {aside}
        </div>
      ) : null}
      <div className="flex items-start gap-x-4">
        <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-x-6 gap-y-2 lg:flex-nowrap">
          <h1 className="min-w-0 text-balance">{title}</h1>
          {actions ? (
            <div className="no-print flex flex-wrap items-center gap-4 lg:max-w-3/5 lg:shrink-0 lg:justify-end">
              {actions}
            </div>
          ) : null}
        </div>
        {help ? <HelpLink {...help} /> : null}
      </div>
      {theme || mark ? (
        <p className={`text-mute mt-0.5 max-w-[88ch] ${actions ? 'max-sm:mt-2' : ''}`}>
          {theme}
          {theme && mark ? ' ' : null}
          {mark}
        </p>
      ) : null}
      {sentence ? <div className="prose mt-3 max-w-[96ch] text-lg">{sentence}</div> : null}
      {tabs ?? <div className="mt-3.5" />}
    </header>
  )
}

/** The body of a page, on the same margins as its header. */
export function PageBody({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <div className={`px-4 pb-10 lg:px-7 ${className}`}>{children}</div>
}
