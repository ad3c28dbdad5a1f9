import type { IndicatorDto } from '@/lib/indicators/types'
import { KIND_LABELS, NATURE_LABELS } from '@/lib/indicators/labels'
import { periodOfYear } from '@/lib/periods/labels'
import { printDateTime } from '@/lib/platform/dates'
import type { Book, Cell, Choice, Sheet } from '@/lib/platform/files/types'
import type { FigureMeasure, ReportCell, ReportDto } from '@/lib/reports/types'
import { STAMP_SHEET, printOf, stampRows } from './sheet-stamp'
import { BLANK_CHOICES, QUALIFIER_CHOICES } from './sheets/labels'
import { cellsOf, rowText } from './sheets/rules'
import { NUMBER_MARK, type FormStamp, type RowCells } from './sheets/types'

const head = (text: string): Cell => ({ text, look: 'head' })
const quiet = (text: string): Cell => ({ text, look: 'small' })
const label = (text: string): Cell => ({ text, look: 'label' })

function input(value: string, numeric: boolean): Cell {
  return value.startsWith(NUMBER_MARK)
    ? { input: value.slice(1), as: 'number' }
    : { input: value, as: numeric ? 'number' : 'text' }
}

const isNumeric = ({ kind }: IndicatorDto) => kind === 'COUNT' || kind === 'MONEY' || kind === 'PERCENTAGE'
const unitOf = ({ kind, displayUnit, measureUnit }: IndicatorDto) =>
  kind === 'MONEY' ? (displayUnit ?? measureUnit) : kind === 'PERCENTAGE' ? '%' : measureUnit

type Made = {
  rows: Cell[][]
  stamped: FormStamp['rows']
  choices: Choice[]
  qualified: number[]
  blanks: number[]
}

function figureRows(made: Made, cell: ReportCell, period: ReportDto['period']['kind']): void {
  const { indicator } = cell
  const beside = [
    quiet(cell.lastYear?.raw ?? ''),
    quiet(
      cell.registeredTarget?.raw ?? (period === 'REGISTRATION' ? (cell.provincialTarget?.raw ?? '') : ''),
    ),
    quiet(cell.assignedTarget?.raw ?? ''),
  ]
  const named = [label(indicator.code), label(indicator.name), label(unitOf(indicator))]
  if (cell.notAssigned) {
    made.rows.push([{ text: '' }, ...named, ...beside, quiet(''), quiet('Không giao'), quiet(''), quiet('')])
    return
  }
  const add = (measure: FigureMeasure, cells: RowCells) => {
    const figure = measure === 'MAIN' ? cell.figure : cell.toDate
    const position =
      made.stamped.push([indicator.id, measure, figure?.version ?? 0, printOf(rowText(cells))]) - 1
    const main = measure === 'MAIN'
    made.rows.push([
      { text: `f${position}` },
      ...(main
        ? [...named, ...beside]
        : [label(''), label('– lũy kế đến nay'), label(unitOf(indicator)), quiet(''), quiet(''), quiet('')]),
      isNumeric(indicator) ? input(cells.qualifier, false) : quiet(''),
      input(cells.result, isNumeric(indicator)),
      main ? input(cells.blank, false) : quiet(''),
      main ? { input: cells.note, as: 'note' } : quiet(''),
    ])
    if (isNumeric(indicator)) made.qualified.push(made.rows.length)
    if (main) made.blanks.push(made.rows.length)
    if (indicator.kind === 'YES_NO')
      made.choices.push({
        range: `I${made.rows.length}`,
        values: ['Có', 'Không'],
        message: 'Hãy chọn Có hoặc Không.',
      })
    for (const [index, part] of (main ? indicator.breakdown : []).entries()) {
      made.rows.push([
        { text: `p${position}.${index}` },
        label(''),
        label(`– trong đó: ${part}`),
        label(unitOf(indicator)),
        ...['', '', '', ''].map(quiet),
        input(cells.parts[index] ?? '', true),
        quiet(''),
        quiet(''),
      ])
    }
  }
  add('MAIN', cellsOf(cell.figure, indicator, 'MAIN'))
  if (period === 'YEAR_ESTIMATE') add('TO_DATE', cellsOf(cell.toDate, indicator, 'TO_DATE'))
}

function resultHead({ period: { kind } }: ReportDto): string {
  if (kind === 'REGISTRATION') return 'Chỉ tiêu đăng ký'
  return kind === 'YEAR_ESTIMATE' ? 'Ước thực hiện cả năm' : 'Kết quả thực hiện'
}

const HOW_TO = [
  'Chỉ gõ vào các ô nền vàng; các ô khác được khóa. Không thêm, xóa hay chuyển dòng.',
  'Kết quả: gõ con số (13.577 hoặc 13577), tỷ số như 122/281, tiền theo đơn vị ghi ở cột Đơn vị tính (hoặc ghi rõ: 7,5 tỷ đồng).',
  'Mức: chọn trên, gần hoặc khoảng khi con số không chính xác. Cũng có thể gõ cả câu vào cột kết quả: trên 600 nghìn.',
  'Không có gì phát sinh thì để trống kết quả và chọn “Không phát sinh”; có lý do khác thì chọn lý do và ghi vào cột Ghi chú. Số 0 là số 0, không phải để trống.',
  'Không dùng công thức trong ô nhập: phần mềm chỉ nhận giá trị.',
  'Nhiều số trong một ô (chỉ tiêu ghép) cách nhau bằng dấu chấm phẩy: 33.500; 17.000; 350.',
  'Điền xong, lưu tệp rồi vào trang nhập báo cáo, chọn “Nhập từ Excel”. Phần mềm cho xem trước từng ô, chỉ ghi khi bạn đồng ý, và không ghi đè số mới hơn của người khác.',
]

