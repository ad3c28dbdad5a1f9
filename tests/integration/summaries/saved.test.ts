import { expect, test } from 'vitest'
import { removeComparison, saveComparison } from '@/lib/summaries/compare/commands'
import { getSavedQuery, listSavedComparisons } from '@/lib/summaries/compare/queries'
import { saveComparisonSchema } from '@/lib/summaries/compare/schema'
import type { Actor } from '@/lib/platform/auth/actor'
import { accountActor } from '../../support/actors'
import { prisma } from '../../support/database'
import { runMatrix, type Matrix, type MatrixCase } from '../../support/matrix'

const ROLES = ['owner', 'office', 'admin', 'officer', 'guest'] as const
type Role = (typeof ROLES)[number]
type Scene = { savedId: string; people: Record<Role, Actor> }

async function arrange(): Promise<Scene> {
  const people = {
    owner: await accountActor(),
    office: await accountActor({ isOffice: true }),
    admin: await accountActor({ isAdmin: true }),
    officer: await accountActor({ staffOf: ['00000000-0000-4000-8000-000000000001'] }),
    guest: await accountActor(),
  }
  const { id } = await prisma.savedComparison.create({
    data: { accountId: people.owner.accountId, name: 'Hộ thoát nghèo', query: 'xem=qua-nam' },
  })
  return { savedId: id, people }
}

const matrix: Matrix<Role, Scene> = {
  roles: ROLES,
  arrange,
  actorFor: (role, { people }) => people[role],
}

const cases: MatrixCase<Role, Scene>[] = [
  {
    command: 'saveComparison',
    run: (actor) => saveComparison(actor, { name: 'Của tôi', query: 'xem=ban-do' }),
    expected: {},
    otherwise: 'ok',
  },
  {
    command: 'removeComparison',
    run: (actor, { savedId }) => removeComparison(actor, { savedId }),
    expected: { owner: 'ok' },
    otherwise: 'forbidden',
  },
  {
    command: 'removeComparison (gone)',
    run: (actor) => removeComparison(actor, { savedId: '00000000-0000-4000-8000-000000000009' }),
    expected: {},
    otherwise: 'not_found',
  },
]

test('role matrix of saved comparisons', () => runMatrix(matrix, cases), 60_000)

test('keeps only what the page understands, once for a key and a name, and opens for whoever has the link', async () => {
  const owner = await accountActor()
  const first = await saveComparison(
    owner,
    { name: 'Của tôi', query: 'xem=ban-do&la=1&chi-tieu=%00&tu=2030&den=2025' },
    'khoa-1',
  )
  const again = await saveComparison(owner, { name: 'Của tôi', query: 'xem=bang-mau' }, 'khoa-1')
  expect(again).toEqual(first)
  const [saved] = await listSavedComparisons(owner)
  expect(saved).toMatchObject({ name: 'Của tôi', query: 'xem=ban-do&tu=2025&den=2030' })
  const changed = await saveComparison(owner, { name: 'Của tôi', query: 'xem=bang-mau' }, 'khoa-2')
  expect(changed).toEqual(first)
  const other = await accountActor()
  expect(await getSavedQuery(other, saved!.id)).toBe('xem=bang-mau')
  expect(await listSavedComparisons(other)).toEqual([])
  expect(await getSavedQuery(other, 'không phải mã')).toBeNull()
  expect(await prisma.auditEntry.count({ where: { action: 'saveComparison' } })).toBe(2)
})

test('a name is wanted', () => {
  expect(saveComparisonSchema.safeParse({ name: ' ', query: '' }).success).toBe(false)
})
