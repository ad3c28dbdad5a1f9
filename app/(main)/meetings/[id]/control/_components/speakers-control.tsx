import { Clock } from '@/components/meetings/clock'
import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  addSpeakerAction,
  cancelSpeakerAction,
  finishSpeakerAction,
  startSpeakerAction,
  summariseSpeakerAction,
} from '@/lib/meetings/actions'
import { SPEAKER_STATE_LABELS } from '@/lib/meetings/labels'
import type { MeetingDto, SpeakerDto } from '@/lib/meetings/types'
import { ActButton } from './act-button'

/** Who has the floor, who waits for it, who has had it. */
export function SpeakersControl({ meeting, now }: { meeting: MeetingDto; now: string }) {
  const listed = meeting.speakers.filter(({ state }) => state !== 'CANCELLED')
  const open = meeting.state === 'OPEN'
  return (
    <>
      {listed.length === 0 ? <p className="text-mute mt-1">Chưa ai đăng ký phát biểu.</p> : null}
      <ul className="mt-1">
        {listed.map((speaker) => (
          <li
            key={speaker.id}
            className="border-hair flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-1.5"
          >
            <p className="min-w-0 grow">
              {speaker.name}
              {speaker.topic ? <span className="text-mute"> · {speaker.topic}</span> : null}
              {speaker.minutes ? <span className="text-mute"> · {speaker.minutes} phút</span> : null}{' '}
              {speaker.state === 'WAITING' ? null : (
                <Badge kind={speaker.state === 'SPEAKING' ? 'strong' : 'plain'}>
                  {SPEAKER_STATE_LABELS[speaker.state]}{' '}
                  {speaker.state === 'SPEAKING' ? <Clock timed={speaker} serverNow={now} /> : null}
                </Badge>
              )}
            </p>
            {open && speaker.state === 'WAITING' ? (
              <>
                <ActButton action={startSpeakerAction} fields={{ speakerId: speaker.id }}>
                  Mời phát biểu<span className="sr-only">: {speaker.name}</span>
                </ActButton>
                <ActButton action={cancelSpeakerAction} fields={{ speakerId: speaker.id }} kind="quiet">
                  Gỡ<span className="sr-only"> {speaker.name}</span>
                </ActButton>
              </>
            ) : null}
            {open && speaker.state === 'SPEAKING' ? (
              <ActButton action={finishSpeakerAction} fields={{ speakerId: speaker.id }}>
                Kết thúc phát biểu
              </ActButton>
            ) : null}
            {speaker.state === 'DONE' || speaker.state === 'SPEAKING' ? <Summary speaker={speaker} /> : null}
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <Dialog opener="Thêm người phát biểu" openerClass="min-h-11" title="Thêm người phát biểu">
          <Form action={addSpeakerAction} success="Đã thêm vào danh sách phát biểu." clearAfterSuccess>
            <input type="hidden" name="meetingId" value={meeting.id} />
            <Select
              name="delegateId"
              label="Đại biểu"
              placeholder="Người khác, ghi tên bên dưới"
              options={meeting.delegates.map((delegate) => ({
                value: delegate.id,
                label: [delegate.name, delegate.unit?.name].filter(Boolean).join(', '),
              }))}
            />
            <TextField name="name" label="Tên người phát biểu" required={false} />
            <TextField name="topic" label="Nội dung" required={false} />
            <TextField name="minutes" label="Số phút" inputMode="numeric" required={false} defaultValue="5" />
            <DialogActions>
              <DialogCancel />
              <SubmitButton>Thêm</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      </div>
    </>
  )
}

function Summary({ speaker }: { speaker: SpeakerDto }) {
  return (
    <Dialog
      kind="quiet"
      openerClass="min-h-11"
      opener={
        <>
          {speaker.summary ? 'Sửa tóm tắt' : 'Ghi tóm tắt'}
          <span className="sr-only">: {speaker.name}</span>
        </>
      }
      title={`Tóm tắt ý kiến: ${speaker.name}`}
    >
      <Form action={summariseSpeakerAction} success="Đã ghi tóm tắt.">
        <input type="hidden" name="speakerId" value={speaker.id} />
        <TextArea
          name="summary"
          label="Tóm tắt, vào biên bản"
          required={false}
          defaultValue={speaker.summary ?? ''}
        />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
