'use client'

import { type ReactNode, useRef, useState } from 'react'
import { ChartTable } from './chart-table'
import { saveCsv, savePng, saveSvg } from './export'

/**
 * What every chart comes with: its question as a title, a sentence that says what is to be seen (`alt`, read aloud in
 * place of the drawing), the same figures as a table, and the drawing and figures as files.
 */
export function ChartFrame({
  title,
  alt,
  legend,
  head,
  rows,
  reachable = false,
  children,
}: {
  title: string
  alt: string
  legend?: ReactNode
  head: string[]
  rows: string[][]
  /** The drawing has links of its own, with their words. */
  reachable?: boolean
  children: ReactNode
}) {
  const drawing = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  async function draw(save: (root: HTMLElement, title: string) => boolean | Promise<boolean>) {
    const done = drawing.current
      ? await Promise.resolve(save(drawing.current, title)).catch(() => false)
      : false
    setFailed(!done)
  }
  const tool = 'link text-cham2 cursor-pointer pointer-coarse:min-h-11'
  return (
    <figure className="chart mt-4">
      <figcaption>
        <span className="font-semibold">{title}</span>
        <span className="sr-only">. {alt}</span>
      </figcaption>
      {legend}
      <div ref={drawing} aria-hidden={reachable ? undefined : true} className="drawing mt-2">
        {children}
      </div>
      <div className="flex flex-wrap items-start gap-x-6 print:block">
        <ChartTable caption={title} head={head} rows={rows} />
        <p className="no-print mt-2 flex flex-wrap items-center gap-x-4 text-sm">
          <span className="text-mute">Tải về:</span>
          <button type="button" className={tool} onClick={() => void draw(savePng)}>
            PNG
          </button>
          <button type="button" className={tool} onClick={() => void draw(saveSvg)}>
            SVG
          </button>
          <button type="button" className={tool} onClick={() => saveCsv(title, [head, ...rows])}>
            CSV
          </button>
          {failed ? (
            <span role="alert">Chưa tạo được tệp này. Hãy đợi biểu đồ hiện xong rồi thử lại.</span>
          ) : null}
        </p>
      </div>
    </figure>
  )
}
