import { dossierItemsFor, prizeOf } from '@/lib/awards/rules'
import type { NominationState } from '@/lib/awards/types'
import { AWARD_TYPES, BASE_SALARIES, PRIZE_SPANS } from './data/award-types'
import {
  DEMO_AWARDS_2025,
  DEMO_DECISION,
  DEMO_QUOTAS,
  DEMO_ROAD,
  HISTORIC_AWARDS,
  HISTORIC_HANDOVERS,
  HISTORIC_NOMINATIONS,
} from './data/award-history'
import { DEMO_CLUSTERS } from './data/demo-clusters'
import type { Reference } from './reference'
import { at, date, keep, stableId, type Kept, type Tx } from './write'

/** Forms of award with their prizes, and base salaries. */
export async function seedAwardTypes(tx: Tx): Promise<Kept> {
  const types = await keep(
    AWARD_TYPES.map(({ code, name, issuer, recipientKinds, isFlag = false }, position) => ({
      key: code,
      row: { id: stableId('award-type', code), code, name, issuer, recipientKinds, isFlag, position },
    })),
    (await tx.awardType.findMany()).map(({ id, code }) => ({ key: code, id })),
    (data) => tx.awardType.createMany({ data }),
  )
  await tx.awardPrize.createMany({
    data: AWARD_TYPES.filter(({ code }) => types.added.has(code)).flatMap(({ code, prize = {} }) =>
      (Object.entries(prize) as ['COLLECTIVE' | 'PERSON', string][]).flatMap(([recipientKind, multiple]) =>
        PRIZE_SPANS.map(({ legalBasis, validFrom, validTo }) => ({
          id: stableId('award-prize', code, recipientKind, validFrom),
          awardTypeId: types.id(code),
          recipientKind,
          multiple,
          legalBasis,
          validFrom: date(validFrom),
          validTo: date(validTo),
        })),
      ),
    ),
  })
  await tx.baseSalary.createMany({
    data: BASE_SALARIES.map((row) => ({ ...row, validFrom: date(row.validFrom) })),
    skipDuplicates: true,
  })
  return types
}

type Places = { types: Kept; units: Kept; years: Map<string, string>; sources: Map<string, string> }

async function placesOf(tx: Tx, reference: Reference, types: Kept): Promise<Places> {
  const [years, sources] = await Promise.all([
    tx.clusterYear.findMany({ select: { id: true, year: true, cluster: { select: { slug: true } } } }),
    tx.source.findMany({ select: { id: true, slug: true } }),
  ])
  return {
    types,
    units: reference.units,
    years: new Map(years.map(({ id, year, cluster }) => [`${cluster.slug}/${year}`, id])),
    sources: new Map(sources.map(({ id, slug }) => [slug, id])),
  }
}

/** Nominations, awards and handovers that the documents tell of, and illustrative ones of the demo's own years. */
export async function seedAwards(tx: Tx, reference: Reference, types: Kept): Promise<void> {
  const places = await placesOf(tx, reference, types)
  await seedHistory(tx, places)
  await seedHandovers(tx, places)
  await seedDemo(tx, places)
}

async function seedHistory(tx: Tx, { types, units, years, sources }: Places): Promise<void> {
  await tx.nomination.createMany({
    data: HISTORIC_NOMINATIONS.map(({ key, type, clusterYear, unit, source, fact, ...row }) => ({
      ...row,
      id: stableId('nomination', key),
      awardTypeId: types.id(type),
      clusterYearId: clusterYear && years.get(clusterYear),
      recipientKind: 'UNIT' as const,
      unitId: unit && units.id(unit),
      sourceId: sources.get(source),
      factId: fact,
    })),
    skipDuplicates: true,
  })
  await tx.award.createMany({
    data: HISTORIC_AWARDS.map(({ key, type, unit, source, fact, ...row }) => ({
      ...row,
      id: stableId('award', key),
      awardTypeId: types.id(type),
      unitId: units.id(unit),
      sourceId: sources.get(source),
      factId: fact,
    })),
    skipDuplicates: true,
  })
}

