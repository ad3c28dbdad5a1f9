import type { DataCell } from '@/lib/platform/files/csv'
import type {
  AwardItem,
  ClusterItem,
  Figure,
  SetIndicatorItem,
  Summary,
  UnitItem,
  UnitReport,
} from '../types'

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

/** One row a cell: first the units', then the totals', which bear no unit. */
export function summaryRows(summary: Summary): DataCell[][] {
  const head: DataCell[] = [summary.cluster.slug, summary.year, summary.period]
  const indicators = new Map(summary.indicators.map((indicator) => [indicator.code, indicator]))
  const described = (code: string): DataCell[] => {
    const indicator = indicators.get(code)!
    return [code, indicator.shortName, indicator.measureUnit]
  }
  return [
    [
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
      'rank',
    ],
    ...summary.units.flatMap(({ unit, status, cells }) =>
      cells.map((cell) => [
        ...head,
        'UNIT',
        unit.slug,
        unit.code,
        unit.name,
        status,
        ...described(cell.indicator),
        ...figureCells(cell.value),
        ...figureCells(cell.target),
        { number: cell.percent },
        cell.class,
        cell.rank,
      ]),
    ),
    ...summary.totals.map((total) => [
      ...head,
      'TOTAL',
      null,
      null,
      null,
      null,
      ...described(total.indicator),
      ...figureCells(total.value),
      ...figureCells(total.target),
      { number: total.percent },
      total.class,
      null,
    ]),
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
