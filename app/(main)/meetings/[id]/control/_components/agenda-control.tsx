import { FileList } from '@/components/evidence/file-list'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import {
  moveAgendaItemAction,
  removeAgendaItemAction,
  saveAgendaItemAction,
  startAgendaItemAction,
} from '@/lib/meetings/actions'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { AgendaItemDto, MeetingDto } from '@/lib/meetings/types'
import { AgendaTable } from '../../_components/agenda-table'
import { ActButton } from './act-button'

/** The agenda: begin any item, change, move, strike, add. */
export function AgendaControl({
  meeting,
  files,
}: {
  meeting: MeetingDto
  files: ReadonlyMap<string, EvidenceDto[]>
}) {
  return (
    <>
      {meeting.agenda.length > 0 ? (
        <AgendaTable
          agenda={meeting.agenda}
          currentId={meeting.currentItemId}
          files={files}
          acts={(item) => (
            <div className="flex flex-wrap items-center gap-x-3">
              {meeting.state === 'OPEN' && item.id !== meeting.currentItemId ? (
                <ActButton action={startAgendaItemAction} fields={{ itemId: item.id }}>
                  Bắt đầu<span className="sr-only"> mục {item.number}</span>
                </ActButton>
              ) : null}
              <ItemDialog meeting={meeting} item={item} files={files.get(item.id)} />
            </div>
          )}
        />
      ) : (
        <p className="text-mute mt-2">Chưa có mục nào trong chương trình.</p>
      )}
      <div className="mt-2">
        <ItemDialog meeting={meeting} />
      </div>
    </>
  )
}

function ItemDialog({
  meeting,
  item,
  files = [],
}: {
  meeting: MeetingDto
  item?: AgendaItemDto
  files?: EvidenceDto[]
}) {
  const parents = meeting.agenda.filter(({ parentId, id }) => parentId === null && id !== item?.id)
  return (
    <Dialog
      kind={item ? 'quiet' : 'secondary'}
      openerClass="min-h-11"
      opener={
        item ? (
          <>
            Sửa<span className="sr-only"> mục {item.number}</span>
          </>
        ) : (
          'Thêm mục'
        )
      }
      title={item ? `Mục ${item.number}` : 'Thêm mục vào chương trình'}
    >
      <Form
        action={saveAgendaItemAction}
        success={item ? 'Đã sửa mục.' : 'Đã thêm mục.'}
        clearAfterSuccess={!item}
      >
        <input type="hidden" name="meetingId" value={meeting.id} />
        <input type="hidden" name="itemId" value={item?.id ?? ''} />
        <TextField name="title" label="Nội dung" defaultValue={item?.title} />
        <TextField
          name="minutes"
          label="Số phút"
          inputMode="numeric"
          required={false}
          defaultValue={item?.minutes ?? ''}
        />
        <TextField
          name="responsible"
          label="Người phụ trách"
          required={false}
          defaultValue={item?.responsible ?? ''}
        />
        <Select
          name="parentId"
          label="Nằm trong mục"
          placeholder="Không, là mục chính"
          defaultValue={item?.parentId ?? ''}
          options={parents.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
        />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu mục</SubmitButton>
        </DialogActions>
      </Form>
      {item ? (
        <section aria-label={`Tài liệu mục ${item.number}`} className="border-line mt-4 border-t pt-3">
          <FileList
            files={files}
            owner={{ ownerKind: 'agenda_item', ownerId: item.id }}
            canChange
            addLabel="Thêm tài liệu của mục"
          />
        </section>
      ) : null}
      {item ? (
        <div className="border-line mt-4 flex flex-wrap gap-3 border-t pt-3">
          <ActButton action={moveAgendaItemAction} fields={{ itemId: item.id, direction: 'up' }}>
            Lên trên
          </ActButton>
          <ActButton action={moveAgendaItemAction} fields={{ itemId: item.id, direction: 'down' }}>
            Xuống dưới
          </ActButton>
          {item.startedAt === null ? (
            <ActButton action={removeAgendaItemAction} fields={{ itemId: item.id }} kind="danger">
              Gỡ mục
            </ActButton>
          ) : null}
        </div>
      ) : null}
    </Dialog>
  )
}
