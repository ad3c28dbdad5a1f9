import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween } from '@/lib/accounts/audit/rules'
import { canDelegate, canReceiveDelegation } from '@/lib/accounts/policy'
import { delegationState, deviceInWords, rolesConflict, scopeProblem } from '@/lib/accounts/rules'
import { foldEmail, passwordProblem, safeNextPath, waitInWords } from '@/lib/platform/auth/rules'

describe('a new password', () => {
  test.each([
    'ngan',
    '1234567890',
    '0987654321',
    'aaaaaaaaaaaa',
    'abababababab',
    'password123',
    'Password123!',
    'matkhau12345',
    'Mật khẩu 2026',
    'PhuNuVietNam2026',
    'nguyenthihoa2026',
    'nguyenthihoa@example.test',
    // The demonstration's own password is public.
    'ThiDua@2026',
    'x'.repeat(201),
  ])('%s is refused', (password) => {
    expect(passwordProblem(password, 'nguyenthihoa@example.test')).not.toBeNull()
  })

  test.each(['mot cau de nho', 'con gà cục tác', 'kY7!mQ2#xZ'])('%s is accepted', (password) => {
    expect(passwordProblem(password, 'hoa@example.test')).toBeNull()
  })
})

describe('where to go after signing in', () => {
  test.each([
    ['/clusters/a/2026?ky=uoc#x', '/clusters/a/2026?ky=uoc#x'],
    ['/my-work', '/my-work'],
    ['//evil.example', null],
    ['/\\evil.example', null],
    ['https://evil.example', null],
    ['/\t/evil.example', null],
    ['javascript:alert(1)', null],
    ['/sign-in?next=/x', null],
    ['/api/v1/x', null],
    ['/invite/abc', null],
    ['', null],
    [undefined, null],
    [['/a', '/b'], null],
  ])('%s becomes %s', (next, path) => {
    expect(safeNextPath(next)).toBe(path)
  })

  test('never leaves the site, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((text) => `/${text}`),
        ),
        (next) => {
          const path = safeNextPath(next)
          if (path !== null) expect(new URL(path, 'https://here.example').origin).toBe('https://here.example')
        },
      ),
    )
  })
})

test('a wait is told in seconds, then in minutes, never short of the truth', () => {
  expect([0.2, 9.1, 59.5, 60, 61, 1800].map(waitInWords)).toEqual([
    '1 giây',
    '10 giây',
    '60 giây',
    '1 phút',
    '2 phút',
    '30 phút',
  ])
})

test('addresses differ by neither case nor outer spaces', () => {
  expect(foldEmail(' Hoa@Example.TEST ')).toBe('hoa@example.test')
})

describe('delegation', () => {
  const span = { startsOn: '2026-07-02', endsOn: '2026-07-03', revoked: false }
  test.each([
    ['2026-07-01', 'COMING'],
    ['2026-07-02', 'IN_FORCE'],
    ['2026-07-03', 'IN_FORCE'],
    ['2026-07-04', 'ENDED'],
  ])('on %s is %s', (today, state) => {
    expect(delegationState(span, today)).toBe(state)
    expect(delegationState({ ...span, revoked: true }, today)).toBe('REVOKED')
  })

  test('is for those who decide, within the unit or the central union', () => {
    expect(canDelegate(['PROVINCE_STAFF', 'CENTRAL_OFFICE'])).toBe(false)
    expect(canDelegate(['CENTRAL_REVIEWER'])).toBe(true)
    const leader = [{ role: 'PROVINCE_LEADER' as const, unitId: 'u' }]
    const reviewer = [{ role: 'CENTRAL_REVIEWER' as const, unitId: null }]
    const staff = (unitId: string) => [{ role: 'PROVINCE_STAFF' as const, unitId }]
    expect(canReceiveDelegation(leader, staff('u'))).toBe(true)
    expect(canReceiveDelegation(leader, staff('other'))).toBe(false)
    expect(canReceiveDelegation(reviewer, staff('u'))).toBe(false)
    expect(canReceiveDelegation(reviewer, [{ role: 'CENTRAL_STAFF', unitId: null }])).toBe(true)
    expect(canReceiveDelegation(reviewer, [{ role: 'SYSTEM_ADMIN', unitId: null }])).toBe(false)
  })
})

test('a role asks for its scope, and administration stands alone', () => {
  expect(scopeProblem('PROVINCE_STAFF', {})?.field).toBe('unitId')
  expect(scopeProblem('CENTRAL_REVIEWER', { unitId: 'u' })?.field).toBe('clusterYearId')
  expect(scopeProblem('SYSTEM_ADMIN', {})).toBeNull()
  expect(rolesConflict(['SYSTEM_ADMIN'], 'PROVINCE_STAFF')).toBe(true)
  expect(rolesConflict(['PROVINCE_STAFF'], 'SYSTEM_ADMIN')).toBe(true)
  expect(rolesConflict(['PROVINCE_STAFF'], 'PROVINCE_LEADER')).toBe(false)
})

test('a device is told by browser and system', () => {
  const edge =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0'
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1'
  expect([edge, iphone, 'curl/8', null].map(deviceInWords)).toEqual([
    'Edge trên Windows',
    'Safari trên iPhone',
    'Thiết bị không rõ',
    'Thiết bị không rõ',
  ])
})

test('changes name only what differs, nested fields too', () => {
  const before = { state: 'SENT', at: '2026-07-01', inner: { a: 1, b: true }, list: ['x'] }
  const after = { state: 'CHECKED', at: '2026-07-01', inner: { a: 1, b: false }, note: '' }
  expect(changesBetween(before, after)).toEqual([
    { field: 'state', before: 'SENT', after: 'CHECKED' },
    { field: 'inner.b', before: 'có', after: 'không' },
    { field: 'list', before: 'x', after: null },
    { field: 'note', before: null, after: 'trống' },
  ])
  expect(changesBetween(null, { at: '2026-07-01' })).toEqual([
    { field: 'at', before: null, after: '01/07/2026' },
  ])
  expect(changesBetween(null, null)).toEqual([])
})
