import { Badge, type BadgeKind } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { IMPORT_STATUS_LABELS } from '@/lib/documents/sheets/labels'
import type { ImportItem, ImportPreview, ImportStatus } from '@/lib/documents/sheets/types'

const BADGES: Record<ImportStatus, BadgeKind> = {
  NEW: 'strong',
  CHANGED: 'strong',
  CONFLICT: 'wait',
  REFUSED: 'wrong',
  UNCHANGED: 'plain',
}

function sentenceOf({ counts }: ImportPreview): string {
  const parts = [
    counts.NEW > 0 ? `${counts.NEW} số liệu mới` : '',
    counts.CHANGED > 0 ? `${counts.CHANGED} số liệu thay đổi` : '',
    counts.CONFLICT > 0 ? `${counts.CONFLICT} số liệu người khác đã sửa` : '',
    counts.REFUSED > 0 ? `${counts.REFUSED} số liệu không nhận` : '',
  ].filter(Boolean)
  if (parts.length === 0) return 'Biểu không có gì khác với số liệu đang có.'
  return `Biểu có ${parts.join(', ')}; ${counts.UNCHANGED} dòng giữ nguyên.`
}

/** What a filled form would do, the refused and the new before what stays. */
export function ImportTable({ preview }: { preview: ImportPreview }) {
  const shown = preview.items.filter(({ status }) => status !== 'UNCHANGED')
  const kept = preview.items.filter(({ status }) => status === 'UNCHANGED')
  return (
    <section aria-labelledby="preview" className="mt-6">
      <h2 id="preview">3. Xem trước</h2>
      <p className="mt-1 max-w-[96ch] text-lg" role="status">
        <b>{sentenceOf(preview)}</b>
      </p>
      {shown.length > 0 ? <Rows label="Những gì biểu sẽ làm" items={shown} /> : null}
      {kept.length > 0 ? (
        <details className="mt-4">
          <summary className="unfold text-cham2">Xem {kept.length} dòng giữ nguyên</summary>
          <Rows label="Các dòng giữ nguyên" items={kept} />
        </details>
      ) : null}
    </section>
  )
}

function Rows({ label, items }: { label: string; items: ImportItem[] }) {
  return (
    <ListTable label={label} cards>
      <thead>
        <tr>
          <th scope="col">Ô</th>
          <th scope="col">Chỉ tiêu</th>
          <th scope="col">Đang có</th>
          <th scope="col">Trong biểu</th>
          <th scope="col">Kết quả</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.indicatorId}${item.measure}`}>
            <td data-label="Ô">
              <div>{item.address || '–'}</div>
            </td>
            <th scope="row">
              {item.name} <small className="font-normal">{item.code}</small>
            </th>
            <td data-label="Đang có">
              <div>{item.before || '–'}</div>
            </td>
            <td data-label="Trong biểu">
              <div>{item.after || '–'}</div>
            </td>
            <td data-label="Kết quả">
              <div>
                <Badge kind={BADGES[item.status]}>{IMPORT_STATUS_LABELS[item.status]}</Badge>
                {item.reason ? <p className="mt-1 max-w-[48ch]">{item.reason}</p> : null}
                {item.remarks.map((remark) => (
                  <small key={remark} className="mt-1 block max-w-[48ch]">
                    Sẽ hỏi khi trình: {remark}
                  </small>
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
