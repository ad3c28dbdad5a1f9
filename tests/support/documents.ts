import type { ActorFacts } from '@/lib/platform/auth/actor'
import { accountActor } from './actors'
import type { ClusterFixture } from './cluster-fixture'

/** When the papers of these tests are made. */
export const NOW = '2026-11-22T03:00:00Z'
export const SIGNATORY = {
  collective: 'Cụm thi đua',
  authority: 'KT',
  authorityOf: 'Cụm trưởng',
  title: 'Cụm phó',
  name: '',
} as const

/** People around a cluster and its member Gia Lai. */
export const ROLES = [
  'head',
  'deputy',
  'office',
  'memberLeader',
  'memberStaff',
  'centralStaff',
  'reviewer',
  'admin',
  'elsewhere',
] as const
export type Role = (typeof ROLES)[number]

function factsOf(role: Role, { clusterYearId, units }: ClusterFixture): Partial<ActorFacts> {
  const member = { memberOf: [clusterYearId] }
  switch (role) {
    case 'head':
      return { staffOf: [units['khanh-hoa']!], headOf: [clusterYearId], ...member }
    case 'deputy':
      return { leaderOf: [units['dak-lak']!], deputyOf: [clusterYearId], ...member }
    case 'office':
      return { isOffice: true }
    case 'memberLeader':
      return { leaderOf: [units['gia-lai']!], ...member }
    case 'memberStaff':
      return { staffOf: [units['gia-lai']!], ...member }
    case 'centralStaff':
      return { centralStaffOf: [clusterYearId] }
    case 'reviewer':
      return { reviewerOf: [clusterYearId] }
    case 'admin':
      return { isAdmin: true }
    case 'elsewhere':
      return { staffOf: ['00000000-0000-4000-8000-000000000001'] }
  }
}

export const actorFor = (role: Role, fixture: ClusterFixture) => accountActor(factsOf(role, fixture))

/** What the report of the cluster is drafted from. */
export const clusterReportOf = ({ clusterYearId }: ClusterFixture) => ({
  kind: 'cluster_report' as const,
  subjectId: clusterYearId,
  clusterYearId,
})
export const unitReportOf = ({ clusterYearId, units }: ClusterFixture) => ({
  kind: 'unit_report' as const,
  subjectId: units['gia-lai']!,
  clusterYearId,
})
export const issueInput = (documentId: string, version: number) => ({
  documentId,
  version,
  number: '7',
  datedOn: '2026-11-22',
  name: 'Người ký',
})
