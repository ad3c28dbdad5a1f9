import Link from 'next/link'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printDate, printDateTime } from '@/lib/platform/dates'
import { sourceCitation } from '@/lib/sources/labels'
import { chooseStatedAction } from '@/lib/summaries/quality/actions'
import type { StatedDto, StatedFigures } from '@/lib/summaries/quality/types'

const citeOf = ({ source, factId }: StatedDto) =>
  `${sourceCitation(source)}${factId ? `, mục ${factId}` : ''}`

/** What each source says, which one shows and why; whoever may choose chooses here. */
export function StatedChoice({ figures, settled }: { figures: StatedFigures; settled: boolean }) {
  const { stated, choice, figureId, mayChoose } = figures
  return (
    <>
      <ul className="mt-1">
        {stated.map((one) => (
          <li key={one.id}>
            <b>{one.raw}</b>{' '}
            <Link href={`/sources/${one.source.slug}`} prefetch={false} className="link text-mute text-xs">
              {citeOf(one)}
            </Link>
            <span className="text-mute text-xs">
              {one.statedOn ? `, ${printDate(one.statedOn)}` : ', nguồn không ghi ngày'}
              {one.note ? ` · ${one.note}` : ''}
              {shows(figures, one) ? ' · đang hiển thị' : ''}
            </span>
          </li>
        ))}
      </ul>
      {choice ? (
        <p className="text-mute text-sm">
          {choice.by} chọn ngày {printDateTime(choice.at)}: “{choice.reason}”
          {settled ? '' : ' Sau đó có thêm nguồn khác, cần xem lại.'}
        </p>
      ) : null}
      {mayChoose ? (
        <div className="my-1.5">
          <Dialog opener={choice ? 'Chọn lại số hiển thị' : 'Chọn số hiển thị'} title="Chọn số hiển thị">
            <p className="mt-1">
              Mọi nguồn vẫn được giữ. Số được chọn hiện ở bảng của cụm, kèm nguồn của nó; lý do ghi vào nhật
              ký.
            </p>
            <Form action={chooseStatedAction} success="Đã chọn số hiển thị.">
              <input type="hidden" name="clusterFigureId" value={figureId} />
              <input type="hidden" name="seen" value={choice?.id ?? ''} />
              <Select
                name="statedId"
                label="Số hiển thị"
                placeholder="Chọn…"
                required
                defaultValue={choice?.statedId ?? ''}
                options={stated.map((one) => ({ value: one.id, label: `${one.raw} (${citeOf(one)})` }))}
              />
              <TextArea name="reason" label="Lý do" maxLength={1000} required />
              <DialogActions>
                <DialogCancel />
                <SubmitButton kind="primary">Chọn số này</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        </div>
      ) : null}
    </>
  )
}

/** Until somebody chooses, the figure that was there first shows. */
const shows = ({ stated, choice }: StatedFigures, one: StatedDto) =>
  choice ? choice.statedId === one.id : stated[0]?.id === one.id
