import type { ReactNode } from 'react'

/** A region that scrolls both ways by wheel, finger or keyboard, for one wide table. `label` names it to screen readers. */
export function TableScroll({
  label,
  children,
  className = '',
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className={`scroll ${className}`}>
      {children}
    </div>
  )
}

/** A table of figures (`.figures`): `<thead>`, `<tbody>`, `<tfoot>` as children, class names as in table.css. */
export function FigureTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <TableScroll label={label} className="mt-3.5">
      <table className="figures">{children}</table>
    </TableScroll>
  )
}

/** A table of records (`.list`): text left, figures in `.num` cells. */
export function ListTable({
  label,
  cards = false,
  children,
}: {
  label: string
  /** On a phone each row is a card; then every `<td>` says what it is in `data-label`. */
  cards?: boolean
  children: ReactNode
}) {
  return (
    <TableScroll label={label} className="mt-2">
      <table className={cards ? 'list cards' : 'list'}>{children}</table>
    </TableScroll>
  )
}

export type MarkKind = 'vuot' | 'dat' | 'half' | 'chua'

/** The woven mark with its word beside it. `share` (0 to 1) fills the outline of what is not reached. */
export function Mark({ kind, share, children }: { kind: MarkKind; share?: number; children: ReactNode }) {
  const tenths = Math.max(0, Math.min(9, Math.round((share ?? 0.5) * 10)))
  return (
    <span className={`k ${kind}`}>
      <i className={kind === 'chua' ? `r${tenths}` : undefined} aria-hidden="true" />
      {children}
    </span>
  )
}
