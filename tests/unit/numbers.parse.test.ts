import { describe, expect, it } from 'vitest'
import { parseFigure } from '@/lib/platform/numbers/parse'
import type { FigureSpec, FigureValue, SizedQualifier } from '@/lib/platform/numbers/types'

const count = (unit: string, more: Partial<FigureSpec> = {}): FigureSpec => ({ kind: 'COUNT', unit, ...more })
const ratio = (unit: string): FigureSpec => ({ kind: 'RATIO', unit })
const money: FigureSpec = { kind: 'MONEY', unit: 'đồng' }
const millions: FigureSpec = { kind: 'MONEY', unit: 'triệu đồng' }
const billions: FigureSpec = { kind: 'MONEY', unit: 'tỷ đồng' }
const percent: FigureSpec = { kind: 'PERCENTAGE', unit: '%' }
const yesNo: FigureSpec = { kind: 'YES_NO', unit: '' }
const composite: FigureSpec = {
  kind: 'COMPOSITE',
  unit: 'hội viên',
  parts: ['Năm 2022', 'Năm 2023', 'Nhiệm kỳ'],
}

const understood = (text: string, spec: FigureSpec): FigureValue => {
  const outcome = parseFigure(text, spec)
  if (outcome.status !== 'understood') throw new Error(`${text}: ${JSON.stringify(outcome)}`)
  return outcome.value
}
const asked = (text: string, spec: FigureSpec): string[] => {
  const outcome = parseFigure(text, spec)
  if (outcome.status !== 'ask') throw new Error(`${text}: ${JSON.stringify(outcome)}`)
  return outcome.choices.map((choice) => choice.label)
}

