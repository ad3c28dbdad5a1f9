import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { listSavedComparisons } from '@/lib/summaries/compare/queries'
import { readComparison } from '@/lib/summaries/compare/schema'
import { viewComparison } from './_components/compare-view'
import { Comparison } from './_components/comparison'
import { SavedViews } from './_components/saved-views'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata = { title: 'So sánh' }

export default async function ComparePage({ searchParams }: Props) {
  const actor = await requireActor('/compare')
  const [comparison, saved] = await Promise.all([
    viewComparison(actor, readComparison(await searchParams)),
    listSavedComparisons(actor),
  ])
  return (
    <div className="print-landscape">
      <PageHeader title="So sánh" theme="Một chỉ tiêu qua các năm, giữa các đơn vị hoặc giữa các cụm" />
      <PageBody>
        {comparison ? (
          <Comparison first={comparison} saved={<SavedViews saved={saved} query={comparison.query} />} />
        ) : (
          <Empty title="Chưa có chỉ tiêu nào để so sánh">
            Thường trực thi đua đặt bộ chỉ tiêu ở mục Thiết lập năm.
          </Empty>
        )}
      </PageBody>
    </div>
  )
}
