// Where a file may stand, and the directives its first line owes. Run by `npm run check`.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { MODULES } from './modules.mjs'

const TOP_FOLDERS = ['app', 'components', 'lib', 'prisma', 'public', 'tests', '.ci']
const TOP_FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'next.config.js',
  'README.md',
  'LICENSE',
  'prisma.config.ts',
  'postcss.config.mjs',
  'eslint.config.mjs',
  'vitest.config.ts',
  'playwright.config.ts',
  'knip.json',
  'lefthook.yml',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  '.dependency-cruiser.cjs',
  '.env.example',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  '.prettierrc',
]

const PLATFORM = [
  'action',
  'audit',
  'auth',
  'command',
  'dates',
  'db',
  'doors',
  'early',
  'env',
  'env-schema',
  'errors',
  'fields',
  'files',
  'health',
  'idempotency',
  'kept-pages',
  'live',
  'logger',
  'mail',
  'numbers',
  'ops',
  'outbox',
  'parsed',
  'route',
  'shutdown',
  'stamped',
  'traces',
  'turns',
  'vietnamese',
]
const MODULE_FILES = [
  'types',
  'rules',
  'schema',
  'policy',
  'queries',
  'commands',
  'actions',
  'labels',
  'jobs',
  'stream',
  'client',
]
const APP_FILES =
  /^(page|layout|loading|error|not-found|global-error|template|default|forbidden|unauthorized)\.tsx$|^route\.ts$|^([a-z-]+\.css|robots\.ts|manifest\.ts|favicon\.ico|(icon|apple-icon)\.(svg|png))$/
const TEST_FOLDERS = ['unit', 'integration', 'e2e', 'bench', 'support']

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/
/** `actor` stands in lib/platform/auth, yet policies need its shape everywhere. */
const PURE_NAMES = ['types', 'rules', 'schema', 'policy', 'labels', 'client', 'actor']

/** Every file of the working tree that git does not ignore. */
function listFiles() {
  const out = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { encoding: 'utf8' })
  return out.split('\0').filter((file) => file && existsSync(file))
}

/** @param {string} file @returns {string | undefined} what is wrong with where the file stands */
function misplaced(file) {
  const parts = file.split('/')
  const [top] = parts
  const name = parts.at(-1) ?? ''
  const stem = name.replace(/\.[^.]+$/, '')
  if (parts.length === 1)
    return TOP_FILES.includes(file) ? undefined : 'is not on the list of files at the root'
  if (!TOP_FOLDERS.includes(top ?? ''))
    return `stands in "${top}", which is not on the list of folders at the root`
  if (/\.(ts|tsx|js|mjs|cjs)$/.test(name) && /^(index|helpers?|utils?|common|misc)$/.test(stem))
    return 'bears a name that says nothing (no index, helpers, utils)'

  if (top === 'lib') {
    if (parts.length === 2) return 'stands in lib itself: every file belongs to a module or to lib/platform'
    const [, module, ...rest] = parts
    if (module === 'platform') {
      const entry = (rest[0] ?? '').replace(/\.[^.]+$/, '')
      return PLATFORM.includes(entry) ? undefined : `is not part of the platform (${PLATFORM.join(', ')})`
    }
    if (!MODULES.includes(module ?? '')) return `belongs to "${module}", which is not a module`
    if (rest.length > 2) return 'lies deeper than a submodule'
    if (rest.length === 2 && !KEBAB.test(rest[0] ?? ''))
      return 'stands in a submodule whose name is not kebab-case'
    if (module === 'documents' && /^(paper|sheet)-[a-z0-9-]+\.tsx?$/.test(name)) return undefined
    // A worker thread with a memory limit of its own is a file outside the bundle.
    if (/^[a-z0-9-]+-worker\.mjs$/.test(name)) return undefined
    if (!/\.tsx?$/.test(name) || !MODULE_FILES.includes(stem))
      return `is not one of a module's files (${MODULE_FILES.join(', ')})`
    return undefined
  }
  if (top === 'app') {
    if (parts.includes('_components'))
      return /\.tsx?$/.test(name) && KEBAB.test(stem) ? undefined : 'is no kebab-case part of a route'
    return APP_FILES.test(name) ? undefined : 'is no route file; private parts go to _components'
  }
  if (top === 'components') {
    const folders = ['ui', 'charts', 'shell', ...MODULES]
    if (parts.length < 3 || !folders.includes(parts[1] ?? ''))
      return 'belongs to components/ui, charts, shell or a module'
    return KEBAB.test(stem) ? undefined : 'is not named in kebab-case'
  }
  if (top === 'tests') {
    if (!TEST_FOLDERS.includes(parts[1] ?? '')) return `belongs to one of tests/{${TEST_FOLDERS.join(',')}}`
    const ending = { unit: /\.test\.tsx?$/, integration: /\.test\.ts$/, e2e: /\.spec\.ts$/ }[parts[1] ?? '']
    if (ending && /\.(ts|tsx|mjs)$/.test(name) && !ending.test(name))
      return 'is no test; what tests share goes to tests/support'
  }
  return undefined
}

/** @param {string} file @param {string} text @returns {string | undefined} what is wrong with the directives */
function misdirected(file, text) {
  const first = text.split('\n', 1)[0]?.trim().replaceAll('"', "'").replace(/;$/, '')
  const name =
    file
      .split('/')
      .at(-1)
      ?.replace(/\.tsx?$/, '') ?? ''
  const usesServer = /^\s*['"]use server['"]/m.test(text)
  if (name === 'actions' && file.startsWith('lib/')) {
    if (first !== "'use server'") return "owes 'use server' as its first line"
  } else if (usesServer) return "says 'use server', which only actions.ts may"
  if (/^\s*['"]use client['"]/m.test(text) && file.startsWith('lib/') && name !== 'client')
    return "says 'use client', which in lib only client.ts may"

  const serverOnly = /^import ['"]server-only['"]/m.test(text)
  const guarded = file.startsWith('lib/platform/')
    ? /^lib\/platform\/(db|env|auth|audit)(\/|\.ts$)/.test(file) && !PURE_NAMES.includes(name)
    : /^lib\/.+\/(queries|commands)\.ts$/.test(file)
  if (guarded && first !== "import 'server-only'") return "owes import 'server-only' as its first line"
  if (serverOnly && file.startsWith('lib/') && PURE_NAMES.includes(name))
    return "must not import 'server-only'"
  return undefined
}

const problems = []
for (const file of listFiles()) {
  const where = misplaced(file)
  if (where) problems.push(`${file} ${where}`)
  if (/\.tsx?$/.test(file) && /^(app|components|lib)\//.test(file)) {
    const what = misdirected(file, readFileSync(file, 'utf8'))
    if (what) problems.push(`${file} ${what}`)
  }
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
