import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/auth/actor'
import { saveNarrative } from '@/lib/reports/commands'
import { getReport } from '@/lib/reports/queries'
import { createAccount } from '../../support/actors'
import { actorOf, arrangeReports, createReport } from '../../support/reports'
import { prisma, sql } from '../../support/database'

test('a narrative is versioned, saved once a key, and locked with its report', async () => {
  const scene = await arrangeReports()
  const officer = await actorOf('officer', scene)
  const report = await createReport(scene)
  const save = (text: string, version: number, idempotencyKey: string = randomUUID()) =>
    saveNarrative(officer, report.id, 'HIGHLIGHTS', { text, version, idempotencyKey })
  expect(await save('một', 0, 'narrative-key')).toMatchObject({
    ok: true,
    value: { version: 1, dataVersion: 1 },
  })
  expect(await save('một', 0, 'narrative-key')).toMatchObject({
    ok: true,
    value: { version: 1, dataVersion: 1 },
  })
  expect(await save('hai', 0)).toMatchObject({ code: 'conflict', current: { text: 'một', version: 1 } })
  expect(await save('hai', 1)).toMatchObject({ ok: true, value: { version: 2 } })
  expect((await getReport(officer, report.id))?.narrative[0]).toMatchObject({ text: 'hai', version: 2 })
  const audits = await sql<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit_entries WHERE action = 'saveNarrative'`,
  )
  expect(audits[0]?.n).toBe(2)
  await prisma.report.update({ where: { id: report.id }, data: { state: 'SENT' } })
  expect(await save('ba', 2)).toMatchObject({ code: 'locked' })
})

test('a narrative saved by two tells the second whose words stand there, and since when', async () => {
  const scene = await arrangeReports()
  const { id } = await createReport(scene, { filled: false })
  const account = await createAccount(undefined, {
    grants: [{ role: 'PROVINCE_STAFF', unitId: scene.units.member.id }],
  })
  const [officer, colleague] = [await actorOf('officer', scene), await actorOf('leader', scene)]
  const save = (actor: Actor, text: string) =>
    saveNarrative(actor, id, 'CAUSES', { text, version: 0, idempotencyKey: randomUUID() })
  expect(await save({ ...officer, accountId: account.id } as Actor, 'Bão')).toMatchObject({ ok: true })
  expect(await save(colleague, 'Lũ')).toMatchObject({
    code: 'conflict',
    current: { mine: 'Lũ', text: 'Bão', version: 1, updatedBy: account.name, updatedAt: expect.any(String) },
  })
})
