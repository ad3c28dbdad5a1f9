import { test } from 'vitest'
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
import { writeClusterFixture, type ClusterFixture } from '../../support/cluster-fixture'
import { prisma, setNow } from '../../support/database'
import { runMatrix, type MatrixCase } from '../../support/matrix'
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

type Scene = { fixture: ClusterFixture; draft: string; presented: string; issued: string; unitDraft: string }

test(
  'every command of the documents is done by those who may and by nobody else',
  { timeout: 180_000 },
  async () => {
    const clusterMakers: MatrixCase<Role, Scene>['expected'] = { head: 'ok', deputy: 'ok', office: 'ok' }
    const readers = { centralStaff: 'forbidden', reviewer: 'forbidden' } as const
    const at = (id: string) => ({ documentId: id, version: 1 })
    await runMatrix<Role, Scene>(
      {
        roles: ROLES,
        arrange: async () => {
          await setNow(NOW)
          const fixture = await writeClusterFixture()
          const write = async (
            kind: string,
            state: 'DRAFT' | 'PRESENTED' | 'ISSUED',
            unitId: string | null,
          ) => {
            const { id } = await prisma.officialDocument.create({
              data: {
                kind,
                state,
                subjectKind: unitId ? 'unit_year' : 'cluster_year',
                subjectId: unitId ?? fixture.clusterYearId,
                clusterYearId: fixture.clusterYearId,
                unitId,
                symbol: 'BC',
                signatory: SIGNATORY,
                createdById: unitId ?? fixture.clusterYearId,
              },
            })
            return id
          }
          const draft = await write('cluster_report', 'DRAFT', null)
          const presented = await write('plan', 'PRESENTED', null)
          const issued = await write('regulation', 'ISSUED', null)
          const unitDraft = await write('unit_report', 'DRAFT', fixture.units['gia-lai']!)
          return { fixture, draft, presented, issued, unitDraft }
        },
        actorFor: (role, { fixture }) => actorFor(role, fixture),
        refusalsMayWrite: ['accounts', 'role_grants', 'sessions'],
      },
      [
        {
          command: 'draftPaper of a cluster',
          run: (actor, { fixture }) => draftPaper(actor, { ...clusterReportOf(fixture), kind: 'regulation' }),
          expected: clusterMakers,
          otherwise: 'forbidden',
        },
        {
          command: 'draftPaper of a unit',
          run: (actor, { fixture }) =>
            draftPaper(actor, { ...unitReportOf(fixture), kind: 'achievement_report' }),
          expected: { memberLeader: 'ok', memberStaff: 'ok' },
          otherwise: 'forbidden',
        },
        {
          command: 'saveTexts',
          run: (actor, { draft }) => saveTexts(actor, { ...at(draft), texts: {} }),
          expected: { ...clusterMakers, ...readers },
          otherwise: 'not_found',
        },
        {
          command: 'saveFrame of a unit',
          run: (actor, { unitDraft }) =>
            saveFrame(actor, { ...at(unitDraft), symbol: 'BC', place: '', ...SIGNATORY }),
          expected: { memberLeader: 'ok', memberStaff: 'ok' },
          otherwise: 'not_found',
        },
        {
          command: 'presentDocument',
          run: (actor, { draft }) => presentDocument(actor, at(draft)),
          expected: { ...clusterMakers, ...readers },
          otherwise: 'not_found',
        },
        {
          command: 'returnDocument',
          run: (actor, { presented }) => returnDocument(actor, { ...at(presented), reason: 'Sửa' }),
          expected: { ...clusterMakers, ...readers },
          otherwise: 'not_found',
        },
        {
          command: 'issueDocument',
          run: (actor, { presented }) => issueDocument(actor, issueInput(presented, 1)),
          expected: { ...clusterMakers, ...readers },
          otherwise: 'not_found',
        },
        {
          // Everybody who works here reads what was issued.
          command: 'recallDocument',
          run: (actor, { issued }) => recallDocument(actor, { ...at(issued), reason: 'Nhầm ngày' }),
          expected: { ...clusterMakers },
          otherwise: 'forbidden',
        },
        {
          command: 'discardDocument',
          run: (actor, { draft }) => discardDocument(actor, { ...at(draft), reason: 'Trùng' }),
          expected: { ...clusterMakers, ...readers },
          otherwise: 'not_found',
        },
        {
          command: 'saveLetterhead of a unit',
          run: (actor, { fixture }) =>
            saveLetterhead(actor, {
              ownerKind: 'UNIT',
              ownerId: fixture.units['gia-lai']!,
              validFrom: '2026-01-01',
              preset: 'HOI',
              superior: '',
              issuer: '',
              abbreviation: 'BTV',
              letterPlace: '',
              ...SIGNATORY,
            }),
          expected: { memberLeader: 'ok', memberStaff: 'ok' },
          otherwise: 'forbidden',
        },
      ],
    )
  },
)
