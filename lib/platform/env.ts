import 'server-only'
import { readEnv, type Env } from './env-schema'

let known: Env | undefined

/** The validated environment. Throws one Error that lists every wrong variable, a line each. */
export function env(): Env {
  known ??= load()
  return known
}

function load(): Env {
  // Next imports every route while it builds, where no database and no secret exist yet.
  const building = process.env.NEXT_PHASE === 'phase-production-build'
  const reading = readEnv(
    building
      ? { DATABASE_URL: 'postgresql://localhost/build', AUTH_SECRET: 'x'.repeat(32), ...process.env }
      : process.env,
  )
  if (!reading.ok) throw new Error(`The environment is not right:\n${reading.problems.join('\n')}`)
  return reading.env
}
