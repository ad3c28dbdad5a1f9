import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { listAwards } from '@/lib/awards/queries'
import type { AwardDto } from '@/lib/awards/types'
import { requireActor } from '@/lib/platform/auth/current'
import { firstOf } from '@/lib/platform/fields'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { getHeadshipGaps, listHeadshipStandings } from '@/lib/summaries/honours/queries'
import type { HeadshipStanding } from '@/lib/summaries/honours/types'
import { getNationalYear } from '@/lib/summaries/national/queries'
import { BOUNDARY_LABELS } from '@/lib/summaries/territory/labels'
import { unitLabel } from '@/lib/units/labels'
import { listUnits } from '@/lib/units/queries'
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
  const [awards, standings, gaps] = await Promise.all([
    listAwards(actor),
    listHeadshipStandings(actor, national.emulationYearId),
    getHeadshipGaps(actor, national.year),
  ])
  const ofUnits = awards.filter((award) => award.unit !== null && award.recipientKind === 'UNIT')
  const never = standings.filter(({ own, before }) => own.length === 0 && before.length === 0)
  const names = ofUnits.length > 0 ? await namesOf(actor) : new Map<string, string>()
  return (
    <div className="print-landscape">
      <NationalHeader
        national={national}
        tab="honours"
        illustrative={awards.some(({ illustrative }) => illustrative)}
        sentence={
          <p>
            <b>
              {new Set(ofUnits.map(({ unit }) => unit!.id)).size} đơn vị có khen thưởng trong sổ;{' '}
              {never.length}/{standings.length} đơn vị của năm {national.year} chưa thấy nguồn nào ghi là từng
              làm cụm trưởng.
            </b>
          </p>
        }
      />
      <PageBody className="pt-5">
        <AwardsByYear awards={ofUnits} names={names} />
        <NeverHead standings={standings} never={never} gaps={gaps} year={national.year} />
      </PageBody>
    </div>
  )
}

async function namesOf(actor: Parameters<typeof listUnits>[0]): Promise<Map<string, string>> {
  const units = await listUnits(actor)
  return new Map(units.map((unit) => [unit.id, unitLabel(unit)]))
}

function AwardsByYear({ awards, names }: { awards: AwardDto[]; names: Map<string, string> }) {
  const years = [...new Set(awards.map(({ year }) => year))].sort((a, b) => (b ?? 0) - (a ?? 0))
  const units = [...new Map(awards.map(({ unit }) => [unit!.id, unit!])).values()]
    .map((unit) => ({ ...unit, name: names.get(unit.id) ?? unit.name }))
    .sort((a, b) => compareVietnamese(a.name, b.name))
  return (
    <section aria-labelledby="awards">
      <h2 id="awards">Khen thưởng của các đơn vị qua các năm</h2>
      <p className="text-mute mt-1 text-sm">
        <b className="text-ink">{BOUNDARY_LABELS.THEN}</b>: mỗi khen thưởng ở đơn vị của thời đó, không chuyển
        sang đơn vị sau sắp xếp.
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
                    {awards
                      .filter((award) => award.unit!.id === unit.id && award.year === year)
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
