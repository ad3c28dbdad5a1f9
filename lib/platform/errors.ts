/**
 * The closed set of ways an intended act can fail. Expected failures are values of this type;
 * only bugs throw.
 */
export const ERROR_CODES = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'invalid',
  'conflict',
  'locked',
  'too_large',
  'rate_limited',
  'unavailable',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Vietnamese sentences beside the fields that caused the failure, keyed by field name. */
export type FieldErrors = Record<string, string>

export type Failure = {
  ok: false
  code: ErrorCode
  message: string
  fields?: FieldErrors
  /** What the database holds now, when the failure is a conflict with somebody else's change. */
  current?: unknown
}

export type Result<T = undefined> = { ok: true; value: T } | Failure

const SENTENCES: Record<ErrorCode, string> = {
  unauthenticated: 'Phiên làm việc đã hết. Hãy đăng nhập lại rồi tiếp tục.',
  forbidden: 'Bạn không có quyền làm việc này.',
  not_found: 'Không tìm thấy nội dung này. Có thể liên kết đã cũ hoặc bạn không được xem.',
  invalid: 'Có chỗ chưa đúng. Hãy xem các dòng chữ đỏ rồi sửa lại.',
  conflict: 'Người khác vừa thay đổi nội dung này. Hãy xem cả hai bản rồi chọn.',
  locked: 'Nội dung này đã khóa, không sửa được nữa.',
  too_large: 'Nội dung gửi lên quá lớn.',
  rate_limited: 'Bạn thao tác quá nhanh. Hãy chờ một lát rồi thử lại.',
  unavailable: 'Hệ thống đang bận. Dữ liệu bạn nhập vẫn còn, hãy thử lại sau ít phút.',
}

/** HTTP status that carries each code through a route handler. */
export const HTTP_STATUS: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  locked: 423,
  too_large: 413,
  rate_limited: 429,
  unavailable: 503,
}

export function ok(): { ok: true; value: undefined }
export function ok<T>(value: T): { ok: true; value: T }
export function ok<T>(value?: T) {
  return { ok: true as const, value }
}

/** A failure with the code's own sentence, or a more precise one where the caller knows it. */
export function fail(
  code: ErrorCode,
  message: string = SENTENCES[code],
  extra: { fields?: FieldErrors; current?: unknown } = {},
): Failure {
  return { ok: false, code, message, ...extra }
}

/** `invalid` for one field of a form, with the sentence that stands beside it. */
export const wrongField = (field: string, sentence: string): Failure =>
  fail('invalid', undefined, { fields: { [field]: sentence } })
