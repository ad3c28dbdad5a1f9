'use client'

import { saveCsv } from '@/components/charts/export'
import { printNumber } from '@/lib/platform/numbers/print'
import { REMARK_LABELS } from '@/lib/summaries/compare/labels'
import type { Remark } from '@/lib/summaries/compare/types'
import { rowsName, type PrintedComparison } from './printed'

type Line = { key: string; words: string }

/** Movers, laggards, outliers and gaps: what to look at first. */
export function RemarkLists({ shown }: { shown: PrintedComparison }) {
  const { remarks, rows, folded, ask, shares } = shown
  const byKey = new Map([...rows, ...folded].map((row) => [row.key, row]))
  const cellOf = (key: string) => byKey.get(key)?.cells.at(-1)
  const beforeOf = (key: string) => byKey.get(key)?.cells.at(-2)
  const lists: { remark: Remark; lines: Line[]; none: string }[] = [
    {
      remark: 'GREATEST_CHANGE',
      lines: remarks.changes.map(({ key, change }) => ({
        key,
        words: `${beforeOf(key)?.text} → ${cellOf(key)?.text}, ${changeWords(change, shares)}`,
      })),
      none: remarks.years ? 'Không hàng nào thay đổi.' : 'Chưa có năm trước để so.',
    },
    {
      remark: 'BELOW_HALF',
      lines: remarks.belowHalf.map((key) => ({
        key,
        words: `${cellOf(key)?.text}, ${cellOf(key)?.percent} của ${cellOf(key)?.targetText}`,
      })),
      none: 'Không hàng nào dưới 50%.',
    },
    {
      remark: 'OUTLIER',
      lines: remarks.outliers.map(({ key, above }) => ({
        key,
        words: `${cellOf(key)?.text}, ${above ? 'cao' : 'thấp'} hơn hẳn mức giữa`,
      })),
      none: rows.length < 5 ? 'Dưới 5 hàng, không đủ để nói hàng nào khác hẳn.' : 'Không hàng nào.',
    },
    {
      remark: 'MISSING',
      lines: remarks.missing.map((key) => ({ key, words: cellOf(key)?.note || '' })),
      none: 'Không hàng nào thiếu số liệu.',
    },
  ]
  const csv = () =>
    saveCsv(`${shown.about} ${ask.to} đáng chú ý`, [
      ['Đáng chú ý', rowsName(shown), 'Chi tiết'],
      ...lists.flatMap(({ remark, lines }) =>
        lines.map(({ key, words }) => [REMARK_LABELS[remark], byKey.get(key)?.name ?? '', words]),
      ),
    ])
  return (
    <>
      <div className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-2">
        {lists.map(({ remark, lines, none }) => (
          <section key={remark} aria-labelledby={`remark-${remark}`} className="break-inside-avoid">
            <h2 id={`remark-${remark}`}>
              {REMARK_LABELS[remark]}
              {remark === 'GREATEST_CHANGE' && remarks.years
                ? ` (${remarks.years[0]}–${remarks.years[1]})`
                : ''}
              {lines.length > 0 ? <span className="text-mute font-normal"> {lines.length}</span> : null}
            </h2>
            {lines.length === 0 ? (
              <p className="text-mute mt-1">{none}</p>
            ) : (
              <ol className="mt-1">
                {lines.slice(0, 30).map(({ key, words }) => {
                  const row = byKey.get(key)
                  return row ? (
                    <li
                      key={key}
                      className="border-hair flex flex-wrap justify-between gap-x-4 border-b py-1.5"
                    >
                      <a href={row.href} className="link">
                        {row.name}
                      </a>
                      <span className={words ? '' : 'text-mute'}>{words || 'chưa có số liệu'}</span>
                    </li>
                  ) : null
                })}
                {lines.length > 30 ? (
                  <li className="text-mute py-1.5">và {lines.length - 30} hàng khác</li>
                ) : null}
              </ol>
            )}
          </section>
        ))}
      </div>
      <p className="no-print mt-3 text-sm">
        <button type="button" onClick={csv} className="link text-cham2 pointer-coarse:min-h-11">
          Tải danh sách (CSV)
        </button>
      </p>
    </>
  )
}

/** "tăng 12,4%", "giảm 3,1 điểm %". */
function changeWords(change: number, shares: boolean): string {
  const size = Math.abs(change)
  const shown = size < 0.1 ? 'dưới 0,1' : printNumber(String(size), 1)
  return `${change > 0 ? 'tăng' : 'giảm'} ${shown}${shares ? ' điểm %' : '%'}`
}
