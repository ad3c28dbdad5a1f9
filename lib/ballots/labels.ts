import { printNumber, printPercent } from '@/lib/platform/numbers/print'
import type {
  BallotAct,
  BallotDto,
  BallotDutyKind,
  BallotMethod,
  BallotPurpose,
  BallotRules,
  BallotState,
  Imbalance,
  LastTieRule,
  RollKind,
  ThresholdBase,
  TieRule,
} from './types'

export const PURPOSE_LABELS: Record<BallotPurpose, string> = {
  FLAG: 'Đề nghị tặng Cờ thi đua',
  MERIT: 'Đề nghị tặng Bằng khen',
  HEAD: 'Cụm trưởng năm sau',
  DEPUTY: 'Cụm phó năm sau',
  OTHER: 'Nội dung khác',
}

export const METHOD_LABELS: Record<BallotMethod, string> = {
  CONSENSUS: 'Thống nhất',
  SHOW_OF_HANDS: 'Biểu quyết giơ tay',
  SECRET_PAPER: 'Bỏ phiếu kín bằng phiếu giấy',
  SECRET_ELECTRONIC: 'Bỏ phiếu kín điện tử',
  NOT_STATED: 'Nguồn không nêu hình thức',
}

export const STATE_LABELS: Record<BallotState, string> = {
  DRAFT: 'Đang chuẩn bị',
  RULES_READ: 'Đã đọc thể lệ',
  COMMITTEE_APPROVED: 'Đã bầu ban kiểm phiếu',
  ISSUING: 'Đang phát phiếu',
  ISSUE_CLOSED: 'Đã phát xong phiếu',
  CASTING: 'Đang bỏ phiếu',
  COUNTING: 'Đang kiểm phiếu',
  COUNTED: 'Đã kiểm phiếu',
  ANNOUNCED: 'Đã công bố',
  SEALED: 'Đã niêm phong',
  VOID: 'Đã hủy',
}

export const ACT_LABELS: Record<BallotAct, string> = {
  READ_RULES: 'Đã đọc thể lệ',
  APPROVE_COMMITTEE: 'Ghi kết quả bầu ban kiểm phiếu',
  OPEN_ISSUE: 'Bắt đầu phát phiếu',
  CLOSE_ISSUE: 'Kết thúc phát phiếu',
  REISSUE: 'Hủy đợt phát, phát lại',
  OPEN_CASTING: 'Mở bỏ phiếu',
  CLOSE_CASTING: 'Kết thúc bỏ phiếu',
  OPEN_COUNT: 'Bắt đầu biểu quyết',
  COUNT_PAPERS: 'Kiểm phiếu',
  CONFIRM_COUNT: 'Xác nhận kết quả kiểm phiếu',
  RECORD_CONSENSUS: 'Ghi kết quả thống nhất',
  ANNOUNCE: 'Công bố kết quả',
  SEAL: 'Niêm phong',
  VOID: 'Hủy lần bỏ phiếu này',
}

export const BALLOT_DUTY_LABELS: Record<BallotDutyKind, string> = {
  RECEIVE: 'Nhận phiếu',
  CAST: 'Bỏ phiếu',
  COUNT: 'Kiểm phiếu',
  CONFIRM: 'Xác nhận kết quả kiểm phiếu',
}

export const ROLL_LABELS: Record<RollKind, string> = {
  UNIT: 'mỗi đơn vị thành viên một phiếu',
  DELEGATE: 'mỗi đại biểu được cử một phiếu',
}

export const THRESHOLD_BASE_LABELS: Record<ThresholdBase, string> = {
  MEMBERS: 'tổng số thành viên',
  VALID: 'số phiếu hợp lệ',
}

export const TIE_LABELS: Record<TieRule, string> = {
  NEXT_ROUND: 'bầu lại giữa các đơn vị bằng phiếu',
  CHAIR: 'chủ trì quyết định',
  VACANT: 'không chọn ai trong số bằng phiếu',
}

export const LAST_TIE_LABELS: Record<LastTieRule, string> = {
  CHAIR: 'chủ trì quyết định',
  HEADS: 'cụm trưởng và cụm phó quyết định',
  VACANT: 'không chọn ai trong số bằng phiếu',
}

const member = ({ roll }: Pick<BallotRules, 'roll'>) => (roll === 'UNIT' ? 'đơn vị' : 'đại biểu')

