import type { Look } from './types'

/** Number formats of our cells; ids from 164 on are a workbook's own. */
const FORMATS = ['General', '#,##0.######', '0.0######%', 'dd/mm/yyyy', '@'] as const
export type Format = (typeof FORMATS)[number]

const FONTS: Record<Look, number> = {
  plain: 0,
  title: 2,
  note: 3,
  mark: 4,
  head: 1,
  group: 1,
  total: 1,
  wrap: 0,
  label: 0,
  small: 3,
}
const FILLS: Record<Look, number> = {
  plain: 0,
  title: 0,
  note: 0,
  mark: 0,
  head: 2,
  group: 2,
  total: 3,
  wrap: 0,
  label: 3,
  small: 3,
}
const BARE: readonly Look[] = ['title', 'note', 'mark']
const WRAPPED: readonly Look[] = ['head', 'group', 'wrap', 'label', 'small']
const INPUT_FILL = 4

type Style = { look: Look; format: Format; unlocked: boolean; prefixed: boolean }

/** The styles that a workbook uses, each numbered when first asked for. */
export class Styles {
  private known = new Map<string, number>()
  private list: Style[] = []

  constructor() {
    this.id({ look: 'title', format: 'General' })
  }

  id({
    look = 'plain',
    format,
    unlocked = false,
    prefixed = false,
  }: Partial<Style> & { format: Format }): number {
    const key = `${look}|${format}|${unlocked}|${prefixed}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const id = this.list.push({ look, format, unlocked, prefixed }) - 1
    this.known.set(key, id)
    return id
  }

  xml(): string {
    const formats = FORMATS.slice(1).map(
      (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
    )
    const font = (size: number, extra = '') =>
      `<font>${extra}<sz val="${size}"/><name val="Times New Roman"/><family val="1"/></font>`
    const fill = (rgb: string) =>
      `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`
    const edge = (side: string) => `<${side} style="thin"><color rgb="FFB9C0D4"/></${side}>`
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` +
      `<fonts count="5">${font(11)}${font(11, '<b/>')}${font(14, '<b/>')}${font(11, '<i/>')}<font><b/><sz val="11"/><color rgb="FFC3211F"/><name val="Times New Roman"/><family val="1"/></font></fonts>` +
      `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE6E9F2')}${fill('FFF3F5FA')}${fill('FFFFF9E5')}</fills>` +
      `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders>` +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="${this.list.length}">${this.list.map(styleXml).join('')}</cellXfs>` +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )
  }
}

function styleXml({ look, format, unlocked, prefixed }: Style): string {
  const position = FORMATS.indexOf(format)
  const bare = BARE.includes(look)
  const centred = look === 'head' || look === 'group'
  const alignment = `<alignment vertical="${bare ? 'center' : 'top'}"${centred ? ' horizontal="center"' : ''}${WRAPPED.includes(look) ? ' wrapText="1"' : ''}/>`
  return (
    `<xf numFmtId="${position === 0 ? 0 : 163 + position}" fontId="${FONTS[look]}" fillId="${unlocked ? INPUT_FILL : FILLS[look]}" borderId="${bare ? 0 : 1}" xfId="0"` +
    `${prefixed ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">` +
    `${alignment}<protection locked="${unlocked ? 0 : 1}"/></xf>`
  )
}
