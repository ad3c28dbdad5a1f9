import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type pg from 'pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

type Bindings = typeof import('@prisma/schema-engine-wasm') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void
}

let loading: Promise<Bindings> | undefined

/** Prisma's schema engine as WebAssembly: the native one must be downloaded, which closed networks forbid. */
function loadBindings(): Promise<Bindings> {
  loading ??= (async () => {
    const folder = path.dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
    const bindings = (await import(pathToFileURL(path.join(folder, 'schema_engine_bg.js')).href)) as Bindings
    const bytes = await readFile(path.join(folder, 'schema_engine_bg.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
    })
    bindings.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
    return bindings
  })()
  return loading
}

export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  act: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const { SchemaEngine } = await loadBindings()
  const opened: SqlDriverAdapter[] = []
  const whole: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      opened.push(adapter)
      return sendScriptsWhole(adapter)
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  }
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(whole),
  )
  try {
    return await act(engine)
  } finally {
    engine.free()
    await Promise.all(opened.map((adapter) => adapter.dispose()))
  }
}

/**
 * The adapter cuts scripts at every semicolon, which breaks function bodies and literals.
 * PostgreSQL takes a script whole and runs it as one transaction, as the native engine does.
 */
function sendScriptsWhole(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const { underlyingDriver } = adapter as SqlDriverAdapter & { underlyingDriver?: () => pg.Pool }
  if (!underlyingDriver) return adapter
  const connections = underlyingDriver.call(adapter)
  adapter.executeScript = async (script) => {
    await connections.query(script)
  }
  return adapter
}
