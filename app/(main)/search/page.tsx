import type { Metadata } from 'next'
import Link from 'next/link'
import { Runs } from '@/components/search/runs'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { TextField } from '@/components/ui/field'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { firstOf } from '@/lib/platform/fields'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { HINT_LABEL, KIND_LABELS, NEAR_LABEL, NOTHING_LABEL } from '@/lib/search/labels'
import { searchEverything } from '@/lib/search/queries'
import { MAX_WORDS, searchSchema } from '@/lib/search/schema'
import type { HitGroup, SearchAnswer, SearchKind } from '@/lib/search/types'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Tìm kiếm' }

const OF_ALL = 8
const OF_ONE = 100

const address = (words: string, kind: SearchKind | null) =>
  `/search?${new URLSearchParams({ q: words, ...(kind ? { loai: kind } : {}) })}`

export default async function SearchPage({ searchParams }: Props) {
  const params = await searchParams
  const asked = searchSchema.parse({ words: firstOf(params.q), kind: firstOf(params.loai) ?? null })
  const actor = await requireActor(address(asked.words, asked.kind))
  const answer = asked.words ? await searchEverything(actor, asked, asked.kind ? OF_ONE : OF_ALL) : null
  return (
    <>
      <PageHeader title="Tìm kiếm" sentence={answer ? <p>{sentenceOf(answer, asked.kind)}</p> : null} />
      <PageBody>
        <form role="search" action="/search" className="no-print flex flex-wrap items-end gap-x-4">
          <TextField
            type="search"
            name="q"
            label="Cần tìm"
            hint={HINT_LABEL}
            key={asked.words}
            defaultValue={asked.words}
            maxLength={MAX_WORDS}
            className="w-[440px] max-w-full"
          />
          {asked.kind ? <input type="hidden" name="loai" value={asked.kind} /> : null}
          <button type="submit" className={buttonClass('primary', 'mt-3 lg:mb-[22px]')}>
            Tìm
          </button>
        </form>
        {asked.kind ? (
          <p className="mt-1">
            Chỉ trong <b>{KIND_LABELS[asked.kind].toLowerCase()}</b>.{' '}
            <Link href={address(asked.words, null)} className="link" prefetch={false}>
              Tìm trong tất cả
            </Link>
          </p>
        ) : null}
        {answer?.total === 0 ? (
          <Empty title={NOTHING_LABEL}>
            Thử ít chữ hơn, hoặc tên gọi khác. Chỉ những nội dung bạn được xem mới hiện ở đây.
          </Empty>
        ) : null}
        {answer?.groups.map((group) => (
          <Group key={group.kind} group={group} words={asked.words} one={asked.kind !== null} />
        ))}
        {answer ? null : (
          <Empty title="Tìm trong toàn hệ thống">
            Đơn vị, cụm thi đua, người dự hội nghị, hoạt động chung, phong trào, cách làm hay, hội nghị, khen
            thưởng, văn bản và tài liệu nguồn.
          </Empty>
        )}
      </PageBody>
    </>
  )
}

function sentenceOf(answer: SearchAnswer, kind: SearchKind | null): string {
  if (answer.total === 0)
    return `${NOTHING_LABEL} có “${answer.words}”${kind ? ` trong ${KIND_LABELS[kind].toLowerCase()}` : ''}.`
  if (answer.near) return `“${answer.words}”: ${uncapitalise(NEAR_LABEL)}`
  return `${answer.total} kết quả cho “${answer.words}”${answer.code ? `. ${answer.code}` : ''}.`
}

function Group({ group, words, one }: { group: HitGroup; words: string; one: boolean }) {
  return (
    <section aria-labelledby={`nhom-${group.kind}`} className="mt-6 max-w-[104ch]">
      <h2 id={`nhom-${group.kind}`} className="text-base">
        {group.label} <span className="text-mute font-normal">({group.total})</span>
      </h2>
      <ul className="mt-1">
        {group.hits.map((hit) => (
          <li key={hit.id} className="border-hair border-t py-2">
            <div className="flex items-baseline justify-between gap-6">
              <p className="min-w-0">
                <Link href={hit.href} prefetch={false} className="link">
                  <Runs runs={hit.title} />
                </Link>{' '}
                {hit.illustrative ? <Badge kind="wait">minh họa</Badge> : null}
              </p>
              <span className="text-mute shrink-0 text-xs">{hit.when}</span>
            </div>
            {hit.detail.length > 0 ? (
              <p className="max-w-[88ch] text-sm">
                <Runs runs={hit.detail} />
              </p>
            ) : null}
            {hit.place ? <p className="text-mute text-xs">{hit.place}</p> : null}
          </li>
        ))}
      </ul>
      {group.total > group.hits.length ? (
        one ? (
          <p className="text-mute border-hair border-t py-2 text-sm">
            Còn {group.total - group.hits.length} kết quả nữa: hãy thêm chữ để thu hẹp.
          </p>
        ) : (
          <p className="border-hair border-t py-2">
            <Link href={address(words, group.kind)} prefetch={false} className="link">
              Xem cả {group.total} kết quả
            </Link>
          </p>
        )
      ) : null}
    </section>
  )
}
