import { TILES_BEFORE, TILES_NOW, type Tile } from './types'

/** The layout that has a square for the most of the units; null where neither has one for any (units of another level). */
export function tilesFor(slugs: readonly string[]): readonly Tile[] | null {
  const known = (tiles: readonly Tile[]) => {
    const has = new Set(tiles.map(([slug]) => slug))
    return slugs.filter((slug) => has.has(slug)).length
  }
  const [now, before] = [known(TILES_NOW), known(TILES_BEFORE)]
  if (now === 0 && before === 0) return null
  return before > now ? TILES_BEFORE : TILES_NOW
}
