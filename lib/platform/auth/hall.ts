import 'server-only'
import { sealActor, type Actor } from './actor'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * What everybody in a hall may see: the sent reports of the cluster-years that meet there. For reads that make a scene
 * once for the projector, delegates and guests alike; nobody signs in as it, and it may change nothing.
 */
export function hallReader(clusterYearIds: string[]): Actor {
  return sealActor({
    accountId: NOBODY,
    sessionId: NOBODY,
    name: '',
    email: '',
    mustChangePassword: false,
    homeUnit: null,
    staffOf: [],
    leaderOf: [],
    centralStaffOf: [],
    reviewerOf: [],
    headOf: [],
    deputyOf: [],
    memberOf: clusterYearIds,
    isOffice: false,
    isAdmin: false,
    actsFor: [],
  })
}
