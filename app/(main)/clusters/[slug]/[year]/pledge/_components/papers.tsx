import { Cite } from '@/components/clusters/cite'
import { FileList } from '@/components/evidence/file-list'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { saveClusterPaperAction } from '@/lib/activities/actions'
import { CLUSTER_PAPER_LABELS } from '@/lib/activities/papers/labels'
import { CLUSTER_PAPER_KINDS, type ClusterPaperDto } from '@/lib/activities/papers/types'
import { printDate } from '@/lib/platform/dates'

/** The cluster's regulation, plan and other papers, text and file. */
export function Papers({
  papers,
  clusterYearId,
  mayChange,
}: {
  papers: ClusterPaperDto[]
  clusterYearId: string
  mayChange: boolean
}) {
  return (
    <section aria-labelledby="van-ban-cum" className="mt-8">
      <h2 id="van-ban-cum">Quy chế, kế hoạch của Cụm</h2>
      {papers.length === 0 ? <p className="text-mute">Chưa có văn bản nào.</p> : null}
      <ul className="max-w-[104ch]">
        {papers.map((paper) => (
          <li key={paper.id} className="border-hair border-t py-2.5">
            <div className="flex flex-wrap items-baseline gap-x-3">
              <b>{paper.title}</b>
              <span className="text-mute text-xs">
                {CLUSTER_PAPER_LABELS[paper.kind]}
                {paper.number ? `, số ${paper.number}` : ''}
                {paper.issuedOn ? `, ngày ${printDate(paper.issuedOn)}` : ''}
              </span>
              <Cite source={paper.source} />
              {mayChange ? <PaperDialog paper={paper} clusterYearId={clusterYearId} /> : null}
            </div>
            {paper.text ? (
              <details className="mt-1">
                <summary className="unfold text-cham2">Đọc toàn văn</summary>
                <p className="mt-1 max-w-[80ch] whitespace-pre-line">{paper.text}</p>
              </details>
            ) : null}
            <FileList
              files={paper.files}
              owner={{ ownerKind: 'cluster_paper', ownerId: paper.id }}
              canChange={mayChange}
            />
          </li>
        ))}
      </ul>
      {mayChange ? <PaperDialog clusterYearId={clusterYearId} /> : null}
    </section>
  )
}

function PaperDialog({ paper, clusterYearId }: { paper?: ClusterPaperDto; clusterYearId: string }) {
  return (
    <Dialog
      opener={paper ? 'Sửa' : 'Thêm văn bản'}
      kind={paper ? 'quiet' : 'secondary'}
      title={paper ? paper.title : 'Thêm văn bản của Cụm'}
    >
      <Form action={saveClusterPaperAction} clearAfterSuccess={!paper} success="Đã lưu văn bản.">
        <input type="hidden" name="clusterYearId" value={clusterYearId} />
        <input type="hidden" name="paperId" value={paper?.id ?? ''} />
        <input type="hidden" name="version" value={paper?.version ?? 0} />
        <Select
          name="kind"
          label="Loại"
          defaultValue={paper?.kind ?? 'REGULATION'}
          options={CLUSTER_PAPER_KINDS.map((kind) => ({ value: kind, label: CLUSTER_PAPER_LABELS[kind] }))}
        />
        <TextField name="title" label="Tên văn bản" defaultValue={paper?.title} />
        <TextField name="number" label="Số" defaultValue={paper?.number ?? ''} required={false} />
        <DateField
          name="issuedOn"
          label="Ngày ban hành"
          defaultValue={paper?.issuedOn ?? ''}
          required={false}
        />
        <TextArea name="text" label="Toàn văn" defaultValue={paper?.text} rows={8} required={false} wide />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Lưu văn bản</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
