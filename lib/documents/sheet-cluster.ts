import { PERIOD_LABELS } from '@/lib/periods/labels'
import type { PeriodKind } from '@/lib/periods/types'
import type { Cell, Table, TableColumn } from '@/lib/platform/files/types'
import { BLANK_LABELS } from '@/lib/reports/labels'
import { NOT_COUNTED, ROW_STATUS_LABELS } from '@/lib/summaries/labels'
import type { CellSummary, ClusterSummary } from '@/lib/summaries/types'
import { figureColumns, percentCell, targetCell, targetHead, type FigureColumns } from './sheet-figures'

const insteadOf = ({ notAssigned, blank }: CellSummary): string | undefined =>
  notAssigned ? 'không giao' : blank ? BLANK_LABELS[blank].toLowerCase() : undefined

type Block = { figures: FigureColumns; targets: boolean }

/**
 * Units down, indicators across: result, registered target, percentage and class of each. `lead` are columns before the
 * figures; a row of totals by each indicator's own aggregation, then what the cluster itself reported.
 */
function summaryTable(
  summary: ClusterSummary,
  about: {
    name: string
    title: string
    notes: string[]
    illustrative: boolean
    lead: { columns: TableColumn[]; cells: (row: ClusterSummary['rows'][number]) => Cell[] }
    totalLabel: string
  },
): Table {
  const { indicators, rows } = summary
  const columns: TableColumn[] = [...about.lead.columns, { head: 'Tình trạng', width: 16 }]
  const lead = columns.length
  const blocks = indicators.map((indicator, index): Block => {
    const cells = rows.map((row) => row.cells[index])
    const column = summary.columns[index]
    const values = [
      ...cells.map((cell) => cell?.value ?? null),
      column?.value ?? null,
      column?.reported?.value ?? null,
    ]
    const group = indicator.shortName
    const figures = figureColumns(indicator, values, { first: columns.length, group })
    const targets = cells.some((cell) => cell?.target)
    columns.push(...figures.columns)
    if (targets)
      columns.push(
        { head: targetHead(indicator), group, width: 14 },
        { head: '% đăng ký', group, width: 10 },
        { head: 'Mức', group, width: 12 },
      )
    return { figures, targets }
  })
  const spread = (make: (index: number, block: Block) => Cell[]) =>
    blocks.flatMap((block, index) => make(index, block))
  const filler = Array<Cell>(lead - 1).fill({ text: '' })
  return {
    name: about.name,
    title: about.title,
    notes: about.notes,
    illustrative: about.illustrative || summary.illustrative,
    columns,
    fixed: about.lead.columns.length,
    rows: rows.map((row) => [
      ...about.lead.cells(row),
      {
        text: row.draft
          ? `${ROW_STATUS_LABELS[row.status]}, ${NOT_COUNTED}`
          : ROW_STATUS_LABELS[row.status] || (row.status === 'CONFIRMED' ? 'đã xác nhận' : ''),
      },
      ...spread((index, { figures, targets }) => {
        const cell = row.cells[index]!
        return [
          ...figures.cells(cell.value, insteadOf(cell)),
          ...(targets
            ? [
                targetCell(cell.target, indicators[index]!),
                percentCell(cell.completion),
                { text: cell.completion.label ?? '' },
              ]
            : []),
        ]
      }),
    ]),
    totals:
      summary.reporting > 0
        ? [
            about.totalLabel,
            ...filler,
            ...spread((index, { figures, targets }) => {
              const column = summary.columns[index]!
              return [
                ...figures.cells(column.value),
                ...(targets
                  ? [
                      targetCell(column.target, indicators[index]!),
                      percentCell(column.completion),
                      { text: column.completion?.label ?? '' },
                    ]
                  : []),
              ]
            }),
          ]
        : undefined,
    after: summary.hasReported
      ? [
          [
            'Cụm báo cáo',
            ...filler,
            ...spread((index, { figures, targets }) => {
              const reported = summary.columns[index]!.reported
              return [
                ...figures.cells(reported?.value ?? null, reported?.raw, reported?.raw),
                ...(targets ? [{ text: '' }, { text: '' }, { text: '' }] : []),
              ]
            }),
          ],
        ]
      : undefined,
  }
}

/** The table of one cluster-year and period. */
export const clusterTable = (
  summary: ClusterSummary,
  {
    name,
    year,
    period,
    illustrative,
    notes,
  }: { name: string; year: number; period: PeriodKind; illustrative: boolean; notes: string[] },
): Table =>
  summaryTable(summary, {
    name: PERIOD_LABELS[period],
    title: `Kết quả ${name}, năm ${year}, kỳ: ${PERIOD_LABELS[period].toLowerCase()}`,
    notes,
    illustrative,
    lead: { columns: [{ head: 'Đơn vị', width: 24 }], cells: (row) => [row.unit.name] },
    totalLabel: 'Tổng các đơn vị',
  })

/** All units of the nation in one period; `clusterOf` names the cluster of a unit. */
export const nationalTable = (
  summary: ClusterSummary,
  {
    year,
    period,
    clusterOf,
    illustrative,
    notes,
  }: {
    year: number
    period: PeriodKind
    clusterOf: ReadonlyMap<string, string>
    illustrative: boolean
    notes: string[]
  },
): Table =>
  summaryTable(summary, {
    name: PERIOD_LABELS[period],
    title: `Kết quả toàn quốc năm ${year}, kỳ: ${PERIOD_LABELS[period].toLowerCase()}`,
    notes,
    illustrative,
    lead: {
      columns: [
        { head: 'Đơn vị', width: 22 },
        { head: 'Cụm', width: 30 },
      ],
      cells: (row) => [row.unit.name, clusterOf.get(row.unit.id) ?? ''],
    },
    totalLabel: 'Tổng các đơn vị',
  })
