import { afterAll, afterEach, inject } from 'vitest'
import { cloneDatabase, onConnection, withDatabase } from './postgres'

const adminUrl = inject('adminUrl')
const prefix = inject('databasePrefix')
const name = `${prefix}_w${process.env.VITEST_POOL_ID ?? '1'}`

const known = await onConnection(adminUrl, (client) =>
  client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]),
)
const isNew = known.rowCount === 0
if (isNew) await cloneDatabase(adminUrl, `${prefix}_prepared`, name)

// Set before the product's modules are loaded: they read the environment once.
process.env.DATABASE_URL = withDatabase(adminUrl, name)
process.env.DATABASE_POOL ??= '10'
process.env.AUTH_SECRET ??= 'a secret that only the tests of this product know'
process.env.LOG_LEVEL ??= 'silent'

const { closeDatabase, keepsRows, resetDatabase } = await import('./database')
if (!isNew) await resetDatabase()

afterEach(async () => {
  if (!keepsRows()) await resetDatabase()
})
afterAll(closeDatabase)
