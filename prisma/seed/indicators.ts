import { USUAL_AGGREGATIONS } from '@/lib/indicators/rules'
import type { IndicatorScope } from '@/lib/indicators/types'
import type { IndicatorRow } from './data/indicator-row'
import { stableId, type Tx } from './write'

export type SetOwner = { scope: IndicatorScope; clusterId?: string; unitId?: string }

type SetRow = SetOwner & {
  key: string
  name: string
  emulationYearId: string
  completionSchemeId: string
  sourceId?: string
  illustrative?: boolean
  frozenAt?: Date
}

export type SeededSet = { setId: string; added: boolean; indicatorIds: Map<string, string> }

/** An indicator set with its groups, in the order of the rows; a set the year already has for this owner stays as it is. */
export async function seedIndicatorSet(tx: Tx, set: SetRow, rows: IndicatorRow[]): Promise<SeededSet> {
  const { key, ...data } = set
  const known = await tx.indicatorSet.findFirst({
    where: {
      emulationYearId: set.emulationYearId,
      scope: set.scope,
      clusterId: set.clusterId ?? null,
      unitId: set.unitId ?? null,
    },
    select: { id: true, indicators: { select: { id: true, code: true } } },
  })
  if (known) {
    const indicatorIds = new Map(known.indicators.map(({ id, code }) => [code, id]))
    return { setId: known.id, added: false, indicatorIds }
  }

  const setId = stableId('indicator-set', key)
  const groups = [...new Set(rows.map(({ group }) => group))]
  await tx.indicatorSet.create({ data: { ...data, id: setId } })
  await tx.indicatorGroup.createMany({
    data: groups.map((name, position) => ({
      id: stableId('indicator-group', key, position),
      setId,
      name,
      position,
    })),
  })
  const indicatorIds = new Map(rows.map(({ code }) => [code, stableId('indicator', key, code)]))
  await tx.indicator.createMany({
    data: rows.map((row, position) => {
      const nature = row.nature ?? 'FLOW'
      return {
        id: stableId('indicator', key, row.code),
        setId,
        groupId: stableId('indicator-group', key, groups.indexOf(row.group)),
        code: row.code,
        name: row.name,
        shortName: row.shortName ?? row.name,
        kind: row.kind,
        measureUnit: row.unit,
        displayUnit: row.displayUnit,
        direction: row.direction,
        aggregation: row.aggregation ?? USUAL_AGGREGATIONS[row.kind],
        nature,
        cumulative:
          row.cumulative ??
          (nature === 'FLOW' && ['COUNT', 'MONEY', 'RATIO', 'COMPOSITE'].includes(row.kind)),
        parts: row.parts ?? [],
        breakdown: row.breakdown ?? [],
        evidenceRequired: row.evidenceRequired ?? false,
        definition: row.definition,
        definitionSource: row.definitionSource,
        position,
      }
    }),
  })
  return { setId, added: true, indicatorIds }
}
