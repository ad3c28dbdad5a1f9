import type { ActorFacts } from '@/lib/platform/auth/actor'
import type { DelegationDto, Role } from './types'

export const ROLE_LABELS: Record<Role, string> = {
  PROVINCE_STAFF: 'Chuyên viên',
  PROVINCE_LEADER: 'Lãnh đạo Hội',
  CENTRAL_STAFF: 'Chuyên viên Trung ương Hội',
  CENTRAL_REVIEWER: 'Phó Chủ tịch phụ trách cụm',
  CENTRAL_OFFICE: 'Thường trực thi đua Trung ương Hội',
  SYSTEM_ADMIN: 'Quản trị hệ thống',
  GUEST: 'Khách mời',
}

export const DELEGATION_STATE_LABELS: Record<DelegationDto['state'], string> = {
  COMING: 'Sắp có hiệu lực',
  IN_FORCE: 'Đang có hiệu lực',
  ENDED: 'Đã hết hạn',
  REVOKED: 'Đã thu hồi',
}

export const CENTRAL_UNION = 'Trung ương Hội LHPN Việt Nam'

/** "Hội LHPN tỉnh Đắk Lắk". */
export function unionName(unit: { name: string; kind: string }): string {
  return ['Hội LHPN', unit.kind, unit.name].filter(Boolean).join(' ')
}

type Person = Pick<
  ActorFacts,
  'homeUnit' | 'isAdmin' | 'isOffice' | 'reviewerOf' | 'centralStaffOf' | 'leaderOf' | 'staffOf' | 'actsFor'
>

/** The role a person is known by: the highest of her own, delegated ones aside. */
export function roleInWords(person: Person): string {
  const delegated = new Set(person.actsFor.map((entry) => entry.scopeId))
  const own = (ids: readonly string[]) => ids.some((id) => !delegated.has(id))
  if (own(person.leaderOf)) return ROLE_LABELS.PROVINCE_LEADER
  if (person.staffOf.length > 0) return ROLE_LABELS.PROVINCE_STAFF
  if (own(person.reviewerOf)) return ROLE_LABELS.CENTRAL_REVIEWER
  if (person.isOffice) return ROLE_LABELS.CENTRAL_OFFICE
  if (person.centralStaffOf.length > 0) return ROLE_LABELS.CENTRAL_STAFF
  if (person.isAdmin) return ROLE_LABELS.SYSTEM_ADMIN
  return person.actsFor.length > 0 ? 'Người được ủy quyền' : 'Chưa được giao vai trò'
}

/** Where she works, in words. */
export function workplace(person: Person): string {
  return person.homeUnit ? unionName(person.homeUnit) : CENTRAL_UNION
}

/** "Chuyên viên, Hội LHPN tỉnh Lai Châu" → "Chuyên viên", where the place is said beside it. */
export function nameWithout(name: string, place: string): string {
  return name.endsWith(place) ? name.slice(0, -place.length).replace(/[,\s]+$/, '') || name : name
}
