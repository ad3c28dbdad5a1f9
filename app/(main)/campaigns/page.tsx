import type { Metadata } from 'next'
import Link from 'next/link'
import { WorkCount } from '@/components/activities/work-totals'
import { DemoMark } from '@/components/ui/badge'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { CAMPAIGN_LABELS } from '@/lib/activities/campaigns/labels'
import { maySetCampaigns } from '@/lib/activities/campaigns/policy'
import { listCampaigns } from '@/lib/activities/campaigns/queries'
import { CAMPAIGN_KINDS } from '@/lib/activities/campaigns/types'
import { requireActor } from '@/lib/platform/auth/current'
import { CampaignDialog } from './_components/campaign-dialog'

export const metadata: Metadata = { title: 'Phong trào, đợt thi đua, cuộc vận động' }

export default async function CampaignsPage() {
  const actor = await requireActor('/campaigns')
  const campaigns = await listCampaigns(actor)
  const kinds = CAMPAIGN_KINDS.filter((kind) => campaigns.some((campaign) => campaign.kind === kind))
  return (
    <>
      <PageHeader
        title="Phong trào, đợt thi đua, cuộc vận động"
        sentence={
          <p>
            {campaigns.length} phong trào; {campaigns.filter(({ years }) => years.length > 0).length} đã có
            công trình, phần việc được ghi.
          </p>
        }
        actions={maySetCampaigns(actor) ? <CampaignDialog /> : null}
      />
      <PageBody>
        {kinds.map((kind) => (
          <section key={kind} aria-labelledby={kind} className="mt-5">
            <h2 id={kind}>{CAMPAIGN_LABELS[kind]}</h2>
            <ListTable label={CAMPAIGN_LABELS[kind]} cards>
              <thead>
                <tr>
                  <th>Tên</th>
                  <th>Công trình, phần việc đã hoàn thành/đăng ký</th>
                </tr>
              </thead>
              <tbody>
                {campaigns
                  .filter((campaign) => campaign.kind === kind)
                  .map((campaign) => (
                    <tr key={campaign.id}>
                      <th scope="row" className="min-w-[200px]">
                        <Link prefetch={false} href={`/campaigns/${campaign.slug}`}>
                          {campaign.name}
                        </Link>
                        {campaign.description ? <small>{campaign.description}</small> : null}
                      </th>
                      <td data-label="Công trình">
                        {campaign.years.length === 0 ? <span className="text-mute">chưa ghi</span> : null}
                        <ul>
                          {campaign.years.map((row) => (
                            <li key={row.year}>
                              {row.year ? `Năm ${row.year}: ` : 'Năm nguồn không nêu: '}
                              <WorkCount counts={row.totals} /> của {row.units} đơn vị{' '}
                              {row.illustrative ? <DemoMark /> : null}
                            </li>
                          ))}
                        </ul>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </ListTable>
          </section>
        ))}
      </PageBody>
    </>
  )
}