// Each row: as the document writes it, the unit, the amount, the qualifier.
const COUNTS: [string, string, string, SizedQualifier?][] = [
  // 000 (A): annual review 2020
  ['7 tỉnh', 'tỉnh', '7'],
  ['7 nhóm chỉ tiêu', 'nhóm chỉ tiêu', '7'],
  // 002 (C): annual review 2023
  ['13.577', 'hộ', '13577'],
  ['13.577 hộ gia đình đạt tiêu chí', 'hộ', '13577'],
  ['6.704 hộ hội viên thoát nghèo, thoát cận nghèo', 'hộ', '6704'],
  ['trên 600 nghìn', 'cây', '600000', 'OVER'],
  ['trên 600 nghìn cây xanh', 'cây xanh', '600000', 'OVER'],
  ['55.949 hội viên mới', 'hội viên', '55949'],
  ['1.042 hội viên danh dự', 'hội viên danh dự', '1042'],
  ['44 hợp tác xã', 'HTX', '44'],
  ['15 tổ hợp tác', 'THT', '15'],
  ['17 tổ liên kết', 'tổ liên kết', '17'],
  ['1.209 trẻ mồ côi', 'trẻ', '1209'],
  ['10 tỉnh', 'tỉnh', '10'],
  ['4 đơn vị', 'đơn vị', '4'],
  ['hơn 2 năm', 'năm', '2', 'OVER'],
  // 003 (D): mid-term review, Lào Cai
  ['348 công trình, phần việc', 'công trình', '348'],
  ['21 tiêu chí', 'tiêu chí', '21'],
  ['7 tiêu chí vượt kế hoạch', 'tiêu chí', '7'],
  ['8 chỉ tiêu chủ yếu', 'chỉ tiêu', '8'],
  // 004 (E): annual report 2020, Bắc Giang
  ['02', 'hành động', '2'],
  ['02 hành động cấp tỉnh', 'hành động', '2'],
  ['38 huyện', 'huyện', '38'],
  ['705 cơ sở', 'cơ sở Hội', '705'],
  ['206 con đường', 'con đường', '206'],
  ['85 mái ấm tình thương', 'mái ấm tình thương', '85'],
  ['01 đề tài khoa học', 'đề tài', '1'],
  ['14 giải pháp/sáng kiến', 'giải pháp/sáng kiến', '14'],
  ['tăng 6.602', 'hội viên', '6602'],
  ['tăng 6.602 hội viên nông nghiệp - đô thị', 'hội viên', '6602'],
  ['183 Chủ tịch cơ sở', 'Chủ tịch cơ sở', '183'],
  ['20.000 tờ rơi', 'tờ rơi', '20000'],
  ['1.266', 'phụ nữ', '1266'],
  ['03 HTX', 'HTX', '3'],
  ['03 HTX', 'hợp tác xã', '3'],
  ['42 ý tưởng', 'ý tưởng', '42'],
  ['462 công trình/hoạt động', 'công trình', '462'],
  ['thêm 650 hộ so với năm 2019', 'hộ', '650'],
  ['thêm 650 hộ', 'hộ', '650'],
  ['14.809 lượt ý kiến', 'lượt ý kiến', '14809'],
  ['409 công trình/hoạt động chào mừng', 'công trình/hoạt động', '409'],
  ['04 chính sách', 'chính sách', '4'],
  ['04 xã', 'xã', '4'],
  // ways of writing
  ['13 577', 'hộ', '13577'],
  ['13\u00a0577', 'hộ', '13577'],
  ['13\u2009577\u202fhộ', 'hộ', '13577'],
  ['１３．５７７', 'hộ', '13577'],
  ['13577', 'hộ', '13577'],
  ['  13.577   HỘ ', 'hộ', '13577'],
  ['13.577 hộ'.normalize('NFD'), 'hộ', '13577'],
  ['TRÊN 600 NGÀN', 'cây', '600000', 'OVER'],
  ['trên 600 nghìn'.normalize('NFD'), 'cây', '600000', 'OVER'],
  ['tren 600 nghin cay', 'cây', '600000', 'OVER'],
  ['600k', 'cây', '600000'],
  ['1,2 triệu', 'lượt người', '1200000'],
  ['1 triệu 200 nghìn lượt', 'lượt', '1200000'],
  ['3 nghìn 577 hộ', 'hộ', '3577'],
  ['5 vạn', 'cây', '50000'],
  ['hơn 1.000', 'hộ', '1000', 'OVER'],
  ['gần 1.000 hộ', 'hộ', '1000', 'NEARLY'],
  ['khoảng 1.000', 'hộ', '1000', 'ABOUT'],
  ['trên dưới 1.000', 'hộ', '1000', 'ABOUT'],
  ['xấp xỉ 1.000', 'hộ', '1000', 'ABOUT'],
  ['ước đạt 1.000 hộ', 'hộ', '1000', 'ABOUT'],
  ['~1.000', 'hộ', '1000', 'ABOUT'],
  ['không dưới 1.000', 'hộ', '1000', 'OVER'],
  ['1.000 hộ trở lên', 'hộ', '1000', 'OVER'],
  ['13.577.', 'hộ', '13577'],
  ['"13.577"', 'hộ', '13577'],
  ['đạt 13.577 hộ trong năm 2023', 'hộ', '13577'],
  ['0', 'hộ', '0'],
  ['007', 'hộ', '7'],
  // words that merely resemble words of size once their marks are gone
  ['3 chức danh', 'chức danh', '3'],
  ['3 văn bản', 'văn bản', '3'],
  ['3 trạm y tế', 'trạm', '3'],
  ['183 đồng chí', 'đồng chí', '183'],
  ['183 đ/c', 'đồng chí', '183'],
  ['183 đồng chí', 'đ/c', '183'],
  ['5.000 đồng bào dân tộc', 'đồng bào', '5000'],
  ['600 nghìn cây', 'nghìn cây', '600'],
]

const MONEY: [string, string, SizedQualifier?][] = [
  // 002 (C)
  ['trị giá trên 25 tỷ đồng', '25000000000', 'OVER'],
  ['trên 25 tỷ đồng', '25000000000', 'OVER'],
  ['hơn 25 tỷ đồng', '25000000000', 'OVER'],
  ['7,5 tỷ', '7500000000'],
  ['trị giá thành tiền trên 7,5 tỷ đồng', '7500000000', 'OVER'],
  ['100 triệu đồng', '100000000'],
  ['130 triệu đồng', '130000000'],
  ['50 triệu', '50000000'],
  ['20 triệu đồng', '20000000'],
  ['50 triệu đồng từ nguồn vốn Ngân hàng', '50000000'],
  // 004 (E)
  ['07 tỷ', '7000000000'],
  ['trị giá trên 07 tỷ đồng', '7000000000', 'OVER'],
  ['trên 1,78 tỷ đồng', '1780000000', 'OVER'],
  ['1,78 tỷ', '1780000000'],
  ['trên 3.152 tỉ đồng', '3152000000000', 'OVER'],
  ['4,9 tỷ đồng', '4900000000'],
  ['gần 13 tỷ', '13000000000', 'NEARLY'],
  ['tổng số tiền gần 13 tỷ đồng', '13000000000', 'NEARLY'],
  ['5 tỷ đồng', '5000000000'],
  ['gần 01 tỷ đồng', '1000000000', 'NEARLY'],
  ['107,2 triệu', '107200000'],
  ['trị giá 107,2 triệu đồng.', '107200000'],
  // ways of writing
  ['2 tỷ 350 triệu', '2350000000'],
  ['2 tỷ 350', '2350000000'],
  ['2 tỷ và 350 triệu đồng', '2350000000'],
  ['2 tỷ 350 triệu 500 nghìn', '2350500000'],
  ['2 tỷ 350.000.000 đồng', '2350000000'],
  ['3 nghìn tỷ', '3000000000000'],
  ['2 tỷ rưỡi', '2500000000'],
  ['3 triệu rưỡi đồng', '3500000'],
  ['25 tỷ hơn', '25000000000', 'OVER'],
  ['2.350.000.000', '2350000000'],
  ['2.350.000.000 đ', '2350000000'],
  ['2.350.000.000 VNĐ', '2350000000'],
  ['2 350 000 000 đồng', '2350000000'],
  ['500 nghìn', '500000'],
  ['500k', '500000'],
  ['15tr', '15000000'],
  ['500 đồng', '500'],
  ['TREN 25 TY DONG', '25000000000', 'OVER'],
  ['0', '0'],
  ['1.000.000.000.000.000.000.000 đồng', '1000000000000000000000'],
  ['999.999.999.999.999.999.999 đồng', '999999999999999999999'],
]

