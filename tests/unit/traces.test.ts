import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeError } from '@/lib/platform/logger'
import { inSources } from '@/lib/platform/traces'

const SOURCE = `interface Unit {
  name: string
}

export function nameOf(unit: Unit | null): string {
  if (!unit)
    throw new RangeError('no unit')
  return unit.name
}
`

describe('stacks of what was built', () => {
  let root: string
  let built: string

  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'traces-'))
    // The bundler's names carry the folders of routes, parentheses and all.
    built = path.join(root, '.next/server/chunks/app_(main)_units.cjs')
    await mkdir(path.dirname(built), { recursive: true })
    const { outputText, sourceMapText } = ts.transpileModule(SOURCE, {
      fileName: '../../../lib/units/rules (1).ts',
      compilerOptions: { module: ts.ModuleKind.CommonJS, sourceMap: true, removeComments: true },
    })
    const map = JSON.parse(sourceMapText ?? '') as { sources: string[] }
    await writeFile(built, outputText)
    await writeFile(
      `${built}.map`,
      JSON.stringify({ ...map, sources: ['../../../lib/units/rules%20(1).ts'] }),
    )
  })
  afterAll(() => rm(root, { recursive: true, force: true }))

  it('names the line of the source, however the frame is written', () => {
    const { nameOf } = createRequire(import.meta.url)(built) as { nameOf: (unit: null) => string }
    let thrown: unknown
    try {
      nameOf(null)
    } catch (error) {
      thrown = error
    }
    const { at } = describeError(thrown) as { at: string[] }
    const source = path.join(root, 'lib/units/rules (1).ts')
    expect(at[0]).toBe(`at nameOf (${source}:7:11)`)

    const [, line, column] = /cjs:(\d+):(\d+)/.exec((thrown as Error).stack ?? '') ?? []
    expect(line).not.toBe('7')
    const place = `${built}:${line}:${column}`
    expect(
      inSources([`at ${place}`, `at async nameOf (file://${encodeURI(place)})`, `at new Unit (${place})`]),
    ).toEqual([`at ${source}:7:11`, `at async nameOf (${source}:7:11)`, `at new Unit (${source}:7:11)`])
  })

  it('leaves what it does not know as it is', async () => {
    const broken = path.join(root, '.next/server/broken.js')
    await writeFile(`${broken}.map`, '{"version":')
    const frames = [
      'at node:internal/main/run_main_module:1:2',
      'at async Promise.all (index 0)',
      `at gone (${root}/.next/server/gone.js:1:2)`,
      `at broken (${broken}:1:2)`,
      `at elsewhere (${root}/node_modules/next/server.js:1:2)`,
      '',
    ]
    expect(inSources(frames)).toEqual(frames)
  })
})
