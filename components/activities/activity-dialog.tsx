import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveActivityAction } from '@/lib/activities/actions'
import type { ActivityDto } from '@/lib/activities/joint/types'

/** The form of a joint activity; `units` are those for which she may write it, the cluster itself where `forCluster`. */
export function ActivityDialog({
  activity,
  clusterYearId,
  units,
  forCluster,
}: {
  activity?: ActivityDto
  clusterYearId: string
  units: { id: string; name: string }[]
  forCluster: boolean
}) {
  return (
    <Dialog
      opener={activity ? 'Sửa' : 'Thêm hoạt động'}
      kind={activity ? 'quiet' : 'secondary'}
      title={activity ? 'Sửa hoạt động chung' : 'Thêm hoạt động chung'}
    >
      <Form action={saveActivityAction}>
        <input type="hidden" name="clusterYearId" value={clusterYearId} />
        <input type="hidden" name="activityId" value={activity?.id ?? ''} />
        <input type="hidden" name="version" value={activity?.version ?? 0} />
        <TextField
          name="title"
          label="Tên hoạt động"
          hint="Không ghi tên người thụ hưởng ở đây và trong phần mô tả"
          defaultValue={activity?.title}
        />
        <TextArea
          name="description"
          label="Mô tả"
          defaultValue={activity?.description}
          rows={3}
          required={false}
        />
        <TextField name="place" label="Nơi thực hiện" defaultValue={activity?.place ?? ''} required={false} />
        <Select
          name="unitId"
          label="Thực hiện tại đơn vị"
          placeholder={forCluster ? 'Cả cụm' : undefined}
          defaultValue={activity?.unit?.id ?? ''}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField
          name="valueRaw"
          label="Trị giá"
          hint="Ví dụ 130 triệu"
          defaultValue={activity?.valueRaw ?? ''}
          required={false}
        />
        <TextField
          name="quantity"
          label="Số lượng"
          hint="Ví dụ 2 căn nhà: ghi 2"
          defaultValue={activity?.quantity ?? ''}
          required={false}
        />
        <DateField
          name="heldOn"
          label="Ngày tổ chức"
          defaultValue={activity?.heldOn ?? ''}
          required={false}
        />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu hoạt động</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
