import { expect, vi } from 'vitest'
import type { Actor } from '@/lib/platform/auth/actor'
import type { ErrorCode, Result } from '@/lib/platform/errors'
import { logger } from '@/lib/platform/logger'
import { putBack, readRows, resetDatabase, tableChecksums } from './database'

/** `ok`, or the code the command must refuse with. */
export type Outcome = 'ok' | ErrorCode

/**
 * One line of the matrix: one command against every actor. `arrange` writes what the command needs and says with which
 * input it is called; it runs once, on an empty database, and after each success all is put back as it left it.
 */
export type MatrixCase<Role extends string, Scene> = {
  command: string
  run: (actor: Actor, scene: Scene) => Promise<Result<unknown>>
  /** Who gets what; roles that are not named must get `otherwise`. */
  expected: Partial<Record<Role, Outcome>>
  otherwise: Outcome
}

export type Matrix<Role extends string, Scene> = {
  roles: readonly Role[]
  arrange: (command: string) => Promise<Scene>
  actorFor: (role: Role, scene: Scene) => Promise<Actor> | Actor
  /** Tables a refusal may write to: the record of refusals itself. */
  refusalsMayWrite?: readonly string[]
}

/** What one call came to: the code, the tables it changed, and the lines it left in the security log. */
export type MatrixCell = {
  outcome: Outcome
  changed: string[]
  security: string[]
  /** The checksums of all tables after the call. */
  after: Record<string, string>
}

/** Calls one command as one role. */
async function tryCommand<Role extends string, Scene>(
  matrix: Matrix<Role, Scene>,
  line: MatrixCase<Role, Scene>,
  role: Role,
  scene: Scene,
): Promise<MatrixCell> {
  const actor = await matrix.actorFor(role, scene)
  const before = await tableChecksums()
  const security: string[] = []
  const warn = vi.spyOn(logger, 'warn').mockImplementation((...[facts]: unknown[]) => {
    if (isSecurityLine(facts)) security.push(facts.command)
  })
  const result = await line.run(actor, scene).finally(() => warn.mockRestore())
  const after = await tableChecksums()
  return {
    outcome: result.ok ? 'ok' : result.code,
    changed: differing(before, after).filter((table) => !matrix.refusalsMayWrite?.includes(table)),
    security,
    after,
  }
}

const differing = (a: Record<string, string>, b: Record<string, string>): string[] =>
  Object.keys(b).filter((table) => a[table] !== b[table])

const isSecurityLine = (facts: unknown): facts is { security: true; command: string } =>
  typeof facts === 'object' && facts !== null && 'security' in facts && 'command' in facts

/**
 * Calls each command as each role and compares with the written matrix: the outcome is the one written; a refusal
 * leaves every table as it was and, for want of right, one line in the security log; a success writes something. All
 * differences are reported together.
 */
export async function runMatrix<Role extends string, Scene>(
  matrix: Matrix<Role, Scene>,
  cases: readonly MatrixCase<Role, Scene>[],
): Promise<void> {
  const differences: string[] = []
  for (const line of cases) {
    await resetDatabase()
    const scene = await matrix.arrange(line.command)
    const [arranged, sums] = [await readRows(), await tableChecksums()]
    for (const role of matrix.roles) {
      const wanted = line.expected[role] ?? line.otherwise
      const { outcome, changed, security, after } = await tryCommand(matrix, line, role, scene)
      const cell = `${line.command} as ${role}`
      if (outcome !== wanted) differences.push(`${cell}: ${outcome} instead of ${wanted}`)
      if (outcome !== 'ok' && changed.length > 0)
        differences.push(`${cell}: refused, yet changed ${changed.join(', ')}`)
      if (security.length !== (outcome === 'forbidden' ? 1 : 0))
        differences.push(`${cell}: ${outcome}, with ${security.length} lines in the security log`)
      if (outcome === 'ok' && changed.length === 0)
        differences.push(`${cell}: succeeded without writing anything`)
      // What was refused left everything as it was.
      if (outcome === 'ok' || changed.length > 0) await putBack(arranged, differing(sums, after))
    }
  }
  expect(differences).toEqual([])
}