const RATIOS: [string, string, string, string][] = [
  // 002 (C), 004 (E)
  ['122/281', 'cơ sở Hội', '122', '281'],
  ['122/281 cơ sở Hội', 'cơ sở Hội', '122', '281'],
  ['8/8 chỉ tiêu', 'chỉ tiêu', '8', '8'],
  ['hoàn thành 745/745 hành động', 'hành động', '745', '745'],
  ['1.418/1.418', 'thư viện', '1418', '1418'],
  ['1.418/1.418 thư viện, tủ sách', 'thư viện', '1418', '1418'],
  ['209/209 (= 100%)', 'cơ sở', '209', '209'],
  ['209/209 (= 100%) cơ sở', 'cơ sở', '209', '209'],
  ['81/81 vụ việc', 'vụ việc', '81', '81'],
  ['20/20 chỉ tiêu', 'chỉ tiêu', '20', '20'],
  ['07/07', 'chỉ tiêu', '7', '7'],
  ['05/05 nhiệm vụ', 'nhiệm vụ', '5', '5'],
  // ways of writing
  ['122 / 281', 'cơ sở', '122', '281'],
  ['１２２／２８１', 'cơ sở', '122', '281'],
  ['16 cơ sở / 28 cơ sở', 'cơ sở', '16', '28'],
  ['16 trên tổng số 28', 'cơ sở', '16', '28'],
  ['16/28 cơ sở (57,1%)', 'cơ sở', '16', '28'],
  ['16/28 đạt 57%', 'cơ sở', '16', '28'],
  ['0/0', 'vụ việc', '0', '0'],
  ['106/20', 'lớp', '106', '20'],
]

const PERCENTAGES: [string, string, SizedQualifier?][] = [
  ['82,6%', '82.6'],
  ['82,6% PCT', '82.6'],
  ['100%', '100'],
  ['trên 50%', '50', 'OVER'],
  ['hơn 60 %', '60', 'OVER'],
  ['82,6', '82.6'],
  ['100 phần trăm', '100'],
  ['530%', '530'],
  ['99,96%', '99.96'],
  ['0,5%', '0.5'],
  ['0', '0'],
  ['1.250,5%', '1250.5'],
]

