// A second reader of the DOCX files: LibreOffice must open each and print what it says. Installs it with apt where root.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PAPER_PRESETS } from '@/lib/platform/files/paper'
import { renderPaper } from '@/lib/platform/files/render'
import { samplePaper } from './sample-paper'

function isThere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function findOffice(): string {
  const found = ['soffice', 'libreoffice'].find(isThere)
  if (found) return found
  if (process.getuid?.() !== 0) throw new Error('LibreOffice is needed: apt-get install libreoffice-writer.')
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-writer'], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return 'soffice'
}

async function pagesOf(file: string): Promise<{ width: number; height: number }[]> {
  const task = getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0 })
  const pdf = await task.promise
  const pages: { width: number; height: number }[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 })
    pages.push({ width: Math.round(width), height: Math.round(height) })
  }
  await task.destroy()
  return pages
}

const MUST_SAY = [
  'BÁO CÁO',
  'Tổng kết hoạt động Cụm thi đua và phong trào phụ nữ năm 2023',
  'giúp 13.577 hộ',
  'CỤM TRƯỞNG',
  'KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA NĂM 2023',
]

async function main(): Promise<void> {
  const office = findOffice()
  const folder = await mkdtemp(path.join(tmpdir(), 'cum-thi-dua-office-'))
  const faults: string[] = []
  try {
    for (const preset of PAPER_PRESETS) {
      const file = path.join(folder, `${preset}.docx`)
      await writeFile(file, await renderPaper(samplePaper({ preset, indicators: 21 }), 'docx'))
      for (const target of ['pdf', 'txt:Text (encoded):UTF8'])
        execFileSync(office, ['--headless', '--convert-to', target, '--outdir', folder, file], {
          stdio: 'ignore',
        })
      const text = (await readFile(path.join(folder, `${preset}.txt`), 'utf8'))
        .replace(/\s+/g, ' ')
        .normalize('NFC')
      const pages = await pagesOf(path.join(folder, `${preset}.pdf`))
      for (const words of MUST_SAY) if (!text.includes(words)) faults.push(`${preset}: “${words}” is missing`)
      if (pages[0]!.width !== 595 || pages[0]!.height !== 842)
        faults.push(`${preset}: the first page is not A4`)
      if (pages.at(-1)!.width !== 842) faults.push(`${preset}: the annex is not turned`)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const fault of faults) console.error(fault)
  console.log(
    faults.length === 0 ? `P3 LibreOffice read ${PAPER_PRESETS.length} papers without a fault.` : '',
  )
  process.exitCode = faults.length === 0 ? 0 : 1
}

void main()
