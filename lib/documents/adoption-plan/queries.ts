import 'server-only'
import { getClusterYear } from '@/lib/clusters/queries'
import { listIndicators } from '@/lib/indicators/queries'
import type { IndicatorDto } from '@/lib/indicators/types'
import type { Actor } from '@/lib/platform/auth/actor'
import { printDate } from '@/lib/platform/dates'
import type { ReadSheet } from '@/lib/platform/files/types'
import type { Run } from '@/lib/reports/cells/queries'
import { fromColumns, type ValueColumns } from '@/lib/reports/figures/rules'
import { listUnits } from '@/lib/units/queries'
import { existsOn } from '@/lib/units/rules'
import type { UnitRef } from '@/lib/units/types'
import { NEW_KINDS, newKindLabel } from '../adoption/labels'
import { matchUnit } from '../adoption-units/rules'
import { Grid, linesOf, placesOf, suggestIndicators, suggestLayout } from '../adoption/rules'
import type {
  AdoptionFacts,
  AdoptionItem,
  AdoptionMapping,
  FormerUnit,
  IndicatorChoice,
  UnitChoice,
} from '../adoption/types'
import { planAdoption, type KnownFigures } from '../sheet-adoption'

/** Units a line may mean: members of the year, and those of other years with what became of them. */
export async function unitChoices(
  actor: Actor,
  facts: AdoptionFacts,
): Promise<{ units: UnitChoice[]; former: FormerUnit[] }> {
  const all = await listUnits(actor)
  const clusterYear = facts.clusterSlug ? await getClusterYear(actor, facts.clusterSlug, facts.year) : null
  const members: UnitRef[] = clusterYear?.members ?? all.filter(({ id }) => id === facts.unitId)
  const units = members.map((member) => {
    const known = all.find(({ id }) => id === member.id)
    return {
      id: member.id,
      name: member.name,
      names: [...new Set([member.name, known?.name ?? '', ...(known?.aliases ?? [])])].filter(Boolean),
      code: known?.code ?? null,
    }
  })
  const taken = new Set(units.flatMap(({ names }) => names))
  const former = all
    .filter(({ id, name }) => !taken.has(name) && !members.some((member) => member.id === id))
    .map((unit): FormerUnit => {
      const became = unit.successors.map(({ name }) => name).join(', ')
      const note = became
        ? `${unit.name} không phải thành viên năm ${facts.year}; từ ${unit.validTo ? printDate(unit.validTo) : 'khi sắp xếp'} thuộc ${became}.`
        : `${unit.name} không phải thành viên năm ${facts.year}.`
      // Codes pass from one unit to another: only the bearer of the year is meant.
      const code = existsOn(unit, `${facts.year}-12-31`) ? unit.code : null
      return { names: [unit.name, ...unit.aliases], code, note }
    })
  return { units, former }
}

const namesOf = ({ name, shortName, code }: IndicatorDto) => [name, shortName, code.replaceAll('-', ' ')]

/** Indicators of the year, those known from other years, and one of each kind to be made anew. */
export async function indicatorChoicesIn(
  run: Run,
  actor: Actor,
  facts: AdoptionFacts,
): Promise<IndicatorChoice[]> {
  const reach = { emulationYearId: facts.emulationYearId, clusterId: facts.clusterId, unitId: facts.unitId }
  const own = await listIndicators(actor, reach, run)
  const years = await run<{ id: string; year: number }>(
    // Years in which only other clusters or units have indicators of their own would push out those that have hers.
    `SELECT y.id, y.year FROM emulation_years y WHERE y.id <> $1 AND EXISTS (SELECT FROM indicator_sets s
        WHERE s.emulation_year_id = y.id AND (s.scope = 'NATIONAL' OR s.cluster_id = $3 OR s.unit_id = $4))
      ORDER BY abs(y.year - $2::int), y.year DESC LIMIT 4`,
    [facts.emulationYearId, facts.year, facts.clusterId, facts.unitId],
  )
  const known = new Map<string, IndicatorChoice>()
  for (const { id, year } of years)
    for (const indicator of await listIndicators(actor, { ...reach, emulationYearId: id }, run))
      if (!own.some(({ code }) => code === indicator.code) && !known.has(indicator.code))
        known.set(indicator.code, {
          value: `c:${indicator.code}`,
          label: `${indicator.name} (như năm ${year})`,
          names: namesOf(indicator),
          indicator: { ...indicator, id: '' },
        })
  return [
    ...own.map((indicator): IndicatorChoice => ({
      value: `i:${indicator.id}`,
      label: indicator.name,
      names: namesOf(indicator),
      indicator,
    })),
    ...known.values(),
    ...NEW_KINDS.map((kind): IndicatorChoice => ({
      value: `n:${kind}`,
      label: newKindLabel(kind),
      names: [],
      indicator: null,
    })),
  ]
}

