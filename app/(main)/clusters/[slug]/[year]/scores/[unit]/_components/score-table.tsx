import { DialogActions } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { printNumber, printPercent } from '@/lib/platform/numbers/print'
import { saveScoresAction } from '@/lib/scoring/actions'
import { KIND_LABELS, STAGE_LABELS } from '@/lib/scoring/labels'
import type { ScoreDto, ScoreStage, SheetDto, SheetRow } from '@/lib/scoring/types'
import { EntryCells } from './entry-cells'

/** Criteria by stages with their reasons; the stage that is hers to enter has boxes. On a phone each criterion is a card. */
export function ScoreTable({ sheet }: { sheet: SheetDto }) {
  const { enter } = sheet.may
  const shown = sheet.stages.filter((stage) => stage !== enter)
  const table = (
    <ListTable label={`Phiếu chấm điểm, ${sheet.unit.name}`} cards>
      <thead>
        <tr>
          <th scope="col">Tiêu chí</th>
          <th scope="col" className="num">
            Tối đa
          </th>
          {shown.map((stage) => (
            <th key={stage} scope="col" className="num">
              {STAGE_LABELS[stage]}
            </th>
          ))}
          {enter ? (
            <>
              <th scope="col">{STAGE_LABELS[enter]}</th>
              <th scope="col">{enter === 'SELF' ? 'Căn cứ' : 'Lý do nếu khác bước trước'}</th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {sheet.rows.map((row) => (
          <Row key={row.criterion.id} row={row} shown={shown} enter={enter} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Tổng điểm</th>
          <td className="num" data-label="Tối đa">
            {printNumber(sheet.rubric.total)}
          </td>
          {shown.map((stage) => (
            <Total key={stage} sheet={sheet} stage={stage} />
          ))}
          {enter ? (
            <>
              <Total sheet={sheet} stage={enter} entered />
              <td />
            </>
          ) : null}
        </tr>
      </tfoot>
    </ListTable>
  )
  // Totals stand at the foot: the sheet is read on the page, not in a region that scrolls by itself.
  const whole = <div className="[&_.scroll]:max-h-none!">{table}</div>
  if (!enter) return whole
  return (
    <Form action={saveScoresAction} success="Đã lưu điểm. Điểm chưa được gửi.">
      <input type="hidden" name="sheetId" value={sheet.id} />
      <input type="hidden" name="version" value={sheet.version} />
      <input type="hidden" name="stage" value={enter} />
      {whole}
      <p className="text-mute mt-2 text-xs">Để trống là chưa chấm; điểm 0 thì ghi số 0.</p>
      <DialogActions wide>
        <SubmitButton pendingLabel="Đang lưu…">Lưu điểm</SubmitButton>
      </DialogActions>
    </Form>
  )
}

function Row({ row, shown, enter }: { row: SheetRow; shown: ScoreStage[]; enter: ScoreStage | null }) {
  const { criterion, computed } = row
  const isGroup = criterion.kind === 'GROUP'
  const sign = criterion.kind === 'PENALTY' ? '−' : criterion.kind === 'BONUS' ? '+' : ''
  return (
    <tr>
      <th scope="row" className={isGroup ? '' : 'font-normal'}>
        {isGroup ? <b>{criterion.text}</b> : criterion.text}
        {isGroup ? null : (
          <small>
            {row.indicatorName ?? KIND_LABELS[criterion.kind]}
            {computed?.leftOut ? '; không giao, ra khỏi mẫu số' : ''}
            {computed?.percent ? `; hoàn thành ${printPercent(computed.percent)}` : ''}
            {criterion.perPiece ? `; mỗi đơn vị đếm ${printNumber(criterion.perPiece)} điểm` : ''}
            {criterion.guidance ? `. ${criterion.guidance}` : ''}
          </small>
        )}
      </th>
      <td className="num" data-label="Tối đa">
        {sign}
        {isGroup ? <b>{printNumber(criterion.max)}</b> : printNumber(criterion.max)}
      </td>
      {shown.map((stage) =>
        isGroup ? (
          <td key={stage} />
        ) : (
          <td key={stage} className="num" data-label={STAGE_LABELS[stage]}>
            <Shown score={row.scores[stage]} leftOut={computed?.leftOut ?? false} />
          </td>
        ),
      )}
      {enter === null ? null : isGroup ? (
        <>
          <td />
          <td />
        </>
      ) : (
        <EntryCells row={row} stage={enter} />
      )}
    </tr>
  )
}

function Shown({ score, leftOut }: { score: ScoreDto | undefined; leftOut: boolean }) {
  if (!score) return <span className="text-mute">{leftOut ? 'không giao' : 'chưa chấm'}</span>
  return (
    <span>
      {printNumber(score.points)}
      {score.pieces !== null ? <small>đếm được {printNumber(String(score.pieces))}</small> : null}
      {score.reason ? <small>{score.reason}</small> : null}
    </span>
  )
}

/** `entered`: it stands under a column of boxes. */
function Total({ sheet, stage, entered = false }: { sheet: SheetDto; stage: ScoreStage; entered?: boolean }) {
  const total = sheet.totals[stage]
  return (
    <td className={entered ? undefined : 'num'} data-label={STAGE_LABELS[stage]}>
      {total ? (
        <span>
          <b>{printNumber(total.total)}</b>
          {total.bonus !== '0' || total.penalty !== '0' ? (
            <small>
              {printNumber(total.base)} + thưởng {printNumber(total.bonus)} − trừ {printNumber(total.penalty)}
            </small>
          ) : null}
          {total.blank.length > 0 ? <small>còn {total.blank.length} tiêu chí chưa chấm</small> : null}
        </span>
      ) : (
        <span className="text-mute">chưa chấm</span>
      )}
    </td>
  )
}
