import { fail, type Result } from '@/lib/platform/errors'
import { chunkCountOf } from './rules'
import { EVIDENCE_CHUNK_BYTES, EVIDENCE_MAX_BYTES, type FileOwner, type UploadDto } from './types'

/** Where files go up: the address that begins an upload and the one under which its chunks, its end and its file live. */
type Door = { begin: string; files: string; broken: string }

const FILES: Door = {
  begin: '/api/app/v1/files',
  files: '/api/app/v1/files',
  broken: 'Mất kết nối khi gửi tệp. Phần đã gửi vẫn còn; hãy chọn lại đúng tệp đó để gửi tiếp.',
}

/** The result a route answers, or `broken` where none came. */
export async function ask<T>(broken: string, path: string, init?: RequestInit): Promise<Result<T>> {
  try {
    const response = await fetch(path, init)
    return (await response.json()) as Result<T>
  } catch {
    return fail('unavailable', broken)
  }
}

/**
 * Sends a file in chunks, only those the server does not have: called again with the same file after a broken
 * connection, it goes on where it stopped. `onProgress` hears the share sent, 0 to 1.
 */
export async function sendInChunks(
  { begin, files, broken }: Door,
  owner: object,
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<{ id: string; name: string }>> {
  if (file.size > EVIDENCE_MAX_BYTES)
    return fail('too_large', `“${file.name}” lớn hơn 10 MB. Hãy chia nhỏ hoặc nén lại rồi gửi.`)
  if (file.size === 0) return fail('invalid', `“${file.name}” rỗng, không có nội dung.`)
  const begun = await ask<UploadDto>(broken, begin, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: file.name, size: file.size, ...owner }),
  })
  if (!begun.ok) return begun
  const { id, stored } = begun.value
  const count = chunkCountOf(file.size)
  for (let position = 0; position < count; position++) {
    onProgress(position / count)
    if (stored.includes(position)) continue
    const start = position * EVIDENCE_CHUNK_BYTES
    const sent = await ask<UploadDto>(broken, `${files}/${id}/chunks/${position}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: file.slice(start, start + EVIDENCE_CHUNK_BYTES),
    })
    if (!sent.ok) return sent
  }
  onProgress(1)
  return ask(broken, `${files}/${id}/complete`, { method: 'POST' })
}

/** Files beside pledges, meetings, nominations and the like. */
export const uploadFile = (
  owner: { ownerKind: FileOwner; ownerId: string },
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<{ id: string; name: string }>> => sendInChunks(FILES, owner, file, onProgress)

export const removeFile = (fileId: string): Promise<Result<{ name: string }>> =>
  ask(FILES.broken, `${FILES.files}/${fileId}`, { method: 'DELETE' })
