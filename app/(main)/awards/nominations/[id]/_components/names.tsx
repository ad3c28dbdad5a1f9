import Link from 'next/link'
import { SourceMark } from '@/components/awards/source-mark'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Checkbox, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { nameRecipientsAction } from '@/lib/awards/actions'
import { countedRecipients } from '@/lib/awards/rules'
import type { NominationDto } from '@/lib/awards/types'

/** Recipients a source only counts: those named later with who named them, and the form that names more. */
export function Names({
  nomination,
  units,
  sources,
  mayName,
}: {
  nomination: NominationDto
  units: { id: string; name: string }[]
  sources: { id: string; letter: string | null; title: string }[]
  mayName: boolean
}) {
  const { namedRecipients } = nomination
  const left = countedRecipients(nomination)
  return (
    <section aria-labelledby="neu-ten" className="mt-7">
      <h2 id="neu-ten">Tên được nêu sau</h2>
      {namedRecipients.length > 0 ? (
        <ul className="mt-1">
          {namedRecipients.map(({ id, label, source, sourceNote }) => (
            <li key={id} className="border-hair border-b py-2">
              <Link prefetch={false} href={`/awards/nominations/${id}`} className="link">
                {label}
              </Link>{' '}
              <SourceMark source={source} illustrative={false} />
              {sourceNote ? <span className="text-mute text-xs"> {sourceNote}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-mute mt-1">Chưa có nguồn nào nêu tên.</p>
      )}
      {left > 0 && namedRecipients.length > 0 ? <p className="mt-1">Còn {left} chưa nêu tên.</p> : null}
      {mayName ? (
        <div className="no-print mt-3">
          <Dialog opener="Ghi tên" title={`Ghi tên, còn ${left} chưa nêu`}>
            <Form action={nameRecipientsAction} success="Đã ghi tên.">
              <input type="hidden" name="nominationId" value={nomination.id} />
              <input type="hidden" name="version" value={nomination.version} />
              {nomination.recipientKind === 'UNIT' ? (
                <fieldset className="mt-4">
                  <legend className="font-semibold">Đơn vị</legend>
                  <div className="grid max-w-[520px] grid-cols-2 gap-x-4">
                    {units
                      .filter(({ name }) => !namedRecipients.some(({ label }) => label === name))
                      .map(({ id, name }) => (
                        <Checkbox key={id} name="unitIds" value={id} label={name} />
                      ))}
                  </div>
                </fieldset>
              ) : (
                <TextArea name="recipients" label="Tên, mỗi dòng một" rows={3} />
              )}
              <Select
                name="sourceId"
                label="Tài liệu nêu tên"
                placeholder="Không có trong kho tài liệu"
                options={sources.map(({ id, letter, title }) => ({
                  value: id,
                  label: [letter ? `Tài liệu ${letter}` : '', title].filter(Boolean).join(': '),
                }))}
              />
              <TextField
                name="sourceNote"
                label="Nguồn khác"
                required={false}
                hint="Số, ngày, nơi ban hành văn bản nêu tên."
              />
              <DialogActions>
                <DialogCancel />
                <SubmitButton pendingLabel="Đang ghi…">Ghi tên</SubmitButton>
              </DialogActions>
            </Form>
          </Dialog>
        </div>
      ) : null}
    </section>
  )
}
