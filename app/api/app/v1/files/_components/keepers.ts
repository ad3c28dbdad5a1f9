import 'server-only'
import { paperFiles } from '@/lib/activities/papers/queries'
import { pledgeFiles } from '@/lib/activities/pledge/queries'
import { activityFiles } from '@/lib/activities/joint/queries'
import { practiceFiles } from '@/lib/activities/practices/queries'
import { workFiles } from '@/lib/activities/campaigns/queries'
import { adoptionFiles } from '@/lib/documents/adoption/queries'
import { decisionFiles, nominationFiles } from '@/lib/awards/files/queries'
import { agendaFiles } from '@/lib/meetings/agenda/queries'
import { meetingFiles } from '@/lib/meetings/outcomes/queries'
import { documentFiles } from '@/lib/documents/life/queries'
import type { FileKeepers } from '@/lib/evidence/types'

/** Who says yes or no to files beside each kind of row. */
export const KEEPERS: FileKeepers = {
  pledge: pledgeFiles,
  cluster_paper: paperFiles,
  activity: activityFiles,
  registered_work: workFiles,
  practice: practiceFiles,
  meeting: meetingFiles,
  agenda_item: agendaFiles,
  minutes: meetingFiles,
  document: documentFiles,
  nomination: nominationFiles,
  award_decision: decisionFiles,
  adoption: adoptionFiles,
}
