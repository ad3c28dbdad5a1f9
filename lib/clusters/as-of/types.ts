import type { UnitRef } from '@/lib/units/types'
import type { ClusterRef, HeadshipDto, HeadshipRole, MemberDto } from '../types'

/** A cluster on a day. `year` is null, and nothing else known, where no source tells of the cluster's year. */
export type ClusterOnDay = {
  cluster: ClusterRef
  year: number | null
  title: string
  illustrative: boolean
  members: Pick<MemberDto, 'id' | 'slug' | 'name' | 'inferred' | 'source'>[]
  head: HeadshipDto | null
  deputy: HeadshipDto | null
}

/** A headship with the year of the cluster-year it belongs to. */
export type DatedHeadship = HeadshipDto & { role: HeadshipRole; year: number; unit: UnitRef }

/** A headship in a unit's history: its own, or a predecessor's, which stays the predecessor's. */
export type LineageHeadship = DatedHeadship & {
  own: boolean
  /** First day on which the unit that held it no longer exists. */
  unitEnded: string | null
  illustrative: boolean
  cluster: { slug: string; title: string }
}
