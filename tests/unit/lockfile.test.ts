import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

type Locked = {
  version?: string
  hasInstallScript?: boolean
  resolved?: string
  optionalDependencies?: Record<string, string>
}

const root = path.resolve(import.meta.dirname, '../..')
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>
}
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}

/** The lowest version without a known hole; wherever in the tree the package stands. */
const FLOORS: Record<string, string> = {
  next: '16.4.5',
  'next-auth': '4.24.15',
  nodemailer: '8.0.5',
  sharp: '0.35.5',
}
/** Never fixed in the registry, or open to attack through an uploaded file. */
const BANNED = ['xlsx', 'exceljs', 'node-ipc', 'event-stream']

function nameOf(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('-')[0]!.split('.').map(Number))
  for (let part = 0; part < 3; part++) {
    const difference = (left![part] ?? 0) - (right![part] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const installed = Object.entries(lock.packages)
  .filter(([place]) => place !== '')
  .map(([place, facts]) => ({ place, name: nameOf(place), ...facts }))

describe('what the lockfile installs', () => {
  test.each(Object.entries(FLOORS))('%s is at least %s', (name, floor) => {
    const found = installed.filter((entry) => entry.name === name)
    for (const { place, version } of found)
      expect(compare(version!, floor), `${place} is ${version}`).toBeGreaterThanOrEqual(0)
  })

  test('holds next and next-auth at all', () => {
    for (const name of ['next', 'next-auth'])
      expect(installed.some((entry) => entry.name === name)).toBe(true)
  })

  test.each(BANNED)('%s is absent', (name) => {
    expect(installed.filter((entry) => entry.name === name)).toEqual([])
  })

  test('comes from the registry alone', () => {
    const elsewhere = installed.filter(
      ({ resolved }) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(({ place }) => place)).toEqual([])
  })

  test('names the native parts of every system, as `npm ci` demands (npm run lock:complete)', () => {
    const places = new Set(Object.keys(lock.packages))
    const absent = Object.entries(lock.packages).flatMap(([place, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) => !places.has(`node_modules/${name}`) && !places.has(`${place}/node_modules/${name}`),
      ),
    )
    expect(absent).toEqual([])
  })

  test('pins what package.json names', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('runs the install scripts of packages on the list only', () => {
    const scripted = installed.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)
    expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([])
  })
})
