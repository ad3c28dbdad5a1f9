import { canReadMeeting, canRunMeeting } from '@/lib/meetings/policy'

/** Minutes are kept by those who run the meeting (its secretary among them) and read by whoever reads the meeting. */
export const canKeepMinutes = canRunMeeting

export const canReadMinutes = canReadMeeting
