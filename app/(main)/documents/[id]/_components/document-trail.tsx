import { Time } from '@/components/ui/time'
import { DOCUMENT_ACT_LABELS } from '@/lib/documents/life/labels'
import type { DocumentDto } from '@/lib/documents/life/types'

/** Who did what with the paper, and what was kept when it was issued. */
export function DocumentTrail({ document }: { document: DocumentDto }) {
  const { events, issue } = document
  return (
    <section aria-labelledby="qua-trinh" className="mt-8">
      <h2 id="qua-trinh">Quá trình</h2>
      <ol className="mt-2 grid gap-1.5">
        {events.map((event, index) => (
          <li key={index}>
            <Time value={event.at} clock /> · {DOCUMENT_ACT_LABELS[event.act]}
            {event.by ? `, ${event.by}` : ''}
            {event.reason ? <span className="text-mute block">Lý do: {event.reason}</span> : null}
          </li>
        ))}
      </ol>
      {issue ? (
        <details className="mt-4">
          <summary className="unfold font-semibold">Mã kiểm tra của bản ban hành</summary>
          <dl className="mt-2 grid gap-2 text-xs break-all">
            <Hash name="Bản Word (SHA-256)" value={issue.docxSha256} />
            <Hash name="Bản PDF (SHA-256)" value={issue.pdfSha256} />
            <Hash name="Dữ liệu dùng để lập (SHA-256)" value={issue.dataDigest} />
          </dl>
        </details>
      ) : null}
    </section>
  )
}

function Hash({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-mute">{name}</dt>
      <dd>
        <code>{value}</code>
      </dd>
    </div>
  )
}
