import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DemoMark } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Select } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { listSources } from '@/lib/sources/queries'
import { QUALITY_LABELS, QUALITY_SLUGS } from '@/lib/summaries/quality/labels'
import { getQuality } from '@/lib/summaries/quality/queries'
import { readQualityFilter, type QualityFilter } from '@/lib/summaries/quality/schema'
import { QUALITY_KINDS, type QualityKind, type QualityReport } from '@/lib/summaries/quality/types'
import { IssueList } from './_components/issue-list'
import { RecordStated } from './_components/record-stated'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Chất lượng số liệu' }

function address(filter: QualityFilter): string {
  const query = new URLSearchParams()
  if (filter.year) query.set('nam', String(filter.year))
  if (filter.cluster) query.set('cum', filter.cluster)
  if (filter.kind) query.set('loai', QUALITY_SLUGS[filter.kind])
  return `/quality${query.size > 0 ? `?${query}` : ''}`
}

export default async function QualityPage({ searchParams }: Props) {
  const filter = readQualityFilter(await searchParams)
  const actor = await requireActor(address(filter))
  const quality = await getQuality(actor, filter)
  if (!quality) notFound()
  const sources = quality.statable.length > 0 ? await listSources(actor) : []
  const open = quality.issues.filter(({ settled }) => !settled)
  const count = (kind: QualityKind) => open.filter((issue) => issue.kind === kind).length
  const shown = quality.issues.filter(({ kind }) => filter.kind === null || kind === filter.kind)
  const one = quality.clusters.find(({ slug }) => slug === filter.cluster)
  return (
    <>
      <PageHeader
        crumbs={[
          actor.isOffice
            ? { label: 'Toàn quốc', href: '/national' }
            : { label: 'Cụm thi đua', href: '/clusters' },
          { label: 'Chất lượng số liệu' },
        ]}
        title={`Chất lượng số liệu năm ${quality.year}`}
        mark={shown.some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
        sentence={
          <p>
            {open.length > 0 ? (
              <>
                <b>{open.length} chỗ cần xem</b> {one ? `ở cụm ${one.name}` : scopeOf(quality)}.
              </>
            ) : (
              <>Không có chỗ nào cần xem {one ? `ở cụm ${one.name}` : scopeOf(quality)}.</>
            )}{' '}
            Hệ thống chỉ nêu chỗ chưa khớp, không tự sửa số liệu nào.
          </p>
        }
        actions={
          quality.statable.length > 0 ? (
            <RecordStated figures={quality.statable} sources={sources} />
          ) : undefined
        }
      />
      <PageBody>
        <Filter quality={quality} filter={filter} />
        <ul className="mt-4 flex max-w-[104ch] flex-wrap gap-x-6 gap-y-1">
          {QUALITY_KINDS.map((kind) => (
            <li
              key={kind}
              className={count(kind) === 0 && filter.kind !== kind ? 'max-lg:hidden' : undefined}
            >
              <Link
                href={address({ ...filter, year: quality.year, kind: filter.kind === kind ? null : kind })}
                aria-current={filter.kind === kind ? 'true' : undefined}
                prefetch={false}
                className="link aria-[current]:font-semibold pointer-coarse:inline-block pointer-coarse:py-3"
              >
                {QUALITY_LABELS[kind]}
              </Link>{' '}
              <span className="text-mute">{count(kind)}</span>
            </li>
          ))}
        </ul>
        {quality.truncated ? (
          <Notice kind="warning">
            Có nhiều chỗ cần xem hơn số hiện được một lần. Chọn một cụm để xem đủ.
          </Notice>
        ) : null}
        {shown.length === 0 ? (
          <Empty title="Không có chỗ nào cần xem">
            {filter.kind
              ? `Không có mục “${QUALITY_LABELS[filter.kind]}” trong phạm vi đã chọn.`
              : 'Số liệu bạn được xem khớp nhau, trong phạm vi đã chọn.'}
          </Empty>
        ) : (
          QUALITY_KINDS.map((kind) => (
            <IssueList key={kind} kind={kind} issues={shown.filter((issue) => issue.kind === kind)} />
          ))
        )}
      </PageBody>
    </>
  )
}

const scopeOf = ({ clusters }: QualityReport) =>
  clusters.length === 1 ? `ở cụm ${clusters[0]!.name}` : `trong ${clusters.length} cụm bạn theo dõi`

function Filter({ quality, filter }: { quality: QualityReport; filter: QualityFilter }) {
  return (
    <form className="no-print flex flex-wrap items-end gap-x-4" action="/quality">
      <Select
        name="nam"
        label="Năm"
        defaultValue={quality.year}
        options={quality.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="cum"
        label="Cụm"
        placeholder="Mọi cụm"
        defaultValue={filter.cluster ?? ''}
        options={quality.clusters.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {filter.kind ? <input type="hidden" name="loai" value={QUALITY_SLUGS[filter.kind]} /> : null}
      <button type="submit" className={buttonClass('secondary', 'mt-4')}>
        Xem
      </button>
    </form>
  )
}
