import type { ActivityRow } from './activities'
import { CENTRAL, NORTH } from './clusters'

const TASKS = [
  'Thực hiện đạt và vượt các chỉ tiêu đã đăng ký; báo cáo đúng hạn, có minh chứng.',
  'Giúp thêm hộ gia đình hội viên đạt tiêu chí “5 không, 3 sạch”; hỗ trợ hội viên nghèo có sinh kế.',
  'Nhận đỡ đầu trẻ mồ côi trong chương trình “Mẹ đỡ đầu”; bảo vệ phụ nữ, trẻ em trước bạo lực, xâm hại.',
  'Củng cố cơ sở Hội sau khi sắp xếp đơn vị hành chính; mỗi đơn vị chia sẻ ít nhất 01 mô hình, cách làm hay.',
]

/** Open pledges of 2026: the second text, to which these units have not (or not again) agreed. */
export const DEMO_PLEDGES = [
  {
    cluster: NORTH,
    author: 'leader.tuyen-quang',
    /** Agreed to the first text; the change of text voided it. */
    voided: ['lai-chau', 'lao-cai'],
    missing: ['lai-chau', 'lao-cai'],
    theme:
      'Đổi mới, sáng tạo đưa nghị quyết vào cuộc sống; phụ nữ biên giới đoàn kết, an toàn, cùng phát triển',
    activities: [
      'Hỗ trợ làm 01 “Mái ấm tình thương” tại một xã biên giới.',
      'Giao lưu, trao đổi kinh nghiệm sinh kế của phụ nữ dân tộc thiểu số giữa các tỉnh.',
    ],
  },
  {
    cluster: CENTRAL,
    author: 'leader.khanh-hoa',
    voided: [],
    missing: ['da-nang', 'quang-ngai'],
    theme: 'Đổi mới, sáng tạo đưa nghị quyết vào cuộc sống; các hoạt động vừa sức, hiệu quả, lan tỏa',
    activities: [
      'Hỗ trợ làm 02 “Mái ấm tình thương” cho hội viên nghèo.',
      'Tham quan, học tập mô hình sinh kế gắn với du lịch cộng đồng.',
    ],
  },
].map((pledge) => ({
  ...pledge,
  tasks: TASKS,
  firstTasks: TASKS.slice(0, 3),
  preamble:
    'Các đơn vị trong Cụm thống nhất ký giao ước thi đua năm 2026 với tinh thần tự nguyện, đoàn kết, hợp tác và cùng phát triển.',
  closing:
    'Các đơn vị cam kết thực hiện nghiêm túc giao ước; Cụm trưởng theo dõi, đôn đốc và báo cáo Trung ương Hội.',
}))

export const DEMO_PAPERS = [
  {
    kind: 'REGULATION',
    title: 'Quy chế hoạt động của Cụm thi đua (minh họa)',
    text: 'Văn bản minh họa.\n1. Cụm hoạt động theo nguyên tắc tự nguyện, công khai, dân chủ, đồng thuận.\n2. Cụm trưởng, Cụm phó luân phiên hằng năm.\n3. Hội nghị tổng kết hợp lệ khi có mặt ít nhất hai phần ba số đơn vị.\n4. Suy tôn bằng bỏ phiếu kín, mỗi đơn vị một phiếu.',
  },
  {
    kind: 'PLAN',
    title: 'Kế hoạch hoạt động năm 2026 của Cụm (minh họa)',
    text: 'Văn bản minh họa.\nQuý I: ký giao ước thi đua. Quý II: hoạt động chung của Cụm. Quý III: sơ kết. Quý IV: chấm chéo, hội nghị tổng kết.',
  },
]

export const DEMO_ACTIVITIES: (ActivityRow & { daysAgo: number })[] = [
  {
    key: 'demo-north',
    daysAgo: 30,
    clusterYear: `${NORTH}/2026`,
    unit: 'cao-bang',
    title: '“Mái ấm tình thương” tại xã biên giới (minh họa)',
    description: 'Hoạt động minh họa: hỗ trợ một hội viên nghèo ở xã biên giới làm nhà.',
    place: 'Một xã biên giới của tỉnh Cao Bằng',
    value: '120000000',
    valueRaw: '120 triệu',
    quantity: 1,
    state: 'UNDER_WAY',
    beneficiaries: [{ name: 'Nguyễn Thị Minh Họa', shownAs: 'Một hội viên nghèo, người dân tộc thiểu số' }],
    funding: [
      { giver: 'Các đơn vị trong Cụm', kind: 'MONEY', amount: '60000000', raw: '60 triệu' },
      {
        giver: 'Gia đình vay Ngân hàng Chính sách xã hội',
        kind: 'LOAN',
        amount: '40000000',
        raw: '40 triệu',
      },
      { giver: 'Hội LHPN xã', kind: 'LABOUR', note: '35 ngày công dọn nền, dựng khung nhà.' },
    ],
  },
]

/** Works of 2026 in “5 không, 3 sạch”: unit → registered and done at province and commune level. */
export const DEMO_WORKS: Record<string, [registered: number, done: number][]> = {
  'cao-bang': [
    [2, 2],
    [56, 49],
  ],
  'dien-bien': [
    [1, 1],
    [45, 45],
  ],
  'lai-chau': [
    [2, 1],
    [38, 33],
  ],
  'lang-son': [
    [2, 2],
    [65, 68],
  ],
  'khanh-hoa': [
    [3, 3],
    [65, 65],
  ],
  'dak-lak': [
    [2, 2],
    [102, 96],
  ],
}

export const DEMO_PRACTICES = [
  {
    key: 'demo-lai-chau',
    unit: 'lai-chau',
    clusterYear: `${NORTH}/2026`,
    title: 'Tổ phụ nữ số ở bản vùng cao (minh họa)',
    summary:
      'Mỗi bản có một tổ ba người hướng dẫn hội viên dùng dịch vụ công trực tuyến và bán hàng qua mạng.',
    text: 'Nội dung minh họa.\nCách làm: chọn hội viên trẻ biết dùng điện thoại; mỗi tuần một buổi tại nhà văn hóa bản; ghi lại việc đã giúp để rút kinh nghiệm.\nKết quả: hội viên tự nộp được hồ sơ, không phải ra xã nhiều lần.',
    campaign: undefined,
  },
  {
    key: 'demo-dak-lak',
    unit: 'dak-lak',
    clusterYear: `${CENTRAL}/2026`,
    title: 'Vườn rau sạch của chi hội (minh họa)',
    summary:
      'Chi hội cùng làm vườn rau chung, lấy tiền bán rau giúp hội viên nghèo sửa nhà vệ sinh, giữ nhà sạch, bếp sạch, ngõ sạch.',
    text: 'Nội dung minh họa.\nCách làm: mượn đất công chưa dùng, chia phiên chăm sóc, công khai thu chi tại sinh hoạt chi hội hằng tháng.',
    campaign: '5-khong-3-sach',
  },
]
