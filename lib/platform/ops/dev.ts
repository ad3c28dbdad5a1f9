import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { closeEverything } from '../shutdown'
import { generateIfChanged } from './build'
import { withDatabase } from './database'
import { migrate } from './migrate'
import { runSeed } from './seed'

/** Next's development server beside the embedded database, with the demonstration's data. */
process.env.DEMO ??= '1'
await generateIfChanged()
await withDatabase(async (url) => {
  await migrate(url)
  await runSeed(process.env.DEMO === '1')
  await closeEverything()
  const next = path.join(
    path.dirname(createRequire(import.meta.url).resolve('next/package.json')),
    'dist/bin/next',
  )
  const child = spawn(process.execPath, [next, 'dev', ...process.argv.slice(2)], { stdio: 'inherit' })
  // Next ends itself on Ctrl-C; the database is stopped after it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  await new Promise((resolve) => child.once('exit', resolve))
})
