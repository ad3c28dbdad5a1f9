import { execFile } from 'node:child_process'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import pg from 'pg'

/** The user a server's programs run as; undefined for the user of this process. */
export type Owner = { uid: number; gid: number } | undefined
/** What `server.json` keeps about a folder's server. */
export type Memory = { port: number; password: string; startedBy?: number }

export const USER = 'cum_thi_dua'

/** The port of the server that runs on this folder now, if one answers. */
export async function runningPort(data: string, memory: Memory): Promise<number | undefined> {
  const pid = await readPid(data)
  if (!pid || !isAlive(pid.process)) return undefined
  // Twenty seconds: a server that recovers from a crash is alive long before it answers.
  for (let tries = 0; tries < 100 && isAlive(pid.process); tries++) {
    const port = (await readPid(data))?.port ?? memory.port
    if (await answers(port, memory.password, data)) return port
    if (!(await isPostgres(pid.process))) return undefined
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return undefined
}

async function readPid(data: string) {
  const text = await readFile(path.join(data, 'postmaster.pid'), 'utf8').catch(() => undefined)
  if (!text) return undefined
  const lines = text.split('\n')
  return { process: Number(lines[0]), port: Number(lines[3]) || undefined }
}

/** A pid file whose number belongs to nobody, or to another program since, would block the start. */
export async function dropStalePid(data: string) {
  const pid = await readPid(data)
  if (pid && (!isAlive(pid.process) || !(await isPostgres(pid.process)))) {
    await rm(path.join(data, 'postmaster.pid'), { force: true })
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true
  const name = await runProgram('ps', ['-o', 'comm=', '-p', String(pid)]).catch(async () =>
    readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'postgres'),
  )
  return name.includes('postgres')
}

async function answers(port: number, password: string, data: string): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: USER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return path.resolve(rows[0]?.data_directory ?? '') === path.resolve(data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** The wished port, or any free one when somebody else listens there. */
export async function freePort(wished: number): Promise<number> {
  const probe = (port: number) =>
    new Promise<number | undefined>((resolve) => {
      const server = net.createServer()
      server.once('error', () => resolve(undefined))
      server.listen(port, '127.0.0.1', () => {
        const taken = (server.address() as net.AddressInfo).port
        server.close(() => resolve(taken))
      })
    })
  return (await probe(wished)) ?? (await probe(0)) ?? wished
}

/** Two processes must not start the same folder at once: the second waits, then joins. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = path.join(folder, 'starting.lock')
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' })
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(await readFile(file, 'utf8').catch(() => '0'))
      const age = Date.now() - ((await stat(file).catch(() => undefined))?.mtimeMs ?? Date.now())
      if ((holder > 0 && !isAlive(holder)) || age > 180_000) await rm(file, { force: true })
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

export function runProgram(file: string, args: string[], owner?: Owner, cwd?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      { cwd, ...owner, env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' }, windowsHide: true },
      (error, stdout, stderr) => {
        if (error)
          reject(new Error(`${path.basename(file)} failed: ${stderr || error.message}`, { cause: error }))
        else resolve(stdout.trim())
      },
    )
    child.stdin?.end()
  })
}
