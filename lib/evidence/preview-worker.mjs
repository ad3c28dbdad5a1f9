// Runs outside the bundle, in a worker with its own memory limit: see previewHtml in queries.ts.
import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'
import readExcel from 'read-excel-file/node'
import sanitize from 'sanitize-html'

const MAX_ROWS = 500
const MAX_COLUMNS = 60

const ALLOWED = {
  allowedTags: [
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'p',
      'br',
      'strong',
      'em',
      'u',
      's',
      'sup',
      'sub',
      'ul',
      'ol',
      'li',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'caption', 'blockquote', 'img'],
  ],
  allowedAttributes: { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], img: ['src', 'alt'] },
  allowedSchemes: [],
  allowedSchemesByTag: { img: ['data'] },
}

const escape = (text) =>
  text.replace(
    /[&<>"']/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c],
  )

const cellText = (cell) =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? cell.toLocaleDateString('vi-VN')
      : typeof cell === 'number'
        ? cell.toLocaleString('vi-VN', { maximumFractionDigits: 6 })
        : String(cell)

async function docx(bytes) {
  const { value } = await mammoth.convertToHtml({ buffer: bytes })
  return value
}

async function xlsx(bytes) {
  const sheets = await readExcel(bytes)
  return sheets
    .map(({ sheet, data }) => {
      const rows = data.slice(0, MAX_ROWS).map(
        (row) =>
          `<tr>${row
            .slice(0, MAX_COLUMNS)
            .map((cell) => `<td>${escape(cellText(cell))}</td>`)
            .join('')}</tr>`,
      )
      const more =
        data.length > MAX_ROWS ? `<p>Còn ${data.length - MAX_ROWS} dòng, hãy tải tệp về để xem hết.</p>` : ''
      return `<h2>${escape(String(sheet))}</h2><table><tbody>${rows.join('')}</tbody></table>${more}`
    })
    .join('')
}

const bytes = Buffer.from(workerData.bytes)
const html = await (workerData.display === 'docx' ? docx(bytes) : xlsx(bytes)).then(
  (raw) => sanitize(raw, ALLOWED),
  () => null,
)
parentPort.postMessage(html)