/** The rules as they are read out, one sentence each. */
export function rulesInWords(rules: BallotRules, choose: number, quota: number): string[] {
  const { numerator, denominator } = rules.quorum
  const threshold = rules.threshold
  return [
    `Quyền bỏ phiếu: ${ROLL_LABELS[rules.roll]}${rules.substitutes ? '; người được ủy quyền bằng văn bản bỏ phiếu thay' : '; không bỏ phiếu thay'}.`,
    `Mỗi phiếu chọn tối đa ${choose}; lấy ${quota}.`,
    `Chỉ mở khi có mặt ít nhất ${numerator}/${denominator} số ${member(rules)}.`,
    threshold
      ? `Được chọn khi đạt ${threshold.exceeds ? 'trên' : 'từ'} ${printPercent(String(threshold.percent))} ${THRESHOLD_BASE_LABELS[threshold.of]}${threshold.exceeds ? '' : ' trở lên'}.`
      : 'Không đặt tỷ lệ tối thiểu: lấy theo số phiếu từ cao xuống thấp.',
    `Nhiều hơn số lượng thì lấy số phiếu cao hơn; bằng phiếu ở vị trí cuối thì ${rules.preference ? 'ưu tiên người được đánh dấu ưu tiên, rồi ' : ''}${TIE_LABELS[rules.tie]}.`,
    `Nhiều nhất ${rules.rounds} vòng; sau vòng cuối vẫn bằng phiếu thì ${LAST_TIE_LABELS[rules.lastTie]}.`,
    rules.writtenOpinions
      ? `${rules.roll === 'UNIT' ? 'Đơn vị' : 'Đại biểu'} vắng mặt được gửi ý kiến bằng văn bản: công khai, ghi biên bản, cộng bên cạnh số phiếu.`
      : 'Không nhận ý kiến bằng văn bản của người vắng mặt.',
  ]
}

/** Why a count cannot be confirmed, and by how much. */
export function imbalanceInWords(imbalance: Imbalance, nameOf: (candidateId: string) => string): string {
  const by = printNumber(String(Math.abs(imbalance.by)))
  const more = imbalance.by > 0
  switch (imbalance.kind) {
    case 'ISSUED_ON_ROLL':
      return `Số phiếu phát ra ${more ? 'nhiều' : 'ít'} hơn số đã ghi trong danh sách phát phiếu ${by} phiếu.`
    case 'ISSUED_IS_RETURNED_AND_UNRETURNED':
      return `Phát ra ${more ? 'nhiều' : 'ít'} hơn thu về cộng không thu về ${by} phiếu.`
    case 'RETURNED_IS_VALID_INVALID_BLANK':
      return `Thu về ${more ? 'nhiều' : 'ít'} hơn hợp lệ cộng không hợp lệ cộng phiếu trắng ${by} phiếu.`
    case 'VOTES_WITHIN_PAPERS':
      return `Tổng số lượt chọn vượt số lượt mà phiếu hợp lệ cho phép ${by} lượt.`
    case 'CANDIDATE_WITHIN_PAPERS':
      return `${nameOf(imbalance.candidateId ?? '')} có nhiều hơn số phiếu hợp lệ ${by} lượt.`
  }
}

/** "66,66%" from hundredths of a percent, rounded down: a share that falls short never looks as if it reached. */
export const shareInWords = (hundredths: number): string => printPercent(String(hundredths / 100), 2)

/** "Vòng 2" where it is not the first. */
export const roundInWords = (round: number): string => (round > 1 ? `Vòng ${round}` : '')

/** The limits of electronic secrecy, said to everyone who uses it. */
export const ELECTRONIC_LIMITS: readonly string[] = [
  'Khi phát phiếu, máy chủ biết ai nhận phiếu nhưng không biết phiếu nào; khi bỏ phiếu, máy chủ nhận phiếu nhưng không biết của ai.',
  'Người vận hành máy chủ có thể gửi tới thiết bị một phần mềm xấu; hãy so mã khóa trên máy của bạn với mã trên màn hình lớn.',
  'Kết quả nhất trí hoàn toàn thì cho biết lá phiếu của mọi người.',
  'Nhật ký của mạng và bản ghi nội bộ của cơ sở dữ liệu còn giữ thứ tự các lần bỏ phiếu.',
  'Biên nhận có thể bị người khác yêu cầu cho xem.',
]

