// A process of its own with little memory: see readWorkbook in read.ts. Takes the bytes on standard input, writes one JSON
// answer. Nothing of a file is unpacked before its directory was looked through, and nothing further than the limits.
import { Parser } from 'saxen'
import { directoryOf, refuse, Refusal, unpack } from './unzip.mjs'

const LIMITS = {
  rows: 10_000,
  columns: 400,
  cells: 120_000,
  text: 6_000_000,
  sheets: 60,
}

const FORBIDDEN = [
  [/vbaproject|vbadata|\/macrosheets\/|\/dialogsheets\//, 'MACROS'],
  [
    /\/externallinks\/|\/embeddings\/|\/activex\/|\/ctrlprops\/|\/customui\/|connections\.xml$|\/querytables\/|\/webextensions\/|\/model\//,
    'EXTERNAL',
  ],
]

const local = (name) => name.slice(name.indexOf(':') + 1)

/** Parses a part; `open`, `text` and `close` get names without their prefix. A declaration of types is refused: entities are declared there. */
async function parse(bytes, entry, { open, text, close }) {
  const parser = new Parser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('openTag', (name, attributes, decode) => open?.(local(name), attributes, decode))
  parser.on('closeTag', (name) => close?.(local(name)))
  parser.on('text', (value, decode) => text?.(decode(value)))
  parser.on('cdata', (value) => text?.(value))
  parser.on('attention', () => refuse('BROKEN'))
  await unpack(bytes, entry, (piece) => parser.write(decoder.decode(piece, { stream: true })))
  parser.write(decoder.decode())
  parser.end()
}

/** Attribute by its name without prefix. */
function attribute(attributes, decode, wanted) {
  for (const [name, value] of Object.entries(attributes()))
    if (local(name) === wanted) return decode(String(value))
  return undefined
}

async function relationsOf(bytes, entries, part) {
  const relations = new Map()
  const entry = entries.get(part)
  if (!entry) return relations
  await parse(bytes, entry, {
    open(name, attributes, decode) {
      if (name !== 'Relationship') return
      const type = attribute(attributes, decode, 'Type') ?? ''
      const external = attribute(attributes, decode, 'TargetMode')?.toLowerCase() === 'external'
      if (/vbaProject|macrosheet/i.test(type)) refuse('MACROS')
      if ((external && !/hyperlink$/i.test(type)) || /externalLink|oleObject|activeX|connections/i.test(type))
        refuse('EXTERNAL')
      relations.set(attribute(attributes, decode, 'Id'), attribute(attributes, decode, 'Target') ?? '')
    },
  })
  return relations
}

const resolved = (target) =>
  (target.startsWith('/') ? target.slice(1) : `xl/${target}`).replace(/[^/]+\/\.\.\//g, '').toLowerCase()

async function typesOf(bytes, entries) {
  const entry = entries.get('[content_types].xml')
  if (!entry) refuse('NOT_XLSX')
  let workbook = null
  await parse(bytes, entry, {
    open(name, attributes, decode) {
      const type = attribute(attributes, decode, 'ContentType') ?? ''
      if (/macroEnabled|vbaProject|macrosheet/i.test(type)) refuse('MACROS')
      if (/spreadsheetml\.(sheet|template)\.main\+xml$/.test(type))
        workbook = (attribute(attributes, decode, 'PartName') ?? '').replace(/^\//, '').toLowerCase()
      if (/\.binary\./i.test(type)) refuse('NOT_XLSX')
    },
  })
  if (!workbook || !entries.has(workbook)) refuse('NOT_XLSX')
  return workbook
}

async function sheetsOf(bytes, entries, workbook) {
  const sheets = []
  let date1904 = false
  const relations = await relationsOf(bytes, entries, workbook.replace(/([^/]+)$/, '_rels/$1.rels'))
  await parse(bytes, entries.get(workbook), {
    open(name, attributes, decode) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(attributes, decode, 'date1904') ?? '')
      if (name === 'externalReference') refuse('EXTERNAL')
      if (name !== 'sheet') return
      sheets.push({
        name: (attribute(attributes, decode, 'name') ?? '').slice(0, 100),
        hidden: (attribute(attributes, decode, 'state') ?? 'visible') !== 'visible',
        part: resolved(relations.get(attribute(attributes, decode, 'id')) ?? ''),
      })
      if (sheets.length > LIMITS.sheets) refuse('TOO_MANY_CELLS')
    },
  })
  return { sheets: sheets.filter(({ part }) => entries.has(part) && part.includes('worksheets/')), date1904 }
}

const DATE_FORMATS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47])

