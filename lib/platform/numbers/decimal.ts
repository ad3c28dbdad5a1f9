// Exact decimals as strings. Amounts are sums and ratios of what people reported, so binary floats never touch them.

type Scaled = { units: bigint; scale: number }

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i

function toScaled(decimal: string): Scaled {
  const match = DECIMAL.exec(decimal)
  if (!match) throw new RangeError('not a decimal')
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  const units = (sign === '-' ? -digits : digits) * (scale < 0 ? 10n ** BigInt(-scale) : 1n)
  return { units, scale: Math.max(scale, 0) }
}

function toText({ units, scale }: Scaled): string {
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return (negative ? '-' : '') + whole + (fraction ? `.${fraction}` : '')
}

function aligned(a: string, b: string): { a: bigint; b: bigint; scale: number } {
  const x = toScaled(a)
  const y = toScaled(b)
  const scale = Math.max(x.scale, y.scale)
  return {
    a: x.units * 10n ** BigInt(scale - x.scale),
    b: y.units * 10n ** BigInt(scale - y.scale),
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
  return toText(toScaled(decimal))
}

export function addDecimals(a: string, b: string): string {
  const sides = aligned(a, b)
  return toText({ units: sides.a + sides.b, scale: sides.scale })
}

/** Negative, zero or positive, as for sort. */
export function compareDecimals(a: string, b: string): number {
  const sides = aligned(a, b)
  return sides.a < sides.b ? -1 : sides.a > sides.b ? 1 : 0
}

export function multiplyDecimals(a: string, b: string): string {
  const x = toScaled(a)
  const y = toScaled(b)
  return toText({ units: x.units * y.units, scale: x.scale + y.scale })
}

/** Moves the decimal point `places` to the right (left when negative), exactly. */
export function shiftDecimal(decimal: string, places: number): string {
  const { units, scale } = toScaled(decimal)
  const shifted = scale - places
  return shifted < 0
    ? toText({ units: units * 10n ** BigInt(-shifted), scale: 0 })
    : toText({ units, scale: shifted })
}

/** Rounded half away from zero to at most `decimals` places. */
export function roundDecimal(decimal: string, decimals: number): string {
  const { units, scale } = toScaled(decimal)
  if (scale <= decimals) return toText({ units, scale })
  return toText({ units: divideRounded(units, 10n ** BigInt(scale - decimals)), scale: decimals })
}

/** a / b rounded half away from zero to `decimals` places; null when b is zero. */
export function divideDecimals(a: string, b: string, decimals: number): string | null {
  const sides = aligned(a, b)
  if (sides.b === 0n) return null
  return toText({ units: divideRounded(sides.a * 10n ** BigInt(decimals), sides.b), scale: decimals })
}

export function decimalPlaces(decimal: string): number {
  return canonicalDecimal(decimal).split('.')[1]?.length ?? 0
}