const SECRET_PHASES = [
  'Thể lệ',
  'Ban kiểm phiếu',
  'Phát phiếu',
  'Bỏ phiếu',
  'Kiểm phiếu',
  'Công bố',
  'Niêm phong',
]

/** The steps of the ritual as they are named to the hall. */
export const PHASES: Record<BallotMethod, readonly string[]> = {
  SECRET_PAPER: SECRET_PHASES,
  SECRET_ELECTRONIC: SECRET_PHASES,
  SHOW_OF_HANDS: ['Thể lệ', 'Ban kiểm phiếu', 'Biểu quyết', 'Công bố', 'Niêm phong'],
  CONSENSUS: ['Thể lệ', 'Thống nhất', 'Công bố', 'Niêm phong'],
  NOT_STATED: ['Công bố'],
}

const SECRET_STEP: Record<BallotState, number> = {
  DRAFT: 0,
  RULES_READ: 1,
  COMMITTEE_APPROVED: 2,
  ISSUING: 2,
  ISSUE_CLOSED: 3,
  CASTING: 3,
  COUNTING: 4,
  COUNTED: 4,
  ANNOUNCED: 5,
  SEALED: 7,
  VOID: -1,
}

/** Which of `PHASES` is under way; past the last once sealed, -1 where the ballot was given up. */
export function phaseOf(method: BallotMethod, state: BallotState): number {
  const step = SECRET_STEP[state]
  if (method === 'SECRET_PAPER' || method === 'SECRET_ELECTRONIC' || step < 1) return step
  if (method === 'NOT_STATED') return 1
  const left = 7 - step
  const last = PHASES[method].length
  return method === 'SHOW_OF_HANDS' ? Math.min(last, Math.max(step, last - left)) : Math.max(1, last - left)
}

const TAKING: Record<BallotPurpose, string> = {
  FLAG: 'được đề nghị tặng Cờ thi đua',
  MERIT: 'được đề nghị tặng Bằng khen',
  HEAD: 'được chọn làm cụm trưởng',
  DEPUTY: 'được chọn làm cụm phó',
  OTHER: 'được chọn',
}

const listed = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} và ${names.at(-1)}`

/** The one sentence that opens the page: where the ballot stands and what it awaits. */
export function ballotSentence(ballot: BallotDto, elected: readonly string[]): string {
  const { members, present, issued, cast } = ballot.progress
  const who = ballot.rules.roll === 'UNIT' ? 'đơn vị' : 'đại biểu'
  switch (ballot.state) {
    case 'DRAFT':
      return `Đang chuẩn bị: chọn tối đa ${ballot.choose} trong ${ballot.candidates.length}, lấy ${ballot.quota}. Có mặt ${present}/${members} ${who}.`
    case 'RULES_READ':
      return 'Đã đọc thể lệ.'
    case 'COMMITTEE_APPROVED':
      return `Đã bầu ban kiểm phiếu gồm ${ballot.committee.length} người. Có mặt ${present}/${members} ${who}.`
    case 'ISSUING':
      return `Đang phát phiếu: đã phát ${issued}/${members}.`
    case 'ISSUE_CLOSED':
      return `Đã phát xong ${issued} phiếu, chờ mở bỏ phiếu.`
    case 'CASTING':
      return ballot.method === 'SECRET_ELECTRONIC'
        ? `Đang bỏ phiếu: ${cast}/${issued} phiếu đã bỏ.`
        : `Đang bỏ phiếu: ${issued} phiếu đã phát.`
    case 'COUNTING':
      return 'Ban kiểm phiếu đang kiểm phiếu.'
    case 'COUNTED':
      return 'Đã kiểm phiếu xong, chờ công bố.'
    case 'ANNOUNCED':
    case 'SEALED':
      if (ballot.unnamed) return `${ballot.unnamed} đơn vị ${TAKING[ballot.purpose]}, nguồn chưa nêu tên.`
      return elected.length > 0
        ? `${listed(elected)} ${TAKING[ballot.purpose]}.`
        : `Không có ai ${TAKING[ballot.purpose]} ở vòng này.`
    case 'VOID':
      return 'Lần bỏ phiếu này đã bị hủy; không dùng kết quả.'
  }
}
