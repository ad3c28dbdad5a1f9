// `npm run lock:complete`: names in package-lock.json what a registry's mirror could not show.
//
// Packages with native parts list one optional package for each system. Where a mirror lacks those of other systems,
// npm leaves them out of the lockfile, and `npm ci` then refuses the lockfile everywhere. Their versions are exact in
// the package that lists them and their systems are in their names, so they can be written without being seen; npm
// installs them only on the system they name.
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'openbsd',
  'netbsd',
  'sunos',
  'aix',
  'win32',
]
const PROCESSORS = [
  'arm64',
  'x64',
  'arm',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

/** @param {string} name @returns {{ cpu?: string[], os?: string[], libc?: string[] }} */
function restrictions(name) {
  const words = name.replace('windows', 'win32').split(/[-/_]/)
  const os = SYSTEMS.filter((system) => words.includes(system))
  const cpu = PROCESSORS.filter((processor) => words.includes(processor))
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.includes('gnu')
      ? ['glibc']
      : []
  return {
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.length > 0 ? { os } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  }
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = lock.packages
let added = 0
for (const [place, facts] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(facts.optionalDependencies ?? {})) {
    const known = [`${place}/node_modules/${name}`, `node_modules/${name}`].some((key) => key in packages)
    const limits = restrictions(name)
    if (known || !/^\d+\.\d+\.\d+/.test(version) || (!limits.os && !limits.cpu)) continue
    const file = name.split('/').at(-1)
    packages[`node_modules/${name}`] = {
      version,
      resolved: `https://registry.npmjs.org/${name}/-/${file}-${version}.tgz`,
      ...(limits.cpu ? { cpu: limits.cpu } : {}),
      ...(facts.dev ? { dev: true } : {}),
      ...(limits.libc ? { libc: limits.libc } : {}),
      optional: true,
      ...(limits.os ? { os: limits.os } : {}),
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
if (added > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other systems written into package-lock.json`)
