import type { Metadata } from 'next'
import Link from 'next/link'
import { ExportLinks } from '@/components/documents/export-links'
import { Cite } from '@/components/clusters/cite'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Select, TextField } from '@/components/ui/field'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { buttonClass } from '@/components/ui/button'
import { listCampaigns } from '@/lib/activities/campaigns/queries'
import { practiceFilterSchema } from '@/lib/activities/practices/schema'
import { listPractices } from '@/lib/activities/practices/queries'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { PracticeDialog } from './_components/practice-dialog'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Mô hình, cách làm hay' }

export default async function PracticesPage({ searchParams }: Props) {
  const actor = await requireActor('/practices')
  const asked = await searchParams
  const filter = practiceFilterSchema.parse({
    words: asked.tim,
    year: asked.nam || null,
    page: asked.trang ?? 1,
  })
  const home = actor.homeUnit
  const [{ rows, total, pages, years }, campaigns] = await Promise.all([
    listPractices(actor, filter),
    home ? listCampaigns(actor) : [],
  ])
  const address = (page: number) => {
    const query = new URLSearchParams()
    if (filter.words) query.set('tim', filter.words)
    if (filter.year) query.set('nam', String(filter.year))
    query.set('trang', String(page))
    return `/practices?${query}`
  }
  return (
    <>
      <PageHeader
        title="Mô hình, cách làm hay"
        mark={rows.some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
        sentence={
          <p>
            {total} mô hình, cách làm hay{filter.words ? ` có “${filter.words}”` : ''}
            {filter.year ? ` của năm ${filter.year}` : ' của các cụm, các năm'}.
          </p>
        }
        actions={
          <>
            {total > 0 ? (
              <ExportLinks
                table="practices"
                of={{ tim: filter.words, nam: filter.year }}
                label="mô hình, cách làm hay"
              />
            ) : null}
            {home ? (
              <PracticeDialog
                unitId={home.id}
                year={Number((await readToday()).slice(0, 4))}
                campaigns={campaigns}
              />
            ) : null}
          </>
        }
      />
      <PageBody>
        <form role="search" className="no-print flex flex-wrap items-end gap-x-4">
          <TextField
            type="search"
            name="tim"
            label="Tìm"
            hint="Có dấu hay không dấu đều được"
            defaultValue={filter.words}
            maxLength={100}
            className="w-[320px] max-w-full"
          />
          <Select
            name="nam"
            label="Năm"
            placeholder="Mọi năm"
            hint="&nbsp;"
            defaultValue={filter.year ?? ''}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          <button type="submit" className={buttonClass('secondary', 'mb-[22px]')}>
            Tìm
          </button>
        </form>
        {rows.length === 0 ? (
          <Empty title="Không tìm thấy cách làm nào">
            {filter.words || filter.year
              ? 'Thử ít chữ hơn hoặc bỏ chọn năm.'
              : 'Mỗi đơn vị viết mô hình của mình; lãnh đạo đơn vị chia sẻ cho các đơn vị khác cùng xem.'}
          </Empty>
        ) : (
          <ul className="mt-3 max-w-[104ch]">
            {rows.map((practice) => (
              <li key={practice.id} className="border-hair border-t py-3">
                <h2 className="text-base">
                  <Link prefetch={false} href={`/practices/${practice.id}`} className="link">
                    {practice.title}
                  </Link>{' '}
                  {practice.sharedAt ? null : <Badge kind="wait">Chưa chia sẻ</Badge>}
                </h2>
                <p className="max-w-[88ch]">{practice.summary}</p>
                <p className="text-mute text-xs">
                  {[practice.unit?.name, practice.year, practice.cluster?.name, practice.campaign?.name]
                    .filter(Boolean)
                    .join(' · ')}{' '}
                  <Cite source={practice.source} />
                </p>
              </li>
            ))}
          </ul>
        )}
        <Pagination page={filter.page} pages={pages} href={address} />
      </PageBody>
    </>
  )
}
