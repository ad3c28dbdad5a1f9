import { slugOf } from '@/lib/platform/vietnamese'
/** Turning what is on the screen into files; runs in the browser. */

const FONT = "'Be Vietnam Pro', system-ui, sans-serif"
const VARIABLE = /var\((--[\w-]+)\)/g

/** Colours are tokens on the page; a file has to carry them itself. */
function resolved(text: string): string {
  const style = getComputedStyle(document.documentElement)
  return text.replace(VARIABLE, (_, name: string) => style.getPropertyValue(name).trim() || 'currentColor')
}

function withColours(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    if (value.includes('var(')) element.setAttribute(name, resolved(value))
    if (name === 'class' || name.startsWith('data-')) element.removeAttribute(name)
  }
  for (const child of element.children) withColours(child)
}

/** Every drawing inside `root` as one SVG document with its title; null where nothing is drawn yet. */
function svgOf(root: HTMLElement, title: string): { text: string; width: number; height: number } | null {
  const drawings = [...root.querySelectorAll('svg')].filter(
    (svg) => !svg.parentElement?.closest('svg') && svg.getBoundingClientRect().width > 40,
  )
  if (drawings.length === 0) return null
  const frame = root.getBoundingClientRect()
  const top = 40
  const [width, height] = [Math.ceil(frame.width) + 24, Math.ceil(frame.height) + top + 16]
  const parts = drawings.map((svg) => {
    const place = svg.getBoundingClientRect()
    const copy = svg.cloneNode(true) as SVGSVGElement
    copy.setAttribute('x', String(place.left - frame.left + 12))
    copy.setAttribute('y', String(place.top - frame.top + top))
    copy.setAttribute('width', String(place.width))
    copy.setAttribute('height', String(place.height))
    withColours(copy)
    return labelBefore(svg, frame, top) + new XMLSerializer().serializeToString(copy)
  })
  const escaped = new Option(title).innerHTML
  const [paper, ink] = [resolved('var(--color-paper)'), resolved('var(--color-ink)')]
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">` +
    `<title>${escaped}</title><rect width="100%" height="100%" fill="${paper}"/>` +
    `<text x="12" y="24" font-size="15" font-weight="600" fill="${ink}">${escaped}</text>${parts.join('')}</svg>`
  return { text, width, height }
}

/** The name over a small chart stands in the page, not in its drawing. */
function labelBefore(svg: Element, frame: DOMRect, top: number): string {
  const label = svg.closest('[data-drawing]')?.querySelector('[data-drawing-name]')
  if (!label) return ''
  const place = label.getBoundingClientRect()
  return `<text x="${place.left - frame.left + 12}" y="${place.top - frame.top + top + 13}" font-size="13" font-weight="600" fill="${resolved('var(--color-ink)')}">${new Option(label.textContent ?? '').innerHTML}</text>`
}

/** Rows as CSV the way Vietnamese Excel reads it: semicolons, since figures have commas; a mark for UTF-8. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    // A cell that a spreadsheet would run as a formula is kept as words.
    const safe = /^[=+@\t\r-]/.test(text) && !/^-?[\d.,]+%?$/.test(text) ? `'${text}` : text
    return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`
}

const fileName = (title: string, extension: string) =>
  `${slugOf(title).slice(0, 80) || 'bieu-do'}.${extension}`

function give(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export function saveCsv(title: string, rows: readonly (readonly string[])[]): void {
  give(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), fileName(title, 'csv'))
}

export function saveSvg(root: HTMLElement, title: string): boolean {
  const svg = svgOf(root, title)
  if (svg) give(new Blob([svg.text], { type: 'image/svg+xml' }), fileName(title, 'svg'))
  return svg !== null
}

/** A picture of twice the size on the screen, sharp on paper. */
export async function savePng(root: HTMLElement, title: string): Promise<boolean> {
  const svg = svgOf(root, title)
  if (!svg) return false
  const address = URL.createObjectURL(new Blob([svg.text], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = svg.width * 2
    canvas.height = svg.height * 2
    const context = canvas.getContext('2d')
    if (!context) return false
    context.scale(2, 2)
    context.drawImage(image, 0, 0)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (blob) give(blob, fileName(title, 'png'))
    return blob !== null
  } finally {
    URL.revokeObjectURL(address)
  }
}
