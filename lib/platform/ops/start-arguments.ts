import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What `npm start` tells Node, for the demonstration, the tests and the bench: the server runs alike everywhere, and its
 * limits stand in package.json alone. To be run in the folder of the product.
 *
 * `--max-old-space-size` (MB): 143 live after 20,000 requests for everything at the demonstration's size, 210 at planning
 * size with what is kept there; the national workbook of all communes takes some 300 more while it is made, and 384 in all
 * ended the server in the middle of it. V8 takes what it needs: the demonstration's size is resident in 400 under either.
 * `--max-semi-space-size` (MB, up to three of them): what a page needs while it is made dies there, uncopied.
 */
export function startArguments(): string[] {
  const file = path.resolve(import.meta.dirname, '../../../package.json')
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { start: string } }
  const [program, ...given] = scripts.start.split(' ')
  if (program !== 'node') throw new Error(`npm start is expected to run node, not ${program}.`)
  return given
}
