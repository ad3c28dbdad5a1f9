import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalDecimal,
  compareDecimals,
  divideDecimals,
  roundDecimal,
  shiftDecimal,
} from '@/lib/platform/numbers/decimal'
import { groupThousands } from '@/lib/platform/numbers/print'

const RUNS = { numRuns: 2000 }
const decimal = fc
  .record({
    digits: fc.oneof(fc.bigInt({ min: 0n, max: 9999n }), fc.bigInt({ min: 0n, max: 10n ** 19n })),
    scale: fc.integer({ min: 0, max: 8 }),
    minus: fc.boolean(),
  })
  .map(({ digits, scale, minus }) => {
    const padded = String(digits).padStart(scale + 1, '0')
    const point = padded.length - scale
    const units = minus ? -digits : digits
    return {
      text: `${minus ? '-' : ''}${padded.slice(0, point)}${scale > 0 ? `.${padded.slice(point)}` : ''}`,
      units,
      scale,
    }
  })

/** units / 10^scale written out, by whole numbers alone. */
function written(units: bigint, scale: number): string {
  const padded = String(units < 0n ? -units : units).padStart(scale + 1, '0')
  const point = padded.length - scale
  const fraction = padded.slice(point).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${padded.slice(0, point)}${fraction ? `.${fraction}` : ''}`
}

function halfAwayFromZero(n: bigint, d: bigint): bigint {
  const [size, by] = [n < 0n ? -n : n, d < 0n ? -d : d]
  const quotient = (2n * size + by) / (2n * by)
  return n < 0n === d < 0n ? quotient : -quotient
}

describe('decimals of few digits are reckoned as those of many', () => {
  it('compare', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        const [x, y] = [a.units * 10n ** BigInt(b.scale), b.units * 10n ** BigInt(a.scale)]
        expect(compareDecimals(a.text, b.text)).toBe(x < y ? -1 : x > y ? 1 : 0)
      }),
      RUNS,
    )
  })

  it('divide', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.integer({ min: 0, max: 12 }), (a, b, places) => {
        const [n, d] = [a.units * 10n ** BigInt(b.scale), b.units * 10n ** BigInt(a.scale)]
        const expected = d === 0n ? null : written(halfAwayFromZero(n * 10n ** BigInt(places), d), places)
        expect(divideDecimals(a.text, b.text, places)).toBe(expected)
      }),
      RUNS,
    )
  })

  it('round and shift', () => {
    fc.assert(
      fc.property(
        decimal,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: -9, max: 9 }),
        (a, to, places) => {
          const kept = Math.min(a.scale, to)
          expect(roundDecimal(a.text, to)).toBe(
            written(halfAwayFromZero(a.units, 10n ** BigInt(a.scale - kept)), kept),
          )
          const shifted = a.scale - places
          expect(shiftDecimal(a.text, places)).toBe(
            shifted < 0 ? written(a.units * 10n ** BigInt(-shifted), 0) : written(a.units, shifted),
          )
          expect(canonicalDecimal(a.text)).toBe(written(a.units, a.scale))
        },
      ),
      RUNS,
    )
  })

  it('thousands are set apart', () => {
    fc.assert(
      fc.property(fc.bigInt(), (whole) => {
        expect(groupThousands(String(whole))).toBe(String(whole).replace(/\B(?=(\d{3})+$)/g, '.'))
      }),
      RUNS,
    )
  })
})
