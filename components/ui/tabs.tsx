'use client'

import type { ReactNode } from 'react'
import { Disclosure } from './disclosure'
import { escapeHtml } from './html'
import { Icon } from './icon'

export type Tab = { href: string; label: string; count?: number }

/** Tabs that are links: each has an address. `current` is the href of the open one; `actions` stand at the right end. */
export function Tabs({
  tabs,
  current,
  label,
  actions,
}: {
  tabs: Tab[]
  current: string
  label: string
  actions?: ReactNode
}) {
  return (
    <TabBar
      label={label}
      labels={tabs.map((tab) => tab.label)}
      open={tabs.find(({ href }) => href === current)?.label}
      actions={actions}
    >
      <nav
        aria-label={label}
        className="tabs"
        dangerouslySetInnerHTML={{ __html: tabs.map((tab) => tabHtml(tab, current)).join('') }}
      />
    </TabBar>
  )
}

/** The line tabs stand on. `children` is their `<nav className="tabs">`; `open` the label of the open one. */
export function TabBar({
  label,
  labels,
  open,
  actions,
  children,
}: {
  label: string
  labels: string[]
  open: string | undefined
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="no-print border-line relative mt-3.5 flex flex-wrap-reverse items-end gap-x-6 border-b">
      {fitPhone(labels) ? null : (
        <Disclosure
          className="tab-fold"
          summary={
            <>
              <span className="sr-only">{label}: </span>
              {/* By style alone: the word itself stands in the list. */}
              <span data-open={open ?? label} />
              <Icon name="down" size={13} />
            </>
          }
        />
      )}
      {children}
      {actions ? (
        <div className="flex flex-wrap items-center gap-4 pb-1.5 max-sm:w-full sm:ml-auto">{actions}</div>
      ) : null}
    </div>
  )
}

/** Whether tabs stand on one line 358 px wide, at some 7.4 px a letter of this type. */
const fitPhone = (labels: string[]) =>
  labels.reduce((width, label) => width + label.length * 7.4 + 22, -22) <= 358

/** As elements the tabs would be a good part of a page's work. */
function tabHtml({ href, label, count }: Tab, current: string): string {
  const on = href === current ? ' aria-current="page"' : ''
  return `<a data-soft href="${escapeHtml(href)}"${on}>${escapeHtml(label)}${count ? `<span>${count}</span>` : ''}</a>`
}
