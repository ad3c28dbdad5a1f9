import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  absoluteDecimal,
  addDecimals,
  canonicalDecimal,
  compareDecimals,
  subtractDecimals,
} from '@/lib/platform/numbers/decimal'
import { parseFigure } from '@/lib/platform/numbers/parse'
import {
  type FigureStyle,
  printFigure,
  printMoney,
  printNumber,
  printPercent,
} from '@/lib/platform/numbers/print'
import { maximumFigure, ratioPercent, sumFigures } from '@/lib/platform/numbers/sum'
import {
  FIGURE_KINDS,
  type FigureSpec,
  type FigureValue,
  MONEY_UNITS,
  type ParseOutcome,
  type SizedQualifier,
} from '@/lib/platform/numbers/types'

const RUNS = { numRuns: 2000 }
const CANONICAL = /^(?:0|-?[1-9]\d*|-?(?:0|[1-9]\d*)\.\d*[1-9])$/

const sizedQualifier = fc.constantFrom<SizedQualifier>('EXACT', 'OVER', 'NEARLY', 'ABOUT')
const natural = fc.bigInt({ min: 0n, max: 10n ** 21n }).map(String)
const smallNatural = fc.oneof(fc.integer({ min: 0, max: 2000 }).map(String), natural)
const decimalOf = (places: number) =>
  fc
    .tuple(smallNatural, fc.integer({ min: 0, max: 10 ** places - 1 }))
    .map(([whole, fraction]) => addDecimals(whole, `${fraction}e-${places}`))
const signed = (amount: fc.Arbitrary<string>) =>
  fc.tuple(amount, fc.boolean()).map(([text, minus]) => (minus && text !== '0' ? `-${text}` : text))

const units = fc.constantFrom(
  'hộ',
  'cơ sở Hội',
  'người',
  'HTX',
  'ngày công',
  'lượt ý kiến',
  'nghìn cây',
  'm2',
  'tỉ lệ',
  'trẻ',
  '',
)
const moneyUnits = fc.constantFrom(...MONEY_UNITS)
const unknownWords = fc
  .tuple(
    fc.constantFrom('hàng ngàn', 'Hàng trăm', 'nhiều', 'vài chục'),
    fc.constantFrom('', ' ngày công', ' triệu đồng'),
  )
  .map((words) => words.join(''))

type Case = { value: FigureValue; spec: FigureSpec }

const countCase: fc.Arbitrary<Case> = fc
  .record({ unit: units, decimals: fc.integer({ min: 0, max: 4 }), qualifier: sizedQualifier })
  .chain(({ unit, decimals, qualifier }) =>
    signed(decimals === 0 ? smallNatural : decimalOf(decimals)).map((amount) => ({
      value: { kind: 'COUNT', amount, qualifier },
      spec: { kind: 'COUNT', unit, decimals, allowNegative: true },
    })),
  )
const moneyCase: fc.Arbitrary<Case> = fc
  .tuple(signed(smallNatural), sizedQualifier, moneyUnits)
  .map(([amount, qualifier, unit]) => ({
    value: { kind: 'MONEY', amount, qualifier },
    spec: { kind: 'MONEY', unit, allowNegative: true },
  }))
const percentCase: fc.Arbitrary<Case> = fc
  .tuple(signed(decimalOf(5)), sizedQualifier)
  .map(([amount, qualifier]) => ({
    value: { kind: 'PERCENTAGE', amount, qualifier },
    spec: { kind: 'PERCENTAGE', unit: '%', allowNegative: true },
  }))
const unknownCase: fc.Arbitrary<Case> = fc
  .tuple(unknownWords, fc.constantFrom('COUNT' as const, 'MONEY' as const))
  .map(([words, kind]) => ({
    value: { kind, amount: null, qualifier: 'UNKNOWN_SIZE', words },
    spec: { kind, unit: 'đồng' },
  }))
