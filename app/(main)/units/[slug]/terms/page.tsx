import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TermDialog } from '@/components/terms/term-dialog'
import { TermList } from '@/components/terms/term-list'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { congressLabel, termOwner, termPhrase } from '@/lib/terms/labels'
import { mayKeepTerms } from '@/lib/terms/policy'
import { listUnitTerms } from '@/lib/terms/queries'
import type { TermListItem } from '@/lib/terms/types'
import { unitLabel } from '@/lib/units/labels'
import { getUnit } from '@/lib/units/queries'

type Props = { params: Promise<{ slug: string }> }

export const metadata: Metadata = { title: 'Nhiệm kỳ' }

export default async function UnitTermsPage({ params }: Props) {
  const { slug } = await params
  const actor = await requireActor(`/units/${slug}/terms`)
  const unit = await getUnit(actor, slug)
  if (!unit) notFound()
  const { own, predecessors, successors } = await listUnitTerms(actor, unit.id)
  const all = [...own, ...predecessors, ...successors]
  const last = Math.max(0, ...own.map(({ congressNumber }) => congressNumber ?? 0))
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Đơn vị', href: '/units' },
          { label: unitLabel(unit), href: `/units/${unit.slug}` },
          { label: 'Nhiệm kỳ' },
        ]}
        title={`Nhiệm kỳ của ${unitLabel(unit)}`}
        sentence={<p>{sentenceOf(all)}</p>}
        actions={
          mayKeepTerms(actor, unit.id) ? (
            <TermDialog base={`/units/${unit.slug}/terms`} unitId={unit.id} nextCongress={last + 1} />
          ) : null
        }
      />
      <PageBody>
        {all.length === 0 ? (
          <Empty title="Chưa có nhiệm kỳ nào được ghi">
            Mỗi nhiệm kỳ thuộc đơn vị của thời điểm ấy; đơn vị mới đếm lại từ Đại hội lần thứ I.
          </Empty>
        ) : (
          <TermList terms={all} label={`Nhiệm kỳ của ${unitLabel(unit)} và các đơn vị trước, sau`} />
        )}
      </PageBody>
    </>
  )
}

/** Each term with the unit it belongs to, so that two units of one name are told apart. */
function sentenceOf(terms: TermListItem[]): string {
  if (terms.length === 0) return 'Chưa có nhiệm kỳ nào của đơn vị này hay đơn vị trước, sau nó.'
  const owners = new Set(terms.map(({ unit }) => unit?.id)).size
  const each = terms
    .slice(0, 4)
    .map((term) =>
      [
        termOwner(term.unit),
        [termPhrase(term), term.startYear === null ? '' : congressLabel(term)].filter(Boolean).join(', '),
      ].join(': '),
    )
  const more = terms.length > 4 ? `; và ${terms.length - 4} nhiệm kỳ khác` : ''
  return `${terms.length} nhiệm kỳ${owners > 1 ? ` của ${owners} đơn vị` : ''}: ${each.join('; ')}${more}.`
}
