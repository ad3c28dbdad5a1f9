import { zipSync } from 'fflate'
import { canonicalDecimal, shiftDecimal } from '../numbers/decimal'
import { cellAddress, columnName, fitsNumber } from './rules'
import { looksLikeFormula } from './formula'
import { Styles } from './styles'
import type { Book, Cell, Choice, Sheet } from './types'

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const LONGEST_TEXT = 32_767

/** Text for XML 1.0 as a spreadsheet reads it: what would be taken for its own _x000D_ escapes is escaped. */
function xmlText(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?/g, '\n')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function textCell(at: string, text: string, style: (prefixed: boolean) => number): string {
  const prefixed = looksLikeFormula(text)
  return `<c r="${at}" s="${style(prefixed)}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

const numberCell = (at: string, decimal: string, style: number) =>
  `<c r="${at}" s="${style}"><v>${decimal}</v></c>`

/** Days since 30/12/1899, as spreadsheets count. */
const serial = (day: string) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)

function cellXml(cell: Cell, at: string, styles: Styles): string {
  if (cell === null) return ''
  if (typeof cell === 'string')
    return textCell(at, cell, (prefixed) => styles.id({ look: 'wrap', format: '@', prefixed }))
  if ('input' in cell) {
    const look = cell.as === 'note' ? 'wrap' : 'plain'
    const style = (prefixed: boolean) =>
      styles.id({ look, format: cell.as === 'number' ? '#,##0.######' : '@', unlocked: true, prefixed })
    if (cell.input === null || cell.input === '') return `<c r="${at}" s="${style(false)}"/>`
    return cell.as === 'number' && /^-?\d+(\.\d+)?$/.test(cell.input)
      ? numberCell(at, cell.input, style(false))
      : textCell(at, cell.input, style)
  }
  const look = cell.look ?? 'plain'
  if ('text' in cell) return textCell(at, cell.text, (prefixed) => styles.id({ look, format: '@', prefixed }))
  if ('formula' in cell) {
    const style = styles.id({ look, format: cell.asPercent ? '0.0######%' : '#,##0.######' })
    const known =
      cell.cached === null ? '' : `<v>${cell.asPercent ? shiftDecimal(cell.cached, -2) : cell.cached}</v>`
    return `<c r="${at}" s="${style}"><f>${xmlText(cell.formula)}</f>${known}</c>`
  }
  if ('date' in cell)
    return numberCell(at, String(serial(cell.date)), styles.id({ look, format: 'dd/mm/yyyy' }))
  const decimal = 'number' in cell ? canonicalDecimal(cell.number) : shiftDecimal(cell.percent, -2)
  if (!fitsNumber(decimal))
    return textCell(at, decimal.replace('.', ','), () => styles.id({ look, format: '@' }))
  return numberCell(
    at,
    decimal,
    styles.id({ look, format: 'number' in cell ? '#,##0.######' : '0.0######%' }),
  )
}

function choiceXml({ range, values, message }: Choice): string {
  return (
    `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Không nhận" error="${xmlText(message)}" sqref="${range}">` +
    `<formula1>"${xmlText(values.join(','))}"</formula1></dataValidation>`
  )
}

/** Text in a footer: an ampersand begins a code there. */
const footerText = (text: string) => xmlText(text.replaceAll('&', '&&').slice(0, 180))

/** Characters that stay legible across A4 landscape. */
const READABLE = 175

/** Sheets of paper side by side: a wide table is not shrunk until nobody can read it. */
const pagesAcross = ({ widths, portrait }: Sheet): number =>
  portrait ? 1 : Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / READABLE))

