import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { savePledgeTextAction } from '@/lib/activities/actions'
import { getPledge } from '@/lib/activities/pledge/queries'
import { progressOf } from '@/lib/activities/pledge/rules'
import { getClusterYear } from '@/lib/clusters/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { readYear } from '../../_components/address'
import { clusterHref } from '../../_components/cluster-href'

type Props = { params: Promise<{ slug: string; year: string }> }

export const metadata: Metadata = { title: 'Soạn giao ước thi đua' }

export default async function EditPledgePage({ params }: Props) {
  const { slug, year: yearText } = await params
  const actor = await requireActor(`/clusters/${slug}/${yearText}/pledge/edit`)
  const year = readYear(yearText)
  const clusterYear = year === null ? null : await getClusterYear(actor, slug, year)
  const view = clusterYear && (await getPledge(actor, clusterYear.id))
  if (!clusterYear || !view?.mayDraft || view.pledge?.state === 'FINAL') notFound()
  const { pledge } = view
  const back = clusterHref(slug, clusterYear.year, { tab: 'pledge' })
  const content = pledge?.text.content
  const agreed = pledge ? progressOf(pledge.members).agreed : 0
  return (
    <>
      <PageHeader
        crumbs={[
          { label: clusterYear.cluster.name, href: clusterHref(slug, clusterYear.year) },
          { label: `Giao ước ${clusterYear.year}`, href: back },
          { label: 'Soạn' },
        ]}
        title={`Soạn giao ước thi đua năm ${clusterYear.year}`}
        sentence={<p>Chỉ tiêu của từng đơn vị lấy từ bản đăng ký, không cần ghi lại ở đây.</p>}
      />
      <PageBody>
        {agreed > 0 ? (
          <Notice kind="warning" title={`${agreed} đơn vị đã thống nhất với bản đang có`}>
            Lưu văn bản khác đi thì các xác nhận ấy hết hiệu lực và từng đơn vị được báo để đọc lại.
          </Notice>
        ) : null}
        <Form action={savePledgeTextAction.bind(null, back)}>
          <input type="hidden" name="clusterYearId" value={clusterYear.id} />
          <input type="hidden" name="version" value={pledge?.version ?? 0} />
          <TextField
            name="theme"
            label="Chủ đề"
            defaultValue={content?.theme ?? clusterYear.theme ?? ''}
            required={false}
            wide
          />
          <TextArea
            name="preamble"
            label="Nội dung mở đầu"
            defaultValue={content?.preamble}
            required={false}
            wide
          />
          <TextArea
            name="tasks"
            label="Nhiệm vụ chung"
            hint="Mỗi dòng một nhiệm vụ; số thứ tự tự đánh"
            rows={6}
            defaultValue={content?.tasks.join('\n')}
            required={false}
            wide
          />
          <TextArea
            name="activities"
            label="Hoạt động chung"
            hint="Mỗi dòng một hoạt động"
            defaultValue={content?.activities.join('\n')}
            required={false}
            wide
          />
          <TextArea name="closing" label="Cam kết" defaultValue={content?.closing} required={false} wide />
          <DialogActions wide>
            <LinkButton kind="quiet" href={back}>
              Thôi
            </LinkButton>
            <SubmitButton>Lưu văn bản</SubmitButton>
          </DialogActions>
        </Form>
      </PageBody>
    </>
  )
}
