import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { requireActor } from '@/lib/platform/auth/current'
import { firstOf } from '@/lib/platform/fields'
import { printNumber } from '@/lib/platform/numbers/print'
import { getHeadshipGaps, listHeadshipStandings, listUnitHonours } from '@/lib/summaries/honours/queries'
import type { HeadshipStanding, UnitHonours } from '@/lib/summaries/honours/types'
import { getNationalYear } from '@/lib/summaries/national/queries'
import { BOUNDARY_LABELS } from '@/lib/summaries/territory/labels'
import { readYear, type SearchParams } from '../../clusters/[slug]/[year]/_components/address'
import { NationalHeader } from '../_components/national-frame'

export const metadata = { title: 'Toàn quốc: khen thưởng, cụm trưởng' }

/** So many names stand in one list; more are counted. */
const MOST = 120

export default async function NationalHonoursPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor('/national/honours')
  const asked = firstOf((await searchParams).nam)
  if (asked !== undefined && readYear(asked) === null) notFound()
  const national = await getNationalYear(actor, asked === undefined ? null : readYear(asked))
  if (!national) notFound()
  const [honours, standings, gaps] = await Promise.all([
    listUnitHonours(actor, MOST),
    listHeadshipStandings(actor, national.emulationYearId),
    getHeadshipGaps(actor, national.year),
  ])
  const never = standings.filter(({ own, before }) => own.length === 0 && before.length === 0)
  return (
    <div className="print-landscape">
      <NationalHeader
        national={national}
        tab="honours"
        illustrative={honours.illustrative}
        sentence={
          <p>
            <b>
              {honours.awarded} đơn vị có khen thưởng trong sổ; {never.length}/{standings.length} đơn vị của
              năm {national.year} chưa thấy nguồn nào ghi là từng làm cụm trưởng.
            </b>
          </p>
        }
      />
      <PageBody className="pt-5">
        <AwardsByYear {...honours} />
        <NeverHead standings={standings} never={never} gaps={gaps} year={national.year} />
      </PageBody>
    </div>
  )
}

function AwardsByYear({ units, awarded }: UnitHonours) {
  const all = units.flatMap((unit) => unit.honours)
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => (b ?? 0) - (a ?? 0))
  return (
    <section aria-labelledby="awards">
      <h2 id="awards">Khen thưởng của các đơn vị qua các năm</h2>
      <p className="text-mute mt-1 text-sm">
        <b className="text-ink">{BOUNDARY_LABELS.THEN}</b>: mỗi khen thưởng ở đơn vị của thời đó, không chuyển
        sang đơn vị sau sắp xếp.
        {awarded > units.length ? (
          <>
            {' '}
            Bảng này có {units.length} đơn vị được khen nhiều nhất trong {printNumber(String(awarded))} đơn
            vị; đầy đủ ở{' '}
            <Link href="/awards" className="link">
              danh sách khen thưởng
            </Link>
            .
          </>
        ) : null}
      </p>
      {units.length === 0 ? (
        <Empty title="Sổ khen thưởng chưa ghi danh hiệu nào của đơn vị" />
      ) : (
        <ListTable label="Khen thưởng theo đơn vị và năm" cards>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year ?? 'năm chưa rõ'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.id}>
                <th scope="row">
                  <Link href={`/units/${unit.slug}`} prefetch={false}>
                    {unit.name}
                  </Link>
                </th>
                {years.map((year) => (
                  <td key={year} data-label={year ?? 'năm chưa rõ'}>
                    {unit.honours
                      .filter((award) => award.year === year)
                      .map((award) => (
                        <div key={award.id} className={award.type.isFlag ? 'text-vang font-semibold' : ''}>
                          {award.type.name}
                          {award.illustrative ? (
                            <span className="text-co text-xs font-normal whitespace-nowrap"> minh họa</span>
                          ) : null}
                        </div>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
    </section>
  )
}

function NeverHead({
  standings,
  never,
  gaps,
  year,
}: {
  standings: HeadshipStanding[]
  never: HeadshipStanding[]
  gaps: { knownYears: number; unknownYears: number }
  year: number
}) {
  const clusters = [...new Map(standings.map(({ cluster }) => [cluster.slug, cluster])).values()].slice(
    0,
    MOST,
  )
  const last = ({ own, before }: HeadshipStanding) =>
    Math.max(...own, ...before.map((one) => one.year), -Infinity)
  return (
    <section aria-labelledby="never-head" className="mt-8">
      <h2 id="never-head">Ai chưa từng làm cụm trưởng</h2>
      <p className="text-mute mt-1 max-w-[96ch] text-sm">
        Xét {gaps.knownYears} lượt cụm-năm có ghi cụm trưởng đến năm {year}
        {gaps.unknownYears > 0
          ? `; ${gaps.unknownYears} lượt khác nguồn không nêu cụm trưởng, nên “chưa từng” là theo những gì đã ghi`
          : ''}
        . Vai trò của đơn vị trước sắp xếp đứng riêng, dưới tên của thời đó.
      </p>
      <ListTable label="Đơn vị chưa từng làm cụm trưởng, theo cụm" cards>
        <thead>
          <tr>
            <th scope="col">Cụm</th>
            <th scope="col">Chưa từng làm cụm trưởng</th>
            <th scope="col">Đã làm, gần nhất</th>
          </tr>
        </thead>
        <tbody>
          {clusters.map((cluster) => {
            const mine = standings.filter((one) => one.cluster.slug === cluster.slug)
            const missing = never.filter((one) => one.cluster.slug === cluster.slug)
            const done = mine.filter((one) => Number.isFinite(last(one))).sort((a, b) => last(b) - last(a))
            return (
              <tr key={cluster.slug}>
                <th scope="row">
                  <Link href={`/clusters/${cluster.slug}`} prefetch={false}>
                    {cluster.name}
                  </Link>
                </th>
                <td data-label="Chưa từng">
                  <div>{missing.map(({ unit }) => unit.name).join(', ') || 'không còn đơn vị nào'}</div>
                </td>
                <td data-label="Đã làm">
                  <div>
                    {done.map(({ unit, own, before }) => (
                      <span key={unit.id} className="mr-4 inline-block">
                        {unit.name}{' '}
                        <span className="text-mute">
                          {[...own.map(String), ...before.map((one) => `${one.year} (${one.unit} cũ)`)].join(
                            ', ',
                          )}
                        </span>
                      </span>
                    ))}
                    {done.length === 0 ? <span className="text-mute">chưa ghi đơn vị nào</span> : null}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </ListTable>
    </section>
  )
}
