import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DemoMark } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Tabs } from '@/components/ui/tabs'
import { requireActor } from '@/lib/platform/auth/current'
import { listEvidence } from '@/lib/reports/evidence/queries'
import { getReport } from '@/lib/reports/queries'
import { mayEnter } from '@/lib/reports/policy'
import { SECTION_LABELS } from '@/lib/reports/labels'
import { NARRATIVE_SECTIONS, type NarrativeSectionKey } from '@/lib/reports/types'
import { getUnit } from '@/lib/units/queries'
import { EntryDesk } from './_components/entry-desk'
import { ProofList } from './_components/proof-list'
import { ReadOnly } from './_components/read-only'
import {
  deadlineSentence,
  includesSentence,
  reportTitle,
  stateSentence,
  withOfficersSentence,
} from './_components/sentences'
import './entry.css'

type Params = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Báo cáo' }

export default async function ReportPage({ params, searchParams }: Params) {
  const { id } = await params
  const actor = await requireActor(`/reports/${id}`)
  const report = await getReport(actor, id)
  if (!report) notFound()
  if (!mayEnter(actor, { unitId: report.unit.id })) redirect(`/reports/${id}/review`)
  const unit = await getUnit(actor, report.unit.slug)
  const { muc: asked, nhap, 'minh-chung': proof } = await searchParams
  const section = NARRATIVE_SECTIONS.find((key) => key === asked) ?? null
  const title = reportTitle(report)
  const place = unit?.designations[0]?.kind.toLowerCase() ?? ''
  const included = unit ? includesSentence(report.unit.name, unit.predecessorsFull) : ''
  const { period, canEnter } = report
  const shown = report.cells.find(({ indicator }) => indicator.id === proof)?.indicator
  const shownSection = NARRATIVE_SECTIONS.find((key) => key === proof)
  const proofName = shown?.name ?? (shownSection && SECTION_LABELS[shownSection])
  const files = shown
    ? await listEvidence(actor, id, { indicatorId: shown.id })
    : shownSection
      ? await listEvidence(actor, id, { section: shownSection })
      : []
  // The officers enter; a leader reads along, and enters herself where she says so.
  const leads = actor.leaderOf.includes(report.unit.id) && !actor.staffOf.includes(report.unit.id)
  const entering = canEnter && (!leads || nhap === '1')
  const sections = <Sections id={id} current={section} entering={entering && leads} form={entering} />

  return (
    <>
      <header className="px-4 pt-4 lg:px-7">
        <Breadcrumb items={[{ label: 'Việc của tôi', href: '/my-work' }, { label: title.short }]} />
        <h1 className="mt-3">
          {title.long}, {place} {report.unit.name}
        </h1>
        {included || report.illustrative ? (
          <p className="text-mute mt-0.5">
            {included} {report.illustrative ? <DemoMark /> : null}
          </p>
        ) : null}
        {canEnter && report.additionsReason ? (
          <p className="border-co bg-wash mt-3 max-w-[96ch] border-l-3 px-3.5 py-2">
            <b>Đề nghị bổ sung:</b> {report.additionsReason}
          </p>
        ) : null}
        {entering && report.handedBack?.reason ? (
          <p className="border-co bg-wash mt-3 max-w-[96ch] border-l-3 px-3.5 py-2">
            <b>Lãnh đạo trả lại:</b> {report.handedBack.reason}
          </p>
        ) : null}
        {proofName ? <ProofList name={proofName} files={files} /> : null}
      </header>
      {entering ? (
        <EntryDesk
          accountId={actor.accountId}
          report={{
            id: report.id,
            version: report.version,
            state: report.state,
            cells: report.cells,
            narrative: report.narrative,
            acts: report.acts,
            unit: report.unit,
            period: period.kind,
            year: period.year,
          }}
          section={section}
          sentence={deadlineSentence(report)}
          tabs={sections}
        />
      ) : (
        <ReadOnly
          report={report}
          section={section}
          sentence={
            canEnter ? (
              <>
                {withOfficersSentence(report)}{' '}
                <a href={`/reports/${id}?nhap=1`} className="link text-sm">
                  Tự nhập báo cáo
                </a>
              </>
            ) : (
              stateSentence(report)
            )
          }
          tabs={sections}
        />
      )}
    </>
  )
}

function Sections({
  id,
  current,
  entering,
  form,
}: {
  id: string
  current: NarrativeSectionKey | null
  /** A leader entering herself goes on doing so in every section. */
  entering: boolean
  /** Figures can be brought in from a spreadsheet now. */
  form: boolean
}) {
  const address = (section: NarrativeSectionKey | null) => {
    const parts = [entering ? 'nhap=1' : '', section ? `muc=${section}` : ''].filter(Boolean)
    return `/reports/${id}${parts.length > 0 ? `?${parts.join('&')}` : ''}`
  }
  return (
    <Tabs
      label="Các phần của báo cáo"
      current={address(current)}
      actions={
        form ? (
          <LinkButton kind="quiet" href={`/reports/${id}/excel`}>
            Nhập từ Excel
          </LinkButton>
        ) : undefined
      }
      tabs={[
        { href: address(null), label: 'Chỉ tiêu' },
        ...NARRATIVE_SECTIONS.map((section) => ({ href: address(section), label: SECTION_LABELS[section] })),
      ]}
    />
  )
}
