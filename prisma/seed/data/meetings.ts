import type { BallotMethod, BallotPurpose } from '@/lib/ballots/types'
import type { MeetingKind } from '@/lib/meetings/types'
import { CENTRAL, NORTH } from './clusters'

export type HistoricBallot = {
  purpose: BallotPurpose
  title: string
  method: BallotMethod
  fact: string
  /** Units the source names as chosen. */
  chosen?: string[]
  /** Chosen units that the source counts without naming. */
  unnamed?: number
}

export type HistoricMeeting = {
  key: string
  clusterYear: string
  document: string
  kind: MeetingKind
  title: string
  heldOn: string
  place: string
  hostUnit: string
  organisedBy?: string
  ballots: HistoricBallot[]
  sideEvents: {
    title: string
    place?: string
    heldOn?: string
    note?: string
    activity?: string
    fact: string
  }[]
}

/** Meetings as documents A, B and C tell of them; what they leave open stays open. */
export const HISTORIC_MEETINGS: HistoricMeeting[] = [
  {
    key: 'launch-2019',
    clusterYear: `${NORTH}/2019`,
    document: 'B',
    kind: 'LAUNCH',
    title: 'Hội nghị thi đua cụm 7 tỉnh biên giới phía Bắc năm 2019',
    heldOn: '2019-03-15',
    place: 'tỉnh Sơn La',
    hostUnit: 'son-la',
    ballots: [],
    sideEvents: [
      {
        title: 'Thăm các mô hình phát triển kinh tế tiêu biểu của hội viên phụ nữ',
        place: 'huyện Mộc Châu, tỉnh Sơn La',
        fact: 'B5',
      },
    ],
  },
  {
    key: 'review-2020',
    clusterYear: `${NORTH}/2020`,
    document: 'A',
    kind: 'ANNUAL_REVIEW',
    title: 'Hội nghị tổng kết công tác thi đua năm 2020 cụm 7 tỉnh miền núi biên giới phía Bắc',
    heldOn: '2020-11-29',
    place: 'huyện Quản Bạ (Hà Giang)',
    hostUnit: 'ha-giang',
    ballots: [
      {
        purpose: 'FLAG',
        title: 'Bầu, suy tôn các tỉnh nhận Cờ thi đua',
        method: 'NOT_STATED',
        fact: 'A4',
        chosen: ['ha-giang', 'lang-son'],
      },
      {
        purpose: 'MERIT',
        title: 'Bầu, suy tôn các tỉnh được nhận Bằng khen',
        method: 'NOT_STATED',
        fact: 'A4',
        chosen: ['lao-cai-cu', 'lai-chau'],
      },
      {
        purpose: 'HEAD',
        title: 'Bầu Cụm trưởng năm 2021',
        method: 'NOT_STATED',
        fact: 'A3',
        chosen: ['lai-chau'],
      },
    ],
    sideEvents: [],
  },
  {
    key: 'review-2023',
    clusterYear: `${CENTRAL}/2023`,
    document: 'C',
    kind: 'ANNUAL_REVIEW',
    title: 'Hội nghị tổng kết Cụm thi đua 10 tỉnh Duyên hải Miền Trung và Tây Nguyên năm 2023',
    heldOn: '2023-11-21',
    place: 'tỉnh Gia Lai',
    hostUnit: 'gia-lai-cu',
    organisedBy: 'Trung ương Hội LHPN Việt Nam',
    ballots: [
      {
        purpose: 'FLAG',
        title: 'Bỏ phiếu bầu đơn vị đề nghị TW Hội LHPN Việt Nam tặng Cờ thi đua',
        method: 'NOT_STATED',
        fact: 'C11',
        unnamed: 4,
      },
      {
        purpose: 'HEAD',
        title: 'Thống nhất bàn giao Cụm trưởng năm 2024',
        method: 'CONSENSUS',
        fact: 'C2',
        chosen: ['khanh-hoa-cu'],
      },
      {
        purpose: 'DEPUTY',
        title: 'Thống nhất Cụm phó năm 2024',
        method: 'CONSENSUS',
        fact: 'C2',
        chosen: ['dak-lak-cu'],
      },
    ],
    sideEvents: [
      {
        title: 'Bàn giao “Mái ấm tình thương” cho gia đình chị Siu Ajuih',
        place: 'làng Bối, xã Hòa Phú, huyện Chư Păh',
        heldOn: '2023-11-21',
        note: 'Chiều 21/11, trong khuôn khổ hội nghị.',
        activity: 'c9',
        fact: 'C9',
      },
      {
        title: 'Tham quan tổ liên kết “Đan lát, dệt thổ cẩm gắn với du lịch cộng đồng”',
        place: 'xã Ia Mơ Nông, huyện Chư Păh',
        fact: 'C14',
      },
    ],
  },
]

/** Programme of the illustrative annual review of 2026: title, minutes, who answers for it. */
export const DEMO_AGENDA: { title: string; minutes: number; responsible: string }[] = [
  { title: 'Điểm danh, ổn định tổ chức', minutes: 15, responsible: 'Thư ký hội nghị' },
  { title: 'Khai mạc, giới thiệu đại biểu', minutes: 10, responsible: 'Cụm trưởng' },
  { title: 'Báo cáo tổng kết thi đua năm 2026 của cụm', minutes: 20, responsible: 'Cụm trưởng' },
  { title: 'Thảo luận, chia sẻ kinh nghiệm', minutes: 60, responsible: 'Các đơn vị thành viên' },
  {
    title: 'Bình bầu, suy tôn đề nghị tặng Cờ thi đua, Bằng khen',
    minutes: 40,
    responsible: 'Ban kiểm phiếu',
  },
  { title: 'Chọn cụm trưởng, cụm phó năm 2027', minutes: 20, responsible: 'Cụm trưởng' },
  { title: 'Phó Chủ tịch TW Hội kết luận', minutes: 20, responsible: 'Phó Chủ tịch phụ trách cụm' },
  { title: 'Bàn giao cụm trưởng, bế mạc', minutes: 15, responsible: 'Cụm trưởng' },
]