/** What each style makes of a number: a number, a percentage, or a day. */
async function stylesOf(bytes, entries) {
  const entry = entries.get('xl/styles.xml')
  const formats = new Map()
  const styles = []
  let within = ''
  if (!entry) return styles
  await parse(bytes, entry, {
    open(name, attributes, decode) {
      if (name === 'numFmt')
        formats.set(
          attribute(attributes, decode, 'numFmtId'),
          attribute(attributes, decode, 'formatCode') ?? '',
        )
      if (name === 'cellXfs' || name === 'cellStyleXfs') within = name
      if (name !== 'xf' || within !== 'cellXfs') return
      const id = attribute(attributes, decode, 'numFmtId') ?? '0'
      const code = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
      if (id === '9' || id === '10' || code.includes('%')) styles.push('percent')
      else if (DATE_FORMATS.has(Number(id)) || /[dmyhs]/i.test(code.replace(/general/i, '')))
        styles.push('date')
      else styles.push('number')
    },
    close(name) {
      if (name === within) within = ''
    },
  })
  return styles
}

let textLeft = LIMITS.text
const kept = (text) => {
  textLeft -= text.length
  if (textLeft < 0) refuse('TOO_MANY_CELLS')
  return text.replace(/_x([0-9a-fA-F]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)))
}

async function stringsOf(bytes, entries) {
  const strings = []
  const entry = entries.get('xl/sharedstrings.xml')
  if (!entry) return strings
  let current = null
  let reading = false
  let phonetic = false
  await parse(bytes, entry, {
    open(name) {
      if (name === 'si') current = ''
      if (name === 'rPh') phonetic = true
      if (name === 't') reading = !phonetic
    },
    text(value) {
      if (reading && current !== null) current += value
    },
    close(name) {
      if (name === 't') reading = false
      if (name === 'rPh') phonetic = false
      if (name !== 'si') return
      strings.push(kept(current ?? ''))
      current = null
      if (strings.length > LIMITS.cells) refuse('TOO_MANY_CELLS')
    },
  })
  return strings
}

/** Formulas that reach out of the workbook, whatever they come to. */
const ACTIVE =
  /\[\d+\]|\[[^\]]*\.xl|\|['"A-Za-z]|\b(?:WEBSERVICE|FILTERXML|HYPERLINK|CALL|REGISTER(?:\.ID)?|EXEC|RTD|DDE|DDEAUTO|IMPORTXML|IMPORTDATA|IMPORTHTML|IMPORTRANGE|IMPORTFEED|IMAGE|STOCKHISTORY|SQL\.REQUEST|PY)\s*\(/i

const columnOf = (reference) => {
  let column = 0
  for (const letter of reference) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column
}

function place(reference) {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference)
  if (!match) refuse('BROKEN')
  return { row: Number(match[2]), column: columnOf(match[1]) }
}

/** A decimal without an exponent, as spreadsheets write 1E+15. */
function decimalText(written) {
  const text = written.trim()
  if (/^-?\d+(\.\d+)?$/.test(text)) return shortest(text)
  const value = Number(text)
  if (text === '' || !Number.isFinite(value)) return null
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}

/** 0.1 is kept as 0.10000000000000001 by some programs: the number is what 15 digits of it say. */
function shortest(text) {
  if (text.replace(/^-?0*\.?0*|\D/g, '').length <= 15) return text
  const value = Number(Number(text).toPrecision(15))
  return Number.isFinite(value)
    ? value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
    : null
}

function dayText(serial, date1904) {
  const days = Number(serial) + (date1904 ? 1462 : 0)
  if (!(days > 0 && days < 2_958_466)) return null
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10)
}

let cellCount = 0

