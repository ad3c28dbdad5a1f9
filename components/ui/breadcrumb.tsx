'use client'

import { Fragment, type ReactNode } from 'react'

/** One step of the way: a link, a plain word, or a picker (`Menu`) in place of either. */
export type Crumb = { label: ReactNode; href?: string }

/** The way to this page. The last steps, usually pickers of year and period, stand in ink. */
export function Breadcrumb({ items }: { items: Crumb[] }) {
  return (
    <nav aria-label="Đường dẫn" className="no-print text-mute text-sm">
      <ol>
        {items.map((item, index) => (
          <Fragment key={index}>
            {/* A line never begins with the stroke. */}
            {index > 0 ? (
              <li aria-hidden="true" className="inline [word-spacing:4px]">
                {'\u00a0/ '}
              </li>
            ) : null}
            <li className="inline">
              {item.href ? (
                <a
                  data-soft
                  href={item.href}
                  className="text-mute hover:text-ink no-underline hover:underline pointer-coarse:py-3"
                >
                  {item.label}
                </a>
              ) : (
                <span
                  className={index === items.length - 1 ? 'text-ink font-semibold' : ''}
                  aria-current={index === items.length - 1 ? 'page' : undefined}
                >
                  {item.label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
