import { expect, test } from 'vitest'
import {
  agreeToPledge,
  finalisePledge,
  openPledge,
  recordSignedPledge,
  savePledgeText,
} from '@/lib/activities/pledge/commands'
import {
  getPledge,
  getRegisteredTargets,
  listPledgeAppendices,
  listPledgesToAgree,
} from '@/lib/activities/pledge/queries'
import { progressOf } from '@/lib/activities/pledge/rules'
import { decideTargetAdjustment, requestTargetAdjustment } from '@/lib/reports/targets/commands'
import { refreshProjectionsIn } from '@/lib/reports/commands'
import { agree, arrangePledge, pledgeText } from '../../support/activities'
import { accountActor } from '../../support/actors'
import { countRows, prisma, sql, transaction } from '../../support/database'
import { actorOf, createReport } from '../../support/reports'

type Scene = Awaited<ReturnType<typeof arrangePledge>>

const leaderOf = (scene: Scene, unit: { id: string }) =>
  accountActor({ leaderOf: [unit.id], memberOf: [scene.north.id] })

async function everyoneAgrees(scene: Scene) {
  const units = [scene.units.head, scene.units.deputy, scene.units.member]
  for (const unit of units)
    expect(await agree(await leaderOf(scene, unit), scene.pledgeId, unit.id)).toMatchObject({ ok: true })
}

async function progress(scene: Scene) {
  const view = await getPledge(await actorOf('officer', scene), scene.north.id)
  if (!view?.pledge) throw new Error('no pledge')
  const { agreed, total, missing, voided } = progressOf(view.pledge.members)
  const names = (members: { unit: { name: string } }[]) => members.map(({ unit }) => unit.name)
  return { agreed, total, missing: names(missing), voided: names(voided) }
}

test('T8 a changed pledge voids every agreement and says so to each unit; the same text voids none', async () => {
  const scene = await arrangePledge()
  await everyoneAgrees(scene)
  expect(await progress(scene)).toMatchObject({ agreed: 3, total: 3, missing: [] })

  const same = pledgeText(scene, 2, '- Giảm nghèo\n\n-  Bảo vệ trẻ em  ')
  expect(await savePledgeText(scene.head, same)).toMatchObject({
    ok: true,
    value: { textVersion: 1, voided: 0 },
  })
  expect(await progress(scene)).toMatchObject({ agreed: 3 })

  const changed = pledgeText(scene, 2, 'Giảm nghèo bền vững\nBảo vệ trẻ em')
  expect(await savePledgeText(scene.head, changed)).toMatchObject({
    ok: true,
    value: { textVersion: 2, voided: 3 },
  })
  const all = ['Hà Giang', 'Lai Châu', 'Sơn La']
  expect(await progress(scene)).toEqual({ agreed: 0, total: 3, missing: all, voided: all })
  const trail = await sql<{ unit_id: string; reason: string }>(
    `SELECT unit_id, reason FROM audit_entries WHERE action = 'voidPledgeAgreement'`,
  )
  expect(new Set(trail.map(({ unit_id }) => unit_id)).size).toBe(3)
  expect(trail[0]?.reason).toContain('bản 2')
  for (const unit of [scene.units.head, scene.units.deputy, scene.units.member]) {
    const [waiting] = await listPledgesToAgree(await leaderOf(scene, unit))
    expect(waiting?.voidedAt).toBeTruthy()
  }

  const member = await leaderOf(scene, scene.units.member)
  expect(await agree(member, scene.pledgeId, scene.units.member.id)).toMatchObject({
    value: { textVersion: 2 },
  })
  expect(await progress(scene)).toMatchObject({ agreed: 1, voided: ['Hà Giang', 'Lai Châu'] })
  expect(await listPledgesToAgree(member)).toEqual([])
})

