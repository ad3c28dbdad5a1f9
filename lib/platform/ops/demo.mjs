/**
 * The way in for a machine that has nothing yet: runs on the Node it finds (20 or later), installs
 * the packages if they are not those of the lockfile, then hands over to the Node among them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
process.chdir(root)

if (!packagesMatchLockfile()) {
  console.log('Đang cài các gói phần mềm cần thiết (lần đầu mất khoảng một hai phút)…')
  // `npm ci` refuses a lockfile from which a registry's mirror lacks other systems' packages.
  if (!npm(['ci'], 'pipe') && !npm(['install', '--no-save'], 'inherit')) {
    console.error('Không cài được các gói phần mềm. Hãy kiểm tra kết nối tới kho npm rồi chạy lại.')
    process.exit(1)
  }
}

const child = spawn(
  pickNode(),
  [
    '--conditions=react-server',
    '--import',
    'tsx',
    `lib/platform/ops/${process.argv[2] === 'dev' ? 'dev' : 'demo'}.ts`,
  ],
  { stdio: 'inherit' },
)
// Ctrl-C reaches the child by itself: this process only waits for its orderly end.
process.on('SIGINT', () => {})
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'))
// npm passes SIGTERM to its shell alone, which dies of it without a word to this process.
const parent = process.ppid
if (process.env.npm_lifecycle_event && parent > 1) {
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
}
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))

function packagesMatchLockfile() {
  try {
    const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
    const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
    return Object.entries(wanted).every(
      ([place, { version, optional, devOptional }]) =>
        place === '' || present[place]?.version === version || ((optional || devOptional) && !present[place]),
    )
  } catch {
    return false
  }
}

function npm(args, stdio) {
  const cli = process.env.npm_execpath
  const [command, prefix] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []]
  const options = { stdio, shell: command === 'npm' && process.platform === 'win32' }
  return (
    spawnSync(command, [...prefix, ...args, '--no-audit', '--no-fund', '--loglevel=error'], options)
      .status === 0
  )
}

function pickNode() {
  const own = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(own)) return own
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  console.error(`Cần Node.js 22.12 trở lên, máy này có ${process.version}.`)
  process.exit(1)
}
