import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { listPapersToSign } from '@/lib/documents/duties/queries'
import { saveLetterhead } from '@/lib/documents/letterheads/commands'
import {
  discardDocument,
  draftPaper,
  issueDocument,
  presentDocument,
  recallDocument,
  returnDocument,
  saveFrame,
  saveTexts,
} from '@/lib/documents/life/commands'
import { documentFiles, downloadDocument, getDocument, listDocuments } from '@/lib/documents/life/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { plain, type Paper } from '@/lib/platform/files/paper'
import { accountActor } from '../../support/actors'
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { countRows, prisma, setNow } from '../../support/database'
import {
  actorFor,
  clusterReportOf,
  issueInput,
  NOW,
  ROLES,
  SIGNATORY,
  unitReportOf,
  type Role,
} from '../../support/documents'
import { must } from '../../support/must'

const textOf = (paper: Paper) =>
  paper.blocks
    .map((block) => ('text' in block ? plain(block.text) : 'title' in block ? block.title : ''))
    .join('\n')

describe('the life of a paper', () => {
  let fixture: ClusterFixture
  let head: Actor
  beforeEach(async () => {
    await setNow(NOW)
    fixture = await writeClusterFixture()
    head = await actorFor('head', fixture)
  })

  test("the deputy's paper is laid out as hers, and a paper for signature waits for who signs it", async () => {
    const deputy = await actorFor('deputy', fixture)
    const { id } = must(await draftPaper(deputy, clusterReportOf(fixture)))
    const draft = (await getDocument(deputy, id))!
    expect(draft.frame.signatory).toMatchObject({
      authority: 'KT',
      authorityOf: 'Cụm trưởng',
      title: 'Cụm phó',
    })
    expect(JSON.stringify(draft.paper)).toContain('KT. CỤM TRƯỞNG')
    expect(draft.paper!.heading!.superior).toContain('ĐẮK LẮK')
    expect(draft.frame.place).toBe('Đắk Lắk')
    must(await presentDocument(deputy, { documentId: id, version: 1 }))
    expect(await listPapersToSign(deputy)).toMatchObject([{ id, kind: 'cluster_report' }])
    expect(await listPapersToSign(head)).toEqual([])

    const [leader, officer] = [
      await actorFor('memberLeader', fixture),
      await actorFor('memberStaff', fixture),
    ]
    const own = must(await draftPaper(officer, unitReportOf(fixture)))
    must(await presentDocument(officer, { documentId: own.id, version: 1 }))
    expect(await listPapersToSign(leader)).toMatchObject([{ id: own.id, kind: 'unit_report' }])
    expect(await listPapersToSign(officer)).toEqual([])
  })

  test('from the draft to the issued files: texts stay, bytes stay, changed data are told', async () => {
    const { id } = must(await draftPaper(head, clusterReportOf(fixture)))
    expect(must(await draftPaper(head, clusterReportOf(fixture)))).toEqual({ id })
    const draft = (await getDocument(head, id))!
    expect(draft.paper!.heading!.notes).toContain('(Dự thảo)')
    const slot = draft.slots[0]!.key
    must(await saveTexts(head, { documentId: id, version: 1, texts: { [slot]: 'Lời do người soạn thêm.' } }))
    expect(await saveTexts(head, { documentId: id, version: 2, texts: { khac: 'x' } })).toMatchObject({
      code: 'invalid',
    })
    must(
      await saveFrame(head, {
        documentId: id,
        version: 2,
        symbol: 'BC-CTĐ',
        place: 'Nha Trang',
        ...SIGNATORY,
      }),
    )

    // New data change what the next look shows, and leave the added text alone.
    await prisma.clusterYear.update({
      where: { id: fixture.clusterYearId },
      data: { title: 'Cụm thi đua tên mới' },
    })
    const again = (await getDocument(head, id))!
    expect(textOf(again.paper!)).toContain('Lời do người soạn thêm.')
    expect(JSON.stringify(again.paper)).toContain('tên mới')
    expect(again.paper!.heading!.place).toBe('Nha Trang')

    expect(await issueDocument(head, issueInput(id, 3))).toMatchObject({ ok: false, code: 'conflict' })
    must(await presentDocument(head, { documentId: id, version: 3 }))
    expect(await saveTexts(head, { documentId: id, version: 4, texts: {} })).toMatchObject({ code: 'locked' })
    expect(await issueDocument(head, { ...issueInput(id, 4), number: '' })).toMatchObject({
      fields: { number: expect.any(String) as string },
    })
    expect(await issueDocument(head, { ...issueInput(id, 4), datedOn: '2026-11-23' })).toMatchObject({
      fields: { datedOn: expect.stringContaining('sau hôm nay') as string },
    })
    must(await issueDocument(head, issueInput(id, 4)))
    // Another window still shows it as presented.
    expect(
      await returnDocument(head, { documentId: id, version: 4, reason: 'Sửa lại đoạn hai.' }),
    ).toMatchObject({ code: 'conflict', message: expect.stringContaining('đã được ghi ban hành') as string })

    const issued = (await getDocument(head, id))!
    expect(issued).toMatchObject({
      state: 'ISSUED',
      number: '07/BC-CTĐ',
      datedOn: '2026-11-22',
      dataChanged: false,
    })
    expect(issued.paper!.heading).toMatchObject({ number: '7', day: '2026-11-22' })
    expect(issued.paper!.heading!.notes ?? []).not.toContain('(Dự thảo)')
    expect(JSON.stringify(issued.paper)).not.toContain('chữ ký số')
    for (const format of ['docx', 'pdf'] as const) {
      const { bytes, name } = must(await downloadDocument(head, id, format))
      const hash = createHash('sha256').update(bytes).digest('hex')
      expect(hash).toBe(issued.issue![`${format}Sha256`])
      expect(name).toMatch(new RegExp(`07-BC-CTĐ\\)\\.${format}$`))
    }

    await prisma.clusterYear.update({
      where: { id: fixture.clusterYearId },
      data: { title: 'Cụm thi đua tên khác' },
    })
    const outdated = (await getDocument(head, id))!
    expect(outdated.dataChanged).toBe(true)
    expect(outdated.paper).toEqual(issued.paper)
    expect(outdated.events.map(({ act }) => act)).toEqual(['DRAFT', 'PRESENT', 'ISSUE'])
    await expect(
      prisma.documentIssue.update({ where: { documentId: id }, data: { at: new Date() } }),
    ).rejects.toThrow()

    expect(await recallDocument(head, { documentId: id, version: 5, reason: ' ' })).toMatchObject({
      fields: { reason: expect.any(String) as string },
    })
    const recall = { documentId: id, version: 5, reason: 'Ghi nhầm ngày ban hành.' }
    expect(await recallDocument(await actorFor('memberLeader', fixture), recall)).toMatchObject({
      code: 'forbidden',
    })
    must(await recallDocument(head, recall))
    const recalled = (await getDocument(await actorFor('memberLeader', fixture), id))!
    expect(recalled).toMatchObject({ state: 'RECALLED', number: '07/BC-CTĐ', paper: issued.paper })
    expect(recalled.events.at(-1)).toMatchObject({ act: 'RECALL', reason: 'Ghi nhầm ngày ban hành.' })
    expect(await recallDocument(head, { ...recall, version: 6 })).toMatchObject({ code: 'conflict' })
    expect(must(await draftPaper(head, clusterReportOf(fixture))).id).not.toBe(id)
    // What was issued makes room for the next one of its kind.
    expect(must(await draftPaper(head, clusterReportOf(fixture))).id).not.toBe(id)
  })

  test('a paper returned is mended, one thrown away leaves the list and keeps its trail', async () => {
    const { id } = must(await draftPaper(head, clusterReportOf(fixture)))
    must(await presentDocument(head, { documentId: id, version: 1 }))
    expect(await returnDocument(head, { documentId: id, version: 2 })).toMatchObject({ code: 'invalid' })
    must(await returnDocument(head, { documentId: id, version: 2, reason: 'Sửa địa danh' }))
    expect(await discardDocument(head, { documentId: id, version: 2, reason: 'Trùng' })).toMatchObject({
      code: 'conflict',
    })
    must(await discardDocument(head, { documentId: id, version: 3, reason: 'Trùng' }))
    expect(await listDocuments(head, { clusterYearId: fixture.clusterYearId, unitId: null })).toEqual([])
    expect(await prisma.documentEvent.count({ where: { documentId: id } })).toBe(4)
  })

  test('two who begin at once share one draft', async () => {
    const office = await actorFor('office', fixture)
    const ids = await Promise.all([
      draftPaper(head, clusterReportOf(fixture)),
      draftPaper(office, clusterReportOf(fixture)),
    ])
    expect(new Set(ids.map((result) => must(result).id)).size).toBe(1)
  })

  test(
    'drafts are read by those who make them and follow the cluster, issued papers of a cluster by everybody',
    { timeout: 60_000 },
    async () => {
      const { id } = must(await draftPaper(head, clusterReportOf(fixture)))
      const own = must(await draftPaper(await actorFor('memberStaff', fixture), unitReportOf(fixture)))
      const reads = async (documentId: string) => {
        const who: Role[] = []
        for (const role of ROLES)
          if (await getDocument(await actorFor(role, fixture), documentId)) who.push(role)
        return who
      }
      expect(await reads(id)).toEqual(['head', 'deputy', 'office', 'centralStaff', 'reviewer'])
      expect(await reads(own.id)).toEqual(['memberLeader', 'memberStaff'])
      for (const [documentId, actor] of [
        [id, head],
        [own.id, await actorFor('memberLeader', fixture)],
      ] as const) {
        must(await presentDocument(actor, { documentId, version: 1 }))
        must(await issueDocument(actor, issueInput(documentId, 2)))
      }
      expect(await reads(id)).toEqual(ROLES)
      expect(await reads(own.id)).toEqual(ROLES.filter((role) => role !== 'admin' && role !== 'elsewhere'))
      const listed = await listDocuments(await actorFor('elsewhere', fixture), {
        clusterYearId: fixture.clusterYearId,
        unitId: fixture.units['gia-lai']!,
      })
      expect(listed).toEqual([])
    },
  )

  test('P2 a year without a cluster is drafted by the unit and by the office, listed under its year', async () => {
    const unitId = fixture.units['gia-lai']!
    const { slug } = await prisma.unit.findUniqueOrThrow({ where: { id: unitId } })
    const input = { kind: 'unit_report', subjectId: unitId, clusterYearId: null, year: 2020 } as const
    const office = await actorFor('office', fixture)
    expect(await draftPaper(head, input)).toMatchObject({ code: 'forbidden' })
    expect(await draftPaper(office, { ...input, year: null })).toMatchObject({ code: 'not_found' })
    const { id } = must(await draftPaper(office, input))
    const own = await accountActor({ staffOf: [unitId] })
    expect(must(await draftPaper(own, input)).id).toBe(id)
    expect(must(await draftPaper(own, { ...input, year: 2019 })).id).not.toBe(id)
    const place = { clusterYearId: null, unitId, year: 2020 }
    for (const who of [office, own]) expect(await listDocuments(who, place)).toMatchObject([{ id }])
    expect(await listDocuments(head, place)).toEqual([])
    const document = await getDocument(office, id)
    expect(document?.place.href).toBe(`/units/${slug}/2020/documents`)
    expect(document?.paper?.heading?.year).toBe(2020)
    must(await presentDocument(office, { documentId: id, version: 1 }))
    must(await issueDocument(office, issueInput(id, 2)))
    expect((await getDocument(office, id))?.dataChanged).toBe(false)
  })

  test('the signed copy is put beside what was issued, by those who issued it', async () => {
    const { id } = must(await draftPaper(head, clusterReportOf(fixture)))
    expect(await documentFiles.mayChangeIn(prisma, head, id)).toMatchObject({ code: 'invalid' })
    must(await presentDocument(head, { documentId: id, version: 1 }))
    must(await issueDocument(head, issueInput(id, 2)))
    expect(await documentFiles.mayChangeIn(prisma, head, id)).toMatchObject({ ok: true })
    const member = await actorFor('memberStaff', fixture)
    expect(await documentFiles.mayChangeIn(prisma, member, id)).toMatchObject({ code: 'forbidden' })
    expect(await documentFiles.mayReadIn(prisma, member, id)).toBe(true)
  })

  test('a letterhead holds from its day on; what it leaves open follows from the head of the cluster', async () => {
    const { clusterId } = await prisma.clusterYear.findUniqueOrThrow({ where: { id: fixture.clusterYearId } })
    const set = (validFrom: string, abbreviation: string) =>
      saveLetterhead(head, {
        ownerKind: 'CLUSTER',
        ownerId: clusterId,
        validFrom,
        preset: 'DANG',
        superior: '',
        issuer: '',
        abbreviation,
        letterPlace: '',
        ...SIGNATORY,
      })
    must(await set('2026-01-01', 'CỤM'))
    must(await set('2027-01-01', 'SAU'))
    const { id } = must(await draftPaper(head, clusterReportOf(fixture)))
    const { paper, frame } = (await getDocument(head, id))!
    expect(frame.symbol).toBe('BC-CỤM')
    expect(paper!.preset).toBe('DANG')
    expect(paper!.signatures[0]!.lines).toEqual(['T/M CỤM THI ĐUA', 'K/T CỤM TRƯỞNG', 'CỤM PHÓ'])
    expect(await countRows('letterheads')).toBe(2)
  })
})
