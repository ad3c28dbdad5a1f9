import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { printDate } from '@/lib/platform/dates'
import { printNumber } from '@/lib/platform/numbers/print'
import { LEFT_OUT_RULE, STAGE_LABELS } from '@/lib/scoring/labels'
import type { ScoreBoard, ScoreRow } from '@/lib/scoring/types'

/** Before publication: how far each unit is; totals only where the reader sees all sheets. */
export function Progress({ board, href }: { board: ScoreBoard; href: string }) {
  const totals = board.rows.some(({ provisional }) => provisional !== null)
  return (
    <section aria-labelledby="tien-do" className="mt-4">
      <h2 id="tien-do">Tiến độ chấm điểm</h2>
      <ListTable label="Tiến độ chấm điểm" cards>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col">{STAGE_LABELS.SELF}</th>
            <th scope="col">{STAGE_LABELS.CROSS}</th>
            <th scope="col">{STAGE_LABELS.APPRAISED}</th>
            <th scope="col">{STAGE_LABELS.FINAL}</th>
            {totals ? (
              <th scope="col" className="num">
                Tổng điểm đến nay
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.unit.id}>
              <UnitCell row={row} href={href} />
              <Step label={STAGE_LABELS.SELF} at={row.selfSentAt} />
              <Step
                label={STAGE_LABELS.CROSS}
                at={row.crossDoneAt}
                none={board.teams.every(({ checked }) => checked.id !== row.unit.id)}
              />
              <Step label={STAGE_LABELS.APPRAISED} at={row.appraisedAt} />
              <Step label={STAGE_LABELS.FINAL} at={row.finalAt} />
              {totals ? (
                <td className="num" data-label="Tổng điểm đến nay">
                  {row.provisional ? (
                    <>
                      {printNumber(row.provisional.total)}
                      <small>{STAGE_LABELS[row.provisional.stage].toLowerCase()}</small>
                    </>
                  ) : (
                    <span className="text-mute">chưa có</span>
                  )}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}

function UnitCell({ row, href }: { row: ScoreRow; href: string }) {
  return (
    <th scope="row">
      {row.readable ? (
        <Link href={`${href}/${row.unit.slug}`} prefetch={false}>
          {row.unit.name}
        </Link>
      ) : (
        row.unit.name
      )}
      {row.subGroup ? <small>{row.subGroup}</small> : null}
    </th>
  )
}

function Step({ label, at, none = false }: { label: string; at: string | null; none?: boolean }) {
  return (
    <td data-label={label}>
      {at ? (
        <span>Xong {printDate(at)}</span>
      ) : (
        <span className="text-mute">{none ? 'không phân công' : 'chưa xong'}</span>
      )}
    </td>
  )
}

/** After publication: places and classes, within sub-groups where there are some. */
export function Ranking({ board, href }: { board: ScoreBoard; href: string }) {
  const groups = [...new Set(board.rows.map(({ subGroup }) => subGroup))]
  return groups.map((group) => (
    <section key={group ?? ''} className="mt-4">
      <h2>{group ? `Xếp hạng, nhóm ${group}` : 'Bảng xếp hạng'}</h2>
      <ListTable label={group ? `Xếp hạng nhóm ${group}` : 'Bảng xếp hạng'} cards>
        <thead>
          <tr>
            <th scope="col">Đơn vị</th>
            <th scope="col" className="num">
              Hạng
            </th>
            <th scope="col" className="num">
              Điểm chốt
            </th>
            <th scope="col">Xếp loại</th>
          </tr>
        </thead>
        <tbody>
          {board.rows
            .filter(({ subGroup }) => subGroup === group)
            .map((row) => (
              <tr key={row.unit.id}>
                <UnitCell row={row} href={href} />
                <td className="num" data-label="Hạng">
                  {row.result?.rank}
                </td>
                <td className="num" data-label="Điểm chốt">
                  {printNumber(row.result?.total ?? '0')}
                </td>
                <td data-label="Xếp loại">
                  {row.result?.className ? (
                    <Badge kind="gold">{row.result.className}</Badge>
                  ) : (
                    <span className="text-mute">không xếp loại</span>
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </ListTable>
      <p className="text-mute mt-2 max-w-[88ch] text-xs">
        Bằng điểm thì cùng hạng và bỏ trống hạng kế tiếp. {LEFT_OUT_RULE}
      </p>
    </section>
  ))
}