function guide(report: ReportDto): Sheet {
  const rows: Cell[][] = [
    [{ text: 'Hướng dẫn, định nghĩa', look: 'title' }],
    ...HOW_TO.map((text, index): Cell[] => [
      { text: String(index + 1), look: 'plain' },
      { text, look: 'wrap' },
    ]),
    [],
    ['Mã', 'Chỉ tiêu', 'Cách ghi', 'Tính theo', 'Định nghĩa', 'Căn cứ'].map(head),
  ]
  const merges = HOW_TO.map((_, index) => `B${index + 2}:F${index + 2}`)
  for (const { indicator } of report.cells) {
    rows.push(
      [
        indicator.code,
        indicator.name,
        [
          KIND_LABELS[indicator.kind],
          indicator.parts.length > 0 ? indicator.parts.join('; ') : unitOf(indicator),
        ]
          .filter(Boolean)
          .join(': '),
        NATURE_LABELS[indicator.nature] + (indicator.cumulative ? ', lũy kế từ đầu năm' : ''),
        indicator.definition ?? '',
        indicator.definitionSource ?? '',
      ].map((text): Cell => ({ text, look: 'wrap' })),
    )
  }
  return {
    name: 'Hướng dẫn, định nghĩa',
    widths: [10, 42, 26, 24, 60, 30],
    rows,
    merges,
    heights: Object.fromEntries([
      [0, 24],
      ...HOW_TO.map((text, index) => [index + 1, text.length > 150 ? 34 : 19]),
    ]),
    freeze: { rows: 0, columns: 0 },
    locked: true,
    footer: `Hướng dẫn biểu số liệu ${report.period.year}`,
  }
}

/**
 * The form of a report to be filled in offline: what is known already in its cells, everything but these locked, and a
 * hidden signed stamp of what it was made from. `sets` are the indicator sets with their versions.
 */
export function entryBook(report: ReportDto, sets: string[], madeAt: string): Book {
  const { period, unit } = report
  const title = `Biểu số liệu ${periodOfYear(period.kind, period.year)}, ${unit.name}`
  const made: Made = { rows: [], stamped: [], choices: [], qualified: [], blanks: [] }
  made.rows.push([{ text: '' }, { text: title, look: 'title' }])
  made.rows.push([
    { text: '' },
    {
      text: `Tải lúc ${printDateTime(madeAt)}. Chỉ nhập vào các ô nền vàng; xem trang “Hướng dẫn, định nghĩa”.`,
      look: 'note',
    },
  ])
  if (report.illustrative) made.rows.push([{ text: '' }, { text: 'SỐ LIỆU MINH HỌA', look: 'mark' }])
  made.rows.push(
    [
      '',
      'Mã',
      'Chỉ tiêu',
      'Đơn vị tính',
      `Năm ${period.year - 1}`,
      period.kind === 'REGISTRATION' ? 'Nghị quyết tỉnh' : 'Chỉ tiêu đăng ký',
      'TW giao',
      'Mức',
      resultHead(report),
      'Để trống vì',
      'Ghi chú',
    ].map(head),
  )
  const headRow = made.rows.length
  let group = ''
  for (const cell of report.cells) {
    if (cell.indicator.group.id !== group) {
      group = cell.indicator.group.id
      made.rows.push([
        { text: '' },
        { text: cell.indicator.group.name, look: 'total' },
        ...Array<Cell>(9).fill({ text: '', look: 'total' }),
      ])
    }
    figureRows(made, cell, period.kind)
  }
  const list = (letter: string, rows: number[]) => rows.map((row) => `${letter}${row}`).join(' ')
  if (made.qualified.length > 0)
    made.choices.push({
      range: list('H', made.qualified),
      values: [...QUALIFIER_CHOICES],
      message: 'Hãy chọn trên, gần, khoảng hoặc để trống.',
    })
  if (made.blanks.length > 0)
    made.choices.push({
      range: list('J', made.blanks),
      values: Object.values(BLANK_CHOICES),
      message: 'Hãy chọn một lý do để trống, hoặc xóa ô.',
    })
  const stamp: FormStamp = {
    format: 1,
    reportId: report.id,
    unitId: unit.id,
    periodId: period.id,
    year: period.year,
    sets,
    madeAt,
    rows: made.stamped,
  }
  return {
    title,
    madeAt,
    sheets: [
      {
        name: 'Biểu nhập',
        widths: [0, 18, 46, 14, 18, 18, 16, 10, 22, 18, 44],
        rows: made.rows,
        heights: { 0: 24 },
        freeze: { rows: headRow, columns: 3 },
        repeat: [headRow, headRow],
        choices: made.choices,
        locked: true,
        footer: `${unit.name}, ${period.year}. Tải lúc ${printDateTime(madeAt)}`,
      },
      guide(report),
      { name: STAMP_SHEET, widths: [], rows: stampRows(stamp), hidden: true, locked: true },
    ],
  }
}
