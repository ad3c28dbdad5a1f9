import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FileList } from '@/components/evidence/file-list'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { listMeetingFiles } from '@/lib/meetings/outcomes/queries'
import { getMeeting, getMeetingFacts } from '@/lib/meetings/queries'
import { editMinutesAction, freezeMinutesAction } from '@/lib/minutes/actions'
import { MINUTES_SECTION_LABELS } from '@/lib/minutes/labels'
import { canKeepMinutes } from '@/lib/minutes/policy'
import { getMinutes } from '@/lib/minutes/queries'
import type { MinutesDto, MinutesSection } from '@/lib/minutes/types'
import { requireActor } from '@/lib/platform/auth/current'
import { printDateTime } from '@/lib/platform/dates'
import { idSchema } from '@/lib/platform/fields'

export const metadata: Metadata = { title: 'Biên bản hội nghị' }

export default async function MinutesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const actor = await requireActor(`/meetings/${id}/minutes`)
  const facts = idSchema.safeParse(id).success ? await getMeetingFacts(actor, id) : null
  const meeting = facts && (await getMeeting(actor, id))
  const minutes = meeting && (await getMinutes(actor, id))
  if (!facts || !meeting || !minutes) notFound()
  const scans = minutes.frozenAt ? await listMeetingFiles(actor, 'minutes', id) : []
  const keeps = canKeepMinutes(actor, facts) && minutes.frozenAt === null
  return (
    <>
      <PageHeader
        crumbs={[
          { label: 'Hội nghị', href: '/meetings' },
          { label: meeting.title, href: `/meetings/${id}` },
        ]}
        title="Biên bản hội nghị"
        theme={meeting.title}
        mark={meeting.illustrative ? <DemoMark /> : null}
        sentence={<p>{sentence(minutes)}</p>}
        actions={keeps && meeting.state === 'CLOSED' ? <Freeze minutes={minutes} /> : null}
      />
      <PageBody>
        {keeps && meeting.state !== 'CLOSED' ? (
          <Notice title="Biên bản tự lập từ những gì diễn ra">
            Phần nào bạn sửa tay thì giữ nguyên như bạn viết; các phần khác tiếp tục cập nhật. Chốt được sau
            khi bế mạc.
          </Notice>
        ) : null}
        {minutes.sections.map((section) => (
          <Section key={section.key} section={section} minutes={minutes} keeps={keeps} />
        ))}
        {minutes.frozenAt ? (
          <section aria-labelledby="ban-ky" className="border-line mt-6 max-w-[96ch] border-t pt-3">
            <h2 id="ban-ky">Bản có chữ ký</h2>
            <FileList
              files={scans}
              owner={{ ownerKind: 'minutes', ownerId: id }}
              canChange={canKeepMinutes(actor, facts)}
              addLabel="Đính kèm bản quét"
              empty="Chưa đính kèm bản có chữ ký."
            />
          </section>
        ) : null}
        {minutes.hash ? (
          <p className="text-mute mt-8 text-xs break-all">
            Mã kiểm tra của biên bản (SHA-256): {minutes.hash}
          </p>
        ) : null}
      </PageBody>
    </>
  )
}

function sentence(minutes: MinutesDto): string {
  if (minutes.frozenAt)
    return `Đã chốt lúc ${printDateTime(minutes.frozenAt)}${minutes.frozenBy ? `, người chốt: ${minutes.frozenBy}` : ''}.`
  const edited = minutes.sections.filter((section) => section.edited).length
  return edited > 0 ? `Bản nháp, ${edited} phần đã sửa tay.` : 'Bản nháp, tự lập từ những gì đã ghi nhận.'
}

function Section({
  section,
  minutes,
  keeps,
}: {
  section: MinutesSection
  minutes: MinutesDto
  keeps: boolean
}) {
  if (section.text === '' && !keeps) return null
  const label = MINUTES_SECTION_LABELS[section.key]
  return (
    <section aria-labelledby={section.key} className="border-line mt-6 max-w-[96ch] border-t pt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 id={section.key}>
          {label} {section.edited && keeps ? <Badge kind="wait">Đã sửa tay</Badge> : null}
        </h2>
        {keeps ? (
          <Dialog
            kind="quiet"
            opener={
              <>
                Sửa<span className="sr-only"> phần {label.toLowerCase()}</span>
              </>
            }
            title={label}
          >
            <Form action={editMinutesAction} success="Đã lưu phần này.">
              <input type="hidden" name="meetingId" value={minutes.meetingId} />
              <input type="hidden" name="version" value={minutes.version} />
              <input type="hidden" name="section" value={section.key} />
              <TextArea
                name="text"
                label="Nội dung"
                rows={12}
                required={false}
                hint="Xóa hết chữ để trở lại nội dung tự lập."
                defaultValue={section.text}
              />
              <DialogActions>
                <DialogCancel />
                <SubmitButton>Lưu</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        ) : null}
      </div>
      {section.text === '' ? (
        <p className="text-mute mt-1">Không có gì để ghi.</p>
      ) : (
        <p className="mt-1 whitespace-pre-line">{section.text}</p>
      )}
    </section>
  )
}

function Freeze({ minutes }: { minutes: MinutesDto }) {
  return (
    <Dialog opener="Chốt biên bản" kind="primary" title="Chốt biên bản">
      <Form action={freezeMinutesAction} success="Đã chốt biên bản.">
        <p className="mt-2">
          Sau khi chốt, nội dung không sửa được nữa và có mã kiểm tra. Bản có chữ ký được đính kèm sau.
        </p>
        <input type="hidden" name="meetingId" value={minutes.meetingId} />
        <input type="hidden" name="version" value={minutes.version} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang chốt…">Chốt biên bản</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