const ratioCase: fc.Arbitrary<Case> = fc
  .tuple(smallNatural, smallNatural, units)
  .filter(([numerator, denominator]) => denominator !== '0' || numerator === '0')
  .map(([numerator, denominator, unit]) => ({
    value: { kind: 'RATIO', numerator, denominator },
    spec: { kind: 'RATIO', unit },
  }))
const yesNoCase: fc.Arbitrary<Case> = fc
  .boolean()
  .map((yes) => ({ value: { kind: 'YES_NO', yes }, spec: { kind: 'YES_NO', unit: '' } }))
const textCase: fc.Arbitrary<Case> = fc
  .string({ unit: 'grapheme' })
  .map((text) =>
    text
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim(),
  )
  .filter((text) => text !== '')
  .map((text) => ({ value: { kind: 'TEXT', text }, spec: { kind: 'TEXT', unit: '' } }))
const compositeCase: fc.Arbitrary<Case> = fc
  .tuple(fc.array(signed(smallNatural), { minLength: 2, maxLength: 5 }), units, fc.boolean())
  .map(([parts, unit, labelled]) => ({
    value: { kind: 'COMPOSITE', parts },
    spec: {
      kind: 'COMPOSITE',
      unit,
      allowNegative: true,
      ...(labelled ? { parts: parts.map((_, index) => `Năm ${2021 + index}`) } : {}),
    },
  }))
const anyCase = fc.oneof(
  countCase,
  moneyCase,
  percentCase,
  unknownCase,
  ratioCase,
  yesNoCase,
  textCase,
  compositeCase,
)
const style: fc.Arbitrary<FigureStyle> = fc.record({
  unit: fc.boolean(),
  percent: fc.boolean(),
  money: fc.constantFrom(...MONEY_UNITS, 'auto' as const),
})

const anySpec: fc.Arbitrary<FigureSpec> = fc.record({
  kind: fc.constantFrom(...FIGURE_KINDS),
  unit: fc.oneof(units, moneyUnits, fc.constant('%'), fc.string({ unit: 'grapheme', maxLength: 8 })),
  decimals: fc.integer({ min: 0, max: 3 }),
  allowNegative: fc.boolean(),
})
const plainSpec = fc.record({
  kind: fc.constantFrom(...FIGURE_KINDS),
  unit: units,
  decimals: fc.integer({ min: 0, max: 3 }),
  allowNegative: fc.boolean(),
})
const fragment = fc.oneof(
  fc.constantFrom(
    ...[
      'trên',
      'gần ',
      'khoảng ',
      'hàng ngàn',
      'tăng ',
      'giảm ',
      'dưới ',
      ' tỷ',
      ' triệu ',
      ' nghìn',
      'k',
      ' đồng',
    ],
    ...[
      ' hộ',
      ' cơ sở',
      '%',
      '/',
      ';',
      '.',
      ',',
      '-',
      '−',
      ' ',
      '\u00a0',
      '(',
      ')',
      '=',
      ' so với ',
      'năm 2019',
      'có',
    ],
  ),
  fc.integer({ min: 0, max: 99999 }).map(String),
  fc.constantFrom('1.5', '13.577', '13,577', '1.234.56', '02', '007', '1e9', '000', '٣', '５', '½', '²'),
)
const typedText = fc.array(fragment, { maxLength: 8 }).map((parts) => parts.join(''))
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
    .map((codes) => String.fromCharCode(...codes)),
  typedText,
)

function checkValue(value: FigureValue): void {
  const amounts =
    value.kind === 'RATIO'
      ? [value.numerator, value.denominator]
      : value.kind === 'COMPOSITE'
        ? value.parts
        : 'amount' in value && value.amount !== null
          ? [value.amount]
          : []
  for (const amount of amounts) expect(amount).toMatch(CANONICAL)
}