test('T8 an adjusted target is an appendix and voids no agreement', async () => {
  const scene = await arrangePledge()
  await everyoneAgrees(scene)
  const report = await createReport(scene, { kind: 'REGISTRATION', state: 'CONFIRMED', sentBefore: true })
  await transaction((tx) => refreshProjectionsIn(tx, [report.id]))
  const [officer, reviewer] = await Promise.all([actorOf('officer', scene), actorOf('reviewer', scene)])
  const asked = await requestTargetAdjustment(officer, {
    reportId: report.id,
    indicatorId: scene.indicators.count.id,
    newRaw: '1.400',
    reason: 'Bão lũ',
    paper: 'Công văn 12',
    paperFileId: null,
  })
  if (!asked.ok) throw new Error(asked.message)
  expect(await listPledgeAppendices(officer, scene.north.id)).toEqual([])
  await decideTargetAdjustment(reviewer, {
    adjustmentId: asked.value.adjustmentId,
    decision: 'APPROVED',
    note: null,
  })
  expect(await listPledgeAppendices(officer, scene.north.id)).toMatchObject([
    { oldRaw: '1.520', newRaw: '1.400', unit: { name: 'Sơn La' }, reason: 'Bão lũ' },
  ])
  expect(await progress(scene)).toMatchObject({ agreed: 3, voided: [] })
  const targets = await getRegisteredTargets(officer, scene.north.id)
  expect(targets.units).toHaveLength(1)
  expect(targets.units[0]?.values[scene.indicators.count.id]).toMatchObject({ amount: '1400' })
  const far = await actorOf('farOfficer', scene)
  expect((await getRegisteredTargets(far, scene.south.id)).units).toEqual([])
})

test('T8 the wrong unit cannot agree: nobody for another unit, no unit from outside, no officer', async () => {
  const scene = await arrangePledge()
  const { pledgeId, units } = scene
  const member = await leaderOf(scene, units.member)
  expect(await agree(member, pledgeId, units.deputy.id)).toMatchObject({ code: 'forbidden' })
  expect(await agree(await actorOf('officer', scene), pledgeId, units.member.id)).toMatchObject({
    code: 'forbidden',
  })
  const stranger = await accountActor({ leaderOf: [units.stranger.id], memberOf: [scene.south.id] })
  expect(await agree(stranger, pledgeId, units.stranger.id)).toMatchObject({ code: 'not_found' })
  expect(await countRows('pledge_agreements')).toBe(0)
})

test('T8 agreement is to exactly one text: another version or hash is refused, and twice is once', async () => {
  const scene = await arrangePledge()
  const { pledgeId, units } = scene
  const member = await leaderOf(scene, units.member)
  const text = await prisma.pledgeText.findFirstOrThrow({ where: { pledgeId } })
  const input = { pledgeId, unitId: units.member.id, textVersion: 1, textHash: text.hash }
  expect(await agreeToPledge(member, { ...input, textHash: 'f'.repeat(64) })).toMatchObject({
    code: 'conflict',
  })
  expect(await agreeToPledge(member, { ...input, textVersion: 2 })).toMatchObject({ code: 'conflict' })
  expect(await agreeToPledge(member, input, 'key-of-agreement')).toMatchObject({ ok: true })
  expect(await agreeToPledge(member, input, 'key-of-agreement')).toMatchObject({ ok: true })
  expect(await agreeToPledge(member, input)).toMatchObject({ code: 'conflict' })
  expect(await countRows('pledge_agreements')).toBe(1)
})

test('T8 by delegation: the trail and the page say for whom', async () => {
  const scene = await arrangePledge()
  const { units, pledgeId } = scene
  const leader = await leaderOf(scene, units.member)
  const deputy = await accountActor({
    leaderOf: [units.member.id],
    memberOf: [scene.north.id],
    actsFor: [
      {
        accountId: leader.accountId,
        name: leader.name,
        role: 'PROVINCE_LEADER',
        scopeId: units.member.id,
        until: '2026-12-31',
      },
    ],
  })
  expect(await agree(deputy, pledgeId, units.member.id)).toMatchObject({ ok: true })
  const view = await getPledge(scene.head, scene.north.id)
  const agreement = view?.pledge?.members.find(({ unit }) => unit.id === units.member.id)?.agreement
  expect(agreement?.onBehalfOf).toBe('Người thử')
  expect(await countRows('audit_entries', 'on_behalf_of_id = $1', [leader.accountId])).toBe(1)
})

