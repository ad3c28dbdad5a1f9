import { beforeEach, describe, expect, test } from 'vitest'
import {
  addBeneficiary,
  eraseBeneficiary,
  recordConsent,
  withdrawConsent,
} from '@/lib/activities/beneficiaries/commands'
import { addFunding, moveActivity, removeFunding, saveActivity } from '@/lib/activities/joint/commands'
import { activityFiles, getActivity, listActivities } from '@/lib/activities/joint/queries'
import { ledgerSentence } from '@/lib/activities/joint/rules'
import { activitySchema, beneficiarySchema, fundingSchema } from '@/lib/activities/joint/schema'
import { beginOwnedUpload, completeOwnedUpload, storeOwnedChunk } from '@/lib/evidence/owned/commands'
import { readOwnedFile } from '@/lib/evidence/owned/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { samplePng } from '@/prisma/seed/evidence'
import { prisma, sql } from '../../support/database'
import { actorOf, arrangeReports, type ReportScene } from '../../support/reports'

let scene: ReportScene
let officer: Actor
let activityId: string

beforeEach(async () => {
  scene = await arrangeReports()
  officer = await actorOf('officer', scene)
  const saved = await saveActivity(officer, activity({ valueRaw: '130 triệu' }))
  if (!saved.ok) throw new Error(saved.message)
  activityId = saved.value.id
})

const activity = (more: Record<string, string>) =>
  activitySchema.parse({
    clusterYearId: scene.north.id,
    version: '0',
    title: 'Mái ấm tình thương',
    unitId: scene.units.member.id,
    ...more,
  })

const version = async () =>
  (await prisma.jointActivity.findUniqueOrThrow({ where: { id: activityId } })).version

async function give(giver: string, kind: string, raw: string, note = '') {
  return addFunding(
    officer,
    fundingSchema.parse({ activityId, version: String(await version()), giver, kind, raw, note }),
  )
}

async function beneficiary(more: Record<string, string> = {}) {
  const added = await addBeneficiary(
    officer,
    beneficiarySchema.parse({
      activityId,
      version: '1',
      name: 'Siu Ajuih',
      shownAs: 'một hội viên nghèo',
      address: 'làng Bối',
      ...more,
    }),
  )
  if (!added.ok) throw new Error(added.message)
  return added.value.id
}

describe('ledger', () => {
  test('C9 130 = 50 + 20 + 50 leaves 10 unexplained, accepted and said', async () => {
    for (const [giver, raw] of [
      ['Cụm thi đua', '50 triệu'],
      ['Hội LHPN huyện', '20 triệu đồng'],
      ['Gia đình', '50.000.000'],
    ] as const)
      expect(await give(giver, 'MONEY', raw)).toMatchObject({ ok: true })
    expect(await give('Hội LHPN xã', 'IN_KIND', '', 'Nhà vệ sinh')).toMatchObject({ ok: true })
    expect(await give('Hội LHPN xã', 'LABOUR', '')).toMatchObject({ code: 'invalid' })
    expect(await give('Ngân hàng', 'LOAN', '')).toMatchObject({ code: 'invalid' })
    const found = await getActivity(officer, activityId)
    expect(found?.ledger).toEqual({ listed: '120000000', rest: '10000000' })
    expect(found && ledgerSentence(found.value, found.ledger)).toBe(
      'Các khoản nêu ra cộng lại là 120 triệu đồng trong 130 triệu đồng; còn 10 triệu đồng chưa nêu nguồn.',
    )
    const first = found?.funding[0]?.id ?? ''
    expect(await removeFunding(officer, { fundingId: first })).toMatchObject({ ok: true })
    expect((await getActivity(officer, activityId))?.ledger.rest).toBe('60000000')
  })

  test('more listed than the value is said, not refused', async () => {
    await give('Cụm', 'MONEY', '150 triệu')
    const found = await getActivity(officer, activityId)
    expect(found && ledgerSentence(found.value, found.ledger)).toContain(
      'nhiều hơn trị giá 130 triệu đồng là 20 triệu đồng',
    )
  })

  test('what is ambiguous is asked about, never guessed', async () => {
    expect(await give('Cụm', 'MONEY', 'nhiều tiền')).toMatchObject({ code: 'invalid' })
    const unclear = await saveActivity(officer, activity({ valueRaw: '1.5' }))
    expect(unclear).toMatchObject({ code: 'invalid', fields: { valueRaw: expect.any(String) } })
  })
})

