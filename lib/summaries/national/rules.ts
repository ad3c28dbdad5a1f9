import { collects } from '@/lib/periods/rules'
import type { PeriodKind } from '@/lib/periods/types'
import type { TableInput } from '../types'
import type { NationalTable, NationalYear } from './types'

/** The national table as one table of all units, each once; a cluster's part of it is the same with its own units. */
export function nationalInput(
  { year, periods }: Pick<NationalYear, 'year' | 'periods'>,
  period: PeriodKind,
  { clusters, ...content }: NationalTable,
): TableInput {
  const units = new Map(clusters.flatMap((cluster) => cluster.units.map((unit) => [unit.id, unit])))
  return { year, period, units: [...units.values()], ...content, collected: collects(periods, period) }
}
