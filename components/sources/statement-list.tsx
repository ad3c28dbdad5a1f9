import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import {
  INFERRED_LABEL,
  NOT_STATED_LABEL,
  sourceCitation,
  STATEMENT_SECTION_LABELS,
} from '@/lib/sources/labels'
import { STATEMENT_SECTIONS, type StatementDto } from '@/lib/sources/types'

/** What sources state, by subject, each with the document and the place it comes from. */
export function StatementList({
  statements,
  citeSource = true,
}: {
  statements: StatementDto[]
  /** Names the document too; left out on the document's own page. */
  citeSource?: boolean
}) {
  const sections = STATEMENT_SECTIONS.map((section) => ({
    section,
    rows: statements.filter((statement) => statement.section === section),
  })).filter(({ rows }) => rows.length > 0)
  return (
    <div className="mt-2 grid max-w-[104ch] gap-x-8 lg:grid-cols-[190px_minmax(0,1fr)]">
      {sections.map(({ section, rows }) => (
        <section
          key={section}
          aria-labelledby={`section-${section}`}
          className="border-hair border-t py-2.5 lg:col-span-2 lg:grid lg:grid-cols-subgrid"
        >
          <h3 id={`section-${section}`}>{STATEMENT_SECTION_LABELS[section]}</h3>
          <ul className="grid gap-2">
            {rows.map((statement) => (
              <li
                key={statement.id}
                id={statement.id}
                className="target:bg-hair scroll-mt-16 break-inside-avoid"
              >
                {statement.text}{' '}
                {statement.notStated && !statement.text.toLowerCase().includes(NOT_STATED_LABEL) ? (
                  <Badge>{NOT_STATED_LABEL}</Badge>
                ) : null}{' '}
                {statement.inferred ? <Badge kind="wait">{INFERRED_LABEL}</Badge> : null}{' '}
                <Cited statement={statement} whole={citeSource} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function Cited({ statement, whole }: { statement: StatementDto; whole: boolean }) {
  if (!whole) {
    return <span className="text-mute text-xs whitespace-nowrap">mục {statement.factId}</span>
  }
  return (
    <Link
      href={`/sources/${statement.source.slug}`}
      prefetch={false}
      title={statement.source.title}
      className="link text-mute text-xs whitespace-nowrap"
    >
      {sourceCitation(statement.source)}, mục {statement.factId}
    </Link>
  )
}
