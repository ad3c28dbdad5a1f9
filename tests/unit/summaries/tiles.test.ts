import { describe, expect, it } from 'vitest'
import { MERGED, UNCHANGED } from '@/prisma/seed/data/units'
import { slugOf } from '@/lib/platform/vietnamese'
import { tilesFor } from '@/lib/summaries/tiles/rules'
import { TILES_BEFORE, TILES_NOW, type Tile } from '@/lib/summaries/tiles/types'

const current = [...UNCHANGED.map(([, name]) => slugOf(name)), ...MERGED.map(({ name }) => slugOf(name))]
const before = [
  ...UNCHANGED.map(([, name]) => slugOf(name)),
  ...MERGED.flatMap(({ from }) =>
    from.map(([, name]) => (current.includes(slugOf(name)) ? `${slugOf(name)}-cu` : slugOf(name))),
  ),
]

describe('tile map', () => {
  it.each([
    ['the 34 units of today', TILES_NOW, current],
    ['the 63 units before', TILES_BEFORE, before],
  ] as const)('has every one of %s once, and no two in one place', (_, tiles: readonly Tile[], units) => {
    expect(tiles.map(([slug]) => slug).sort()).toEqual([...units].sort())
    for (const [slug, , , name] of tiles) expect([slugOf(name), `${slugOf(name)}-cu`]).toContain(slug)
    expect(new Set(tiles.map(([, column, row]) => `${column},${row}`)).size).toBe(units.length)
  })

  it('is connected: each square touches another, if only at a corner', () => {
    for (const tiles of [TILES_NOW, TILES_BEFORE]) {
      for (const [slug, column, row] of tiles) {
        const near = tiles.filter(
          ([other, c, r]) => other !== slug && Math.abs(c - column) <= 1 && Math.abs(r - row) <= 1,
        )
        expect(near.length, slug).toBeGreaterThan(0)
      }
    }
  })

  it('is chosen by the units there are', () => {
    expect(tilesFor(current)).toBe(TILES_NOW)
    expect(tilesFor(before)).toBe(TILES_BEFORE)
    expect(tilesFor(['lao-cai'])).toBe(TILES_NOW)
    expect(tilesFor(['xa-ban-lien'])).toBeNull()
  })
})
