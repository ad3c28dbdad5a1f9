import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { Cite } from '@/components/clusters/cite'
import { Fact, Facts, Unstated } from '@/components/clusters/facts'
import { FileList } from '@/components/evidence/file-list'
import { DemoMark } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { sharePracticeAction } from '@/lib/activities/actions'
import { listCampaigns } from '@/lib/activities/campaigns/queries'
import { getPractice } from '@/lib/activities/practices/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { PracticeDialog } from '../_components/practice-dialog'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Mô hình, cách làm hay' }

export default async function PracticePage({ params }: Props) {
  const { id } = await params
  const actor = await requireActor(`/practices/${id}`)
  const practice = await getPractice(actor, id)
  if (!practice) notFound()
  const { unit, cluster, campaign, year } = practice
  const fromSource = practice.source !== null
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Mô hình, cách làm hay', href: '/practices' }]}
        title={practice.title}
        mark={practice.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {practice.summary} <Cite source={practice.source} />
          </p>
        }
        actions={
          <>
            {practice.mayWrite && unit ? (
              <PracticeDialog
                practice={practice}
                unitId={unit.id}
                year={year}
                campaigns={await listCampaigns(actor)}
              />
            ) : null}
            {practice.mayShare ? (
              <Form action={sharePracticeAction}>
                <input type="hidden" name="practiceId" value={practice.id} />
                <input type="hidden" name="version" value={practice.version} />
                <input type="hidden" name="shared" value={practice.sharedAt ? 'no' : 'yes'} />
                <SubmitButton kind={practice.sharedAt ? 'quiet' : 'primary'}>
                  {practice.sharedAt ? 'Thôi chia sẻ' : 'Chia sẻ với các đơn vị'}
                </SubmitButton>
              </Form>
            ) : null}
          </>
        }
      />
      <PageBody>
        <Facts>
          <Fact label="Đơn vị">
            {unit ? (
              <Link prefetch={false} href={`/units/${unit.slug}/${year}`} className="link">
                {unit.name}
              </Link>
            ) : (
              <Unstated fromSource={fromSource} />
            )}
            , năm {year}
          </Fact>
          {cluster ? (
            <Fact label="Cụm">
              <Link prefetch={false} href={`/clusters/${cluster.slug}/${year}`} className="link">
                {cluster.name}
              </Link>
            </Fact>
          ) : null}
          {campaign ? (
            <Fact label="Phong trào">
              <Link prefetch={false} href={`/campaigns/${campaign.slug}`} className="link">
                {campaign.name}
              </Link>
            </Fact>
          ) : null}
          <Fact label="Chia sẻ">
            {practice.sharedAt
              ? `từ ngày ${printDate(practice.sharedAt)}`
              : 'chưa; chỉ đơn vị xem được, lãnh đạo đơn vị quyết định chia sẻ'}
          </Fact>
          <Fact label="Nội dung">
            {practice.text ? (
              <p className="max-w-[80ch] whitespace-pre-line">{practice.text}</p>
            ) : (
              <Unstated fromSource={fromSource} />
            )}
          </Fact>
          {practice.files.length > 0 || practice.mayWrite ? (
            <Fact label="Tệp kèm theo">
              <FileList
                files={practice.files}
                owner={{ ownerKind: 'practice', ownerId: practice.id }}
                canChange={practice.mayWrite}
              />
            </Fact>
          ) : null}
        </Facts>
      </PageBody>
    </>
  )
}
