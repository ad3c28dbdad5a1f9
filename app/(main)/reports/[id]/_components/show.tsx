import { figureSpec, printedPercent } from '@/lib/indicators/rules'
import type { Completion, IndicatorDto } from '@/lib/indicators/types'
import type { PeriodKind } from '@/lib/periods/types'
import { printFigure, printMoney } from '@/lib/platform/numbers/print'
import type { ReportCell, WrittenFigure } from '@/lib/reports/types'

/** "1.448", "2,4 tỷ", "11/28": short enough for a column. */
export function shortFigure(figure: WrittenFigure | null, indicator: IndicatorDto): string {
  if (!figure) return '—'
  if (!figure.value) return figure.raw || '—'
  if (figure.value.kind === 'MONEY' && figure.value.amount !== null && figure.value.qualifier === 'EXACT')
    return printMoney(figure.value.amount, 'auto').replace(/ đồng$/, '')
  return printFigure(figure.value, figureSpec(indicator))
}

const MARKS = { EXCEEDED: 'vuot', MET: 'dat', HALF: 'half', NOT_MET: 'chua' } as const

export function CompletionMark({ completion }: { completion: Completion }) {
  const percent = printedPercent(completion)
  if (!completion.class) return percent ? <span className="text-mute">{percent}</span> : null
  const label = completion.label ?? ''
  const says =
    !percent || label.includes('%')
      ? label
      : completion.class === 'MET'
        ? `${label} ${percent}`
        : `${label}, ${percent}`
  return (
    <span className={`k ${MARKS[completion.class]} r${Math.min(9, Math.floor(completion.share * 10))}`}>
      <i aria-hidden="true" />
      {says}
    </span>
  )
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII']

export function groupsOf(cells: readonly ReportCell[]) {
  const groups: { id: string; name: string; cells: ReportCell[] }[] = []
  for (const cell of cells) {
    const { id, name } = cell.indicator.group
    const last = groups.at(-1)
    if (last?.id === id) last.cells.push(cell)
    else groups.push({ id, name, cells: [cell] })
  }
  return groups.map((group, index) => ({
    ...group,
    title:
      /^[IVX]+\./.test(group.name) || index >= ROMAN.length ? group.name : `${ROMAN[index]}. ${group.name}`,
  }))
}

export const columnsOf = (period: PeriodKind) =>
  period === 'REGISTRATION' ? 6 : period === 'YEAR_ESTIMATE' ? 8 : 7