async function readSheet(bytes, entries, sheet, { styles, strings, date1904 }) {
  const cells = []
  const merges = []
  let row = 0
  let column = 0
  let cell = null
  let into = null
  const finish = () => {
    const { type, style, value, formula, at } = cell
    if (formula !== null && ACTIVE.test(formula)) refuse('ACTIVE_FORMULA')
    const made = valueOf(type, style, value)
    if (made === null && formula === null) return
    cellCount += 1
    if (cellCount > LIMITS.cells) refuse('TOO_MANY_CELLS')
    cells.push({
      ...at,
      ...(made ?? { kind: 'text', value: '' }),
      ...(formula !== null && { formula: true }),
    })
  }
  const valueOf = (type, style, value) => {
    if (value === '' || value === null) return null
    if (type === 's') {
      const text = strings[Number(value)]
      if (text === undefined) refuse('BROKEN')
      return text === '' ? null : { kind: 'text', value: text }
    }
    if (type === 'inlineStr' || type === 'str') return { kind: 'text', value: kept(value) }
    if (type === 'b') return { kind: 'boolean', value: value.trim() === '1' ? '1' : '0' }
    if (type === 'e') return { kind: 'error', value: value.slice(0, 20) }
    if (type === 'd') return { kind: 'date', value: value.slice(0, 10) }
    const decimal = decimalText(value)
    if (decimal === null) refuse('BROKEN')
    const kind = styles[style] ?? 'number'
    if (kind === 'date') {
      const day = dayText(decimal, date1904)
      return day === null ? { kind: 'number', value: decimal } : { kind, value: day }
    }
    return { kind, value: decimal }
  }
  await parse(bytes, entries.get(sheet.part), {
    open(name, attributes, decode) {
      if (name === 'row') {
        const r = attribute(attributes, decode, 'r')
        row = r === undefined ? row + 1 : Number(r)
        column = 0
        if (!(row >= 1) || row > LIMITS.rows) {
          // Rows that only carry a height reach far down in many files; those with cells may not.
          if (!(row >= 1 && row <= 1_048_576)) refuse('TOO_MANY_ROWS')
          if (++sheet.far > 2_000) refuse('TOO_MANY_ROWS')
        }
      } else if (name === 'c') {
        const reference = attribute(attributes, decode, 'r')
        const at = reference === undefined ? { row, column: column + 1 } : place(reference)
        column = at.column
        cell = {
          at,
          type: attribute(attributes, decode, 't') ?? 'n',
          style: Number(attribute(attributes, decode, 's') ?? 0),
          value: '',
          formula: null,
        }
      } else if (name === 'v' || name === 't') into = cell && 'value'
      else if (name === 'f') {
        if (cell) cell.formula = ''
        into = cell && 'formula'
      } else if (name === 'mergeCell') {
        const [from, to] = (attribute(attributes, decode, 'ref') ?? '').split(':').map((ref) => place(ref))
        if (from && to && merges.length < 5_000) merges.push([from.row, from.column, to.row, to.column])
      } else if (name === 'oleObject' || name === 'control') refuse('EXTERNAL')
      else if (name === 'ddeLink') refuse('EXTERNAL')
    },
    text(value) {
      if (!cell || !into) return
      cell[into] += value
      if (cell[into].length > 40_000) refuse('BROKEN')
    },
    close(name) {
      if (name === 'v' || name === 't' || name === 'f') into = null
      if (name !== 'c' || !cell) return
      const filled = cell.value !== '' || cell.formula !== null
      if (filled && (cell.at.row > LIMITS.rows || cell.at.column > LIMITS.columns)) refuse('TOO_MANY_ROWS')
      finish()
      cell = null
    },
  })
  return { name: sheet.name, hidden: sheet.hidden, cells, merges }
}

async function read(bytes) {
  if (bytes.length === 0) refuse('EMPTY')
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) refuse('OLD_FORMAT')
  if (bytes.length < 22 || bytes.readUInt32BE(0) !== 0x504b0304) refuse('NOT_XLSX')
  const entries = directoryOf(bytes)
  for (const name of entries.keys())
    for (const [pattern, problem] of FORBIDDEN) if (pattern.test(`/${name}`)) refuse(problem)
  const workbook = await typesOf(bytes, entries)
  for (const name of entries.keys())
    if (/worksheets\/_rels\/[^/]+\.rels$/.test(name) || name === '_rels/.rels')
      await relationsOf(bytes, entries, name)
  const { sheets, date1904 } = await sheetsOf(bytes, entries, workbook)
  if (sheets.length === 0) refuse('NOT_XLSX')
  const context = {
    date1904,
    styles: await stylesOf(bytes, entries),
    strings: await stringsOf(bytes, entries),
  }
  const out = []
  for (const sheet of sheets) out.push(await readSheet(bytes, entries, { ...sheet, far: 0 }, context))
  return { sheets: out }
}

const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const answer = await read(Buffer.concat(chunks)).catch((error) => ({
  problem: error instanceof Refusal ? error.message : 'BROKEN',
}))
process.stdout.write(JSON.stringify(answer))
