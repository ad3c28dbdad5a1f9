import type { DataCell } from '@/lib/platform/files/csv'
import type {
  AwardItem,
  ClusterItem,
  Figure,
  NationalSummary,
  SetIndicatorItem,
  Summary,
  UnitItem,
  UnitReport,
} from '../types'

type NationalCell = NationalSummary['units'][number]['cells'][number]

const FIGURE = (name: string) => [
  `${name}_text`,
  `${name}_amount`,
  `${name}_denominator`,
  `${name}_qualifier`,
]
const figureCells = (figure: Figure | null): DataCell[] =>
  figure
    ? [figure.text, { number: figure.amount }, { number: figure.denominator }, figure.qualifier]
    : [null, null, null, null]

export const unitRows = (items: readonly UnitItem[]): DataCell[][] => [
  ['slug', 'code', 'name', 'kind', 'valid_from', 'valid_to', 'predecessors', 'successors'],
  ...items.map((unit) => [
    unit.slug,
    unit.code,
    unit.name,
    unit.kind,
    unit.validFrom,
    unit.validTo,
    unit.predecessors.map(({ slug }) => slug).join(' '),
    unit.successors.map(({ slug }) => slug).join(' '),
  ]),
]

export const clusterRows = (items: readonly ClusterItem[]): DataCell[][] => [
  ['slug', 'name', 'set', 'organiser', 'year', 'theme', 'head', 'deputy', 'members', 'illustrative'],
  ...items.map((cluster) => [
    cluster.slug,
    cluster.name,
    cluster.set.slug,
    cluster.set.organiser,
    cluster.year,
    cluster.theme,
    cluster.head?.slug ?? null,
    cluster.deputy?.slug ?? null,
    cluster.members.map(({ slug }) => slug).join(' '),
    cluster.illustrative,
  ]),
]

export const indicatorRows = (items: readonly SetIndicatorItem[]): DataCell[][] => [
  [
    'code',
    'name',
    'short_name',
    'group',
    'scope',
    'kind',
    'measure_unit',
    'direction',
    'aggregation',
    'nature',
    'definition',
  ],
  ...items.map((item) => [
    item.code,
    item.name,
    item.shortName,
    item.group,
    item.scope,
    item.kind,
    item.measureUnit,
    item.direction,
    item.aggregation,
    item.nature,
    item.definition,
  ]),
]

export const awardRows = (items: readonly AwardItem[]): DataCell[][] => [
  [
    'year',
    'type',
    'type_name',
    'issuer',
    'recipient_kind',
    'unit',
    'unit_name',
    'recipient',
    'decision',
    'decided_on',
    'source',
    'illustrative',
  ],
  ...items.map((award) => [
    award.year,
    award.type.code,
    award.type.name,
    award.decision?.issuer ?? award.type.issuer,
    award.recipientKind,
    award.unit?.slug ?? null,
    award.unit?.name ?? null,
    award.recipient,
    award.decision?.number ?? null,
    award.decision?.decidedOn ?? null,
    award.source,
    award.illustrative,
  ]),
]

const SUMMARY_HEAD = [
  'cluster',
  'year',
  'period',
  'row',
  'unit',
  'unit_code',
  'unit_name',
  'status',
  'indicator',
  'indicator_name',
  'measure_unit',
  ...FIGURE('value'),
  ...FIGURE('target'),
  'percent',
  'class',
]

/** The rows of a table's cells and of its totals, which bear no unit; of a whole nation no cluster either. */
function summaryTable({ year, period, indicators }: Pick<Summary, 'year' | 'period' | 'indicators'>) {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
  const figures = (of: NationalCell | NationalSummary['totals'][number]): DataCell[] => {
    const { shortName, measureUnit } = byCode.get(of.indicator)!
    return [
      ...[of.indicator, shortName, measureUnit],
      ...figureCells(of.value),
      ...figureCells(of.target),
      { number: of.percent },
      of.class,
    ]
  }
  return {
    cell: (
      cluster: string,
      { unit, status }: Pick<Summary['units'][number], 'unit' | 'status'>,
      cell: NationalCell,
    ): DataCell[] => [
      cluster,
      year,
      period,
      'UNIT',
      unit.slug,
      unit.code,
      unit.name,
      status,
      ...figures(cell),
    ],
    total: (cluster: string | null, total: NationalSummary['totals'][number]): DataCell[] => [
      ...[cluster, year, period, 'TOTAL', null, null, null, null],
      ...figures(total),
    ],
  }
}

/** One row a cell: first the units', then the totals'. */
export function summaryRows(summary: Summary): DataCell[][] {
  const { cell, total } = summaryTable(summary)
  const { slug } = summary.cluster
  return [
    [...SUMMARY_HEAD, 'rank'],
    ...summary.units.flatMap((row) => row.cells.map((one) => [...cell(slug, row, one), one.rank])),
    ...summary.totals.map((one) => [...total(slug, one), null]),
  ]
}

/** One row a cell of the page's units; the totals of all units end the last page. */
export function nationRows(nation: NationalSummary): DataCell[][] {
  const { cell, total } = summaryTable(nation)
  return [
    SUMMARY_HEAD,
    ...nation.units.flatMap((row) => row.cells.map((one) => cell(row.cluster.slug, row, one))),
    ...(nation.next === null ? nation.totals.map((one) => total(null, one)) : []),
  ]
}

export function reportRows(report: UnitReport): DataCell[][] {
  return [
    [
      'unit',
      'unit_code',
      'unit_name',
      'year',
      'period',
      'state',
      'indicator',
      'indicator_name',
      'measure_unit',
      ...FIGURE('value'),
      'raw',
      ...FIGURE('target'),
      'percent',
      'class',
      'note',
      'source',
    ],
    ...report.reports.flatMap((part) =>
      part.figures.map((figure) => [
        report.unit.slug,
        report.unit.code,
        report.unit.name,
        report.year,
        part.period,
        part.state,
        figure.indicator.code,
        figure.indicator.shortName,
        figure.indicator.measureUnit,
        ...figureCells(figure.value),
        figure.raw,
        ...figureCells(figure.target),
        { number: figure.percent },
        figure.class,
        figure.note,
        part.source,
      ]),
    ),
  ]
}
