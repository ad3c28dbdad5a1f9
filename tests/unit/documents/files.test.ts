import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import { renderDocx } from '@/lib/platform/files/docx'
import { FORMS, mmToTwips } from '@/lib/platform/files/form'
import { PAPER_PRESETS, type Block, type Paper } from '@/lib/platform/files/paper'
import { renderPdf } from '@/lib/platform/files/pdf'
import { setPaper } from '@/lib/platform/files/set'
import type { SetItem } from '@/lib/platform/files/shapes'
import { samplePaper, VIETNAMESE_LETTERS } from '@/tests/support/sample-paper'

const part = (docx: Buffer, name: string) => strFromU8(unzipSync(new Uint8Array(docx))[name]!)

/** The paragraph of document.xml that holds a text. */
function paragraphWith(xml: string, text: string): string {
  const found = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].find(([one]) =>
    [...one.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
      .map((match) => match[1])
      .join('')
      .includes(text),
  )
  if (!found) throw new Error(`no paragraph says ${text}`)
  return found[0]
}

const halfPoints = (paragraph: string) => [
  ...new Set([...paragraph.matchAll(/<w:r>.*?<w:sz w:val="(\d+)"\/>/gs)].map(([, size]) => Number(size))),
]

async function pdfText(bytes: Buffer): Promise<{ pages: string[]; title: string; language: string | null }> {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
  }
  const { info } = await pdf.getMetadata()
  const { Title, Language } = info as { Title: string; Language: string | null }
  await task.destroy()
  return { pages, title: Title, language: Language }
}

