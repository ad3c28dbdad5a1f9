import type { Block, Paper, PaperPreset } from '@/lib/platform/files/paper'

/** The 134 letters with marks of Vietnamese, both cases, composed. */
export const VIETNAMESE_LETTERS = [
  ...'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ',
].flatMap((letter) => [letter, letter.toUpperCase()])

const CLAUSE =
  'Ban Chấp hành Hội các cấp bám sát chủ đề năm, cụ thể hóa thành nhiệm vụ phù hợp với từng địa phương; phong trào thi đua được triển khai đồng bộ, có kiểm tra, đánh giá và nhân rộng điển hình.'

/** A paper that uses every shape of the block model; `units` rows of an annex by `indicators` columns. */
export function samplePaper({
  preset = 'ND30' as PaperPreset,
  units = 10,
  indicators = 8,
  paragraphs = 6,
  blocks = [] as Block[],
} = {}): Paper {
  return {
    title: 'Báo cáo tổng kết Cụm thi đua 10 tỉnh Duyên hải miền Trung và Tây Nguyên năm 2023',
    preset,
    heading: {
      superior: 'HỘI LIÊN HIỆP PHỤ NỮ TỈNH GIA LAI',
      issuer: 'CỤM THI ĐUA 10 TỈNH DUYÊN HẢI\nMIỀN TRUNG VÀ TÂY NGUYÊN',
      number: '5',
      symbol: 'BC-CTĐ',
      place: 'Gia Lai',
      day: '2023-02-05',
      year: 2023,
      typeName: 'BÁO CÁO',
      summary: 'Tổng kết hoạt động Cụm thi đua và phong trào phụ nữ năm 2023',
      to: ['Đoàn Chủ tịch Trung ương Hội Liên hiệp Phụ nữ Việt Nam'],
    },
    blocks: [
      {
        kind: 'basis',
        items: [
          'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022',
          'Căn cứ Quy chế hoạt động của Cụm',
        ],
      },
      { kind: 'section', number: 'I', title: 'KẾT QUẢ THỰC HIỆN' },
      { kind: 'clause', number: '1', title: 'Công tác chỉ đạo, điều hành' },
      {
        kind: 'paragraph',
        text: [
          { text: 'Trên 600 nghìn ', bold: true },
          { text: 'lượt hội viên được tuyên truyền; ' },
          { text: 'giúp 13.577 hộ', italic: true },
          { text: ', đạt 122/281 xã.' },
        ],
      },
      ...Array.from({ length: paragraphs }, (): Block => ({ kind: 'paragraph', text: CLAUSE })),
      { kind: 'clause', number: '1.1', title: 'Việc đã làm', level: 2 },
      { kind: 'list', marker: 'dash', items: [CLAUSE, 'Ký kết giao ước thi đua.'] },
      { kind: 'list', marker: 'letter', items: ['Thứ nhất', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm'] },
      {
        kind: 'table',
        caption: 'Đơn vị tính: hộ',
        columns: [
          { width: 1, align: 'center' },
          { width: 4 },
          { width: 2, align: 'right' },
          { width: 2, align: 'right' },
        ],
        head: [
          [
            { text: 'STT', rows: 2 },
            { text: 'Đơn vị', rows: 2 },
            { text: 'Kết quả', columns: 2 },
          ],
          ['Chỉ tiêu', 'Thực hiện'],
        ],
        rows: [
          ...Array.from({ length: 14 }, (_, i) => [
            String(i + 1),
            `Hội LHPN tỉnh số ${i + 1}`,
            '1.200',
            '1.418',
          ]),
          { cells: [{ text: 'Cộng', columns: 2 }, '16.800', '19.852'], bold: true },
        ],
      },
      { kind: 'note', text: 'Số liệu minh họa.' },
      ...blocks,
    ],
    signatures: [{ lines: ['TM. CỤM THI ĐUA', 'CỤM TRƯỞNG'], name: null }],
    recipients: ['Như trên', 'Các đơn vị thành viên Cụm', 'Lưu: VT, TĐKT'],
    annexes: [
      {
        label: 'Phụ lục',
        title: 'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA NĂM 2023',
        note: '(Kèm theo Báo cáo số 05/BC-CTĐ ngày 05 tháng 02 năm 2023)',
        landscape: true,
        blocks: [
          {
            kind: 'table',
            size: 10,
            columns: [
              { width: 1.2, align: 'center' },
              { width: 5 },
              ...Array.from({ length: units }, () => ({ width: 2, align: 'right' as const })),
            ],
            head: [['TT', 'Chỉ tiêu', ...Array.from({ length: units }, (_, i) => `Tỉnh ${i + 1}`)]],
            rows: Array.from({ length: indicators }, (_, i) => [
              String(i + 1),
              `Chỉ tiêu thi đua thứ ${i + 1} của năm, nêu đủ lời như trong bộ chỉ tiêu`,
              ...Array.from({ length: units }, (_, j) => `${i + 1}.${100 + j}`),
            ]),
          },
        ],
      },
    ],
  }
}
