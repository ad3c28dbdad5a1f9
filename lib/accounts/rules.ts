import { ROLE_SCOPES, type DelegationDto, type Role } from './types'

/** The longest delegation, in days: a right lent for longer is a role to be given. */
export const LONGEST_DELEGATION_DAYS = 180

type Span = { startsOn: string; endsOn: string; revoked: boolean }

/** State of a delegation on a day (all yyyy-MM-dd). */
export function delegationState({ startsOn, endsOn, revoked }: Span, today: string): DelegationDto['state'] {
  if (revoked) return 'REVOKED'
  if (today < startsOn) return 'COMING'
  return today > endsOn ? 'ENDED' : 'IN_FORCE'
}

/** What is wrong with the scope given for a role: the field and its sentence, or null. */
export function scopeProblem(
  role: Role,
  scope: { unitId?: string; clusterYearId?: string },
): { field: 'unitId' | 'clusterYearId'; sentence: string } | null {
  const needs = ROLE_SCOPES[role]
  if (needs === 'UNIT' && !scope.unitId)
    return { field: 'unitId', sentence: 'Vai trò này gắn với một đơn vị. Hãy chọn đơn vị.' }
  if (needs === 'CLUSTER_YEAR' && !scope.clusterYearId)
    return { field: 'clusterYearId', sentence: 'Vai trò này gắn với một cụm và năm. Hãy chọn cụm.' }
  return null
}

/**
 * Who runs the system enters and decides nothing in it: the administrator's role stands alone on an account.
 */
export function rolesConflict(held: readonly Role[], wanted: Role): boolean {
  return held.some((role) => role !== wanted && (role === 'SYSTEM_ADMIN' || wanted === 'SYSTEM_ADMIN'))
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'máy Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** "Chrome trên Windows": enough to recognise one's own device. */
export function deviceInWords(userAgent: string | null): string {
  const find = (list: [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const words = [find(BROWSERS), find(SYSTEMS)].filter(Boolean).join(' trên ')
  return words || 'Thiết bị không rõ'
}