describe('P3 a DOCX in the form of Nghị định 30/2020/NĐ-CP', () => {
  let docx: Buffer
  let xml: string
  beforeAll(async () => {
    docx = await renderDocx(samplePaper())
    xml = part(docx, 'word/document.xml')
  })

  test.each(PAPER_PRESETS)('P3 mammoth reads the form %s without an error', async (preset) => {
    const buffer = await renderDocx(samplePaper({ preset }))
    const { value, messages } = await mammoth.extractRawText({ buffer })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    expect(value).toContain('Trên 600 nghìn lượt hội viên được tuyên truyền; giúp 13.577 hộ, đạt 122/281 xã.')
    expect(value).toContain(preset === 'DANG' ? 'Số 05-BC/CTĐ' : 'Số: 05/BC-CTĐ')
    expect(value.includes('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBe(preset === 'ND30')
    expect(value.includes('ĐẢNG CỘNG SẢN VIỆT NAM')).toBe(preset === 'DANG')
  })

  test('P3 page A4, margins within the decree, annex turned', () => {
    const [first, second] = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section)
    const read = (section: string, attribute: string) =>
      Number(new RegExp(`w:${attribute}="(\\d+)"`).exec(section)?.[1])
    for (const section of [first!, second!]) {
      const margin = /<w:pgMar[^>]*>/.exec(section)![0]
      for (const [side, least, most] of [
        ['top', 20, 25],
        ['bottom', 20, 25],
        ['left', 30, 35],
        ['right', 15, 20],
      ] as const) {
        expect(read(margin, side)).toBeGreaterThanOrEqual(mmToTwips(least))
        expect(read(margin, side)).toBeLessThanOrEqual(mmToTwips(most))
      }
      // No page number on the first page, one centred in the top margin on the others, counted anew in the annex.
      expect(section).toContain('<w:titlePg/>')
      expect(section).toContain('<w:pgNumType w:start="1"/>')
    }
    const size = (section: string) => /<w:pgSz[^>]*>/.exec(section)![0]
    expect([read(size(first!), 'w'), read(size(first!), 'h')]).toEqual([11906, 16838])
    expect([read(size(second!), 'w'), read(size(second!), 'h')]).toEqual([16838, 11906])
    const header = Object.entries(unzipSync(new Uint8Array(docx)))
      .filter(([name]) => /^word\/header\d/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
    expect(
      header.some(
        (one) => one.includes('PAGE') && one.includes('w:val="center"') && one.includes('w:val="26"'),
      ),
    ).toBe(true)
  })

  test('P3 font, language and sizes of each element', () => {
    const styles = part(docx, 'word/styles.xml')
    expect(styles).toContain('w:ascii="Times New Roman"')
    expect(styles).toContain('w:hAnsi="Times New Roman"')
    expect(styles).toContain('<w:lang w:val="vi-VN"')
    expect(xml.match(/w:ascii="(?!Times New Roman)/)).toBeNull()
    for (const [text, least, most, bold] of [
      ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, true],
      ['Độc lập - Tự do - Hạnh phúc', 13, 14, true],
      ['HỘI LIÊN HIỆP PHỤ NỮ TỈNH GIA LAI', 12, 13, false],
      ['CỤM THI ĐUA 10 TỈNH DUYÊN HẢI', 12, 13, true],
      ['Số: 05/BC-CTĐ', 13, 13, false],
      ['Gia Lai, ngày 05 tháng 02 năm 2023', 13, 14, false],
      ['BÁO CÁO', 13, 14, true],
      ['Tổng kết hoạt động', 13, 14, true],
      ['Kính gửi', 13, 14, false],
      ['Căn cứ Luật', 13, 14, false],
      ['Ban Chấp hành Hội các cấp', 13, 14, false],
      ['CỤM TRƯỞNG', 13, 14, true],
      ['Nơi nhận:', 12, 12, true],
      ['- Như trên;', 11, 11, false],
      ['Phụ lục', 14, 14, true],
    ] as const) {
      const paragraph = paragraphWith(xml, text)
      for (const size of halfPoints(paragraph)) {
        expect(size / 2, text).toBeGreaterThanOrEqual(least)
        expect(size / 2, text).toBeLessThanOrEqual(most)
      }
      expect(paragraph.includes('<w:b/>'), text).toBe(bold)
    }
    expect(paragraphWith(xml, 'Căn cứ Luật')).toContain('<w:i/>')
    expect(paragraphWith(xml, 'Nơi nhận:')).toContain('<w:i/>')
  })

  test('P3 body justified, first line 1,27 cm, at least 6 pt apart, single to one and a half', () => {
    const body = paragraphWith(xml, 'Ban Chấp hành Hội các cấp')
    expect(body).toContain('<w:jc w:val="both"/>')
    expect(body).toContain(`w:firstLine="${mmToTwips(12.7)}"`)
    const line = Number(/w:line="(\d+)"/.exec(body)![1])
    expect(Number(/w:after="(\d+)"/.exec(body)![1])).toBeGreaterThanOrEqual(120)
    expect(line).toBeGreaterThanOrEqual(240)
    expect(line).toBeLessThanOrEqual(360)
  })

  test('P3 the head of a table is repeated, its rows are not torn', () => {
    expect(xml.match(/<w:tblHeader\/>|<w:tblHeader w:val="(true|on|1)"\/>/g)?.length).toBe(3)
    expect(xml.match(/<w:cantSplit\/>/g)!.length).toBeGreaterThan(20)
  })

  test('a căn cứ ends with a semicolon, the last with a full stop; letters run a, b, c, d, đ', async () => {
    const { value } = await mammoth.extractRawText({ buffer: docx })
    expect(value).toContain('Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;')
    expect(value).toContain('Căn cứ Quy chế hoạt động của Cụm.')
    expect(value).toContain('đ) Thứ năm')
  })
})

describe('P4 a PDF whose text is what was put in', () => {
  test.each([
    ['upright', {}],
    ['bold', { bold: true }],
    ['italic', { italic: true }],
    ['bold italic', { bold: true, italic: true }],
  ])('P4 every Vietnamese letter in both cases, %s', async (_, style) => {
    expect(new Set(VIETNAMESE_LETTERS).size).toBe(134)
    const letters = VIETNAMESE_LETTERS.join(' ')
    const paper: Paper = {
      ...samplePaper({ paragraphs: 0 }),
      blocks: [{ kind: 'paragraph', align: 'left', text: [{ text: letters.normalize('NFD'), ...style }] }],
      annexes: [],
    }
    const { pages } = await pdfText(await renderPdf(paper))
    const text = pages.join(' ').replace(/\s+/g, ' ')
    expect(text).toBe(text.normalize('NFC'))
    expect(text).toContain(letters)
  })

  test('P4 fonts embedded, title and language given, justified lines read in order', async () => {
    const pdf = await renderPdf(samplePaper())
    const raw = pdf.toString('latin1')
    expect(raw.match(/\/FontFile2/g)?.length).toBe(raw.match(/\/Type \/FontDescriptor/g)?.length)
    expect(raw).not.toContain('/BaseFont /Helvetica')
    expect(raw).toContain('/Lang (vi-VN)')
    const { pages, title } = await pdfText(pdf)
    expect(title).toBe(samplePaper().title)
    const text = pages.join(' ').replace(/\s+/g, ' ')
    expect(text).toContain('Trên 600 nghìn lượt hội viên được tuyên truyền; giúp 13.577 hộ, đạt 122/281 xã.')
    expect(text).toContain('cụ thể hóa thành nhiệm vụ phù hợp với từng địa phương; phong trào thi đua')
  })

  test('page numbers stand on the second page and after, anew in the annex; the head of a table on each page', async () => {
    const { pages } = await pdfText(await renderPdf(samplePaper({ paragraphs: 25, indicators: 60 })))
    const begins = pages.map((page) => page.trim())
    const annex = begins.findIndex((page) => page.startsWith('Phụ lục'))
    expect(annex).toBeGreaterThan(1)
    expect(begins[0]).not.toMatch(/^1\b/)
    for (let page = 1; page < annex; page++) expect(begins[page]!.startsWith(String(page + 1))).toBe(true)
    expect(begins.length - annex).toBeGreaterThan(1)
    expect(begins[annex + 1]!.startsWith('2')).toBe(true)
    expect(begins[annex + 1]).toContain('Chỉ tiêu')
    expect(begins[annex + 1]).toContain('Tỉnh 10')
  })

  test('a row taller than a page goes on on the next, and nothing of it is lost', async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `từ${index}`)
    const paper: Paper = {
      ...samplePaper({ paragraphs: 0 }),
      blocks: [
        {
          kind: 'table',
          columns: [{ width: 1 }, { width: 5 }],
          head: [['TT', 'Nội dung']],
          rows: [['1', words.join(' ')]],
        },
      ],
      annexes: [],
    }
    const { pages } = await pdfText(await renderPdf(paper))
    expect(pages.length).toBeGreaterThan(2)
    const text = pages.join(' ').replace(/\s+/g, ' ')
    for (const word of ['từ0', 'từ1500', 'từ2999']) expect(text).toContain(word)
  })
})

test('four slips on a sheet, in a section of their own', () => {
  const slip = {
    heading: ['CỤM THI ĐUA'],
    title: 'PHIẾU BẦU',
    subtitle: null,
    instruction: null,
    columns: [{ width: 1 }, { width: 4 }],
    head: ['TT', 'Đơn vị'],
    rows: [['1', 'A']],
    foot: null,
  }
  const paper: Paper = {
    ...samplePaper(),
    heading: null,
    blocks: [{ kind: 'slips', slip, copies: 9 }],
    signatures: [],
    recipients: [],
    annexes: [],
  }
  const sections = setPaper(paper)
  expect(sections).toHaveLength(1)
  const tables = sections[0]!.items.filter((item) => item.kind === 'table')
  expect(
    tables.map(({ rows }) =>
      rows.map(({ cells }) => cells.filter(({ content }) => content.length > 0).length),
    ),
  ).toEqual([[2, 2], [2, 2], [1]])
  expect(sections[0]!.pageNumber).toBeNull()
})

test('every size of every form is one that its rules allow', () => {
  for (const form of Object.values(FORMS)) {
    expect(form.body).toBeGreaterThanOrEqual(13)
    expect(form.margins.left).toBeGreaterThanOrEqual(30)
  }
})

describe('what a paper says of itself', () => {
  const words = (item: SetItem) =>
    item.kind === 'paragraph' ? item.runs.map(({ text }) => text).join('') : ''

  test('a công văn bears the mark of a draft, though no name of its kind', () => {
    const paper = samplePaper({})
    const heading = { ...paper.heading!, typeName: null, notes: ['(Dự thảo)'] }
    const [first] = setPaper({ ...paper, heading })
    expect(first!.items.map(words)).toContain('(Dự thảo)')
  })

  test('what is said of a whole section stays with its title and with what follows', () => {
    const note: Block = { kind: 'note', text: 'SỐ LIỆU MINH HỌA' }
    const [first] = setPaper({
      ...samplePaper({}),
      blocks: [
        note,
        { kind: 'section', number: 'I', title: 'Kết quả' },
        note,
        { kind: 'paragraph', text: 'Lời.' },
      ],
    })
    const notes = first!.items.filter((item) => words(item) === 'SỐ LIỆU MINH HỌA')
    expect(notes.map((item) => item.kind === 'paragraph' && item.keep)).toEqual([false, true])
  })
})
