'use client'

import { BarChart } from '@/components/charts/bar-chart'
import { LineChart } from '@/components/charts/line-chart'
import { SmallMultiples } from '@/components/charts/small-multiples'
import { Empty } from '@/components/ui/empty'
import { uncapitalise } from '@/lib/platform/vietnamese'
import { FigureTable } from './figure-table'
import { HeatTable } from './heat-table'
import { MapView } from './map-view'
import { everyYear, rowsName, type PrintedCell, type PrintedComparison, type PrintedRow } from './printed'
import { RemarkLists } from './remark-lists'

const MOST_LINES = 4
const MOST_MULTIPLES = 12

/** The picture that suits the question, and under it the table of all figures. */
export function Picture({ shown }: { shown: PrintedComparison }) {
  const { ask, drawable } = shown
  const title = (what: string) => `${shown.about}: ${what} (${uncapitalise(shown.boundary)})`
  const table = <FigureTable shown={shown} />
  if (shown.rows.length === 0)
    return (
      <>
        <Empty
          title={shown.folded.length > 0 ? 'Chưa có số liệu để so sánh' : 'Không có hàng nào để so sánh'}
        >
          Hãy chọn năm khác, kỳ khác hoặc cả nước.
        </Empty>
        {shown.folded.length > 0 ? table : null}
      </>
    )
  switch (ask.view) {
    case 'HEAT':
      return <HeatTable shown={shown} />
    case 'MAP':
      return (
        <div className="gap-x-10 xl:grid xl:grid-cols-[440px_minmax(0,1fr)] print:block">
          <MapView shown={shown} />
          <div className="min-w-0 xl:-mt-2">{table}</div>
        </div>
      )
    case 'REMARKABLE':
      return (
        <>
          <RemarkLists shown={shown} />
          {table}
        </>
      )
    case 'LINES': {
      if (!drawable) return <NotDrawn>{table}</NotDrawn>
      const lines = picked(shown, MOST_LINES).map(lineOf(shown))
      return (
        <>
          <LineChart title={title('qua các năm')} steps={everyYear(shown).map(String)} lines={lines} />
          {shown.rows.length > lines.length ? (
            <p className="text-mute mt-1 text-sm">
              Đang vẽ {lines.length}/{shown.rows.length} hàng; chọn hàng khác ở trên. Bảng dưới có đủ.
            </p>
          ) : null}
          {table}
        </>
      )
    }
    case 'MULTIPLES':
      if (!drawable) return <NotDrawn>{table}</NotDrawn>
      return (
        <>
          <SmallMultiples
            title={title('từng hàng qua các năm, cùng một thang')}
            steps={everyYear(shown).map(String)}
            lines={picked(shown, MOST_MULTIPLES).map(lineOf(shown))}
            rowName={rowsName(shown)}
          />
          {table}
        </>
      )
    case 'BARS':
    case 'TARGETS': {
      if (!drawable) return <NotDrawn>{table}</NotDrawn>
      const bars = shown.rows
        .flatMap(({ name, cells }) => {
          const cell = cells.at(-1)
          return cell && cell.n !== null ? [barOf(name, cell, ask.view === 'TARGETS')] : []
        })
        .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
        .slice(0, 80)
      return (
        <>
          {bars.length > 0 ? (
            <BarChart
              title={title(`${ask.view === 'TARGETS' ? 'kết quả so với đăng ký' : 'kết quả'} năm ${ask.to}`)}
              valueName="Kết quả"
              targetName={ask.view === 'TARGETS' || hasTargets(shown) ? 'Chỉ tiêu đăng ký' : undefined}
              rowName={rowsName(shown)}
              dots={ask.view === 'TARGETS'}
              bars={bars}
            />
          ) : null}
          {table}
        </>
      )
    }
  }
}

const hasTargets = ({ rows }: PrintedComparison) => rows.some(({ cells }) => cells.at(-1)?.target != null)

function barOf(name: string, cell: PrintedCell, percent: boolean) {
  return {
    label: name,
    value: cell.n,
    text: percent && cell.percent ? `${cell.text} · ${cell.percent}` : cell.text,
    target: cell.target,
    targetText: cell.targetText || undefined,
    kind: cell.mark || undefined,
  }
}

/** The rows asked for; where none were, those with the largest figures. */
function picked({ ask, rows }: PrintedComparison, most: number): PrintedRow[] {
  const chosen = rows.filter(({ key }) => ask.picked.includes(key))
  const size = (row: PrintedRow) => row.cells.at(-1)?.n ?? -Infinity
  return (chosen.length > 0 ? chosen : rows.toSorted((a, b) => size(b) - size(a))).slice(0, most)
}

const lineOf = (shown: PrintedComparison) => (row: PrintedRow) => ({
  name: row.name,
  points: everyYear(shown).map((year) => {
    const cell = row.cells[shown.years.indexOf(year)]
    return { value: cell?.n ?? null, text: cell?.text ?? '—' }
  }),
})

function NotDrawn({ children }: { children: React.ReactNode }) {
  return (
    <>
      <p className="text-mute mt-4">Chỉ tiêu này không có độ dài để vẽ; bảng dưới có đủ.</p>
      {children}
    </>
  )
}
