import 'server-only'
import { accountNamesIn } from '@/lib/accounts/queries'
import type { Prisma } from '@/prisma/generated/client'
import { citationOf } from '@/lib/clusters/rules'
import { listFilesIn } from '@/lib/evidence/queries'
import type { Actor } from '@/lib/platform/auth/actor'
import { storedDay } from '@/lib/platform/dates'
import { databaseToday, prisma } from '@/lib/platform/db'
import { compareVietnamese } from '@/lib/platform/vietnamese'
import { canReadObjections, readableNominations } from '../policy'
import { dossierItemsFor } from '../rules'
import type { DossierItemCode, NominationDto, NominationFacts, NominationListItem } from '../types'
import {
  AWARD,
  byRecipient,
  readSalariesIn,
  SOURCE,
  toAward,
  toAwardType,
  TYPE,
  UNIT,
  unitRef,
  type AwardFilter,
} from '../queries'

const LIST = {
  awardType: TYPE,
  unit: UNIT,
  source: SOURCE,
  clusterYear: { select: { cluster: { select: { id: true, slug: true, name: true } } } },
  awards: { select: { awardType: { select: { id: true, name: true } } } },
  _count: { select: { named: true } },
} satisfies Prisma.NominationInclude

type ListRow = Prisma.NominationGetPayload<{ include: typeof LIST }>

/** A nomination as lists show it. */
export function toListItem(row: ListRow): NominationListItem {
  const decided = row.awards.find(({ awardType }) => awardType.id !== row.awardTypeId)
  return {
    id: row.id,
    year: row.year,
    type: toAwardType(row.awardType),
    cluster: row.clusterYear?.cluster ?? null,
    clusterYearId: row.clusterYearId,
    recipientKind: row.recipientKind,
    unit: unitRef(row.unit, row.year),
    recipient: row.recipient,
    unnamed: row.unnamed,
    named: row._count.named,
    sourceNote: row.sourceNote,
    proposer: row.proposer,
    state: row.state,
    blocked: row.blockedReason !== null,
    noticeTo: storedDay(row.noticeTo),
    source: citationOf(row.source, row.factId),
    illustrative: row.illustrative,
    decidedType: decided?.awardType.name ?? null,
  }
}

/** Nominations she may read, newest year first, by the order of the forms of award. */
export async function listNominations(actor: Actor, filter: AwardFilter = {}): Promise<NominationListItem[]> {
  const rows = await prisma.nomination.findMany({
    where: {
      AND: [
        readableNominations(actor),
        {
          year: filter.year,
          clusterYearId: filter.clusterYearId,
          awardType: filter.typeCode ? { code: filter.typeCode } : undefined,
          unitId: filter.unitIds && { in: filter.unitIds },
        },
      ],
    },
    include: LIST,
    orderBy: [{ year: 'desc' }, { awardType: { position: 'asc' } }, { id: 'asc' }],
  })
  return rows.map(toListItem).sort(byRecipient)
}

const FACTS = {
  namedFrom: { select: { sourceId: true } },
  awardType: { select: { code: true } },
  dossier: true,
  objections: { where: { answeredAt: null }, select: { id: true } },
  clusterYear: { include: { headships: true, emulationYear: { select: { state: true } } } },
} satisfies Prisma.NominationInclude

/** What `toListItem` and `toFacts` need of a nomination, in one read. */
export const NOMINATION = {
  ...LIST,
  ...FACTS,
  awardType: TYPE,
  clusterYear: {
    include: {
      headships: true,
      emulationYear: { select: { state: true } },
      cluster: { select: { id: true, slug: true, name: true } },
    },
  },
} satisfies Prisma.NominationInclude

/** What rules and policy ask about a nomination, read in the caller's transaction. */
export async function nominationFactsIn(
  db: Prisma.TransactionClient,
  nominationId: string,
): Promise<NominationFacts | null> {
  const row = await db.nomination.findUnique({ where: { id: nominationId }, include: FACTS })
  return row && toFacts(row, await databaseToday(db))
}

