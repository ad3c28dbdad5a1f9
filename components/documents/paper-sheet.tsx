import type { CSSProperties, ReactNode } from 'react'
import { A4, LINE_HEIGHT } from '@/lib/platform/files/form'
import type { Paper } from '@/lib/platform/files/paper'
import { setPaper } from '@/lib/platform/files/set'
import {
  coveredColumns,
  placedCells,
  type SetItem,
  type SetParagraph,
  type SetRule,
  type SetSection,
  type SetTable,
} from '@/lib/platform/files/shapes'

/**
 * A paper on its sheets as the files draw it: the same setting in type, measured in shares of the sheet's width, so that a
 * phone shows the whole sheet smaller. Pages are not broken here but where the writer breaks them.
 */
export function PaperSheet({ paper }: { paper: Paper }) {
  return (
    <div className="grid gap-4" lang="vi">
      {setPaper(paper).map((section, index) => (
        <Sheet key={index} section={section} />
      ))}
    </div>
  )
}

/** Millimetres and points as shares of the sheet. */
const mm = (value: number) => `calc(var(--mm) * ${value})`
const pt = (value: number) => `calc(var(--mm) * ${((value * 25.4) / 72).toFixed(4)})`

function Sheet({ section }: { section: SetSection }) {
  const [wide, high] = section.landscape ? [A4.height, A4.width] : [A4.width, A4.height]
  const { top, right, bottom, left } = section.margins
  return (
    <div style={{ containerType: 'inline-size', width: `min(${wide}mm, 100%)` }}>
      <div
        className="border-line border shadow-sm"
        style={
          {
            '--mm': `calc(100cqw / ${wide})`,
            minHeight: mm(high),
            padding: `${mm(top)} ${mm(right)} ${mm(bottom)} ${mm(left)}`,
            background: 'white',
            color: 'black',
            fontFamily: "'Times New Roman', Tinos, 'Liberation Serif', serif",
            overflowWrap: 'anywhere',
          } as CSSProperties
        }
      >
        <Items items={section.items} />
      </div>
    </div>
  )
}

function Items({ items }: { items: readonly SetItem[] }) {
  return items.map((item, index): ReactNode => {
    switch (item.kind) {
      case 'paragraph':
        return <Line key={index} set={item} />
      case 'rule':
        return <Rule key={index} set={item} />
      case 'table':
        return <Grid key={index} set={item} />
      case 'break':
        return <hr key={index} style={{ border: 0, borderTop: '1px dashed #7f7f7f', margin: `${mm(8)} 0` }} />
    }
  })
}

function Line({ set }: { set: SetParagraph }) {
  return (
    <p
      style={{
        margin: `${pt(set.before)} 0 ${pt(set.after)} ${mm(set.left)}`,
        maxWidth: 'none',
        fontSize: pt(set.size),
        lineHeight: LINE_HEIGHT * set.leading,
        textAlign: set.align,
        textIndent: mm(set.first),
        whiteSpace: 'pre-wrap',
      }}
    >
      {set.runs.length === 0 ? '\u00a0' : null}
      {set.runs.map(({ text, bold, italic }, index) => (
        <span key={index} style={{ fontWeight: bold ? 700 : 400, fontStyle: italic ? 'italic' : 'normal' }}>
          {text}
        </span>
      ))}
    </p>
  )
}

/** As wide as a share of the text that it stands under: an unseen copy of it gives the width. */
function Rule({ set }: { set: SetRule }) {
  return (
    <div
      aria-hidden="true"
      style={{
        margin: `${pt(set.before)} 0 ${pt(set.after)}`,
        lineHeight: 0,
        textAlign: 'center',
        fontSize: pt(set.size),
      }}
    >
      <span style={{ display: 'inline-block', maxWidth: '100%' }}>
        <span
          style={{
            display: 'block',
            width: `${set.share * 100}%`,
            margin: '0 auto',
            borderTop: `${pt(0.75)} solid black`,
          }}
        />
        {set.under.map((text, index) => (
          <span
            key={index}
            style={{
              display: 'block',
              height: 0,
              overflow: 'hidden',
              visibility: 'hidden',
              userSelect: 'none',
              fontWeight: set.bold ? 700 : 400,
            }}
          >
            {text}
          </span>
        ))}
      </span>
    </div>
  )
}

const BORDERS = { all: '1px solid black', cut: '1px dashed #7f7f7f', none: undefined }

function Grid({ set }: { set: SetTable }) {
  const whole = set.widths.reduce((sum, width) => sum + width, 0)
  const covered = coveredColumns(set.rows)
  const border = BORDERS[set.borders]
  const isData = set.headRows > 0
  const row = (index: number) => {
    const { cells, height } = set.rows[index]!
    const Cell = isData && index < set.headRows ? 'th' : 'td'
    return (
      <tr key={index} style={{ height: height > 0 ? mm(height) : undefined }}>
        {placedCells({ cells, height }, covered[index]!).map(({ at, cell }) => (
          <Cell
            key={at}
            colSpan={cell.columns}
            rowSpan={cell.rows}
            style={{
              border,
              padding: `0 ${mm(set.padding)}`,
              verticalAlign: cell.middle ? 'middle' : 'top',
              fontWeight: 'inherit',
            }}
          >
            <Items items={cell.content} />
          </Cell>
        ))}
      </tr>
    )
  }
  const indexes = set.rows.map((_, index) => index)
  return (
    <table
      role={isData ? undefined : 'presentation'}
      style={{
        width: mm(whole),
        tableLayout: 'fixed',
        borderCollapse: 'collapse',
        margin: `${pt(set.before)} 0 ${pt(set.after)}`,
      }}
    >
      <colgroup>
        {set.widths.map((width, index) => (
          <col key={index} style={{ width: mm(width) }} />
        ))}
      </colgroup>
      {isData ? <thead>{indexes.slice(0, set.headRows).map(row)}</thead> : null}
      <tbody>{indexes.slice(set.headRows).map(row)}</tbody>
    </table>
  )
}
