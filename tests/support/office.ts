// A second reader of the DOCX files: LibreOffice must open every paper that the tests make, and a sample in each preset,
// and print what they say. Installs it with apt where root.
import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PAPER_PRESETS, plain, type Paper } from '@/lib/platform/files/paper'
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

const LANDSCAPE_WIDTH = 842
const root = path.resolve(import.meta.dirname, '../..')

const told = (text: string) => text.replace(/\s+/g, ' ').normalize('NFC')

/** Every paper that the integration tests make of the demonstration, by a name of its own. */
async function papersOfTheTests(folder: string): Promise<Map<string, Paper>> {
  const kept = path.join(folder, 'papers')
  await mkdir(kept)
  await chmod(folder, 0o755)
  execFileSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'integration',
      'tests/integration/documents/papers-of',
    ],
    { cwd: root, stdio: 'ignore', env: { ...process.env, NODE_OPTIONS: '', OFFICE_PAPERS: kept } },
  )
  const names = (await readdir(kept)).sort()
  const read = async (name: string) => JSON.parse(await readFile(path.join(kept, name), 'utf8')) as Paper
  return new Map(
    await Promise.all(names.map(async (name) => [path.parse(name).name, await read(name)] as const)),
  )
}

/** What LibreOffice makes of the files: their words and the sizes of their pages, by name. */
async function openedByOffice(office: string, folder: string, papers: ReadonlyMap<string, Paper>) {
  const files: string[] = []
  for (const [name, paper] of papers) {
    const file = path.join(folder, `${name}.docx`)
    await writeFile(file, await renderPaper(paper, 'docx'))
    files.push(file)
  }
  for (const target of ['pdf', 'txt:Text (encoded):UTF8'])
    execFileSync(office, ['--headless', '--convert-to', target, '--outdir', folder, ...files], {
      stdio: 'ignore',
    })
  return (name: string) =>
    Promise.all([
      readFile(path.join(folder, `${name}.txt`), 'utf8').then(told),
      pagesOf(path.join(folder, `${name}.pdf`)),
    ])
}

/** Words that a paper must say wherever it is read: its heading, its first sentences, who signs. */
function wordsOf({ heading, blocks, signatures }: Paper): string[] {
  return [
    ...(heading
      ? [heading.issuer, heading.typeName ?? '', heading.summary ? plain(heading.summary) : '']
      : []),
    ...blocks.flatMap((block) => (block.kind === 'paragraph' ? [plain(block.text)] : [])).slice(0, 3),
    ...signatures.flatMap(({ lines }) => lines),
  ].flatMap((words) => words.split('\n').map(told).filter(Boolean))
}

async function main(): Promise<void> {
  const office = findOffice()
  const folder = await mkdtemp(path.join(tmpdir(), 'cum-thi-dua-office-'))
  const faults: string[] = []
  try {
    const samples = new Map(
      PAPER_PRESETS.map((preset) => [`sample-${preset}`, samplePaper({ preset, indicators: 21 })]),
    )
    const papers = new Map([...(await papersOfTheTests(folder)), ...samples])
    if (papers.size < 30) faults.push(`only ${papers.size} papers were made`)
    const opened = await openedByOffice(office, folder, papers)
    for (const [name, paper] of papers) {
      const [text, pages] = await opened(name)
      const must = samples.has(name) ? [...wordsOf(paper), ...MUST_SAY] : wordsOf(paper)
      for (const words of must)
        if (!text.toUpperCase().includes(words.toUpperCase())) faults.push(`${name}: “${words}” is missing`)
      if (pages[0]!.width !== 595 || pages[0]!.height !== LANDSCAPE_WIDTH)
        faults.push(`${name}: the first page is not A4`)
      if (samples.has(name) && pages.at(-1)!.width !== LANDSCAPE_WIDTH)
        faults.push(`${name}: the annex is not turned`)
    }
    console.log(`P3 LibreOffice read ${papers.size} papers, ${faults.length} faults.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length === 0 ? 0 : 1
}

void main()
