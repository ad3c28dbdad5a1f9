import type { Actor } from './actor'

/** Where an actor works and what she follows: what the policies of many modules ask of her. */
export type Standing = Pick<
  Actor,
  | 'staffOf'
  | 'leaderOf'
  | 'centralStaffOf'
  | 'reviewerOf'
  | 'headOf'
  | 'deputyOf'
  | 'memberOf'
  | 'isOffice'
  | 'isAdmin'
>

type OfUnits = Pick<Standing, 'staffOf' | 'leaderOf'>
type OfYears = Pick<Standing, 'headOf' | 'deputyOf' | 'centralStaffOf' | 'reviewerOf'>

/** Everyone with a place in the Union's work; a guest sees only what the projector shows. */
export const worksHere = (
  actor: OfUnits & Pick<Standing, 'centralStaffOf' | 'reviewerOf' | 'isOffice' | 'isAdmin'>,
): boolean =>
  actor.isOffice ||
  actor.isAdmin ||
  [actor.staffOf, actor.leaderOf, actor.centralStaffOf, actor.reviewerOf].some((list) => list.length > 0)

/** Units whose officer or leader she is, each once. */
export const ownUnits = (actor: OfUnits): string[] => [...new Set([...actor.staffOf, ...actor.leaderOf])]

/** Whether she is an officer or leader of the unit; of no unit nobody is. */
export const belongsTo = (actor: OfUnits, unitId: string | null): boolean =>
  unitId !== null && (actor.staffOf.includes(unitId) || actor.leaderOf.includes(unitId))

/** Cluster-years that she runs as head or deputy, or follows from the central union, each once. */
export const overseenYears = (actor: OfYears): string[] => [
  ...new Set([...actor.headOf, ...actor.deputyOf, ...actor.centralStaffOf, ...actor.reviewerOf]),
]

/** `overseenYears` and those of which a unit of hers is a member, each once. */
export const followedYears = (actor: OfYears & Pick<Standing, 'memberOf'>): string[] => [
  ...new Set([...overseenYears(actor), ...actor.memberOf]),
]