describe('figures written as in the documents', () => {
  it.each(COUNTS)('count: %s (%s)', (text, unit, amount, qualifier = 'EXACT') => {
    expect(understood(text, count(unit))).toEqual({ kind: 'COUNT', amount, qualifier })
  })
  it.each(MONEY)('money: %s', (text, amount, qualifier = 'EXACT') => {
    expect(understood(text, money)).toEqual({ kind: 'MONEY', amount, qualifier })
  })
  it.each(RATIOS)('ratio: %s (%s)', (text, unit, numerator, denominator) => {
    expect(understood(text, ratio(unit))).toEqual({ kind: 'RATIO', numerator, denominator })
  })
  it.each(PERCENTAGES)('percentage: %s', (text, amount, qualifier = 'EXACT') => {
    expect(understood(text, percent)).toEqual({ kind: 'PERCENTAGE', amount, qualifier })
  })
  it.each(['hàng ngàn ngày công', 'hàng trăm', 'nhiều ngày công', 'vài chục'])(
    'unknown size: %s',
    (words) => {
      expect(understood(words, count('ngày công'))).toEqual({
        kind: 'COUNT',
        amount: null,
        qualifier: 'UNKNOWN_SIZE',
        words,
      })
    },
  )
  it.each([
    ['Có', true],
    ['đạt', true],
    ['x', true],
    ['KHÔNG', false],
    ['chưa đạt', false],
    ['khong', false],
  ])('yes or no: %s', (text, yes) => {
    expect(understood(text, yesNo)).toEqual({ kind: 'YES_NO', yes })
  })
  it.each([
    '33.500; 17.000; 350',
    '33.500;17.000;350',
    '33500\t17000\t350',
    'Năm 2022: 33.500; Năm 2023: 17.000; nhiệm kỳ: 350',
  ])('composite: %s', (text) => {
    expect(understood(text, composite)).toEqual({ kind: 'COMPOSITE', parts: ['33500', '17000', '350'] })
  })
  it('reads a bare number of money in the unit of the indicator', () => {
    expect(understood('107,2', millions)).toMatchObject({ amount: '107200000' })
    expect(understood('25', millions)).toMatchObject({ amount: '25000000' })
    expect(understood('7,5 tỷ', millions)).toMatchObject({ amount: '7500000000' })
  })
  it('keeps decimals where the indicator has them', () => {
    expect(understood('1.234,5 ha', count('ha', { decimals: 1 }))).toMatchObject({ amount: '1234.5' })
  })
  it('takes negative numbers only where they make sense', () => {
    expect(understood('−5', count('hộ', { allowNegative: true }))).toMatchObject({ amount: '-5' })
    expect(parseFigure('-5', count('hộ')).status).toBe('refused')
    expect(asked('giảm 5', count('hộ', { allowNegative: true }))).toEqual(['-5 hộ', '5 hộ'])
  })
  it('takes a sign for a comparison only directly before a number', () => {
    expect(asked('<script>alert(1)</script>', count('hộ')).join()).not.toContain('trên')
    expect(understood('>5', count('hộ'))).toMatchObject({ amount: '5', qualifier: 'OVER' })
  })
  it('keeps text as written', () => {
    expect(understood(' Lần đầu\r\nđạt ', { kind: 'TEXT', unit: '' })).toEqual({
      kind: 'TEXT',
      text: 'Lần đầu\nđạt',
    })
  })
  it('takes text of up to 500 characters and says how many there are', () => {
    const text = { kind: 'TEXT', unit: '' } as const
    expect(parseFigure('a'.repeat(500), text).status).toBe('understood')
    expect(parseFigure('a'.repeat(501), text)).toMatchObject({
      status: 'refused',
      message: expect.stringContaining('Tối đa 500 ký tự, hiện có 501'),
    })
  })
})

describe('what was understood is echoed', () => {
  it.each([
    ['trên 2,5 tỷ', money, 'trên 2.500.000.000 đồng'],
    ['16/28', ratio('cơ sở'), '16/28 cơ sở (57,1%)'],
    ['1520', count('hộ'), '1.520 hộ'],
    ['82,6', percent, '82,6%'],
    ['33500;17000;350', composite, 'Năm 2022: 33.500; Năm 2023: 17.000; Nhiệm kỳ: 350'],
  ] as [string, FigureSpec, string][])('%s', (text, spec, echo) => {
    expect(parseFigure(text, spec)).toMatchObject({ status: 'understood', echo })
  })
})

