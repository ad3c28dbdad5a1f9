import 'server-only'
import { makeAchievementReport } from '../paper-achievement-report'
import { makeAwardList } from '../paper-award-list'
import { makeAwardSubmission } from '../paper-award-submission'
import { makeBallotPaper } from '../paper-ballot-paper'
import { makeClusterReport } from '../paper-cluster-report'
import { makeConclusionNotice } from '../paper-conclusion-notice'
import { makeCountMinutes } from '../paper-count-minutes'
import { makeHandoverMinutes } from '../paper-handover-minutes'
import { makeInvitation } from '../paper-invitation'
import { makeMeetingMinutes } from '../paper-meeting-minutes'
import { makeMidtermReport } from '../paper-midterm-report'
import { makePlan } from '../paper-plan'
import { makePledge } from '../paper-pledge'
import { makeRegulation } from '../paper-regulation'
import { makeReminder } from '../paper-reminder'
import { makeRunningOrder } from '../paper-running-order'
import { makeScoreTable } from '../paper-score-table'
import { makeSelectionMinutes } from '../paper-selection-minutes'
import { makeUnitReport } from '../paper-unit-report'
import type { PaperKind, PaperMaker } from '../types'

/** Who makes each kind of paper; a kind without a maker is not offered. */
export const MAKERS: Partial<Record<PaperKind, PaperMaker>> = {
  invitation: makeInvitation,
  running_order: makeRunningOrder,
  plan: makePlan,
  regulation: makeRegulation,
  reminder: makeReminder,
  conclusion_notice: makeConclusionNotice,
  cluster_report: makeClusterReport,
  unit_report: makeUnitReport,
  midterm_report: makeMidtermReport,
  pledge: makePledge,
  meeting_minutes: makeMeetingMinutes,
  count_minutes: makeCountMinutes,
  ballot_paper: makeBallotPaper,
  selection_minutes: makeSelectionMinutes,
  award_submission: makeAwardSubmission,
  achievement_report: makeAchievementReport,
  award_list: makeAwardList,
  handover_minutes: makeHandoverMinutes,
  score_table: makeScoreTable,
}