type FigureRow = ValueColumns & { owner: string; indicatorId: string; kind: IndicatorDto['kind'] }

/** Figures the period has already, and the units that report in the app. */
async function knownFigures(run: Run, facts: AdoptionFacts): Promise<KnownFigures> {
  const columns = `f.indicator_id AS "indicatorId", i.kind, trim_scale(f.amount)::text AS amount, trim_scale(f.denominator)::text AS denominator, f.qualifier, f.words`
  const figures = await run<FigureRow>(
    `SELECT r.unit_id::text AS owner, ${columns}, f.yes, ARRAY(SELECT trim_scale(part)::text FROM unnest(f.parts) part) AS parts
       FROM reports r JOIN figures f ON f.report_id = r.id JOIN indicators i ON i.id = f.indicator_id WHERE r.period_id = $1 AND f.measure = 'MAIN'
     UNION ALL
     SELECT 'CLUSTER', ${columns}, NULL, '{}' FROM cluster_figures f JOIN indicators i ON i.id = f.indicator_id
      WHERE f.cluster_year_id = $2 AND f.period::text = $3`,
    [facts.periodId, facts.clusterYearId, facts.period],
  )
  const live = await run<{ unitId: string }>(
    `SELECT r.unit_id AS "unitId" FROM reports r WHERE r.period_id = $1 AND r.source_id IS NULL`,
    [facts.periodId],
  )
  return {
    figures: new Map(figures.map((row) => [`${row.owner}|${row.indicatorId}`, fromColumns(row.kind, row)])),
    live: new Set(live.map(({ unitId }) => unitId)),
  }
}

/** What a mapping would take over, on the given connection. */
export async function planAdoptionIn(
  run: Run,
  actor: Actor,
  facts: AdoptionFacts,
  mapping: AdoptionMapping,
  sheets: readonly ReadSheet[],
): Promise<{
  items: AdoptionItem[]
  units: UnitChoice[]
  indicators: IndicatorChoice[]
  former: FormerUnit[]
}> {
  const { units, former } = await unitChoices(actor, facts)
  const indicators = await indicatorChoicesIn(run, actor, facts)
  const sheet = sheets.find(({ name }) => name === mapping.sheet)
  const items = sheet ? planAdoption(sheet, mapping, units, indicators, await knownFigures(run, facts)) : []
  return { items, units, indicators, former }
}

type ReadFile = { file: { id: string }; sheets: readonly ReadSheet[] }

/** The mapping somebody kept for this very file, or the one it suggests. */
export async function mappingIn(
  run: Run,
  actor: Actor,
  facts: AdoptionFacts & { mapping: AdoptionMapping | null },
  read: ReadFile,
): Promise<AdoptionMapping> {
  return facts.mapping?.fileId === read.file.id ? facts.mapping : suggestMappingIn(run, actor, facts, read)
}

/** The mapping an untouched file suggests, or the layout of `layout` does. */
export async function suggestMappingIn(
  run: Run,
  actor: Actor,
  facts: AdoptionFacts,
  { file, sheets }: ReadFile,
  layout?: Pick<AdoptionMapping, 'sheet' | 'unitsIn' | 'unitPlace' | 'headFrom' | 'headTo' | 'digits'>,
): Promise<AdoptionMapping> {
  const { units, former } = await unitChoices(actor, facts)
  const chosen = layout ?? suggestLayout(sheets, units, former)
  const sheet = sheets.find(({ name }) => name === chosen.sheet)
  if (!sheet) return { ...chosen, fileId: file.id, units: {}, indicators: {}, money: {} }
  const grid = new Grid(sheet, chosen.unitsIn)
  const matched = linesOf(grid, chosen).flatMap(({ line, name }) => {
    const { unit } = matchUnit(name, units, former)
    return unit ? [[String(line), unit] as const] : []
  })
  const indicators = suggestIndicators(placesOf(grid, chosen), await indicatorChoicesIn(run, actor, facts))
  return { ...chosen, fileId: file.id, units: Object.fromEntries(matched), indicators, money: {} }
}
