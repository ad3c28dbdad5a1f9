import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Cite } from '@/components/clusters/cite'
import { DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { Menu } from '@/components/ui/menu'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { CAMPAIGN_LABELS } from '@/lib/activities/campaigns/labels'
import { maySetCampaigns } from '@/lib/activities/campaigns/policy'
import { getCampaign } from '@/lib/activities/campaigns/queries'
import type { CampaignDto, CampaignMention } from '@/lib/activities/campaigns/types'
import { readToday } from '@/lib/periods/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printNumber } from '@/lib/platform/numbers/print'
import { CampaignDialog } from '../_components/campaign-dialog'
import { WorkDialog } from './_components/work-dialog'
import { WorkTable } from './_components/work-table'

type Props = {
  params: Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const metadata: Metadata = { title: 'Phong trào' }

export default async function CampaignPage({ params, searchParams }: Props) {
  const { slug } = await params
  const actor = await requireActor(`/campaigns/${slug}`)
  const { nam } = await searchParams
  const asked = typeof nam === 'string' && /^\d{4}$/.test(nam) ? Number(nam) : undefined
  const campaign = await getCampaign(actor, slug, asked)
  if (!campaign) notFound()
  const home = actor.homeUnit
  const now = Number((await readToday()).slice(0, 4))
  const stated = campaign.years.flatMap(({ year }) => year ?? [])
  const mayEnter = home !== null && (campaign.lastYear === null || campaign.lastYear >= now)
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Phong trào', href: '/campaigns' },
          ...(stated.length > 0
            ? [
                {
                  label: (
                    <Menu
                      label="Năm"
                      value={asked ? `Năm ${asked}` : 'Mọi năm'}
                      items={[
                        { href: `/campaigns/${slug}`, label: 'Mọi năm', current: asked === undefined },
                        ...stated.map((year) => ({
                          href: `/campaigns/${slug}?nam=${year}`,
                          label: `Năm ${year}`,
                          current: year === asked,
                        })),
                      ]}
                    />
                  ),
                },
              ]
            : []),
        ]}
        title={campaign.name}
        theme={CAMPAIGN_LABELS[campaign.kind]}
        mark={
          campaign.rows.some(({ works }) => works.some(({ illustrative }) => illustrative)) ? (
            <DemoMark />
          ) : null
        }
        sentence={<p>{sentenceOf(campaign, asked)}</p>}
        actions={
          <>
            {maySetCampaigns(actor) ? <CampaignDialog campaign={campaign} /> : null}
            {mayEnter && home ? <WorkDialog campaignId={campaign.id} unit={home} year={now} /> : null}
          </>
        }
      />
      <PageBody>
        {campaign.description ? (
          <p className="max-w-[88ch]">
            {campaign.description} <Cite source={campaign.source} />
          </p>
        ) : null}
        <h2 className="mt-6">Công trình, phần việc</h2>
        {campaign.rows.length === 0 ? (
          <Empty title="Chưa đơn vị nào ghi công trình, phần việc">
            Mỗi đơn vị ghi số đã đăng ký và đã hoàn thành của cấp tỉnh, cấp xã; cấp huyện chỉ có đến
            30/6/2025.
          </Empty>
        ) : (
          <WorkTable campaign={campaign} />
        )}
        {campaign.practices.length > 0 ? (
          <section aria-labelledby="cach-lam" className="mt-8">
            <h2 id="cach-lam">Mô hình, cách làm hay</h2>
            <ul className="mt-1 grid gap-1">
              {campaign.practices.map((practice) => (
                <li key={practice.id}>
                  <Link prefetch={false} href={`/practices/${practice.id}`} className="link">
                    {practice.title}
                  </Link>{' '}
                  <span className="text-mute text-xs">
                    {[practice.unit?.name, practice.year].filter(Boolean).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {campaign.mentions.length > 0 ? <Mentions mentions={campaign.mentions} /> : null}
      </PageBody>
    </>
  )
}

/** One clause a year: works of different years, or real and illustrative ones, are never added up. */
function sentenceOf({ years }: CampaignDto, asked: number | undefined): string {
  const shown = asked === undefined ? years : years.filter(({ year }) => year === asked)
  if (shown.length === 0) return 'Chưa có công trình, phần việc nào được ghi.'
  const print = (count: number) => printNumber(String(count))
  const clauses = shown.map(({ year, units, totals: { registered, done } }) => {
    const when = year ? `Năm ${year}` : 'Năm nguồn không nêu'
    if (registered === null && done === null) return `${when}: ${units} đơn vị, không nêu số`
    if (registered === null) return `${when}: ${print(done ?? 0)} công trình, phần việc của ${units} đơn vị`
    return `${when}: ${print(done ?? 0)}/${print(registered)} công trình, phần việc đã hoàn thành, ${units} đơn vị`
  })
  return `${clauses.join('; ')}.`
}

function Mentions({ mentions }: { mentions: CampaignMention[] }) {
  return (
    <section aria-labelledby="nguon" className="mt-8">
      <h2 id="nguon">Những gì nguồn nêu</h2>
      <ul className="mt-1 max-w-[104ch]">
        {mentions.map((mention, index) => (
          <li key={index} className="border-hair border-t py-2.5">
            {mention.text} <Cite source={mention.source} />
            <span className="text-mute block text-xs">
              {mention.clusterYear
                ? `${mention.clusterYear.title}, năm ${mention.clusterYear.year}`
                : [mention.unit?.name, mention.year && `năm ${mention.year}`].filter(Boolean).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
