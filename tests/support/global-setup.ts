import type { TestProject } from 'vitest/node'
import { dropDatabase, startTestServer } from './postgres'
import { createTemplates } from './template'

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string
    /** What the names of this run's databases begin with. */
    databasePrefix: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  const prefix = `thidua_${process.pid}_${Date.now().toString(36)}`
  try {
    await createTemplates(server.adminUrl, prefix)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('adminUrl', server.adminUrl)
  project.provide('databasePrefix', prefix)
  return async () => {
    if (process.env.TEST_DATABASE_URL) {
      for (const name of ['migrated', 'prepared', 'w1', 'w2'])
        await dropDatabase(server.adminUrl, `${prefix}_${name}`)
    }
    await server.stop()
  }
}
