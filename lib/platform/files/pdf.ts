import PDFDocument from 'pdfkit'
import { registerFaces } from './fonts.ts'
import { widthOf } from './metrics.ts'
import { A4, MARK_SIZE, mmToPoints } from './form.ts'
import type { Paper } from './paper.ts'
import { setPaper } from './set.ts'
import type { SetSection } from './shapes.ts'
import { stripsOf, type Strip } from './strips.ts'

/**
 * The paper as a PDF: the same form as the DOCX, fonts embedded, text that can be selected and searched, Vietnamese as its
 * language.
 */
export async function renderPdf(paper: Paper): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: paper.title.normalize('NFC'), Author: paper.heading?.issuer.replaceAll('\n', ' ') ?? '' },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  registerFaces(document)
  for (const section of setPaper(paper)) drawSection(document, section)
  document.end()
  return whole
}

function drawSection(document: PDFKit.PDFDocument, section: SetSection): void {
  const { margins, landscape, pageNumber, mark } = section
  const [wide, high] = landscape ? [A4.height, A4.width] : [A4.width, A4.height]
  const x = mmToPoints(margins.left)
  const top = mmToPoints(margins.top)
  const bottom = mmToPoints(high - margins.bottom)
  let page = 0
  let y = top
  const turn = () => {
    document.addPage({ size: [mmToPoints(wide), mmToPoints(high)], margin: 0 })
    page++
    y = top
    if (mark !== null) centred(mark, 'bold', MARK_SIZE, mmToPoints(high - margins.bottom / 2))
    if (pageNumber === null || page === 1) return
    centred(String(page), 'regular', pageNumber, mmToPoints(margins.top / 2) + pageNumber)
  }
  const centred = (text: string, face: 'regular' | 'bold', size: number, at: number) => {
    const centre = mmToPoints(margins.left + (wide - margins.left - margins.right) / 2)
    document
      .font(face)
      .fontSize(size)
      .text(text, centre - widthOf(text, face, size) / 2, at, { lineBreak: false, baseline: 'alphabetic' })
  }
  const put = (strip: Strip) => {
    strip.draw(document, x, y)
    y += strip.height
  }

  turn()
  const strips = stripsOf(section.items, mmToPoints(wide - margins.left - margins.right))
  for (let index = 0; index < strips.length; index++) {
    let strip = strips[index]!
    if (strip.ends) {
      // A break at the very end, or right after another page was begun, makes no empty page.
      if (y > top && index < strips.length - 1) turn()
      continue
    }
    if (y + chainHeight(strips, index, bottom - top) > bottom + 0.01 && y > top) {
      turn()
      if (strip.head) put(strip.head)
    }
    if (strip.gap && y === top) continue
    while (y + strip.height > bottom + 0.01) {
      const parts = strip.split?.(bottom - y)
      if (!parts) break
      put(parts[0])
      turn()
      if (strip.head) put(strip.head)
      strip = { ...parts[1], head: strip.head }
    }
    put(strip)
  }
}

/** Height of a strip with those that must stand on its page; of an endless chain only the strip itself. */
function chainHeight(strips: readonly Strip[], index: number, page: number): number {
  let height = 0
  let at = index
  for (; at < strips.length; at++) {
    height += strips[at]!.height
    if (!strips[at]!.keep) break
  }
  return height > page ? strips[index]!.height : height
}