async function seedHandovers(tx: Tx, { units, years, sources }: Places): Promise<void> {
  await tx.handoverAct.createMany({
    data: HISTORIC_HANDOVERS.map(
      ({ key, from, to, heldOn, giverUnit, receiverUnit, deputyUnit, source, fact, ...row }) => ({
        ...row,
        id: stableId('handover', key),
        fromClusterYearId: years.get(from)!,
        toClusterYearId: years.get(to)!,
        heldOn: date(heldOn),
        giverUnitId: units.id(giverUnit),
        receiverUnitId: units.id(receiverUnit),
        deputyUnitId: deputyUnit && units.id(deputyUnit),
        sourceId: sources.get(source),
        factId: fact,
      }),
    ),
    skipDuplicates: true,
  })
}

async function seedDemo(tx: Tx, { types, units, years }: Places): Promise<void> {
  const quotaYears = DEMO_CLUSTERS.map(({ slug }) => years.get(`${slug}/2026`)!)
  const set = await tx.awardQuota.count({ where: { clusterYearId: { in: quotaYears } } })
  if (set === 0)
    await tx.awardQuota.createMany({
      data: quotaYears.flatMap((clusterYearId) =>
        Object.entries(DEMO_QUOTAS).map(([type, quota]) => ({
          clusterYearId,
          awardTypeId: types.id(type),
          quota,
          note: 'Minh họa',
        })),
      ),
    })
  const decisionId = stableId('award-decision', DEMO_DECISION.number)
  if (await tx.awardDecision.findUnique({ where: { id: decisionId } })) return
  await tx.awardDecision.create({
    data: { ...DEMO_DECISION, id: decisionId, decidedOn: date(DEMO_DECISION.decidedOn) },
  })
  const nominationId = (unit: string) => stableId('nomination', 'demo-2025', unit)
  await tx.nomination.createMany({
    data: DEMO_AWARDS_2025.map(([cluster, unit, proposed]) => ({
      id: nominationId(unit),
      awardTypeId: types.id(proposed),
      year: 2025,
      clusterYearId: years.get(`${cluster}/2025`),
      recipientKind: 'UNIT' as const,
      unitId: units.id(unit),
      state: 'DECIDED' as const,
      noticeFrom: date(DEMO_ROAD.PUBLIC_NOTICE),
      noticeTo: date('2025-12-02'),
      illustrative: true,
    })),
  })
  const [, ...steps] = Object.entries(DEMO_ROAD) as [NominationState, string][]
  await tx.nominationEvent.createMany({
    data: DEMO_AWARDS_2025.flatMap(([, unit]) => [
      { nominationId: nominationId(unit), to: 'PROPOSED' as const, at: at(DEMO_ROAD.PROPOSED, 16) },
      ...steps.map(([to, day], index) => ({
        nominationId: nominationId(unit),
        from: (Object.keys(DEMO_ROAD) as NominationState[])[index]!,
        to,
        at: at(day, 9),
      })),
    ]),
  })
  await tx.dossierItem.createMany({
    data: DEMO_AWARDS_2025.flatMap(([, unit, proposed]) =>
      dossierItemsFor(proposed).map((code) => ({
        nominationId: nominationId(unit),
        code,
        doneAt: at(DEMO_ROAD.PUBLIC_NOTICE, 15),
      })),
    ),
  })
  await tx.award.createMany({
    data: DEMO_AWARDS_2025.map(([, unit, , given]) => ({
      id: stableId('award', 'demo-2025', unit),
      awardTypeId: types.id(given),
      year: 2025,
      recipientKind: 'UNIT' as const,
      unitId: units.id(unit),
      decisionId,
      nominationId: nominationId(unit),
      prize: prizeIn2025(given),
      illustrative: true,
    })),
  })
}

function prizeIn2025(code: string): number | null {
  const multiples = AWARD_TYPES.find((type) => type.code === code)?.prize ?? {}
  const rows = Object.entries(multiples).flatMap(([kind, multiple]) =>
    PRIZE_SPANS.map(({ validTo = null, ...span }) => ({
      ...span,
      validTo,
      multiple,
      recipientKind: kind as 'COLLECTIVE' | 'PERSON',
    })),
  )
  const prize = prizeOf(rows, BASE_SALARIES, 'UNIT', DEMO_DECISION.decidedOn)
  return 'missing' in prize ? null : prize.amount
}
