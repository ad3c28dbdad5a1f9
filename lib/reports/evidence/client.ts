import { ask, sendInChunks } from '@/lib/evidence/client'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { Result } from '@/lib/platform/errors'

const FILES = '/api/app/v1/evidence'
const BROKEN = 'Mất kết nối khi gửi tệp. Phần đã gửi vẫn còn; bấm “Gửi tiếp” khi có mạng.'

const ofReport = (reportId: string) => `/api/app/v1/reports/${reportId}/evidence`

export const listFiles = (reportId: string, owner: string): Promise<Result<EvidenceDto[]>> =>
  ask(BROKEN, `${ofReport(reportId)}?owner=${encodeURIComponent(owner)}`)

export const removeFile = (fileId: string): Promise<Result<{ name: string }>> =>
  ask(BROKEN, `${FILES}/${fileId}`, { method: 'DELETE' })

/** Sends proof of a figure or a narrative section in chunks, going on where it stopped. */
export const uploadFile = (
  reportId: string,
  owner: { indicatorId: string } | { section: string },
  file: File,
  onProgress: (share: number) => void,
): Promise<Result<{ id: string; name: string }>> =>
  sendInChunks({ begin: ofReport(reportId), files: FILES, broken: BROKEN }, owner, file, onProgress)
