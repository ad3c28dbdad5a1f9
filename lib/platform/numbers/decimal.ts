// Exact decimals as strings. Amounts are sums and ratios of what people reported, so binary floats never touch them.

type Scaled = { units: bigint; scale: number }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

/** The value of up to fifteen digits, which a number holds exactly; NaN for every other text. Most figures are such. */
function fewDigits(text: string): number {
  if (text.length === 0 || text.length > 15) return NaN
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return NaN
    value = value * 10 + digit
  }
  return value
}

/**
 * The value of up to fifteen digits with a point among them; NaN for every other text. Such decimals differ as numbers
 * where they differ as decimals, in the same order, so they may be compared as numbers, and nothing else.
 */
function comparable(text: string): number {
  if (text.length === 0 || text.length > 16) return NaN
  let digits = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) digits += 1
    else if (code !== 46 || digits === 0 || digits < at) return NaN
  }
  return digits > 15 ? NaN : Number(text)
}

const POWERS = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))
const powerOfTen = (exponent: number) => POWERS[exponent] ?? 10n ** BigInt(exponent)

function toScaled(decimal: string): Scaled {
  const match = DECIMAL.exec(decimal)
  if (!match) throw new RangeError('not a decimal')
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  const units = (sign === '-' ? -digits : digits) * (scale < 0 ? powerOfTen(-scale) : 1n)
  return { units, scale: Math.max(scale, 0) }
}

function toText({ units, scale }: Scaled): string {
  return (units < 0n ? '-' : '') + withPoint((units < 0n ? -units : units).toString(), scale)
}

/** The decimal of which these are the digits, the last `scale` of them behind the point. */
function withPoint(digits: string, scale: number): string {
  if (scale === 0) return digits
  const padded = digits.padStart(scale + 1, '0')
  const point = padded.length - scale
  let end = padded.length
  while (end > point && padded.charCodeAt(end - 1) === 48) end -= 1
  const whole = padded.slice(0, point)
  return end > point ? `${whole}.${padded.slice(point, end)}` : whole
}

function aligned(a: string, b: string): { a: bigint; b: bigint; scale: number } {
  const x = toScaled(a)
  const y = toScaled(b)
  const scale = Math.max(x.scale, y.scale)
  return {
    a: x.units * powerOfTen(scale - x.scale),
    b: y.units * powerOfTen(scale - y.scale),
    scale,
  }
}

/** Rounds half away from zero. */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const quotient = (n * 2n + d) / (d * 2n)
  return negative ? -quotient : quotient
}

/** "007.50" → "7.5"; "1e+21" (as a database driver may write it) in full. Throws RangeError for what is no decimal. */
export function canonicalDecimal(decimal: string): string {
  const few = fewDigits(decimal)
  if (!Number.isNaN(few)) return String(few)
  return toText(toScaled(decimal))
}

export function addDecimals(a: string, b: string): string {
  const few = fewDigits(a) + fewDigits(b)
  if (!Number.isNaN(few)) return String(few)
  const sides = aligned(a, b)
  return toText({ units: sides.a + sides.b, scale: sides.scale })
}

export function subtractDecimals(a: string, b: string): string {
  const few = fewDigits(a) - fewDigits(b)
  if (!Number.isNaN(few)) return String(few)
  const sides = aligned(a, b)
  return toText({ units: sides.a - sides.b, scale: sides.scale })
}

/** Without its sign. */
export const absoluteDecimal = (decimal: string): string => canonicalDecimal(decimal).replace(/^-/, '')

/** Negative, zero or positive, as for sort. */
export function compareDecimals(a: string, b: string): number {
  const few = comparable(a) - comparable(b)
  if (!Number.isNaN(few)) return Math.sign(few)
  const sides = aligned(a, b)
  return sides.a < sides.b ? -1 : sides.a > sides.b ? 1 : 0
}

export function multiplyDecimals(a: string, b: string): string {
  const few = fewDigits(a) * fewDigits(b)
  if (few <= Number.MAX_SAFE_INTEGER) return String(few)
  const x = toScaled(a)
  const y = toScaled(b)
  return toText({ units: x.units * y.units, scale: x.scale + y.scale })
}

/** Moves the decimal point `places` to the right (left when negative), exactly. */
export function shiftDecimal(decimal: string, places: number): string {
  const few = fewDigits(decimal)
  if (places < 0 && !Number.isNaN(few)) return withPoint(String(few), -places)
  const more = places >= 0 && places <= 15 ? few * 10 ** places : NaN
  if (more <= Number.MAX_SAFE_INTEGER) return String(more)
  const { units, scale } = toScaled(decimal)
  const shifted = scale - places
  return shifted < 0
    ? toText({ units: units * powerOfTen(-shifted), scale: 0 })
    : toText({ units, scale: shifted })
}

/** Rounded half away from zero to at most `decimals` places. */
export function roundDecimal(decimal: string, decimals: number): string {
  const few = decimals >= 0 ? fewDigits(decimal) : NaN
  if (!Number.isNaN(few)) return String(few)
  const { units, scale } = toScaled(decimal)
  if (scale <= decimals) return toText({ units, scale })
  return toText({ units: divideRounded(units, powerOfTen(scale - decimals)), scale: decimals })
}

/** a / b rounded half away from zero to `decimals` places; null when b is zero. */
export function divideDecimals(a: string, b: string, decimals: number): string | null {
  const [n, d] = [fewDigits(a), fewDigits(b)]
  // Twice the remainder is compared with the divisor: both stay whole numbers that a number holds exactly.
  const scaled = decimals >= 0 && decimals <= 15 ? n * 10 ** decimals : NaN
  if (scaled <= Number.MAX_SAFE_INTEGER && d > 0) {
    const rest = scaled % d
    return withPoint(String((scaled - rest) / d + (2 * rest >= d ? 1 : 0)), decimals)
  }
  const sides = Number.isNaN(n + d) ? aligned(a, b) : { a: BigInt(a), b: BigInt(b) }
  if (sides.b === 0n) return null
  return toText({ units: divideRounded(sides.a * powerOfTen(decimals), sides.b), scale: decimals })
}

export function decimalPlaces(decimal: string): number {
  if (!Number.isNaN(fewDigits(decimal))) return 0
  return canonicalDecimal(decimal).split('.')[1]?.length ?? 0
}
