import { deflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { GET as readFile } from '@/app/api/app/v1/evidence/[fileId]/route'
import { PUT as putChunk } from '@/app/api/app/v1/evidence/[fileId]/chunks/[position]/route'
import { POST as complete } from '@/app/api/app/v1/evidence/[fileId]/complete/route'
import { DELETE as remove } from '@/app/api/app/v1/evidence/[fileId]/route'
import { GET as preview } from '@/app/api/app/v1/evidence/[fileId]/preview/route'
import { GET as list, POST as begin } from '@/app/api/app/v1/reports/[id]/evidence/route'
import { sweepUploads } from '@/lib/evidence/commands'
import { EVIDENCE_CHUNK_BYTES } from '@/lib/evidence/types'
import { sessionCookieName } from '@/lib/platform/auth/cookie'
import { openSessionIn } from '@/lib/platform/auth/session'
import { createAccount } from '../../support/actors'
import { countRows, keepRowsBetweenTests, passTime, prisma, sql } from '../../support/database'
import { arrangeReports, createReport, type ReportScene } from '../../support/reports'

keepRowsBetweenTests()

let scene: ReportScene
let reportId: string
let officer: string
let stranger: string

async function sessionOf(unitId: string) {
  const { id } = await createAccount(undefined, { grants: [{ role: 'PROVINCE_STAFF', unitId }] })
  return `${sessionCookieName()}=${await openSessionIn(prisma, id, { address: null, userAgent: null })}`
}

beforeAll(async () => {
  scene = await arrangeReports()
  reportId = (await createReport(scene, { filled: false })).id
  officer = await sessionOf(scene.units.member.id)
  stranger = await sessionOf(scene.units.stranger.id)
})

const request = (method: string, cookie: string, body?: BodyInit, path = '') =>
  new Request(`http://localhost:3000/api${path}`, { method, body, headers: cookie ? { cookie } : {} })

type Json = { ok: boolean; code?: string; message?: string; fields?: Record<string, string>; value?: unknown }

async function start(name: string, size: number, cookie = officer, more: object = {}) {
  const body = JSON.stringify({ name, size, indicatorId: scene.indicators.count.id, ...more })
  const answer = await begin(request('POST', cookie, body), { params: Promise.resolve({ id: reportId }) })
  return {
    status: answer.status,
    json: (await answer.json()) as Json & { value: { id: string; stored: number[] } },
  }
}

async function send(fileId: string, position: number, bytes: Uint8Array, cookie = officer) {
  const params = Promise.resolve({ fileId, position: String(position) })
  const answer = await putChunk(request('PUT', cookie, new Uint8Array(bytes)), { params })
  return { status: answer.status, json: (await answer.json()) as Json & { value: { stored: number[] } } }
}

async function finish(fileId: string, cookie = officer) {
  const answer = await complete(request('POST', cookie), { params: Promise.resolve({ fileId }) })
  return { status: answer.status, json: (await answer.json()) as Json }
}

async function upload(name: string, bytes: Uint8Array) {
  const { json } = await start(name, bytes.byteLength)
  const { id } = json.value
  for (let at = 0; at * EVIDENCE_CHUNK_BYTES < bytes.byteLength; at++)
    await send(id, at, bytes.subarray(at * EVIDENCE_CHUNK_BYTES, (at + 1) * EVIDENCE_CHUNK_BYTES))
  return { id, ...(await finish(id)) }
}

const get = (fileId: string, cookie = officer, path = '') =>
  readFile(request('GET', cookie, undefined, path), { params: Promise.resolve({ fileId }) })
const show = (fileId: string, cookie = officer) =>
  preview(request('GET', cookie), { params: Promise.resolve({ fileId }) })

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** CRC-32 as ZIP wants it. */
function crc32(bytes: Buffer): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}

/** A ZIP of these files; `claim` is the unpacked size its directory states for each. */
function zip(files: Record<string, Buffer | string>, claim?: number): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const raw = Buffer.from(content)
    const packed = deflateRawSync(raw)
    const size = claim ?? raw.byteLength
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(raw), 10)
    common.writeUInt32LE(packed.byteLength, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]),
    )
    bodies.push(local)
    offset += local.byteLength
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(listed.byteLength, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, listed, end])
}