describe('state', () => {
  test('handing over needs a day that has come, and there is no way back', async () => {
    const move = async (state: 'PLANNED' | 'UNDER_WAY' | 'HANDED_OVER', handedOverOn: string | null = null) =>
      moveActivity(officer, { activityId, version: await version(), state, handedOverOn })
    expect(await move('UNDER_WAY')).toMatchObject({ ok: true })
    expect(await move('HANDED_OVER')).toMatchObject({ code: 'invalid' })
    expect(await move('HANDED_OVER', '2999-01-01')).toMatchObject({ code: 'invalid' })
    expect(await move('HANDED_OVER', '2026-01-05')).toMatchObject({ ok: true })
    expect(await move('UNDER_WAY')).toMatchObject({ code: 'conflict' })
    expect((await getActivity(officer, activityId))?.handedOverOn).toBe('2026-01-05')
  })

  test('a save from an old page is a conflict', async () => {
    const input = { ...activity({ valueRaw: '' }), activityId, version: 1 }
    expect(await saveActivity(officer, input)).toMatchObject({ ok: true })
    expect(await saveActivity(officer, input)).toMatchObject({ code: 'conflict' })
  })
})

describe('consent', () => {
  const everything = async (actor: Actor) =>
    JSON.stringify([await getActivity(actor, activityId), await listActivities(actor, scene.north.id)])

  test('without it neither page nor trail nor answer names her, not even to those who entered the name', async () => {
    const id = await beneficiary()
    for (const person of ['officer', 'head', 'reviewer', 'office', 'admin', 'farOfficer'] as const) {
      const seen = await everything(await actorOf(person, scene))
      expect(seen, person).not.toMatch(/Siu Ajuih|làng Bối/)
      expect(seen, person).toContain('một hội viên nghèo')
    }
    await recordConsent(officer, {
      beneficiaryId: id,
      consent: 'Bản đồng ý ký tay',
      consentedOn: '2026-01-02',
    })
    expect(await everything(await actorOf('farOfficer', scene))).toContain('Siu Ajuih')
    expect(await withdrawConsent(officer, { beneficiaryId: id })).toMatchObject({ ok: true })
    expect(await everything(officer)).not.toMatch(/Siu Ajuih|làng Bối/)
    const kept = await sql<{ all: string }>(
      `SELECT coalesce(string_agg(concat(before, after, reason), ' '), '') AS all FROM audit_entries`,
    )
    expect(kept[0]?.all).toContain('một hội viên nghèo')
    expect(kept[0]?.all).not.toMatch(/Siu|làng Bối/)
    const answers = await sql<{ all: string }>(
      `SELECT coalesce(string_agg(response::text, ' '), '') AS all FROM idempotency_keys`,
    )
    expect(answers[0]?.all).not.toMatch(/Siu/)
  })

  test('an erased name is gone from the database; a closed year does not stand in the way', async () => {
    const id = await beneficiary({ consent: 'Bản đồng ý', consentedOn: '2026-01-02' })
    expect(await everything(officer)).toContain('Siu Ajuih')
    await sql(`UPDATE emulation_years SET state = 'CLOSED'`)
    expect(await eraseBeneficiary(officer, { beneficiaryId: id })).toMatchObject({ ok: true })
    expect(await everything(officer)).not.toMatch(/Siu|làng Bối/)
    const row = await prisma.beneficiary.findUniqueOrThrow({ where: { id } })
    expect(JSON.stringify(row)).not.toMatch(/Siu|làng Bối|Bản đồng ý/)
  })

  test('half a consent, or a stand-in that names her, is refused', async () => {
    const named = { activityId, version: '1', name: 'Siu Ajuih', shownAs: 'chị siu ajuih' }
    expect(beneficiarySchema.safeParse(named).success).toBe(false)
    await expect(beneficiary({ consent: 'Bản đồng ý' })).rejects.toThrow()
  })

  test('pictures wait for the consent of everyone they may show', async () => {
    const id = await beneficiary()
    const keepers = { activity: activityFiles }
    const png = samplePng()
    const begun = await beginOwnedUpload(officer, keepers, {
      ownerKind: 'activity',
      ownerId: activityId,
      name: 'anh.png',
      size: png.length,
      indicatorId: null,
      section: null,
    })
    if (!begun.ok) throw new Error(begun.message)
    const fileId = begun.value.id
    expect(await storeOwnedChunk(officer, keepers, fileId, 0, new Uint8Array(png))).toMatchObject({
      ok: true,
    })
    expect(await completeOwnedUpload(officer, keepers, fileId)).toMatchObject({ ok: true })
    const far = await actorOf('farOfficer', scene)
    expect(await readOwnedFile(far, keepers, fileId)).toBeNull()
    expect(await getActivity(far, activityId)).toMatchObject({ files: [], filesWithheld: true })
    expect((await readOwnedFile(officer, keepers, fileId))?.bytes.equals(png)).toBe(true)
    await recordConsent(officer, { beneficiaryId: id, consent: 'Bản đồng ý', consentedOn: '2026-01-02' })
    expect((await readOwnedFile(far, keepers, fileId))?.file.name).toBe('anh.png')
    const guest = await actorOf('guest', scene)
    expect(await readOwnedFile(guest, keepers, fileId)).toBeNull()
  })
})
