import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { sourceCitation } from '@/lib/sources/labels'
import type { SourceDto } from '@/lib/sources/types'
import { recordStatedAction } from '@/lib/summaries/quality/actions'
import type { StatableFigure } from '@/lib/summaries/quality/types'

/** Records what another source says of a figure that a cluster reported. */
export function RecordStated({ figures, sources }: { figures: StatableFigure[]; sources: SourceDto[] }) {
  return (
    <Dialog opener="Ghi số của nguồn khác" title="Nguồn khác nêu số khác">
      <p className="mt-1">
        Số đang hiển thị không đổi. Cả hai nguồn được giữ với ngày của chúng, cho đến khi người có quyền chọn.
      </p>
      <Form action={recordStatedAction} success="Đã ghi số của nguồn." clearAfterSuccess>
        <Select
          name="clusterFigureId"
          label="Số liệu của cụm"
          placeholder="Chọn…"
          required
          options={figures.map(({ id, label }) => ({ value: id, label }))}
        />
        <Select
          name="sourceId"
          label="Nguồn"
          placeholder="Chọn…"
          required
          options={sources.map((source) => ({
            value: source.id,
            label: source.letter ? `${sourceCitation(source)}: ${source.title}` : source.title,
          }))}
        />
        <TextField name="raw" label="Số liệu như nguồn viết" maxLength={300} required />
        <TextField name="note" label="Chỗ trong nguồn" maxLength={500} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton kind="primary">Ghi lại</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