test('T8 texts and agreements that race leave no agreement to another text in force', async () => {
  const scene = await arrangePledge()
  const { pledgeId, units } = scene
  const leaders = await Promise.all(
    [units.head, units.deputy, units.member].map(async (unit) => ({
      unit,
      actor: await leaderOf(scene, unit),
    })),
  )
  for (let round = 0; round < 8; round++) {
    const { version } = await prisma.pledge.findUniqueOrThrow({ where: { id: pledgeId } })
    await Promise.all([
      savePledgeText(scene.head, pledgeText(scene, version, `Nhiệm vụ ${round}`)),
      ...leaders.map(({ unit, actor }) => agree(actor, pledgeId, unit.id)),
    ])
    const strays = await sql(
      `SELECT FROM pledge_agreements g JOIN pledges p ON p.id = g.pledge_id
         JOIN pledge_texts t ON t.pledge_id = p.id AND t.version = p.text_version
        WHERE g.voided_at IS NULL AND (g.text_version <> t.version OR g.text_hash <> t.hash)`,
    )
    expect(strays).toEqual([])
  }
})

test('T8 final with all agreed, or with a reason; then the text is frozen and the signed paper recorded', async () => {
  const scene = await arrangePledge()
  const { pledgeId, head, units } = scene
  await agree(await leaderOf(scene, units.member), pledgeId, units.member.id)
  const act = { pledgeId, version: 2 }
  expect(await recordSignedPledge(head, { ...act, number: '01/GƯ', signedOn: '2026-01-20' })).toMatchObject({
    code: 'conflict',
  })
  expect(await finalisePledge(head, { ...act, reason: '' })).toMatchObject({
    code: 'invalid',
    fields: { reason: expect.stringContaining('2 đơn vị') },
  })
  expect(await finalisePledge(head, { ...act, reason: 'Hai đơn vị đang kiện toàn nhân sự' })).toMatchObject({
    ok: true,
  })
  expect(await savePledgeText(head, pledgeText(scene, 3, 'Khác'))).toMatchObject({ code: 'locked' })
  const deputy = await leaderOf(scene, units.deputy)
  expect(await agree(deputy, pledgeId, units.deputy.id)).toMatchObject({ code: 'locked' })
  expect(await openPledge(head, { pledgeId, version: 3 })).toMatchObject({ code: 'conflict' })
  expect(
    await recordSignedPledge(head, { pledgeId, version: 3, number: '01/GƯ', signedOn: '2026-01-20' }),
  ).toMatchObject({ ok: true })
  const far = await getPledge(await actorOf('farOfficer', scene), scene.north.id)
  expect(far?.pledge).toMatchObject({ state: 'FINAL', number: '01/GƯ', signedOn: '2026-01-20' })
  expect(far?.pledge?.finalReason).toContain('kiện toàn')
})

test('who reads a draft, and who drafts where no unit heads the cluster', async () => {
  const scene = await arrangePledge({ open: false })
  const seen = async (person: Parameters<typeof actorOf>[0]) =>
    (await getPledge(await actorOf(person, scene), scene.north.id))?.pledge !== null
  for (const person of ['head', 'deputy', 'staff', 'reviewer', 'office'] as const)
    expect(await seen(person), person).toBe(true)
  for (const person of ['officer', 'leader', 'farHead', 'admin', 'guest'] as const)
    expect(await seen(person), person).toBe(false)

  const office = await actorOf('office', scene)
  const text = pledgeText(scene, 1, 'Văn phòng soạn')
  expect(await savePledgeText(office, text)).toMatchObject({ code: 'forbidden' })
  await sql(`DELETE FROM headships WHERE role = 'HEAD'`)
  expect(await savePledgeText(office, text)).toMatchObject({ ok: true })
  await sql(`UPDATE emulation_years SET state = 'CLOSED'`)
  expect(await savePledgeText(office, pledgeText(scene, 2, 'Muộn'))).toMatchObject({ code: 'locked' })
})
