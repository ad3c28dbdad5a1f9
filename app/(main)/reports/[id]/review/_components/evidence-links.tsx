import { fileSizeLabel, MEDIA_LABELS } from '@/lib/evidence/labels'
import type { EvidenceDto } from '@/lib/evidence/types'

/** Proof files as links: what the browser shows opens in a new tab, Office files as a sanitised preview, the rest downloads. */
export function EvidenceLinks({ files }: { files: EvidenceDto[] }) {
  if (files.length === 0) return null
  return (
    <ul>
      {files.map((file) => (
        <li key={file.id}>
          <a href={addressOf(file)} target="_blank" rel="noopener">
            {file.name}
          </a>{' '}
          <span className="text-mute text-xs">
            {MEDIA_LABELS[file.mediaType] ?? 'Tệp'}, {fileSizeLabel(file.size)}
          </span>
        </li>
      ))}
    </ul>
  )
}

function addressOf({ id, display }: EvidenceDto): string {
  const base = `/api/app/v1/evidence/${id}`
  return display === 'docx' || display === 'xlsx' ? `${base}/preview` : base
}
