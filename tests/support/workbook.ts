import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A workbook with other parts, as a person's spreadsheet program would leave it. A part of `null` goes. */
export function withParts(
  bytes: Uint8Array,
  change: (name: string, text: string) => string,
  more: Record<string, string | null> = {},
): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(unzipSync(bytes)).map(
    ([name, content]) => [name, strToU8(change(name, strFromU8(content)))] as const,
  )
  const added = Object.entries(more).flatMap(([name, text]) =>
    text === null ? [] : [[name, strToU8(text)] as const],
  )
  return zipSync(Object.fromEntries([...parts.filter(([name]) => more[name] !== null), ...added]))
}

/** What is put into a cell: a number, a text, a formula, or nothing. */
export type Put = number | string | { formula: string; value: number } | null

/** The first sheet (or another) with some cells filled anew, styles kept. */
export function withCells(bytes: Uint8Array, cells: Record<string, Put>, sheet = 1): Uint8Array<ArrayBuffer> {
  return withParts(bytes, (name, text) => {
    if (name !== `xl/worksheets/sheet${sheet}.xml`) return text
    return Object.entries(cells).reduce((xml, [address, put]) => {
      const cell = new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`)
      if (!cell.test(xml)) throw new Error(`the sheet has no cell ${address}`)
      return xml.replace(cell, (_, style: string | undefined) => cellXml(address, style ?? '', put))
    }, text)
  })
}

function cellXml(address: string, style: string, put: Put): string {
  const open = `<c r="${address}"${style}`
  if (put === null) return `${open}/>`
  if (typeof put === 'number') return `${open}><v>${put}</v></c>`
  if (typeof put === 'string')
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escape(put)}</t></is></c>`
  return `${open}><f>${escape(put.formula)}</f><v>${put.value}</v></c>`
}

/** In which row the form of a report asks for each indicator, by code. */
export function rowsByCode(bytes: Uint8Array): Record<string, number> {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
  const cells = xml.matchAll(/<c r="B(\d+)"[^>]*><is><t[^>]*>([^<]*)<\/t>/g)
  return Object.fromEntries([...cells].map(([, row, code]) => [code ?? '', Number(row)]))
}
