import { Empty } from '@/components/ui/empty'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { printNumber } from '@/lib/platform/numbers/print'
import { moveCriterionAction, removeCriterionAction } from '@/lib/scoring/actions'
import { KIND_LABELS } from '@/lib/scoring/labels'
import { inReadingOrder } from '@/lib/scoring/rules'
import type { CriterionDto, RubricDto, RubricView } from '@/lib/scoring/types'
import { CriterionDialog } from './criterion-dialog'

const INDENT = ['', 'pl-5', 'pl-10', 'pl-14']

/** The criteria tree in reading order. */
export function Criteria({
  rubric,
  criteria,
  indicators,
  mayEdit,
}: {
  rubric: RubricDto
  criteria: CriterionDto[]
  indicators: RubricView['indicators']
  mayEdit: boolean
}) {
  if (criteria.length === 0)
    return <Empty title="Bảng chưa có tiêu chí">Thêm nhóm trước, rồi thêm tiêu chí vào nhóm.</Empty>
  return (
    <ListTable label="Tiêu chí chấm điểm" cards>
      <thead>
        <tr>
          <th scope="col">Tiêu chí</th>
          <th scope="col">Cách chấm</th>
          <th scope="col" className="num">
            Điểm tối đa
          </th>
          {mayEdit ? <th scope="col">Việc</th> : null}
        </tr>
      </thead>
      <tbody>
        {inReadingOrder(criteria).map(({ depth, ...criterion }) => (
          <tr key={criterion.id}>
            <th scope="row" className={criterion.kind === 'GROUP' ? '' : 'font-normal'}>
              <span className={`block ${INDENT[depth] ?? 'pl-14'}`}>
                {criterion.kind === 'GROUP' ? <b>{criterion.text}</b> : criterion.text}
                {criterion.guidance ? <small>{criterion.guidance}</small> : null}
              </span>
            </th>
            <td data-label="Cách chấm">
              {KIND_LABELS[criterion.kind]}
              <small>
                {criterion.indicatorCode
                  ? (indicators.find(({ code }) => code === criterion.indicatorCode)?.name ??
                    'chỉ tiêu này không còn trong bộ')
                  : criterion.perPiece
                    ? `mỗi đơn vị đếm ${printNumber(criterion.perPiece)} điểm`
                    : ''}
              </small>
            </td>
            <td className="num" data-label="Điểm tối đa">
              {criterion.kind === 'GROUP' ? (
                <b>{printNumber(criterion.max)}</b>
              ) : (
                `${criterion.kind === 'PENALTY' ? '−' : criterion.kind === 'BONUS' ? '+' : ''}${printNumber(criterion.max)}`
              )}
            </td>
            {mayEdit ? (
              <td data-label="Việc">
                <span className="flex flex-wrap gap-x-4">
                  <CriterionDialog
                    rubric={rubric}
                    criteria={criteria}
                    indicators={indicators}
                    criterion={criterion}
                  />
                  <Form action={moveCriterionAction} className="contents">
                    <Hidden rubric={rubric} criterion={criterion} />
                    <SubmitButton
                      kind="quiet"
                      name="direction"
                      value="up"
                      aria-label={`Đưa lên: ${criterion.text}`}
                    >
                      Lên
                    </SubmitButton>
                    <SubmitButton
                      kind="quiet"
                      name="direction"
                      value="down"
                      aria-label={`Đưa xuống: ${criterion.text}`}
                    >
                      Xuống
                    </SubmitButton>
                  </Form>
                  <Form action={removeCriterionAction} className="contents">
                    <Hidden rubric={rubric} criterion={criterion} />
                    <SubmitButton kind="quiet" aria-label={`Xóa: ${criterion.text}`}>
                      Xóa
                    </SubmitButton>
                  </Form>
                </span>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Hidden({ rubric, criterion }: { rubric: RubricDto; criterion: CriterionDto }) {
  return (
    <>
      <input type="hidden" name="rubricId" value={rubric.id} />
      <input type="hidden" name="version" value={rubric.version} />
      <input type="hidden" name="criterionId" value={criterion.id} />
    </>
  )
}
