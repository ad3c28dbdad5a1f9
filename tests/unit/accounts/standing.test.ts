import { describe, expect, it } from 'vitest'
import { belongsTo, followedYears, overseenYears, ownUnits, worksHere } from '@/lib/platform/auth/policy'
import { actorWith } from '@/tests/support/actor'

describe('the standing of an actor', () => {
  it('knows whoever holds a place in the work from a guest, whom a seat in the hall gives none', () => {
    expect(worksHere(actorWith({ memberOf: ['year'] }))).toBe(false)
    for (const place of ['staffOf', 'leaderOf', 'centralStaffOf', 'reviewerOf'])
      expect(worksHere(actorWith({ [place]: ['one'] }))).toBe(true)
    for (const role of ['isOffice', 'isAdmin']) expect(worksHere(actorWith({ [role]: true }))).toBe(true)
  })
  it('counts a unit once, whether she is its officer, its leader or both', () => {
    const actor = actorWith({ staffOf: ['north', 'south'], leaderOf: ['south', 'east'] })
    expect(ownUnits(actor)).toEqual(['north', 'south', 'east'])
    for (const unit of ['north', 'south', 'east']) expect(belongsTo(actor, unit)).toBe(true)
    expect(belongsTo(actor, 'west')).toBe(false)
    expect(belongsTo(actor, null)).toBe(false)
  })
  it('oversees a cluster-year by an office in it, and follows it also as a member', () => {
    const actor = actorWith({
      headOf: ['a'],
      deputyOf: ['b'],
      centralStaffOf: ['c'],
      reviewerOf: ['a', 'd'],
      memberOf: ['a', 'e'],
    })
    expect(overseenYears(actor)).toEqual(['a', 'b', 'c', 'd'])
    expect(followedYears(actor)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