function checkOutcome(outcome: ParseOutcome): void {
  expect(JSON.stringify(outcome)).not.toMatch(
    /"(?:amount|numerator|denominator)":"[^"]*(?:NaN|undefined|Infinity)/,
  )
  if (outcome.status === 'understood') checkValue(outcome.value)
  if (outcome.status === 'refused') expect(outcome.message).not.toBe('')
  if (outcome.status === 'ask') {
    expect(outcome.question).toMatch(/\?$/)
    expect(outcome.choices.length).toBeGreaterThan(0)
    expect(outcome.choices.length).toBeLessThanOrEqual(4)
    for (const choice of outcome.choices) checkValue(choice.value)
  }
}

describe('exact decimals', () => {
  const amount = signed(decimalOf(4))
  it('take away what was added, whatever the signs', () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(subtractDecimals(addDecimals(a, b), b)).toBe(canonicalDecimal(a))
        expect(addDecimals(subtractDecimals(a, b), b)).toBe(canonicalDecimal(a))
        expect(compareDecimals(subtractDecimals(a, b), '0')).toBe(compareDecimals(a, b))
      }),
      RUNS,
    )
  })
  it('lose their sign and nothing else', () => {
    fc.assert(
      fc.property(amount, (a) => {
        const size = absoluteDecimal(a)
        expect(compareDecimals(size, '0')).toBeGreaterThanOrEqual(0)
        expect([size, subtractDecimals('0', size)]).toContain(canonicalDecimal(a))
      }),
      RUNS,
    )
  })
})

describe('printing and parsing', () => {
  it('are inverse for every kind and style', () => {
    fc.assert(
      fc.property(anyCase, style, ({ value, spec }, chosen) => {
        expect(parseFigure(printFigure(value, spec), spec)).toMatchObject({ status: 'understood', value })
        const styled = parseFigure(printFigure(value, spec, chosen), spec)
        expect(styled).toMatchObject({ status: 'understood', value })
      }),
      { numRuns: 6000 },
    )
  })
  it('survive decomposed Unicode, capitals and exotic spaces', () => {
    fc.assert(
      fc.property(fc.oneof(countCase, moneyCase, percentCase, ratioCase), ({ value, spec }) => {
        const printed = printFigure(value, spec, { unit: true })
        for (const text of [
          printed.normalize('NFD'),
          printed.toUpperCase(),
          ` ${printed.replace(/ /g, '\u00a0')} `,
        ]) {
          expect(parseFigure(text, spec)).toMatchObject({ status: 'understood', value })
        }
      }),
      RUNS,
    )
  })
  it('agree on echoes and on the labels of choices: each is read back as its value', () => {
    fc.assert(
      fc.property(typedText, plainSpec, (text, spec) => {
        const outcome = parseFigure(text, spec)
        const said =
          outcome.status === 'understood'
            ? [{ label: outcome.echo, value: outcome.value }]
            : outcome.status === 'ask'
              ? outcome.choices
              : []
        for (const { label, value } of said) {
          expect(parseFigure(label, spec)).toEqual({ status: 'understood', value, echo: label })
        }
      }),
      { numRuns: 6000 },
    )
  })
})

describe('the parser is total', () => {
  it('over arbitrary text and specs', () => {
    fc.assert(
      fc.property(anyText, anySpec, (text, spec) => checkOutcome(parseFigure(text, spec))),
      { numRuns: 10000 },
    )
  })
  it('and quick on long text', () => {
    for (const text of [
      '1 '.repeat(499),
      '1.'.repeat(499),
      'trên '.repeat(199),
      '('.repeat(999),
      ' tỷ1'.repeat(249),
    ]) {
      for (const kind of FIGURE_KINDS) {
        const start = performance.now()
        checkOutcome(parseFigure(text, { kind, unit: 'hộ' }))
        expect(performance.now() - start).toBeLessThan(250)
      }
    }
  })
})

