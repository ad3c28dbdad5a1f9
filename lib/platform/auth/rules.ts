export const MIN_PASSWORD_LENGTH = 10
const MAX_PASSWORD_LENGTH = 200

/** What people choose first; compared without case, spaces and digits at the end. */
const OBVIOUS = [
  'password',
  'passw0rd',
  'matkhau',
  'mật khẩu',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'abcdefghij',
  'hoiphunu',
  'hộiphụnữ',
  'phunuvietnam',
  'phụnữviệtnam',
  'hoilhpn',
  'lhpnvietnam',
  'vietnam',
  'việtnam',
  'cumthidua',
  'cụmthiđua',
  'thidua',
  'administrator',
  'admin',
  'iloveyou',
  'anhyeuem',
  'letmein',
  'welcome',
]

/** What is wrong with a new password, in one Vietnamese sentence, or null. */
export function passwordProblem(password: string, email = ''): string | null {
  if (password.length < MIN_PASSWORD_LENGTH)
    return `Mật khẩu cần ít nhất ${MIN_PASSWORD_LENGTH} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`
  if (password.length > MAX_PASSWORD_LENGTH) return `Mật khẩu dài nhất ${MAX_PASSWORD_LENGTH} ký tự.`
  const plain = password.normalize('NFC').toLowerCase().replace(/\s/g, '')
  const stem = plain.replace(/[\d!@#$%^&*._-]+$/, '')
  const name = email.toLowerCase().split('@')[0] ?? ''
  const obvious =
    new Set(plain).size < 4 ||
    '01234567890123456789'.includes(plain) ||
    '98765432109876543210'.includes(plain) ||
    OBVIOUS.some((word) => stem === word.replace(/\s/g, '')) ||
    (email !== '' && plain === email.toLowerCase()) ||
    (name.length >= 4 && stem === name.replace(/[\d._-]+$/, ''))
  return obvious ? 'Mật khẩu này quá dễ đoán. Hãy chọn mật khẩu khác.' : null
}

/** An address is compared the way people type it: without case and outer spaces. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase()
}

/**
 * A path of this site to go to after signing in; anything else (another site, a scheme, the sign-in page itself)
 * becomes null.
 */
export function safeNextPath(next: unknown): string | null {
  if (typeof next !== 'string' || next.length > 500 || !/^\/(?![/\\])/.test(next)) return null
  if (/[\\\u0000-\u001f]/.test(next)) return null
  const base = 'http://local.invalid'
  if (!URL.canParse(next, base)) return null
  const url = new URL(next, base)
  if (url.origin !== base || /^\/(sign-in|change-password|invite|api)(\/|$)/.test(url.pathname)) return null
  return url.pathname + url.search + url.hash
}

/** "45 giây", "3 phút": how long to wait, rounded up. */
export function waitInWords(seconds: number): string {
  return seconds < 60 ? `${Math.max(1, Math.ceil(seconds))} giây` : `${Math.ceil(seconds / 60)} phút`
}

/** What a token of /api/v1 may be allowed to read; the account page explains each. */
export const API_SCOPES = ['REFERENCE', 'SUMMARY', 'REPORT', 'AWARDS'] as const
export type ApiScope = (typeof API_SCOPES)[number]