/** Points a row needs for its wrapped texts; programs differ in whether they work it out on opening. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): number | undefined {
  const lines = cells.map((cell, column) => {
    const text = typeof cell === 'string' ? cell : cell && 'text' in cell ? cell.text : ''
    const look = cell && typeof cell === 'object' && 'look' in cell ? cell.look : 'wrap'
    const width = widths[column] ?? 12
    if (!text || width === 0 || look === 'title' || look === 'note' || look === 'mark' || look === 'total')
      return 1
    return text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / Math.max(4, width - 1))), 0)
  })
  const most = Math.min(20, Math.max(1, ...lines))
  return most > 1 ? most * 15 : undefined
}

function sheetXml(sheet: Sheet, styles: Styles): string {
  const { freeze, repeat: _, heights = {} } = sheet
  const rows = sheet.rows.map((cells, index) => {
    const height = heights[index] ?? heightOf(cells, sheet.widths)
    const body = cells
      .map((cell, column) => cellXml(cell, cellAddress(index + 1, column + 1), styles))
      .join('')
    return `<row r="${index + 1}"${height ? ` ht="${height}" customHeight="1"` : ''}>${body}</row>`
  })
  const columns = sheet.widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width || 8}"${width === 0 ? ' hidden="1"' : ''} customWidth="1"/>`,
  )
  const corner = freeze && cellAddress(freeze.rows + 1, freeze.columns + 1)
  const pane = freeze?.rows && freeze.columns ? 'bottomRight' : freeze?.rows ? 'bottomLeft' : 'topRight'
  return (
    `${HEADER}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0">${
      corner
        ? `<pane${freeze.columns ? ` xSplit="${freeze.columns}"` : ''}${freeze.rows ? ` ySplit="${freeze.rows}"` : ''} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`
        : ''
    }</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `${columns.length > 0 ? `<cols>${columns.join('')}</cols>` : ''}<sheetData>${rows.join('')}</sheetData>` +
    (sheet.locked
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : '') +
    (sheet.filter ? `<autoFilter ref="${sheet.filter}"/>` : '') +
    (sheet.merges?.length
      ? `<mergeCells count="${sheet.merges.length}">${sheet.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '') +
    (sheet.choices?.length
      ? `<dataValidations count="${sheet.choices.length}">${sheet.choices.map(choiceXml).join('')}</dataValidations>`
      : '') +
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="${sheet.portrait ? 'portrait' : 'landscape'}" fitToWidth="${pagesAcross(sheet)}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>&amp;L&amp;9${footerText(sheet.footer ?? '')}&amp;R&amp;9Trang &amp;P/&amp;N</oddFooter></headerFooter></worksheet>`
  )
}

/** A name that spreadsheets accept: no []:*?/\ and at most 31 characters, unlike every earlier one. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = []
  for (const { name } of sheets) {
    const base =
      name
        .replace(/[[\]:*?/\\]/g, ' ')
        .replace(/^'|'$/g, '')
        .trim()
        .slice(0, 31) || 'Bảng'
    let chosen = base
    for (let copy = 2; names.some((other) => other.toLowerCase() === chosen.toLowerCase()); copy++)
      chosen = `${base.slice(0, 31 - String(copy).length - 1)} ${copy}`
    names.push(chosen)
  }
  return names
}

function workbookXml(sheets: readonly Sheet[], names: readonly string[]): string {
  const quotedName = (index: number) => `'${(names[index] ?? '').replaceAll("'", "''")}'`
  const sides = (sheet: Sheet, index: number) =>
    sheet.freeze?.columns && pagesAcross(sheet) > 1
      ? `${xmlText(quotedName(index))}!$A:$${columnName(sheet.freeze.columns)},`
      : ''
  const defined = sheets.flatMap((sheet, index) => {
    const { repeat, filter } = sheet
    return [
      ...(filter
        ? [
            `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${xmlText(quotedName(index))}!${filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}</definedName>`,
          ]
        : []),
      ...(repeat
        ? [
            `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sides(sheet, index)}${xmlText(quotedName(index))}!$${repeat[0]}:$${repeat[1]}</definedName>`,
          ]
        : []),
    ]
  })
  return (
    `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr defaultThemeVersion="124226"/>` +
    (sheets.some(({ locked }) => locked) ? '<workbookProtection lockStructure="1"/>' : '') +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000"/></bookViews><sheets>' +
    sheets
      .map(
        ({ hidden }, index) =>
          `<sheet name="${xmlText(names[index] ?? '')}" sheetId="${index + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
      )
      .join('') +
    `</sheets>${defined.length > 0 ? `<definedNames>${defined.join('')}</definedNames>` : ''}<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`
  )
}

/** The bytes of a workbook (ECMA-376, transitional): A4, header rows repeated, pages numbered. */
export function writeXlsx(book: Book): Uint8Array<ArrayBuffer> {
  const styles = new Styles()
  const names = sheetNames(book.sheets)
  const sheets = book.sheets.map((sheet) => sheetXml(sheet, styles))
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = (content: string) =>
    `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEADER}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${part('xl/workbook.xml', `${CONTENT}.sheet.main+xml`)}` +
      sheets
        .map((__, index) => part(`xl/worksheets/sheet${index + 1}.xml`, `${CONTENT}.worksheet+xml`))
        .join('') +
      `${part('xl/styles.xml', `${CONTENT}.styles+xml`)}${part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    '_rels/.rels': relations(
      relation(1, 'officeDocument', 'xl/workbook.xml') +
        `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'docProps/core.xml':
      `${HEADER}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:title>${xmlText(book.title)}</dc:title><dc:creator>Cụm Thi Đua</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${book.madeAt.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`,
    'xl/workbook.xml': workbookXml(book.sheets, names),
    'xl/_rels/workbook.xml.rels': relations(
      sheets
        .map((__, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`))
        .join('') + relation(sheets.length + 1, 'styles', 'styles.xml'),
    ),
    'xl/styles.xml': styles.xml(),
  }
  for (const [index, content] of sheets.entries()) files[`xl/worksheets/sheet${index + 1}.xml`] = content
  const encoder = new TextEncoder()
  const packed = Object.entries(files).map(([name, content]) => [name, encoder.encode(content)] as const)
  return zipSync(Object.fromEntries(packed), { level: 6, mtime: new Date(book.madeAt) })
}

/** The widest range of columns from 1 to `last` in a row, "A5:K5". */
export const rowRange = (row: number, last: number): string => `A${row}:${columnName(last)}${row}`
