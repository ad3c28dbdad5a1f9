import type { Actor } from '@/lib/platform/auth/actor'
import { belongsTo } from '@/lib/platform/auth/policy'

/** Campaigns are set by the emulation office. */
export const maySetCampaigns = (actor: Actor): boolean => actor.isOffice

/** Works are entered by the people of the unit itself. */
export const mayEnterWorks = (actor: Actor, unitId: string): boolean => belongsTo(actor, unitId)
