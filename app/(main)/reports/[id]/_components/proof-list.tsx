import { fileSizeLabel, MEDIA_LABELS } from '@/lib/evidence/labels'
import type { EvidenceDto } from '@/lib/evidence/types'
import { printDate } from '@/lib/platform/dates'

/** The files of one figure or section as links: for an address opened by itself, and where no script runs. */
export function ProofList({ name, files }: { name: string; files: readonly EvidenceDto[] }) {
  return (
    <section aria-labelledby="proof-list" className="border-line mt-3 max-w-[96ch] border-l-3 px-3.5 py-2">
      <h2 id="proof-list" className="text-lg">
        Minh chứng: {name}
      </h2>
      {files.length === 0 ? <p className="text-mute">Chưa có tệp nào.</p> : null}
      <ul>
        {files.map((file) => (
          <li key={file.id} className="py-1">
            <a
              href={`/api/app/v1/evidence/${file.id}${file.display === 'inline' ? '' : '?download'}`}
              className="link break-words"
            >
              {file.name}
            </a>{' '}
            <span className="text-mute text-xs">
              {MEDIA_LABELS[file.mediaType] ?? 'Tệp'}, {fileSizeLabel(file.size)}, {file.uploadedBy},{' '}
              {printDate(file.createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
