'use client'

import type { ReactNode } from 'react'
import { DECISION_METHOD_LABELS, handsInWords, quorumInWords } from '@/lib/meetings/labels'
import { secondsLeft, secondsSpent } from '@/lib/meetings/rules'
import type { Timed } from '@/lib/meetings/types'
import type { HallScene, SceneCell, SceneTable, SceneUnit } from './hall-scene'

/** "04:32", "1:04:32". */
export function clockText(seconds: number): string {
  const size = Math.abs(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  const hours = Math.floor(size / 3600)
  const rest = `${two(Math.floor((size % 3600) / 60))}:${two(size % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

const hourOf = (now: Date) => new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(11, 16)

/** What the hall sees: one thing at a time, legible from the last row. `welcome` is the check-in code where it is shown. */
export function HallView({
  scene,
  now,
  connected,
  welcome,
  ballot,
}: {
  scene: HallScene
  now: Date | null
  connected: boolean
  welcome?: ReactNode
  ballot?: ReactNode
}) {
  const { presence, progress, illustrative } = scene
  return (
    <div className="hall night" data-scene={scene.scene.kind}>
      <div className="band" aria-hidden="true" />
      <header className="hall-top">
        <span>
          {scene.title} {illustrative ? <b className="mark">SỐ LIỆU MINH HỌA</b> : null}
        </span>
        <b>{now ? hourOf(now) : ''}</b>
      </header>
      <main className="hall-mid">
        <Scene scene={scene} now={now} welcome={welcome} ballot={ballot} />
      </main>
      <footer className="hall-foot">
        <span>
          {presence.present}/{presence.expected} đại biểu có mặt · {quorumInWords(presence.quorum)}
        </span>
        <span>
          {connected ? null : <b className="cut">Mất kết nối, đang nối lại… </b>}
          {progress ? `Mục ${progress.at} trong ${progress.of} của chương trình` : (scene.place ?? '')}
        </span>
      </footer>
    </div>
  )
}

function Scene({
  scene,
  now,
  welcome,
  ballot,
}: {
  scene: HallScene
  now: Date | null
  welcome?: ReactNode
  ballot?: ReactNode
}) {
  const { kind } = scene.scene
  switch (kind) {
    case 'WELCOME':
      return <Welcome scene={scene} code={welcome} />
    case 'AGENDA':
      return <Agenda scene={scene} />
    case 'ITEM':
      return <Item scene={scene} now={now} />
    case 'SPEAKER':
      return scene.speaker ? <Speaker scene={scene} now={now} /> : <Item scene={scene} now={now} />
    case 'DECISION':
      return scene.decision ? <Decision decision={scene.decision} /> : <Item scene={scene} now={now} />
    case 'TABLE':
      return scene.table ? <Table table={scene.table} /> : <Nothing>Chưa có số liệu của các đơn vị.</Nothing>
    case 'UNIT':
      return scene.unit ? <Unit unit={scene.unit} /> : <Nothing>Chưa có số liệu của đơn vị này.</Nothing>
    case 'BALLOT':
    case 'RESULT':
      return ballot ?? <Nothing>Chưa có cuộc bầu nào.</Nothing>
  }
}

const Nothing = ({ children }: { children: ReactNode }) => <p className="quiet">{children}</p>

function Welcome({ scene, code }: { scene: HallScene; code?: ReactNode }) {
  const closed = scene.state === 'CLOSED'
  return (
    <div className={code && !closed ? 'hall-two' : ''}>
      <div>
        <h1>{closed ? 'Hội nghị đã bế mạc' : 'Kính chào các đại biểu'}</h1>
        <p>{closed ? 'Xin cảm ơn và chúc các đại biểu lên đường bình an.' : scene.title}</p>
        {scene.place && !closed ? <p className="quiet">{scene.place}</p> : null}
      </div>
      {closed ? null : code}
    </div>
  )
}

function Agenda({ scene }: { scene: HallScene }) {
  const tops = scene.agenda.filter(({ depth }) => depth === 0)
  const lines = scene.agenda.length > 10 ? tops : scene.agenda
  return (
    <div>
      <h2>Chương trình</h2>
      <ol className="list" style={{ '--columns': lines.length > 9 ? 2 : 1 } as React.CSSProperties}>
        {lines.map((item) => {
          const on = item.startedAt !== null && item.endedAt === null
          return (
            <li key={item.id} className={on ? 'on' : item.endedAt ? 'done' : ''}>
              <span className="n">{item.number}</span>
              <span>
                {item.title}
                {item.endedAt ? <span className="sr-only">, đã xong</span> : null}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Countdown({ timed, now }: { timed: Timed; now: Date | null }) {
  if (!now || timed.startedAt === null) return null
  const left = secondsLeft(timed, now)
  const spent = secondsSpent(timed, now)
  if (left === null)
    return spent === null ? null : (
      <div>
        <div className="huge time">{clockText(spent)}</div>
        <p className="quiet">đã trôi qua</p>
      </div>
    )
  return (
    <div>
      <div className={left < 0 ? 'huge time over' : 'huge time'}>{clockText(left)}</div>
      <p className={left < 0 ? 'over' : 'quiet'}>
        {left < 0 ? 'quá giờ' : 'còn lại'} · dự kiến {timed.minutes} phút
      </p>
    </div>
  )
}

const title = (text: string) => <h1 className={text.length > 60 ? 'long' : ''}>{text}</h1>

function Item({ scene, now }: { scene: HallScene; now: Date | null }) {
  const { item, next } = scene
  if (!item) return <Welcome scene={scene} />
  return (
    <div className="hall-two">
      <div>
        <p className="quiet">Mục {item.number}</p>
        {title(item.title)}
        {item.responsible ? <p>{item.responsible}</p> : null}
        {next ? (
          <p className="quiet small">
            Tiếp theo: {next.number}. {next.title}
          </p>
        ) : null}
      </div>
      <Countdown timed={item} now={now} />
    </div>
  )
}

function Speaker({ scene, now }: { scene: HallScene; now: Date | null }) {
  const speaker = scene.speaker!
  return (
    <div className="hall-two">
      <div>
        <p className="quiet">Đang phát biểu</p>
        {title(speaker.name)}
        {speaker.topic ? <p>{speaker.topic}</p> : null}
        {scene.waiting.length > 0 ? (
          <p className="quiet small">
            Tiếp theo:{' '}
            {scene.waiting
              .slice(0, 2)
              .map(({ name }) => name)
              .join('; ')}
          </p>
        ) : null}
      </div>
      <Countdown timed={speaker} now={now} />
    </div>
  )
}

function Decision({ decision }: { decision: NonNullable<HallScene['decision']> }) {
  const hands = handsInWords(decision)
  return (
    <div>
      <p className="quiet">Hội nghị quyết định</p>
      <h1 className={decision.text.length > 90 ? 'long' : ''}>{decision.text}</h1>
      <p>
        Bằng {DECISION_METHOD_LABELS[decision.method]}
        {hands ? `: ${hands}` : ''}.
      </p>
    </div>
  )
}

function Cell({ cell }: { cell: SceneCell }) {
  return (
    <td>
      {cell.text}
      <i className={`m ${cell.mark ?? ''}`}>
        {cell.word ? <span className="sr-only">{cell.word}</span> : null}
      </i>
    </td>
  )
}

const LEGEND = [
  ['vuot', 'Vượt'],
  ['dat', 'Đạt'],
  ['half', 'Đạt trên 50%'],
  ['chua', 'Chưa đạt'],
] as const

function Table({ table }: { table: SceneTable }) {
  const dense = table.rows.length > 9
  const marks = new Set(table.rows.flatMap(({ cells }) => cells.map(({ mark }) => mark)))
  return (
    <div>
      <div style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline' }}>
        <h2>{table.title}</h2>
        <span className="quiet small">
          {LEGEND.filter(([mark]) => marks.has(mark)).map(([mark, word]) => (
            <span key={mark} style={{ marginLeft: '1em' }}>
              <i className={`m ${mark}`} aria-hidden="true" /> {word}
            </span>
          ))}
        </span>
      </div>
      <table style={{ '--row': dense ? 30 : 34, '--pad': dense ? 5 : 10 } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            {table.columns.map(({ name, unit }) => (
              <th key={name} scope="col">
                {name}
                <small>{unit}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}
                {row.note ? <small>{row.note}</small> : null}
              </th>
              {row.cells.map((cell, index) => (
                <Cell key={index} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Tổng các đơn vị</th>
            {table.totals.map((cell, index) => (
              <Cell key={index} cell={cell} />
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Unit({ unit }: { unit: SceneUnit }) {
  return (
    <div>
      <h1 className="long">
        {unit.name} {unit.note ? <span className="quiet small">{unit.note}</span> : null}
      </h1>
      <p style={{ marginTop: '0.3em' }}>{unit.sentence}</p>
      <table style={{ '--row': 34, '--pad': 8 } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col">Đăng ký</th>
            <th scope="col">Kết quả</th>
          </tr>
        </thead>
        <tbody>
          {unit.lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">{line.name}</th>
              <td className="quiet">{line.target}</td>
              <Cell cell={line.cell} />
            </tr>
          ))}
        </tbody>
      </table>
      {unit.more > 0 ? <p className="quiet small">và {unit.more} chỉ tiêu khác</p> : null}
    </div>
  )
}