describe('what can be read in two ways is asked about', () => {
  it.each([
    ['1.5', count('người'), ['1.500 người']],
    ['1.50', count('người'), ['1.500 người', '150 người']],
    ['1,5', count('người'), ['1.500 người']],
    ['13,577', count('hộ'), ['13.577 hộ']],
    ['1,234,567', count('hộ'), ['1.234.567 hộ']],
    ['1.234.56', count('hộ'), ['123.456 hộ']],
    ['01.234', count('hộ'), ['1.234 hộ']],
    ['1.5', count('ha', { decimals: 1 }), ['1,5 ha', '1.500 ha']],
    ['13.577 người', count('hộ'), ['13.577 hộ']],
    ['trồng 5.000 cây', count('cây'), ['5.000 cây']],
    ['khoảng trên 20', count('hộ'), ['khoảng 20 hộ', 'trên 20 hộ']],
    ['giảm 650 hộ', count('hộ'), ['650 hộ']],
    ['1 nghìn 5', count('hộ'), ['1.500 hộ', '1.005 hộ']],
    ['1.5 tỷ', money, ['1.500.000.000 đồng', '1.500.000.000.000 đồng']],
    ['25', money, ['25.000.000 đồng', '25.000.000.000 đồng', '25 đồng']],
    ['3.152', money, ['3.152.000.000 đồng', '3.152.000.000.000 đồng', '3.152 đồng']],
    ['183 đồng chí', count('cán bộ'), ['183 cán bộ']],
    ['7,5', money, ['7.500.000 đồng', '7.500.000.000 đồng', '7.500 đồng']],
    ['2 tỷ 5', money, ['2.500.000.000 đồng', '2.005.000.000 đồng']],
    ['2 tỷ 350 đồng', money, ['2.350.000.000 đồng', '2.000.000.350 đồng']],
    ['3.152.000', millions, ['3.152.000 đồng', '3.152.000.000.000 đồng']],
    ['1.400.000.000', billions, ['1.400.000.000 đồng', '1.400.000.000.000.000.000 đồng']],
    ['82.6%', percent, ['82,6%']],
    ['99.125%', percent, ['99,125%', '99125%']],
    ['0,826', percent, ['0,826%', '82,6%']],
    ['122/281 (45%)', ratio('cơ sở'), ['122/281 cơ sở (43,4%)']],
    ['745/746 (= 100%)', ratio('cơ sở'), ['745/746 cơ sở (99,9%)']],
    ['1', yesNo, ['Có']],
    ['33.5; 17.000; 350', composite, ['Năm 2022: 33.500; Năm 2023: 17.000; Nhiệm kỳ: 350']],
  ] as [string, FigureSpec, string[]][])('%s', (text, spec, labels) => {
    expect(asked(text, spec)).toEqual(labels)
  })
  it('in a sentence', () => {
    expect(parseFigure('1.5', count(''))).toMatchObject({ question: '“1.5” có phải là 1.500 không?' })
    expect(parseFigure('1.400.000.000', billions)).toMatchObject({
      question: '“1.400.000.000” là 1,4 tỷ đồng hay 1.400.000.000 tỷ đồng?',
    })
  })
})

describe('what is no figure is refused with a sentence', () => {
  it.each([
    ['mười hai', count('hộ')],
    ['không', count('hộ')],
    ['không phát sinh', count('hộ')],
    ['-', count('hộ')],
    ['dưới 100', count('hộ')],
    ['5-7', count('hộ')],
    ['5 đến 7 hộ', count('hộ')],
    ['16 28', count('hộ')],
    ['02 + 38 + 705', count('hộ')],
    ['16/28', count('hộ')],
    ['82,6%', count('hộ')],
    ['5 tỷ đồng', count('hộ')],
    ['7,5 tỷ', count('HTX')],
    ['7,5 nghìn tỷ', count('HTX')],
    ['1e5', count('hộ')],
    ['5²', count('hộ')],
    ['1,2345 nghìn', count('hộ')],
    ['#REF!', count('hộ')],
    ['NaN', count('hộ')],
    ['Infinity', money],
    ['5 hộ', money],
    ['$500', money],
    ['500 USD', money],
    ['1,2345678901 tỷ', money],
    ['2,5 tỷ 350 triệu', money],
    ['350 triệu 2 tỷ', money],
    ['16/28', percent],
    ['5 triệu', percent],
    ['2 tỷ mốt', money],
    ['350 triệu nghìn', money],
    ['2 rưỡi', money],
    ['2/350 triệu', ratio('cơ sở')],
    ['2 nghìn/350', ratio('cơ sở')],
    ['16', ratio('cơ sở')],
    ['57%', ratio('cơ sở')],
    ['1/0', ratio('cơ sở')],
    ['1/2/3', ratio('cơ sở')],
    ['-1/2', ratio('cơ sở')],
    ['trên 16/28', ratio('cơ sở')],
    ['33.500; 17.000', composite],
    ['33.500; ; 350', composite],
    ['33.500; trên 17.000; 350', composite],
    ['có lẽ', yesNo],
    ['9'.repeat(2000), count('hộ')],
  ] as [string, FigureSpec][])('%s', (text, spec) => {
    const outcome = parseFigure(text, spec)
    expect(outcome).toMatchObject({ status: 'refused', message: expect.stringMatching(/\.$/) })
  })
  it.each(['', '   ', '\u00a0\u2009', '\u200b'])('but a blank stays a blank: %j', (text) => {
    for (const spec of [count('hộ'), money, percent, ratio('cơ sở'), yesNo, composite]) {
      expect(parseFigure(text, spec)).toEqual({ status: 'empty' })
    }
  })
})
