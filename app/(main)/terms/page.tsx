import type { Metadata } from 'next'
import { TermDialog } from '@/components/terms/term-dialog'
import { TermList } from '@/components/terms/term-list'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { mayKeepTerms } from '@/lib/terms/policy'
import { listLatestUnitTerms, listNationalTerms } from '@/lib/terms/queries'

export const metadata: Metadata = { title: 'Nhiệm kỳ' }

export default async function TermsPage() {
  const actor = await requireActor('/terms')
  const [national, units] = await Promise.all([listNationalTerms(actor), listLatestUnitTerms(actor)])
  const last = Math.max(0, ...national.map(({ congressNumber }) => congressNumber ?? 0))
  return (
    <>
      <PageHeader
        title="Nhiệm kỳ"
        sentence={
          <p>
            {national.length} nhiệm kỳ toàn quốc; {units.length} nhiệm kỳ của{' '}
            {new Set(units.map(({ unit }) => unit?.id)).size} đơn vị đã được ghi.
          </p>
        }
        actions={
          mayKeepTerms(actor, null) ? (
            <TermDialog base="/terms" unitId={null} nextCongress={last + 1} />
          ) : null
        }
      />
      <PageBody>
        <h2>Toàn quốc</h2>
        <TermList terms={national} label="Nhiệm kỳ toàn quốc" />
        {units.length > 0 ? (
          <>
            <h2 className="mt-8">Của các đơn vị</h2>
            <TermList terms={units} label="Nhiệm kỳ của các đơn vị" />
          </>
        ) : null}
      </PageBody>
    </>
  )
}