/** Facts of a nomination read with `NOMINATION`, on a day in Vietnam. */
export function toFacts(
  row: Prisma.NominationGetPayload<{ include: typeof FACTS }>,
  today: string,
): NominationFacts {
  const done = new Set(row.dossier.filter(({ doneAt }) => doneAt).map(({ code }) => code))
  return {
    state: row.state,
    clusterYearId: row.clusterYearId,
    unitId: row.unitId,
    unitIsHead: (row.clusterYear?.headships ?? []).some(
      (headship) =>
        headship.role === 'HEAD' &&
        headship.unitId === row.unitId &&
        (!headship.startsOn || storedDay(headship.startsOn) <= today) &&
        (!headship.endsOn || storedDay(headship.endsOn) >= today),
    ),
    yearClosed: row.clusterYear?.emulationYear.state === 'CLOSED',
    historic: row.sourceId !== null || (row.namedFrom?.sourceId ?? null) !== null,
    blocked: row.blockedReason !== null,
    named: row.unnamed === null,
    noticeFrom: storedDay(row.noticeFrom),
    noticeTo: storedDay(row.noticeTo),
    openObjections: row.objections.length,
    missing: dossierItemsFor(row.awardType.code).filter((code) => !done.has(code)),
  }
}

/** A nomination with its dossier, notice, trail and what came of it; null when there is none or it is not hers to read. */
export async function getNomination(actor: Actor, nominationId: string): Promise<NominationDto | null> {
  const row = await prisma.nomination.findFirst({
    where: { AND: [{ id: nominationId }, readableNominations(actor)] },
    include: {
      ...LIST,
      awards: { include: AWARD },
      dossier: true,
      objections: { orderBy: { at: 'asc' } },
      events: { orderBy: { id: 'asc' } },
      named: { include: { unit: UNIT, source: SOURCE }, orderBy: { id: 'asc' } },
    },
  })
  const facts = row && (await nominationFactsIn(prisma, row.id))
  if (!row || !facts) return null
  const whole = canReadObjections(actor, facts)
  const objections = row.objections.filter((o) => whole || o.raisedById === actor.accountId)
  const [names, files, decisionFiles, salaries] = await Promise.all([
    accountNamesIn(prisma, [
      ...row.dossier.map(({ doneById }) => doneById),
      ...row.events.map(({ byId }) => byId),
      ...objections.flatMap(({ raisedById, answeredById }) => [raisedById, answeredById]),
    ]),
    listFilesIn(prisma, { ownerKind: 'nomination', ownerId: row.id }),
    listFilesIn(prisma, {
      ownerKind: 'award_decision',
      ownerId: { in: row.awards.flatMap(({ decisionId }) => decisionId ?? []) },
    }),
    readSalariesIn(prisma),
  ])
  const done = new Map(row.dossier.map((item) => [item.code, item]))
  return {
    ...toListItem(row),
    achievement: row.achievement,
    namedRecipients: row.named
      .map(({ id, unit, recipient, source, factId, sourceNote }) => ({
        id,
        label: recipient ?? unitRef(unit, row.year)?.name ?? '',
        source: citationOf(source, factId),
        sourceNote,
      }))
      .sort((a, b) => compareVietnamese(a.label, b.label)),
    ballotId: row.ballotId,
    blockedReason: whole ? row.blockedReason : null,
    noticeFrom: facts.noticeFrom,
    centralNote: whole ? row.centralNote : null,
    version: row.version,
    dossier: dossierItemsFor(row.awardType.code).map((code: DossierItemCode) => {
      const item = done.get(code)
      return {
        code,
        doneAt: item?.doneAt?.toISOString() ?? null,
        doneBy: names.get(item?.doneById ?? '') ?? null,
        note: item?.note ?? null,
      }
    }),
    files: whole ? files : [],
    decisionFiles,
    objections: objections.map((o) => ({
      id: o.id,
      text: o.text,
      raisedBy: names.get(o.raisedById) ?? null,
      at: o.at.toISOString(),
      answer: o.answer,
      answeredBy: names.get(o.answeredById ?? '') ?? null,
      answeredAt: o.answeredAt?.toISOString() ?? null,
    })),
    objectionCount: row.objections.length,
    events: row.events.map(({ from, to, byId, note, at }) => ({
      from,
      to,
      by: names.get(byId ?? '') ?? null,
      note: whole || to === 'DECIDED' ? note : null,
      at: at.toISOString(),
    })),
    awards: row.awards.map((award) => toAward(award, salaries)),
    facts,
  }
}
