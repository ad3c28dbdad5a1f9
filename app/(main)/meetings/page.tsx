import type { Metadata } from 'next'
import { MeetingFields } from '@/components/meetings/meeting-fields'
import { MeetingTable } from '@/components/meetings/meeting-table'
import { DemoMark } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { Select } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { planMeetingAction } from '@/lib/meetings/actions'
import { listMeetings, listPlannableYears } from '@/lib/meetings/queries'
import type { MeetingListItem } from '@/lib/meetings/types'
import { requireActor } from '@/lib/platform/auth/current'

export const metadata: Metadata = { title: 'Hội nghị' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function MeetingsPage({ searchParams }: Props) {
  const actor = await requireActor('/meetings')
  const wanted = await searchParams
  const year = Number(wanted.nam)
  const cluster = typeof wanted.cum === 'string' && wanted.cum ? wanted.cum : undefined
  const all = await listMeetings(actor)
  const shown = all.filter(
    (meeting) =>
      (!year || meeting.clusterYear.year === year) && (!cluster || meeting.clusterYear.slug === cluster),
  )
  const plannable = await listPlannableYears(actor)
  const years = [...new Set(all.map(({ clusterYear }) => clusterYear.year))]
  const clusters = [...new Map(all.map(({ clusterYear: { slug, name } }) => [slug, name]))]
  return (
    <>
      <PageHeader
        title="Hội nghị"
        help={{ topic: 'cluster-head', about: 'hội nghị, bỏ phiếu' }}
        mark={shown.some(({ illustrative }) => illustrative) ? <DemoMark /> : null}
        sentence={<p>{sentence(all)}</p>}
        actions={plannable.length > 0 ? <Plan years={plannable} /> : null}
      />
      <PageBody>
        {all.length > 1 ? (
          <form className="no-print mt-2 flex flex-wrap items-end gap-x-4" action="/meetings">
            <Select
              name="nam"
              label="Năm"
              placeholder="Các năm"
              defaultValue={year ? String(year) : ''}
              options={years.map((of) => ({ value: String(of), label: String(of) }))}
            />
            <Select
              name="cum"
              className="max-w-full"
              label="Cụm"
              placeholder="Các cụm"
              defaultValue={cluster ?? ''}
              options={clusters.map(([value, label]) => ({ value, label }))}
            />
            <SubmitButton kind="secondary" className="mt-4">
              Lọc
            </SubmitButton>
          </form>
        ) : null}
        {shown.length === 0 ? (
          <Empty title={all.length === 0 ? 'Chưa có hội nghị nào' : 'Không có hội nghị nào như vậy'}>
            {all.length === 0
              ? 'Khi cụm lên lịch triển khai, sơ kết hay tổng kết, hội nghị sẽ hiện ở đây.'
              : 'Hãy chọn năm hoặc cụm khác.'}
          </Empty>
        ) : (
          <MeetingTable meetings={shown} />
        )}
      </PageBody>
    </>
  )
}

function sentence(meetings: MeetingListItem[]): string {
  const open = meetings.filter(({ state }) => state === 'OPEN')
  if (open.length > 0) return `Đang họp: ${open.map(({ title }) => title).join('; ')}.`
  const coming = meetings.filter(({ state }) => state === 'PLANNED' || state === 'INVITED').length
  const held = meetings.length - coming
  return `${held} hội nghị đã họp${coming > 0 ? `, ${coming} hội nghị sắp tới` : ''}.`
}

function Plan({ years }: { years: { id: string; title: string; year: number }[] }) {
  return (
    <Dialog opener="Lên lịch hội nghị" kind="primary" title="Lên lịch hội nghị">
      <Form action={planMeetingAction} success="Đã lên lịch. Hội nghị nằm trong danh sách.">
        <Select
          name="clusterYearId"
          label="Cụm, năm"
          options={years.map(({ id, title, year }) => ({ value: id, label: `${title}, ${year}` }))}
        />
        <MeetingFields years={years} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lên lịch</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
