import {
  EVIDENCE_CHUNK_BYTES,
  EVIDENCE_MAX_UNPACKED_BYTES,
  EVIDENCE_MEDIA,
  type EvidenceDisplay,
  type EvidenceMediaType,
} from './types'

/** Chunks a file of `size` bytes travels in; an empty file has none. */
export function chunkCountOf(size: number): number {
  return Math.ceil(size / EVIDENCE_CHUNK_BYTES)
}

/** Bytes the chunk at `position` must have in a file of `size` bytes. */
export function chunkSizeAt(size: number, position: number): number {
  return Math.min(EVIDENCE_CHUNK_BYTES, size - position * EVIDENCE_CHUNK_BYTES)
}

export function isEvidenceMediaType(type: string | undefined): type is EvidenceMediaType {
  return type !== undefined && Object.hasOwn(EVIDENCE_MEDIA, type)
}

/** A name safe to store and to send in a header: no path, no control characters, at most 180 characters. */
export function evidenceName(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? ''

  const clean = base.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '').trim()
  if (clean.length <= 180) return clean || 'minh-chung'
  const dot = clean.lastIndexOf('.')
  const extension = dot > 0 ? clean.slice(dot).slice(0, 10) : ''
  return clean.slice(0, 180 - extension.length) + extension
}

const END_OF_CENTRAL_DIRECTORY = 0x06054b50
const CENTRAL_ENTRY = 0x02014b50

/**
 * Bytes a ZIP container declares to unpack to, or null when its directory cannot be read. A lying directory is caught by the
 * memory limit of the worker that opens it.
 */
function declaredUnpackedSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lowest = Math.max(0, bytes.byteLength - 22 - 0xffff)
  for (let end = bytes.byteLength - 22; end >= lowest; end--) {
    if (view.getUint32(end, true) !== END_OF_CENTRAL_DIRECTORY) continue
    let entry = view.getUint32(end + 16, true)
    let total = 0
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (entry + 46 > bytes.byteLength || view.getUint32(entry, true) !== CENTRAL_ENTRY) return null
      total += view.getUint32(entry + 24, true)
      entry +=
        46 +
        view.getUint16(entry + 28, true) +
        view.getUint16(entry + 30, true) +
        view.getUint16(entry + 32, true)
    }
    return total
  }
  return null
}

/** Whether an Office file may be opened for a preview at all. */
export function mayUnpack(bytes: Uint8Array): boolean {
  const size = declaredUnpackedSize(bytes)
  return size !== null && size <= EVIDENCE_MAX_UNPACKED_BYTES
}

const ZIPPED = /officedocument|opendocument/
const endsWith = (bytes: Uint8Array, mark: string, within: number) =>
  String.fromCharCode(...bytes.subarray(Math.max(0, bytes.byteLength - within))).includes(mark)

/** Why content of this type is not taken: cut off, or made to unpack without end; null when nothing is wrong. */
export function contentProblem(bytes: Uint8Array, type: EvidenceMediaType): string | null {
  const cutOff = 'tệp bị hỏng hoặc chưa đủ. Hãy mở lại tệp trên máy, lưu lại rồi gửi.'
  if (type === 'application/pdf') return endsWith(bytes, '%%EOF', 2048) ? null : cutOff
  if (type === 'image/png') return endsWith(bytes, 'IEND', 64) ? null : cutOff
  if (!ZIPPED.test(type)) return null
  if (declaredUnpackedSize(bytes) === null) return cutOff
  return mayUnpack(bytes) ? null : 'nội dung bung ra quá lớn. Hãy giảm ảnh trong tệp hoặc gửi bản PDF.'
}

/** Content-Disposition with the Vietnamese name for those who read RFC 6266 and an ASCII one for the rest. */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase(),
  )
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

/**
 * Headers of a file sent to a browser: its own type, never guessed; scripts shut out. A PDF goes without `sandbox`, which
 * keeps the browsers' own viewers from showing it; it runs in none of our pages either way.
 */
export function fileHeaders(
  file: { name: string; mediaType: string; display: EvidenceDisplay; size: number },
  download: boolean,
): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'content-disposition': contentDisposition(
      file.display === 'inline' && !download ? 'inline' : 'attachment',
      file.name,
    ),
    'content-security-policy': file.mediaType === 'application/pdf' ? "frame-ancestors 'self'" : 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
}
