import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import pg from 'pg'
import { RECORD_SEPARATOR } from '@/lib/platform/parsed'
import type { Statement } from './statements'

/**
 * The floors of the API's tables: a bare server over `pg` that sends the statements of an answer made anew, parses the JSON
 * they bring and prints the same body.
 */
const { port, url, answers } = JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as {
  port: number
  url: string
  answers: Record<string, { statements: Statement[]; body: string }>
}
const pool = new pg.Pool({ connectionString: url, max: 20 })
const prepared = new Map(
  Object.entries(answers).map(([path, { statements, body }]) => [
    path,
    {
      statements: statements.map(({ text, params }, n) => ({ name: `${path}${n}`, text, values: params })),
      shape: JSON.parse(body) as unknown,
    },
  ]),
)

async function answer(path: string, response: ServerResponse) {
  const { statements, shape } = prepared.get(path)!
  const [token, year, ...rest] = statements
  await pool.query(token!)
  await pool.query(year!)
  const results = await Promise.all(rest.map((statement) => pool.query<Record<string, unknown>>(statement)))
  for (const value of results.flatMap(({ rows }) => Object.values(rows[0] ?? {})))
    if (typeof value === 'string' && /^[[{]/.test(value))
      for (const json of value.split(RECORD_SEPARATOR)) JSON.parse(json)
  const bytes = Buffer.from(JSON.stringify(shape))
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.end(bytes)
}

createServer((request, response) => {
  answer(request.url ?? '', response).catch((error: unknown) => {
    console.error(error)
    response.writeHead(500).end()
  })
}).listen(port, '127.0.0.1', () => console.log('ready'))