const RELATIONS = (type: string, target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
const TYPES = (part: string, type: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${part}" ContentType="${type}"/></Types>`

const docx = (words: string, claim?: number) =>
  zip(
    {
      '[Content_Types].xml': TYPES(
        '/word/document.xml',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
      ),
      '_rels/.rels': RELATIONS('officeDocument', 'word/document.xml'),
      'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`,
    },
    claim,
  )

const xlsx = (words: string) =>
  zip({
    '[Content_Types].xml': TYPES(
      '/xl/workbook.xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    ),
    '_rels/.rels': RELATIONS('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': RELATIONS('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml':
      '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Biểu 1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c><c r="B1"><v>1520</v></c></row></sheetData></worksheet>`,
  })

describe('proof over HTTP', () => {
  test('a PDF and a picture come back as they are, to look at, and closed to scripts', async () => {
    for (const [name, bytes, type, policy] of [
      ['Quyết định số 12.pdf', PDF, 'application/pdf', "frame-ancestors 'self'"],
      ['ảnh.png', PNG, 'image/png', 'sandbox'],
    ] as const) {
      const { id, status } = await upload(name, bytes)
      expect(status).toBe(200)
      const answer = await get(id)
      expect(answer.headers.get('content-type')).toBe(type)
      expect(answer.headers.get('content-disposition')).toMatch(/^inline; /)
      expect(answer.headers.get('content-security-policy')).toBe(policy)
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
      expect((await get(id, officer, '?download')).headers.get('content-disposition')).toMatch(
        /^attachment; /,
      )
    }
  })

  test('Word and Excel are shown as pages without scripts', async () => {
    const word = await upload('báo cáo.docx', docx('Kết quả &lt;script&gt;alert(1)&lt;/script&gt; năm 2026'))
    expect(word.json).toMatchObject({ ok: true })
    const page = await show(word.id)
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
    const html = await page.text()
    expect(html).toContain('Kết quả')
    expect(html).not.toContain('<script')
    expect((await get(word.id)).headers.get('content-disposition')).toMatch(/^attachment; /)
    const sheet = await upload('biểu.xlsx', xlsx('Hội viên mới'))
    expect(sheet.json).toMatchObject({ ok: true })
    const table = await (await show(sheet.id)).text()
    expect(table).toContain('Hội viên mới')
    expect(table).toContain('1.520')
  })

  test.each([
    [
      'a web page that calls itself a PDF',
      'trang.pdf',
      Buffer.from('<html><script>alert(1)</script></html>'),
    ],
    ['a PDF cut off', 'cụt.pdf', PDF.subarray(0, 40)],
    ['a picture cut off', 'cụt.png', PNG.subarray(0, 50)],
    ['a Word file cut off', 'cụt.docx', docx('x').subarray(0, 700)],
    ['a file that unpacks without end', 'bom.docx', docx('x', 0xf0000000)],
    ['a program', 'chạy.exe', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)])],
  ])('%s is refused with a sentence and leaves nothing', async (_, name, bytes) => {
    const before = await countRows('evidence_files')
    const { id, status, json } = await upload(name, bytes)
    expect(status).toBe(422)
    expect(json.message).toContain(`Không nhận “${name}”`)
    expect(await countRows('evidence_files')).toBe(before)
    expect((await get(id)).status).toBe(404)
  })

  test('too large and empty files are refused before a byte is sent', async () => {
    const large = await start('lớn.pdf', 11 * 1024 * 1024)
    expect(large.status).toBe(422)
    expect(large.json.fields?.size).toContain('10 MB')
    expect((await start('rỗng.pdf', 0)).status).toBe(422)
  })

  test('a broken upload goes on where it stopped, and no further than it may', async () => {
    const bytes = Buffer.concat([PDF, Buffer.alloc(EVIDENCE_CHUNK_BYTES, 32), Buffer.from('\n%%EOF\n')])
    const first = await start('dài.pdf', bytes.byteLength)
    const { id } = first.json.value
    expect((await send(id, 0, bytes.subarray(0, EVIDENCE_CHUNK_BYTES))).json.value.stored).toEqual([0])
    expect((await finish(id)).status).toBe(422)
    expect((await send(id, 1, bytes.subarray(0, 10))).status).toBe(422)
    expect((await send(id, 7, bytes.subarray(0, 10))).status).toBe(422)
    const again = await start('dài.pdf', bytes.byteLength)
    expect(again.json.value).toMatchObject({ id, stored: [0] })
    await send(id, 1, bytes.subarray(EVIDENCE_CHUNK_BYTES))
    expect((await finish(id)).json).toMatchObject({ ok: true, value: { name: 'dài.pdf' } })
    expect((await finish(id)).json).toMatchObject({ ok: true })
    expect(await countRows('audit_entries', `action = 'addEvidence' AND entity_id = $1`, [id])).toBe(1)
  })

  test('a chunk that states no length and has no end is read no further than a chunk may be long', async () => {
    const { json } = await start('vo-tan.pdf', EVIDENCE_CHUNK_BYTES)
    let pulls = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        pulls += 1
        stream.enqueue(new Uint8Array(EVIDENCE_CHUNK_BYTES / 4))
      },
    })
    const body = new Request('http://localhost:3000/api', {
      ...{ method: 'PUT', headers: { cookie: officer }, body: endless, duplex: 'half' },
    })
    const params = Promise.resolve({ fileId: json.value.id, position: '0' })
    expect((await putChunk(body, { params })).status).toBe(413)
    expect(pulls).toBeLessThan(10)
    expect(await countRows('evidence_chunks', 'file_id = $1', [json.value.id])).toBe(0)
  })

  test('the bytes of an upload nobody finished are swept', async () => {
    const { json } = await start('bỏ dở.pdf', EVIDENCE_CHUNK_BYTES + 1)
    await send(json.value.id, 0, Buffer.alloc(EVIDENCE_CHUNK_BYTES, 32))
    await passTime('3 days')
    expect(await sweepUploads()).toBeGreaterThan(0)
    expect(await countRows('evidence_files', 'completed_at IS NULL')).toBe(0)
    expect(await countRows('evidence_chunks', 'file_id = $1', [json.value.id])).toBe(0)
    await passTime('-3 days')
  })

  test('strangers neither see, add nor take off; what leaves stays in the trail', async () => {
    const { id } = await upload('của đơn vị.pdf', PDF)
    expect((await get(id, '')).status).toBe(401)
    expect((await get(id, stranger)).status).toBe(404)
    expect((await show(id, stranger)).status).toBe(404)
    expect((await start('x.pdf', 10, stranger)).status).toBe(404)
    expect((await start('x.pdf', 10, '')).status).toBe(401)
    expect((await send(id, 0, PDF, stranger)).status).toBe(404)
    expect((await finish(id, stranger)).status).toBe(404)
    const params = { params: Promise.resolve({ fileId: id }) }
    expect((await remove(request('DELETE', stranger), params)).status).toBe(404)
    const seen = await list(request('GET', stranger, undefined, `?owner=${scene.indicators.count.id}`), {
      params: Promise.resolve({ id: reportId }),
    })
    expect(await seen.json()).toMatchObject({ ok: true, value: [] })
    expect((await remove(request('DELETE', officer), params)).status).toBe(200)
    expect((await get(id)).status).toBe(404)
    expect(await countRows('evidence_chunks', 'file_id = $1', [id])).toBe(1)
    expect(await countRows('audit_entries', `action = 'removeEvidence' AND entity_id = $1`, [id])).toBe(1)
  })

  test('a report that may not be changed takes no file and gives none up', async () => {
    const { id } = await upload('trước khi gửi.pdf', PDF)
    await sql(`UPDATE reports SET state = 'SENT' WHERE id = $1`, [reportId])
    expect((await start('sau.pdf', 10)).status).toBe(423)
    const params = { params: Promise.resolve({ fileId: id }) }
    expect((await remove(request('DELETE', officer), params)).status).toBe(423)
    expect((await get(id)).status).toBe(200)
    await sql(`UPDATE reports SET state = 'DRAFT' WHERE id = $1`, [reportId])
  })

  test('belongs to an indicator or a section of the report and to nothing else', async () => {
    const section = { indicatorId: null, section: 'PARTY_COMMITTEE_OPINION' }
    expect((await start('ý kiến.pdf', 10, officer, section)).status).toBe(200)
    expect((await start('x.pdf', 10, officer, { indicatorId: null, section: 'KHÁC' })).status).toBe(404)
    expect((await start('x.pdf', 10, officer, { indicatorId: crypto.randomUUID() })).status).toBe(404)
    expect((await start('x.pdf', 10, officer, { indicatorId: 'không phải' })).status).toBe(422)
  })
})
