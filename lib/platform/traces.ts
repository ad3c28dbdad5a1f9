import { readFileSync } from 'node:fs'
import { findSourceMap, SourceMap, type SourceMapPayload } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const FRAME = /^(at (?:.*? \()?)((?:file:\/\/)?(?:\/|[A-Za-z]:[\\/]).*):(\d+):(\d+)\)?$/
/** Where `next build` puts what it made of the sources, each file with its map beside it. */
const BUILT = /[\\/]\.next[\\/]/
const MOST_KEPT = 1_000

type Origin = { fileName: string; lineNumber: number; columnNumber: number }
type Maps = Map<string, SourceMap | undefined>

const told = new Map<string, string>()

/**
 * The frames of a stack (`at name (file:line:column)`) as the sources count them, for what is served was built from the
 * sources. Node can do it by itself, but then keeps the map of every file it loads (what that takes: start.ts). Here a map
 * is read when an error comes from its file, and let go; what a frame came to is kept, so that an error that repeats costs
 * nothing. A frame whose origin is not known stays as it is.
 */
export function inSources(frames: string[]): string[] {
  const maps: Maps = new Map()
  return frames.map((frame) => {
    const known = told.get(frame)
    if (known !== undefined) return known
    const origin = originOf(frame, maps)
    if (told.size >= MOST_KEPT) told.clear()
    told.set(frame, origin)
    return origin
  })
}

function originOf(frame: string, maps: Maps): string {
  const [, before, place, line, column] = FRAME.exec(frame) ?? []
  if (before === undefined || !place) return frame
  try {
    const file = place.startsWith('file:') ? fileURLToPath(place) : place
    const map = maps.get(file) ?? mapOf(place, file)
    maps.set(file, map)
    const origin = map?.findOrigin(Number(line), Number(column))
    if (!origin || !('fileName' in origin)) return frame
    const { fileName, lineNumber, columnNumber }: Origin = origin
    const source = fileName.startsWith('file:')
      ? fileURLToPath(fileName)
      : path.resolve(path.dirname(file), decodeURIComponent(fileName))
    return `${before}${source}:${lineNumber}:${columnNumber}${before.endsWith('(') ? ')' : ''}`
  } catch {
    // A map that is missing or broken must not hide the error.
    return frame
  }
}

/** The map that Node kept while it still did, or the one beside a built file. */
function mapOf(place: string, file: string): SourceMap | undefined {
  const kept = findSourceMap(place)
  if (kept || !BUILT.test(file)) return kept
  const text = readFileSync(/* turbopackIgnore: true */ `${file}.map`, 'utf8')
  return new SourceMap(JSON.parse(text) as SourceMapPayload)
}
