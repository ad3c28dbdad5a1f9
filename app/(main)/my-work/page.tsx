import type { Metadata } from 'next'
import { DemoMark } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { listPledgesToAgree } from '@/lib/activities/pledge/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { WORK_LABELS } from '@/lib/reports/labels'
import { listMyWork } from '@/lib/reports/overview/queries'
import { workSentence } from '@/lib/reports/overview/rules'
import { WORK_KINDS } from '@/lib/reports/types'
import { PledgesToAgree } from './_components/pledges-to-agree'
import { WorkTable } from './_components/work-table'

export const metadata: Metadata = { title: 'Việc của tôi' }

export default async function MyWorkPage() {
  const actor = await requireActor('/my-work')
  const [work, pledges] = await Promise.all([listMyWork(actor), listPledgesToAgree(actor)])
  const kinds = WORK_KINDS.filter((kind) => work.some((item) => item.kind === kind))
  return (
    <>
      <PageHeader
        title="Việc của tôi"
        mark={work.some((item) => item.illustrative) ? <DemoMark /> : null}
        sentence={<p>{workSentence(work)}</p>}
      />
      <PageBody>
        {actor.actsFor.length > 0 ? (
          <p className="text-mute">
            Được ủy quyền: {[...new Set(actor.actsFor.map((right) => right.name))].join('; ')}.
          </p>
        ) : null}
        <PledgesToAgree pledges={pledges} />
        {work.length === 0 && pledges.length > 0 ? null : work.length === 0 ? (
          <Empty
            title="Không có việc nào chờ bạn"
            action={<LinkButton href="/clusters">Xem các cụm thi đua</LinkButton>}
          >
            Khi có báo cáo đến hạn, chờ rà soát hay chờ xác nhận, việc sẽ hiện ở đây theo thứ tự hạn.
          </Empty>
        ) : (
          kinds.map((kind) => (
            <section key={kind} aria-labelledby={kind} className="mt-6">
              <h2 id={kind}>{WORK_LABELS[kind]}</h2>
              <WorkTable label={WORK_LABELS[kind]} items={work.filter((item) => item.kind === kind)} />
            </section>
          ))
        )}
      </PageBody>
    </>
  )
}
