import { create, type Font } from 'fontkit'
import { FACE_NAMES, readFace, type Face } from './metrics.ts'

const kept = new Map<Face, Font>()

/** A face, read and parsed once in the life of the process. */
function fontOf(face: Face): Font {
  let font = kept.get(face)
  if (!font) {
    font = create(readFace(face)) as Font
    kept.set(face, font)
  }
  return font
}

const NO_BREAK_SPACE = 0xa0
const SPACE = 0x20

/**
 * Text to glyphs one by one. Composed Vietnamese needs no shaping and Word does not kern; and so each glyph says exactly
 * which letter it stands for, whatever other letters share its outline.
 */
function layOut(font: Font, text: string) {
  const glyphs = Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!
    const { id, advanceWidth } = font.glyphForCodePoint(code)
    return { id, advanceWidth, codePoints: [code === NO_BREAK_SPACE ? SPACE : code] }
  })
  return {
    glyphs,
    positions: glyphs.map(({ advanceWidth }) => ({
      xAdvance: advanceWidth,
      yAdvance: 0,
      xOffset: 0,
      yOffset: 0,
    })),
    advanceWidth: glyphs.reduce((sum, glyph) => sum + glyph.advanceWidth, 0),
  }
}

/** Makes the faces known to a document, which embeds of each what it uses. */
export function registerFaces(document: PDFKit.PDFDocument): void {
  for (const face of FACE_NAMES) {
    const font = fontOf(face)
    const plainly = Object.create(font, {
      layout: { value: (text: string) => layOut(font, text) },
    }) as unknown
    // A parsed font is taken as it is, which the library's types do not say.
    document.registerFont(face, plainly as PDFKit.Mixins.PDFFontSource)
  }
}
