import { printDate } from '@/lib/platform/dates'
import { printMoney, printNumber } from '@/lib/platform/numbers/print'
import { capitalise } from '@/lib/platform/vietnamese'
import type {
  AwardDutyKind,
  BlockReason,
  DecisionDto,
  DossierItemCode,
  NominationAct,
  NominationFacts,
  NominationState,
  Obstacle,
  Prize,
  RecipientKind,
} from './types'

export const RECIPIENT_LABELS: Record<RecipientKind, string> = {
  UNIT: 'Đơn vị',
  COLLECTIVE: 'Tập thể',
  PERSON: 'Cá nhân',
}

export const NOMINATION_STATE_LABELS: Record<NominationState, string> = {
  PROPOSED: 'Đã đề nghị',
  PUBLIC_NOTICE: 'Đang công khai',
  CENTRAL_REVIEW: 'Trung ương xét',
  DECIDED: 'Đã có quyết định',
  REFUSED: 'Không được xét',
  WITHDRAWN: 'Đã rút',
}

export const NOMINATION_ACT_LABELS: Record<NominationAct, string> = {
  OPEN_NOTICE: 'Công khai lấy ý kiến',
  SEND_TO_CENTRAL: 'Gửi Trung ương Hội',
  RETURN: 'Trả lại để bổ sung',
  REFUSE: 'Không xét đề nghị này',
  DECIDE: 'Ghi quyết định khen thưởng',
  WITHDRAW: 'Rút đề nghị',
}

export const AWARD_DUTY_LABELS: Record<AwardDutyKind, string> = {
  OBJECTION: 'Trả lời ý kiến phản ánh',
  DOSSIER: 'Hoàn thiện hồ sơ khen thưởng',
  OPEN_NOTICE: 'Công khai lấy ý kiến',
  SEND: 'Gửi Trung ương Hội',
  REVIEW: 'Xét đề nghị khen thưởng',
  DECIDE: 'Ghi quyết định khen thưởng',
}

const DOSSIER_LABELS: Record<DossierItemCode, string> = {
  SUBMISSION: 'Tờ trình',
  ACHIEVEMENT_REPORT: 'Báo cáo thành tích',
  MINUTES: 'Biên bản bình xét thi đua',
  INITIATIVE: 'Chứng nhận sáng kiến',
}

/** Flags are voted, so their minutes carry the result of the ballot (Nghị định 98/2023/NĐ-CP, Điều 30 khoản 7). */
export const dossierLabel = (code: DossierItemCode, isFlag: boolean): string =>
  code === 'MINUTES' && isFlag ? 'Biên bản bình xét thi đua, kèm kết quả bỏ phiếu' : DOSSIER_LABELS[code]

export const BLOCK_LABELS: Record<BlockReason, string> = {
  DISCIPLINE: 'Đang xem xét kỷ luật',
  INSPECTION: 'Đang thanh tra, kiểm tra',
  COMPLAINT: 'Đang giải quyết khiếu nại, tố cáo',
}

const NOT_STATED_NUMBER = 'nguồn không nêu số quyết định'

/** "4 đơn vị, nguồn chưa nêu tên"; a person or collective without a name likewise. */
export function recipientLabel(award: {
  recipientKind: RecipientKind
  unit: { name: string } | null
  recipient: string | null
  unnamed?: number | null
  named?: number
}): string {
  const noun = RECIPIENT_LABELS[award.recipientKind].toLowerCase()
  if (award.unnamed)
    return `${award.unnamed} ${noun}, nguồn chưa nêu tên${award.named ? ` (sau nêu tên ${award.named})` : ''}`
  if (award.recipient) return award.unit ? `${award.recipient} (${award.unit.name})` : award.recipient
  if (award.recipientKind !== 'UNIT')
    return `${RECIPIENT_LABELS[award.recipientKind]}, nguồn chưa nêu tên${award.unit ? ` (${award.unit.name})` : ''}`
  return award.unit?.name ?? 'nguồn chưa nêu tên'
}

