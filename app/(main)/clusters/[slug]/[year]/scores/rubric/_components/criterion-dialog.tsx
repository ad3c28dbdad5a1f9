import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printNumber } from '@/lib/platform/numbers/print'
import { saveCriterionAction } from '@/lib/scoring/actions'
import { COMPLETION_RULE, KIND_LABELS } from '@/lib/scoring/labels'
import { CRITERION_KINDS, type CriterionDto, type RubricDto, type RubricView } from '@/lib/scoring/types'

/** Adds a criterion or changes one. */
export function CriterionDialog({
  rubric,
  criteria,
  indicators,
  criterion,
}: {
  rubric: RubricDto
  criteria: CriterionDto[]
  indicators: RubricView['indicators']
  criterion?: CriterionDto
}) {
  const groups = criteria.filter(({ kind, id }) => kind === 'GROUP' && id !== criterion?.id)
  return (
    <Dialog
      opener={criterion ? 'Sửa' : 'Thêm tiêu chí'}
      kind={criterion ? 'quiet' : 'secondary'}
      title={criterion ? 'Sửa tiêu chí' : 'Thêm nhóm hoặc tiêu chí'}
    >
      <Form action={saveCriterionAction} success="Đã lưu." clearAfterSuccess={!criterion}>
        <input type="hidden" name="rubricId" value={rubric.id} />
        <input type="hidden" name="version" value={rubric.version} />
        <input type="hidden" name="criterionId" value={criterion?.id ?? ''} />
        <TextArea name="text" label="Nội dung" rows={2} defaultValue={criterion?.text} />
        <Select
          name="parentId"
          label="Thuộc nhóm"
          placeholder="Không thuộc nhóm nào"
          options={groups.map(({ id, text }) => ({ value: id, label: text }))}
          defaultValue={criterion?.parentId ?? ''}
        />
        <Select
          name="kind"
          label="Cách chấm"
          options={CRITERION_KINDS.map((kind) => ({ value: kind, label: KIND_LABELS[kind] }))}
          defaultValue={criterion?.kind ?? 'MANUAL'}
        />
        <TextField
          name="max"
          label="Điểm tối đa"
          inputMode="decimal"
          defaultValue={criterion ? printNumber(criterion.max) : ''}
        />
        <Select
          name="indicatorCode"
          label="Chỉ tiêu"
          placeholder="Không tính từ chỉ tiêu"
          options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={criterion?.indicatorCode ?? ''}
          hint={`Dùng khi tính từ mức hoàn thành. ${COMPLETION_RULE}`}
        />
        <TextField
          name="perPiece"
          label="Điểm cho mỗi đơn vị đếm"
          inputMode="decimal"
          required={false}
          defaultValue={criterion?.perPiece ? printNumber(criterion.perPiece) : ''}
          hint="Dùng khi chấm theo số lượng × điểm; không vượt điểm tối đa."
        />
        <TextArea
          name="guidance"
          label="Hướng dẫn chấm"
          required={false}
          rows={2}
          defaultValue={criterion?.guidance ?? ''}
        />
        <DialogActions>
          <DialogCancel>Đóng</DialogCancel>
          <SubmitButton>Lưu tiêu chí</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
