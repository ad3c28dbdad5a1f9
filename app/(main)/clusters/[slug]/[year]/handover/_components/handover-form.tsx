import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { handOverAction } from '@/lib/handover/actions'
import { HANDOVER_METHOD_LABELS, REST_OF_YEAR_LABELS } from '@/lib/handover/labels'
import { HANDOVER_METHODS, REST_OF_YEAR, type HandoverPageDto } from '@/lib/handover/types'

/** The handover act. What an announced ballot chose is filled in. */
export function HandoverForm({
  clusterYearId,
  year,
  page,
  today,
}: {
  clusterYearId: string
  year: number
  page: HandoverPageDto & { next: NonNullable<HandoverPageDto['next']> }
  today: string
}) {
  const { next, chosen } = page
  const members = next.members.map(({ id, name }) => ({ value: id, label: name }))
  const head = chosen.find(({ role, unitIds }) => role === 'HEAD' && unitIds.length === 1)
  const deputy = chosen.find(({ role, unitIds }) => role === 'DEPUTY' && unitIds.length === 1)
  const ballots = chosen.filter(({ role }) => role === 'HEAD')
  return (
    <Form action={handOverAction} success="Đã bàn giao. Quyền của hai đơn vị đổi ngay.">
      <input type="hidden" name="clusterYearId" value={clusterYearId} />
      <Select
        name="method"
        label={`Cụm trưởng năm ${next.year} được chọn bằng`}
        options={HANDOVER_METHODS.map((value) => ({ value, label: HANDOVER_METHOD_LABELS[value] }))}
        defaultValue={head ? 'BALLOT' : 'CONSENSUS'}
      />
      {ballots.length > 0 ? (
        <Select
          name="ballotId"
          label="Lần bỏ phiếu đã công bố"
          placeholder="Không, do thống nhất"
          options={ballots.map(({ ballotId, title, labels }) => ({
            value: ballotId,
            label: `${title}: ${labels.join(', ')}`,
          }))}
          defaultValue={head?.ballotId ?? ''}
        />
      ) : null}
      <Select
        name="receiverUnitId"
        label="Đơn vị nhận (cụm trưởng mới)"
        placeholder="Chọn đơn vị"
        options={members}
        defaultValue={head?.unitIds[0] ?? ''}
      />
      <Select
        name="deputyUnitId"
        label="Cụm phó mới"
        placeholder="Chưa chọn"
        options={members}
        defaultValue={deputy?.unitIds[0] ?? ''}
      />
      <DateField
        name="heldOn"
        label="Ngày bàn giao"
        defaultValue={today}
        hint={`Từ ngày này đơn vị nhận có quyền cụm trưởng của năm ${next.year}.`}
      />
      <Select
        name="restOfYear"
        label={`Việc còn lại của năm ${year}`}
        options={REST_OF_YEAR.map((value) => ({ value, label: REST_OF_YEAR_LABELS[value] }))}
      />
      <TextField name="place" label="Nơi bàn giao" required={false} />
      <TextField name="giver" label="Người giao" required={false} />
      <TextField name="receiver" label="Người nhận" required={false} />
      <TextField name="witness" label="Người chứng kiến" required={false} />
      <Select
        name="rotatingFlag"
        label="Trao Cờ luân lưu"
        options={[
          { value: 'yes', label: 'Có' },
          { value: 'no', label: 'Không' },
        ]}
      />
      <TextArea name="note" label="Ghi chú" required={false} rows={2} />
      <SubmitButton className="mt-4" pendingLabel="Đang bàn giao…">
        Bàn giao cụm trưởng
      </SubmitButton>
    </Form>
  )
}
