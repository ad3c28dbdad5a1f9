// `npm run check`: every static check at once, one summary.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const bin = path.resolve('node_modules/.bin')
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}`, FORCE_COLOR: '0' }
const folders = ['app', 'components', 'lib', 'prisma', 'tests'].filter((folder) => existsSync(folder))

const steps = {
  format: 'prettier --check --log-level warn .',
  files: 'node lib/platform/ops/file-set.mjs',
  boundaries: `depcruise --config .dependency-cruiser.cjs --output-type err ${folders.join(' ')}`,
  'dead code': 'knip --no-progress --treat-config-hints-as-errors',
  lint: 'eslint --max-warnings 0 --cache --cache-location node_modules/.cache/eslint/ .',
  types: 'tsc --noEmit',
}

/** @param {string} command @returns {Promise<{ code: number, output: string, seconds: number }>} */
function run(command) {
  const begun = performance.now()
  return new Promise((resolve) => {
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (data) => (output += data))
    child.stderr.on('data', (data) => (output += data))
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output, seconds: (performance.now() - begun) / 1000 }),
    )
  })
}

async function inTurn(names) {
  const outcomes = []
  for (const name of names) outcomes.push([name, await run(steps[name])])
  return outcomes
}

// The client is what types and lint rest on, and it is never committed.
const prepared = existsSync('prisma/schema') ? await run('npm run --silent generate') : undefined
if (prepared && prepared.code !== 0) {
  console.error(prepared.output)
  console.error('check: the Prisma client could not be generated')
  process.exit(1)
}
await run('next typegen')

const outcomes = (
  await Promise.all([inTurn(['types', 'files', 'boundaries']), inTurn(['lint', 'format', 'dead code'])])
).flat()

for (const [name, { code, output }] of outcomes) {
  if (code !== 0) console.error(`\n— ${name} —\n${output.trim()}`)
}
console.log('')
for (const [name, { code, seconds }] of outcomes) {
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name.padEnd(10)} ${seconds.toFixed(1)} s`)
}
process.exitCode = outcomes.every(([, { code }]) => code === 0) ? 0 : 1
