'use client'

import { buttonClass } from '@/components/ui/button'
import { EXPORT_FORMATS, type ExportFormat, type ExportName } from '@/lib/documents/tables/types'

const LABELS: Record<ExportFormat, string> = { xlsx: 'Excel', csv: 'CSV' }

/** The table of the page as a file. `of` says which, as the page's own address does. */
export function ExportLinks({
  table,
  of = {},
  label,
}: {
  table: ExportName
  of?: Record<string, string | number | null | undefined>
  /** What is given out, for screen readers: "Bảng kết quả". */
  label: string
}) {
  const given = Object.entries(of).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)] as [string, string]],
  )
  return EXPORT_FORMATS.map((format) => (
    <a
      key={format}
      href={`/api/app/v1/exports/${table}?${new URLSearchParams([...given, ['format', format]])}`}
      download
      className={buttonClass('quiet', 'no-print')}
      aria-label={`Tải ${label} dạng ${LABELS[format]}`}
    >
      {LABELS[format]}
    </a>
  ))
}
