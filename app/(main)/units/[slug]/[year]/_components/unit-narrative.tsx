import { periodOfYear } from '@/lib/periods/labels'
import { SECTION_LABELS } from '@/lib/reports/labels'
import { NARRATIVE_SECTIONS } from '@/lib/reports/types'
import type { UnitYearReport } from '@/lib/summaries/unit-years/types'

/** What a unit wrote in its report, section by section. */
export function UnitNarrative({ report, year }: { report: UnitYearReport; year: number }) {
  const sections = NARRATIVE_SECTIONS.flatMap((section) => {
    const text = report.narrative.find((part) => part.section === section)?.text
    return text ? [{ section, text }] : []
  })
  return (
    <section className="mt-8 max-w-[104ch]">
      <h2>Báo cáo bằng lời, {periodOfYear(report.period, year)}</h2>
      <div className="mt-2 grid gap-x-8 lg:grid-cols-[190px_minmax(0,1fr)]">
        {sections.map(({ section, text }) => (
          <div
            key={section}
            className="border-hair border-t py-2.5 lg:col-span-2 lg:grid lg:grid-cols-subgrid"
          >
            <h3>{SECTION_LABELS[section]}</h3>
            <p className="whitespace-pre-line">{text}</p>
          </div>
        ))}
      </div>
    </section>
  )
}
