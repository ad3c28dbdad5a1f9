import { canonicalDecimal, compareDecimals, decimalPlaces, roundDecimal, shiftDecimal } from './decimal'
import { ratioPercent } from './sum'
import type { FigureSpec, FigureValue, MoneyUnit, SizedQualifier } from './types'

const QUALIFIER_WORDS: Record<SizedQualifier, string> = {
  EXACT: '',
  OVER: 'trên ',
  NEARLY: 'gần ',
  ABOUT: 'khoảng ',
}

const MONEY_PLACES: Record<MoneyUnit, number> = { đồng: 0, 'nghìn đồng': 3, 'triệu đồng': 6, 'tỷ đồng': 9 }

/** The power of ten of a unit of money: 9 for "tỷ đồng"; 0 for what is none. */
export const moneyPlaces = (unit: string): number =>
  unit in MONEY_PLACES ? MONEY_PLACES[unit as MoneyUnit] : 0

/** Values that decide a class (none, half, all): never printed for a figure that only rounds to them. */
const LANDMARKS = ['0', '50', '100']

export type FigureStyle = {
  /** Adds the unit of a COUNT or RATIO and the labels of a COMPOSITE: "1.520 hộ". MONEY and PERCENTAGE always carry theirs. */
  unit?: boolean
  /** Adds the percentage of a RATIO: "16/28 (57,1%)". */
  percent?: boolean
  /** Unit of MONEY; đồng in full unless said. Always exact: figures that need more decimals than fit are shown in a smaller unit. */
  money?: MoneyUnit | 'auto'
}

/** 1.234,5 from "1234.5"; rounded half away from zero when `maxDecimals` is given. */
export function printNumber(decimal: string, maxDecimals?: number): string {
  const value = maxDecimals === undefined ? canonicalDecimal(decimal) : roundDecimal(decimal, maxDecimals)
  const [whole = '', fraction] = value.split('.')
  const grouped = groupThousands(whole)
  return fraction ? `${grouped},${fraction}` : grouped
}

/** 1.234.567 from "1234567", a sign in front left alone. */
export function groupThousands(whole: string): string {
  const sign = whole.startsWith('-') ? 1 : 0
  let grouped = whole.slice(-3)
  for (let end = whole.length - 3; end > sign; end -= 3)
    grouped = `${whole.slice(Math.max(sign, end - 3), end)}.${grouped}`
  return whole.length - sign <= 3 ? whole : whole.slice(0, sign) + grouped
}

/**
 * "82,6%" from "82.6". Where rounding would land on 0, 50 or 100 without the figure being that, more digits are shown:
 * 99.96 → "99,96%". Thousands are not grouped, since "1.250%" may be read as 1,25%.
 */
export function printPercent(
  percent: string,
  maxDecimals = 1,
  landmarks: readonly string[] = LANDMARKS,
): string {
  const exact = canonicalDecimal(percent)
  let decimals = maxDecimals
  let shown = roundDecimal(exact, decimals)
  while (shown !== exact && landmarks.some((landmark) => compareDecimals(landmark, shown) === 0)) {
    decimals += 1
    shown = roundDecimal(exact, decimals)
  }
  return `${shown.replace('.', ',')}%`
}

/**
 * Money in a unit: "2,35 tỷ đồng". Exact unless `maxDecimals` is given. 'auto' takes tỷ, triệu or đồng: the largest in
 * which the amount needs at most two decimals (or, when rounding, the largest it reaches).
 */
export function printMoney(amountDong: string, unit: MoneyUnit | 'auto', maxDecimals?: number): string {
  const chosen = unit === 'auto' ? moneyUnitFor(amountDong, maxDecimals) : unit
  return `${printNumber(shiftDecimal(amountDong, -MONEY_PLACES[chosen]), maxDecimals)} ${chosen}`
}

function moneyUnitFor(amountDong: string, maxDecimals?: number): MoneyUnit {
  const size = canonicalDecimal(amountDong).replace(/^-/, '')
  for (const unit of ['tỷ đồng', 'triệu đồng'] as const) {
    const inUnit = shiftDecimal(size, -MONEY_PLACES[unit])
    const reached = compareDecimals(inUnit, '1') >= 0
    if (reached && (maxDecimals !== undefined || decimalPlaces(inUnit) <= 2)) return unit
  }
  return 'đồng'
}

/** Canonical text of a figure, in every style readable by parseFigure as the same value. */
export function printFigure(value: FigureValue, spec: FigureSpec, style: FigureStyle = {}): string {
  const unit = style.unit && spec.unit && spec.unit !== '%' ? ` ${spec.unit}` : ''
  switch (value.kind) {
    case 'COUNT':
    case 'MONEY':
    case 'PERCENTAGE': {
      if (value.amount === null) return value.words
      const words = QUALIFIER_WORDS[value.qualifier]
      if (value.kind === 'MONEY') return words + printMoney(value.amount, style.money ?? 'đồng')
      if (value.kind === 'PERCENTAGE') return words + printPercent(value.amount, Infinity)
      return words + printNumber(value.amount) + unit
    }
    case 'RATIO': {
      const percent = style.percent ? ratioPercent(value.numerator, value.denominator) : null
      const shown = percent === null ? '' : ` (${printPercent(percent)})`
      return `${printNumber(value.numerator)}/${printNumber(value.denominator)}${unit}${shown}`
    }
    case 'YES_NO':
      return value.yes ? 'Có' : 'Không'
    case 'TEXT':
      return value.text
    case 'COMPOSITE':
      return value.parts
        .map((part, index) => {
          const label = style.unit ? spec.parts?.[index] : undefined
          return (label ? `${label}: ` : '') + printNumber(part)
        })
        .join('; ')
  }
}

/** What was understood, in full: "trên 2.500.000.000 đồng", "16/28 cơ sở (57,1%)", "1.520 hộ". */
export function echoFigure(value: FigureValue, spec: FigureSpec): string {
  return printFigure(value, spec, { unit: true, percent: true })
}
