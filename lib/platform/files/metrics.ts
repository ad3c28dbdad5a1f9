import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Styles of the one family; Tinos shares the metrics of Times New Roman, letter for letter. */
const FACES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const
export type Face = keyof typeof FACES
export const FACE_NAMES = Object.keys(FACES) as Face[]

/** The face that bold and italic ask for. */
export const faceOf = (style: { bold: boolean; italic: boolean }): Face =>
  style.bold ? (style.italic ? 'boldItalic' : 'bold') : style.italic ? 'italic' : 'regular'

/** The bytes of a face's TrueType file. */
export function readFace(face: Face): Buffer {
  const folder = path.join(process.cwd(), 'node_modules', '@expo-google-fonts', 'tinos')
  return readFileSync(path.join(folder, FACES[face]))
}

type Metrics = { unitsPerEm: number; advanceOf(code: number): number }

const kept = new Map<Face, Metrics>()

/** Width in points of a text in one line, letter by letter, as Word sets it without kerning. */
export function widthOf(text: string, face: Face, size: number): number {
  let metrics = kept.get(face)
  if (!metrics) kept.set(face, (metrics = readMetrics(readFace(face))))
  let width = 0
  for (const letter of text) width += metrics.advanceOf(letter.codePointAt(0)!)
  return (width * size) / metrics.unitsPerEm
}

/**
 * Advance widths straight from the tables cmap (format 4) and hmtx of the OpenType specification: a fraction of what a font
 * library takes in memory, and a DOCX needs nothing else.
 */
function readMetrics(file: Buffer): Metrics {
  const at = (tag: string) => {
    for (let entry = 12; entry < 12 + file.readUInt16BE(4) * 16; entry += 16)
      if (file.toString('latin1', entry, entry + 4) === tag) return file.readUInt32BE(entry + 8)
    throw new Error(`the font has no table ${tag}`)
  }
  const hmtx = at('hmtx')
  const lastLong = file.readUInt16BE(at('hhea') + 34) - 1
  const segments = unicodeSegments(file, at('cmap'))
  const count = file.readUInt16BE(segments + 6) / 2
  const ends = segments + 14
  const starts = ends + count * 2 + 2
  const deltas = starts + count * 2
  const ranges = deltas + count * 2
  const glyphOf = (code: number) => {
    for (let i = 0; i < count; i++) {
      if (code > file.readUInt16BE(ends + i * 2)) continue
      const start = file.readUInt16BE(starts + i * 2)
      if (code < start) return 0
      const range = file.readUInt16BE(ranges + i * 2)
      const glyph = range === 0 ? code : file.readUInt16BE(ranges + i * 2 + range + (code - start) * 2)
      return glyph === 0 ? 0 : (glyph + file.readUInt16BE(deltas + i * 2)) & 0xffff
    }
    return 0
  }
  const advances = new Map<number, number>()
  return {
    unitsPerEm: file.readUInt16BE(at('head') + 18),
    advanceOf: (code) => {
      let advance = advances.get(code)
      if (advance === undefined) {
        advance = file.readUInt16BE(hmtx + Math.min(glyphOf(code), lastLong) * 4)
        advances.set(code, advance)
      }
      return advance
    },
  }
}

/** Where the subtable of Windows and Unicode's basic plane begins. */
function unicodeSegments(file: Buffer, cmap: number): number {
  for (let entry = cmap + 4; entry < cmap + 4 + file.readUInt16BE(cmap + 2) * 8; entry += 8) {
    const table = cmap + file.readUInt32BE(entry + 4)
    const isWindowsUnicode = file.readUInt32BE(entry) === 0x00030001
    if (isWindowsUnicode && file.readUInt16BE(table) === 4) return table
  }
  throw new Error('the font has no Unicode mapping')
}
