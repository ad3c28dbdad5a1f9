import { fail, type Result } from '@/lib/platform/errors'
import { FORM_MAX_BYTES, type ImportOutcome, type ImportPreview } from './types'

const BROKEN = 'Mất kết nối khi gửi biểu. Tệp trên máy vẫn còn; hãy gửi lại khi có mạng.'

async function send<T>(reportId: string, file: File, more: Record<string, string>): Promise<Result<T>> {
  if (file.size > FORM_MAX_BYTES)
    return fail('too_large', `“${file.name}” lớn hơn 1 MB, không phải biểu tải từ phần mềm.`)
  const search = new URLSearchParams({ name: file.name, ...more })
  try {
    const response = await fetch(`/api/app/v1/reports/${reportId}/form?${search}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    return (await response.json()) as Result<T>
  } catch {
    return fail('unavailable', BROKEN)
  }
}

/** What a filled form would do; nothing is stored. */
export const previewForm = (reportId: string, file: File): Promise<Result<ImportPreview>> =>
  send(reportId, file, {})

/** Brings in what the preview `plan` showed, once for `key`. */
export const applyForm = (
  reportId: string,
  file: File,
  plan: string,
  key: string,
): Promise<Result<ImportOutcome>> => send(reportId, file, { plan, key })
