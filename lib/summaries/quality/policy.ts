import type { Actor } from '@/lib/platform/auth/actor'

type Who = Pick<Actor, 'centralStaffOf' | 'reviewerOf' | 'headOf' | 'isOffice'>

/** Whose data she watches over: every cluster's (the office), or those of these cluster-years. */
export function watchedYears(actor: Who): 'ALL' | string[] {
  if (actor.isOffice) return 'ALL'
  return [...new Set([...actor.centralStaffOf, ...actor.reviewerOf, ...actor.headOf])]
}

/** The office, those who follow a cluster from the centre, and the head for hers. */
export function watchesQuality(actor: Who): boolean {
  const watched = watchedYears(actor)
  return watched === 'ALL' || watched.length > 0
}

/** Records what another source says of a figure of the cluster. */
export function mayRecordStated(actor: Who, clusterYearId: string): boolean {
  const watched = watchedYears(actor)
  return watched === 'ALL' || watched.includes(clusterYearId)
}

/** Chooses which source's figure shows: the vice-chair of the cluster and the office. */
export const mayChooseStated = (actor: Who, clusterYearId: string): boolean =>
  actor.isOffice || actor.reviewerOf.includes(clusterYearId)