/** "Quyết định số 12/QĐ-ĐCT ngày 15/12/2026". */
export function decisionLabel(decision: DecisionDto | null, historic: boolean): string {
  if (!decision?.number) return historic || decision ? capitalise(NOT_STATED_NUMBER) : 'Chưa ghi quyết định'
  return `Quyết định số ${decision.number}${decision.decidedOn ? ` ngày ${printDate(decision.decidedOn)}` : ''}`
}

const LACKING: Record<Extract<Prize, { missing: unknown }>['missing'], string> = {
  DATE: 'chưa tính được: chưa rõ ngày quyết định',
  MULTIPLE: 'chưa tính được: thiếu hệ số tiền thưởng',
  SALARY: 'chưa tính được: thiếu lương cơ sở',
}

/** "18.720.000 đồng", or what is lacking. */
export const prizeLabel = (prize: Prize): string =>
  'missing' in prize ? LACKING[prize.missing] : printMoney(String(prize.amount), 'đồng')

/** "8 lần lương cơ sở 2.340.000 đồng (Nghị định …; Nghị định …)"; '' where there is no prize. */
export const prizeBasis = (prize: Prize): string =>
  'missing' in prize
    ? ''
    : `${printNumber(prize.multiple)} lần lương cơ sở ${printMoney(String(prize.salary), 'đồng')} (${prize.legalBasis}; ${prize.salaryBasis})`

/** What a nomination is waiting for. */
export function nextStep(
  nomination: Pick<NominationFacts, 'state' | 'blocked' | 'noticeTo'> & { historic: boolean },
  today: string,
): string {
  if (nomination.historic) return nomination.state === 'DECIDED' ? '' : 'Quyết định: nguồn không nêu'
  if (nomination.blocked) return 'Dừng xét cho đến khi gỡ'
  switch (nomination.state) {
    case 'PROPOSED':
      return 'Chờ công khai lấy ý kiến'
    case 'PUBLIC_NOTICE':
      return nomination.noticeTo && today <= nomination.noticeTo
        ? `Công khai đến hết ${printDate(nomination.noticeTo)}`
        : 'Hết hạn công khai, chờ gửi Trung ương Hội'
    case 'CENTRAL_REVIEW':
      return 'Chờ Trung ương Hội xét và quyết định'
    case 'DECIDED':
    case 'REFUSED':
    case 'WITHDRAWN':
      return ''
  }
}

const OBSTACLE_SENTENCES: Record<Obstacle, string> = {
  BLOCKED: 'Đề nghị này đang dừng xét. Trung ương Hội gỡ trước, rồi làm tiếp.',
  UNNAMED: 'Đề nghị này chưa nêu tên đơn vị, nên chưa làm tiếp được.',
  DOSSIER: 'Hồ sơ còn thiếu',
  NOTICE_RUNNING: 'Thời gian công khai chưa hết',
  OBJECTIONS: 'Còn ý kiến chưa trả lời',
  NO_NOTICE: 'Đề nghị này chưa qua thời gian công khai.',
}

/** One sentence for the first thing in the way. */
export function obstacleSentence(
  obstacle: Obstacle,
  facts: Pick<NominationFacts, 'missing' | 'noticeTo' | 'openObjections'>,
  isFlag: boolean,
): string {
  const start = OBSTACLE_SENTENCES[obstacle]
  if (obstacle === 'DOSSIER')
    return `${start}: ${facts.missing.map((code) => dossierLabel(code, isFlag).toLowerCase()).join('; ')}.`
  if (obstacle === 'NOTICE_RUNNING' && facts.noticeTo)
    return `${start}: đến hết ${printDate(facts.noticeTo)} mới gửi Trung ương Hội được.`
  if (obstacle === 'OBJECTIONS') return `${start}: ${facts.openObjections} ý kiến. Trả lời hết rồi gửi.`
  return start
}

/** Why a nomination is over the quota. */
export function overQuotaSentence(
  type: string,
  year: number,
  quota: number,
  taken: number,
  wanted: number,
): string {
  const asked = wanted === 1 ? 'thêm một đề nghị nữa' : `thêm ${wanted} đề nghị nữa`
  return `Năm ${year} cụm được đề nghị ${quota} ${type}; đã có ${taken}, ${asked} là quá số lượng. Hãy rút bớt đề nghị đã có, hoặc xin thường trực thi đua tăng số lượng.`
}
