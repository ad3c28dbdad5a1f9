import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { ExportLinks } from '@/components/documents/export-links'
import { canVisitUnitDocuments } from '@/lib/documents/life/policy'
import { StatementList } from '@/components/sources/statement-list'
import { FigureDialog } from '@/components/summaries/figure-dialog'
import { Sentences } from '@/components/summaries/sentence'
import { DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Menu } from '@/components/ui/menu'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { HEADSHIP_LABELS } from '@/lib/clusters/labels'
import type { Actor } from '@/lib/platform/auth/actor'
import { requireActor } from '@/lib/platform/auth/current'
import { belongsTo } from '@/lib/platform/auth/policy'
import { sourceCitation } from '@/lib/sources/labels'
import { listStatements } from '@/lib/sources/queries'
import { recordSentence, statusSentence, unitSentence } from '@/lib/summaries/sentences/rules'
import { isInterim } from '@/lib/summaries/rules'
import { getUnitYear } from '@/lib/summaries/unit-years/queries'
import { latestResult, summariseUnitYear } from '@/lib/summaries/unit-years/rules'
import { unitLabel, validityLabel } from '@/lib/units/labels'
import { findUnitOfYear } from '@/lib/units/queries'
import { readYear } from '../../../clusters/[slug]/[year]/_components/address'
import { UnitNarrative } from './_components/unit-narrative'
import { UnitTable } from './_components/unit-table'

type Props = { params: Promise<{ slug: string; year: string }> }

/** The unit of an address, for the title and the page, read once. */
const loadUnit = cache(async (actor: Actor, slug: string, yearText: string) => {
  const year = readYear(yearText)
  return year === null ? null : findUnitOfYear(actor, slug, year)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, year } = await params
  const unit = await loadUnit(await requireActor(`/units/${slug}/${year}`), slug, year)
  if (!unit) notFound()
  return { title: `${unit.name}, năm ${year}` }
}

export default async function UnitYearPage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/units/${slug}/${yearText}`)
  const year = readYear(yearText)
  const unit = await loadUnit(actor, slug, yearText)
  if (!unit || year === null) notFound()
  if (unit.slug !== slug) redirect(`/units/${unit.slug}/${year}`)

  const [unitYear, statements] = await Promise.all([
    getUnitYear(actor, unit.id, year),
    listStatements(actor, { unitId: unit.id, year }),
  ])
  const summary = summariseUnitYear(unit, unitYear)
  const latest = latestResult(summary, null)
  const illustrative =
    unitYear.clusters.some((cluster) => cluster.illustrative) ||
    unitYear.reports.some((report) => report.illustrative)
  const name = unitLabel(unit)
  const own = belongsTo(actor, unit.id)
  return (
    <div className="print-landscape">
      <PageHeader
        crumbs={[
          { label: 'Đơn vị', href: '/units' },
          { label: name, href: `/units/${unit.slug}` },
          {
            label: (
              <Menu
                label="Năm"
                value={String(year)}
                items={unitYear.years.map((other) => ({
                  href: `/units/${unit.slug}/${other}`,
                  label: `Năm ${other}`,
                  current: other === year,
                }))}
              />
            ),
          },
        ]}
        title={`${unit.name}, năm ${year}`}
        theme={[
          `${unit.kind[0]?.toUpperCase() ?? ''}${unit.kind.slice(1)} ${unit.name}`,
          validityLabel(unit.validFrom, unit.validTo),
        ]
          .filter(Boolean)
          .join(', ')}
        mark={illustrative ? <DemoMark /> : undefined}
        sentence={
          <>
            <p>
              {unitYear.clusters.map((cluster, index) => (
                <span key={cluster.id}>
                  {index > 0 ? ', ' : ''}
                  <Link href={`/clusters/${cluster.slug}/${year}`}>{cluster.title}</Link>
                  {cluster.role ? (
                    <span className="text-vang font-semibold"> ({HEADSHIP_LABELS[cluster.role]})</span>
                  ) : null}
                </span>
              ))}
              {unitYear.clusters.length > 0 ? '.' : 'Nguồn không nêu cụm thi đua của đơn vị trong năm này.'}
            </p>
            {latest ? (
              <Sentences
                year={year}
                sentences={[
                  (latest.report.source
                    ? recordSentence(latest.row, year, sourceCitation(latest.report.source))
                    : null) ?? unitSentence(latest.row, summary.indicators, isInterim(latest.report.period)),
                  ...(latest.report.dueAt ? [statusSentence([latest.row])] : []),
                ]}
              />
            ) : null}
          </>
        }
        actions={
          <>
            {summary.results.length > 0 ? (
              <ExportLinks table="unit" of={{ slug: unit.slug, nam: year }} label="báo cáo của đơn vị" />
            ) : null}
            {canVisitUnitDocuments(
              actor,
              unit.id,
              unitYear.clusters.map(({ id }) => id),
            ) ? (
              <Link
                href={`/units/${unit.slug}/${year}/documents`}
                prefetch={false}
                className="link pointer-coarse:py-3"
              >
                Văn bản
              </Link>
            ) : null}
            {(own || actor.isOffice) && summary.results.every(({ report }) => report.source) ? (
              <Link href="/adoptions" prefetch={false} className="link pointer-coarse:py-3">
                Nhận số liệu từ tệp cũ
              </Link>
            ) : null}
            {own && year >= 2026 ? (
              <Link href="/my-work" className="link pointer-coarse:py-3">
                Việc của tôi
              </Link>
            ) : null}
          </>
        }
      />
      <PageBody>
        {summary.indicators.length > 0 ? (
          <>
            <UnitTable unit={unit} year={year} summary={summary} />
            <FigureDialog />
            {latest && latest.report.source ? null : (
              <p className="text-mute mt-3 text-sm">
                {illustrative ? <DemoMark className="mr-4" /> : null}
                <span className="no-print">Chọn một số liệu để xem nguồn và minh chứng.</span>
              </p>
            )}
          </>
        ) : (
          <Empty title="Không có số liệu theo chỉ tiêu của năm này">
            {statements.length > 0
              ? 'Nguồn chỉ nêu những điều dưới đây.'
              : 'Chưa có báo cáo nào của năm này mà bạn được xem.'}
          </Empty>
        )}
        {summary.results.map(({ report }) =>
          report.narrative.length > 0 ? (
            <UnitNarrative key={report.reportId} report={report} year={year} />
          ) : null,
        )}
        {statements.length > 0 ? (
          <section className="mt-8">
            <h2>Những gì nguồn nêu về năm {year}</h2>
            <StatementList statements={statements} />
          </section>
        ) : null}
      </PageBody>
    </div>
  )
}
