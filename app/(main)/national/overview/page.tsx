import { notFound } from 'next/navigation'
import Link from 'next/link'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { openingPeriod } from '@/lib/periods/rules'
import { requireActor } from '@/lib/platform/auth/current'
import { firstOf } from '@/lib/platform/fields'
import { printNumber } from '@/lib/platform/numbers/print'
import { getNationalYear } from '@/lib/summaries/national/queries'
import {
  listLeadingClusters,
  listNationalIndicators,
  listNationalProgress,
} from '@/lib/summaries/overview/queries'
import { metCells, standingsOf } from '@/lib/summaries/overview/rules'
import { listClusterTotals } from '@/lib/summaries/totals/queries'
import { readView, readYear, type SearchParams } from '../../clusters/[slug]/[year]/_components/address'
import { NationalHeader } from '../_components/national-frame'
import { ClusterLeaders } from './_components/cluster-leaders'
import { Deadlines } from './_components/deadlines'
import { Standings } from './_components/standings'

export const metadata = { title: 'Toàn quốc: tổng quan' }

export default async function NationalOverviewPage({
  searchParams,
}: {
  searchParams: Promise<SearchParams>
}) {
  const actor = await requireActor('/national/overview')
  const search = await searchParams
  const asked = firstOf(search.nam)
  if (asked !== undefined && readYear(asked) === null) notFound()
  const national = await getNationalYear(actor, asked === undefined ? null : readYear(asked))
  if (!national) notFound()
  const { emulationYearId, year } = national
  const kinds = national.periods.map(({ kind }) => kind).filter((kind) => kind !== 'REGISTRATION')
  const period = kinds.find((kind) => kind === readView(search).period) ?? openingPeriod(national.periods)
  const [totals, clusters, indicators, progress] = await Promise.all([
    listClusterTotals(actor, { from: year, to: year, period, clusterIds: null, indicatorIds: null }),
    listLeadingClusters(actor, emulationYearId),
    listNationalIndicators(actor, emulationYearId),
    listNationalProgress(actor, emulationYearId),
  ])
  const own = new Set(clusters.map(({ clusterYearId }) => clusterYearId))
  const mine = totals.filter(({ clusterYearId }) => own.has(clusterYearId))
  const standings = standingsOf(indicators, mine, clusters)
  const told = standings.filter(({ total }) => total.units > 0)
  const counts = mine.map(metCells)
  const met = counts.reduce((sum, one) => sum + one.met, 0)
  const judged = counts.reduce((sum, one) => sum + one.judged, 0)
  const reports = mine.reduce((sum, one) => sum + one.reports, 0)
  const members = mine.reduce((sum, one) => sum + one.members, 0)
  return (
    <div className="print-landscape">
      <NationalHeader
        national={national}
        tab="overview"
        period={period}
        periods={kinds}
        illustrative={mine.some(({ illustrative }) => illustrative)}
        sentence={
          <p>
            <b>
              {reports > 0
                ? `${reports}/${members} đơn vị có báo cáo đã gửi hoặc đã xác nhận mà bạn được xem.`
                : 'Chưa có báo cáo nào của kỳ này mà bạn được xem.'}
            </b>{' '}
            {judged > 0
              ? `${printNumber(String(met))} trong ${printNumber(String(judged))} chỉ tiêu của các đơn vị đã xếp mức là đạt hoặc vượt đăng ký.`
              : ''}
          </p>
        }
      />
      <PageBody className="pt-5">
        <Deadlines progress={progress} clusters={clusters} year={year} />
        {told.length > 0 ? (
          <Standings
            standings={told}
            year={year}
            units={Math.max(national.provinces, national.units)}
            period={period}
          />
        ) : (
          <Empty title="Kỳ này chưa có số liệu mà bạn được xem" />
        )}
        <ClusterLeaders clusters={clusters} totals={mine} year={year} period={period} />
        <p className="mt-6">
          <Link href={`/compare?xem=ban-do&den=${year}`} prefetch={false} className="link">
            Xem bản đồ ô của từng chỉ tiêu
          </Link>
        </p>
      </PageBody>
    </div>
  )
}
