'use client'

import { ChartFrame } from '@/components/charts/chart-frame'
import { TileMap, type TileFact } from '@/components/summaries/tile-map'
import { Empty } from '@/components/ui/empty'
import { tilesFor } from '@/lib/summaries/tiles/rules'
import { Legend } from './legend'
import type { PrintedComparison } from './printed'

/** One square a unit, by its class in the last year of the comparison. */
export function MapView({ shown }: { shown: PrintedComparison }) {
  const here = shown.rows.flatMap((row) => {
    const cell = row.cells.at(-1)
    return cell ? [{ ...row, cell }] : []
  })
  const tiles = tilesFor(here.map(({ key }) => key))
  if (!tiles)
    return (
      <Empty title="Không có bản đồ cho các đơn vị này">
        Bản đồ ô chỉ có 34 đơn vị hiện nay và 63 đơn vị trước 1/7/2025.
      </Empty>
    )
  const facts = new Map<string, TileFact>(
    here.map(({ key, name, cell }) => [
      key,
      {
        href: cell.href,
        text: cell.percent || cell.text,
        mark: cell.mark,
        // What the square shows comes first: people who speak to the machine say what they see.
        words: [name, cell.percent && `${cell.percent} chỉ tiêu đăng ký`, cell.text, cell.label, cell.note]
          .filter(Boolean)
          .join(', '),
      },
    ]),
  )
  const title = `${shown.about}, năm ${shown.ask.to}: mức hoàn thành của từng đơn vị (${shown.boundary.toLowerCase()})`
  const met = here.filter(({ cell }) => cell.mark === 'vuot' || cell.mark === 'dat').length
  const short = here.filter(({ cell }) => cell.mark === 'chua' || cell.mark === 'half').length
  const placed = new Set(tiles.map(([slug]) => slug))
  const unplaced = here.filter(({ key }) => !placed.has(key)).map(({ name }) => name)
  const counts = `${met} đơn vị đạt hoặc vượt, ${short} đơn vị chưa đạt, ${here.length - met - short} đơn vị chưa xếp mức.`
  return (
    <ChartFrame
      title={title}
      // A unit that a later merger or split made has no square; it is not left out in silence.
      alt={unplaced.length > 0 ? `${counts} Chưa có ô trên bản đồ: ${unplaced.join(', ')}.` : counts}
      legend={<Legend />}
      reachable
      head={['Đơn vị', 'Kết quả', 'Chỉ tiêu đăng ký', 'So với đăng ký', 'Mức hoàn thành']}
      rows={here.map(({ name, cell }) => [
        name,
        cell.text,
        cell.targetText || '—',
        cell.percent || '—',
        cell.label || 'chưa xếp mức',
      ])}
    >
      <TileMap tiles={tiles} facts={facts} label={title} />
    </ChartFrame>
  )
}