describe('sums', () => {
  const addable = fc.constantFrom('COUNT' as const, 'MONEY' as const).chain((kind) =>
    fc.array(
      fc.oneof(
        fc
          .tuple(signed(natural), sizedQualifier)
          .map(([amount, qualifier]): FigureValue => ({ kind, amount, qualifier })),
        unknownWords.map((words): FigureValue => ({ kind, amount: null, qualifier: 'UNKNOWN_SIZE', words })),
      ),
      { minLength: 1, maxLength: 8 },
    ),
  )

  it('do not depend on grouping', () => {
    fc.assert(
      fc.property(addable, fc.nat(), (values, at) => {
        const cut = at % values.length
        if (cut === 0) return
        const halves = [sumFigures(values.slice(0, cut))!, sumFigures(values.slice(cut))!]
        if ('words' in halves[0]! && 'words' in halves[1]!) return
        expect(sumFigures(halves)).toEqual(sumFigures(values))
      }),
      RUNS,
    )
  })
  it('do not depend on order', () => {
    fc.assert(
      fc.property(addable, (values) => {
        const total = sumFigures(values)!
        const reversed = sumFigures([...values].reverse())!
        if ('words' in total) expect(reversed).toHaveProperty('words')
        else expect(reversed).toEqual(total)
      }),
      RUNS,
    )
  })
  it('are exact only when every part is', () => {
    fc.assert(
      fc.property(addable, (values) => {
        const total = sumFigures(values)!
        const allExact = values.every((value) => 'qualifier' in value && value.qualifier === 'EXACT')
        expect('qualifier' in total && total.qualifier === 'EXACT').toBe(allExact)
      }),
      RUNS,
    )
  })
  it('of a ratio lie between its parts', () => {
    const part = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9999 }))
      .map(([n, d]): FigureValue => ({ kind: 'RATIO', numerator: String(n), denominator: String(d) }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (values) => {
        const of = (value: FigureValue | null) =>
          value?.kind === 'RATIO' ? ratioPercent(value.numerator, value.denominator)! : ''
        expect(compareDecimals(of(sumFigures(values)), of(maximumFigure(values)))).toBeLessThanOrEqual(0)
      }),
      RUNS,
    )
  })
})

describe('printing tells no untruth', () => {
  it('"100%", "50%" and "0%" only for exactly that', () => {
    const near = fc
      .tuple(
        fc.constantFrom('0', '50', '100'),
        fc.integer({ min: -99, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
      )
      .map(([landmark, off, places]) => addDecimals(landmark, `${off}e-${places}`))
    fc.assert(
      fc.property(
        fc.oneof(near, signed(decimalOf(8))),
        fc.integer({ min: 0, max: 3 }),
        (percent, decimals) => {
          const printed = printPercent(percent, decimals)
          for (const landmark of ['0', '50', '100']) {
            expect(printed === `${landmark}%`).toBe(compareDecimals(percent, landmark) === 0)
          }
        },
      ),
      RUNS,
    )
  })
  it('a ratio is 100% only when both sides are equal', () => {
    const side = fc.bigInt({ min: 1n, max: 10n ** 15n })
    fc.assert(
      fc.property(side, fc.bigInt({ min: -3n, max: 3n }), (denominator, off) => {
        if (denominator + off < 0n) return
        const percent = ratioPercent(String(denominator + off), String(denominator))!
        expect(printPercent(percent) === '100%').toBe(off === 0n)
      }),
      RUNS,
    )
  })
  it('money in any unit is the same money; grouped digits are the same digits', () => {
    fc.assert(
      fc.property(signed(natural), fc.constantFrom(...MONEY_UNITS, 'auto' as const), (amount, unit) => {
        const spec: FigureSpec = { kind: 'MONEY', unit: 'đồng', allowNegative: true }
        expect(parseFigure(printMoney(amount, unit), spec)).toMatchObject({ value: { amount } })
        expect(printNumber(amount).replace(/\./g, '')).toBe(amount)
      }),
      RUNS,
    )
  })
})
