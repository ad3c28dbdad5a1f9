// `npm test` and its relatives. Runs on Node 20 with nothing installed, and brings what it needs.
//   (none)   unit, integration and browser tests     --full   the same, the large counts at full size
//   --timed  the tests that hold the product to a limit in seconds
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tally } from './tally.mjs'

const root = path.resolve(import.meta.dirname, '../..')
process.chdir(root)
const timed = process.argv.includes('--timed')
const full = process.argv.includes('--full')
const reports = path.join(root, 'test-results')
const bin = path.join(root, 'node_modules/.bin')
const env = {
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
  NEXT_TELEMETRY_DISABLED: '1',
  ...(timed ? { TIMED: '1' } : {}),
  ...(full ? { FULL: '1' } : {}),
}

/** Runs a command in the open; its exit code. */
function run(command, extra = {}) {
  return spawnSync(command, { shell: true, stdio: 'inherit', env: { ...env, ...extra } }).status ?? 1
}

function prepare() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const missing = Object.entries({ ...dependencies, ...devDependencies }).some(([name, version]) => {
    const manifest = path.join('node_modules', name, 'package.json')
    return !existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== version
  })
  if (missing && run('npm ci') !== 0) throw new Error('The dependencies could not be installed.')
  if (run('npm run --silent generate') !== 0) throw new Error('The Prisma client could not be generated.')
}

/** Tests that failed, told once more at the end: a long log may be read from there alone. */
const failedTests = []

function vitest(name) {
  const file = path.join(reports, `${name}.json`)
  const filter = timed ? ' .timed. --passWithNoTests' : ''
  const code = run(
    `vitest run --project ${name}${filter} --reporter=default --reporter=json --outputFile.json="${file}"`,
  )
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const failures = (report.testResults ?? []).flatMap(({ name: test, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${path.relative(root, test)}: ${fullName}`),
  )
  failedTests.push(...failures)
  return tally(name, {
    code,
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
    mayBeEmpty: timed,
  })
}

function browser() {
  const file = path.join(reports, 'browser.json')
  const code = run(`playwright test --reporter=list,json${timed ? ' --pass-with-no-tests' : ''}`, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  })
  const { stats } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return tally('browser', {
    code,
    passed: stats?.expected,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped,
    mayBeEmpty: timed,
  })
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
let results
try {
  prepare()
  results = [vitest('unit'), vitest('integration'), browser()]
} catch (error) {
  console.error(error.message)
  results = [{ name: 'preparation', passed: 0, failed: 1, skipped: 0 }]
}

console.log('')
for (const { name, passed, failed, skipped } of results) {
  const ran = passed + failed === 0 || (passed === 0 && failed === 1) ? ' — none passed' : ''
  console.log(`${name}: ${passed + failed} ran, ${passed} passed, ${failed} failed, ${skipped} skipped${ran}`)
}
const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0) || (passed === 0 ? 1 : 0)
writeFileSync(path.join(reports, 'totals.json'), JSON.stringify({ passed, failed }))
for (const title of failedTests) console.log(`failed: ${title}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
