import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What `npm start` tells Node, for the demonstration, the tests and the bench: the server runs alike everywhere, and its
 * limits stand in package.json alone. To be run in the folder of the product.
 *
 * `--max-old-space-size` (MB): 143 live after 20,000 requests for everything at the demonstration's size; at planning size
 * the caches of tables, answers and parsed rows may come to 100 more, and the widest answers are made beside them (several
 * MB each, as many as are asked for at once). V8 takes of it what it needs: a lower limit would save nothing on an ordinary
 * day. `--max-semi-space-size` (MB, up to three of them): what a page needs while it is made dies there, uncopied.
 */
export function startArguments(): string[] {
  const file = path.resolve(import.meta.dirname, '../../../package.json')
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } }
  const [program, ...given] = scripts.start.split(' ')
  if (program !== 'node') throw new Error(`npm start is expected to run node, not ${program}.`)
  return given
}
