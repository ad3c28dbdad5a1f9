import { Select, TextArea, TextField } from '@/components/ui/field'
import { compareDecimals } from '@/lib/platform/numbers/decimal'
import { printNumber } from '@/lib/platform/numbers/print'
import { STAGE_LABELS } from '@/lib/scoring/labels'
import { scoreBefore } from '@/lib/scoring/rules'
import type { ScoreStage, SheetRow } from '@/lib/scoring/types'

/** The boxes of one criterion at the open stage, filled with what the stage before says. */
export function EntryCells({ row, stage }: { row: SheetRow; stage: ScoreStage }) {
  const { criterion, computed, scores } = row
  const label = STAGE_LABELS[stage]
  const made = stage === 'SELF' ? computed?.points : null
  if (computed?.leftOut || made != null)
    return (
      <>
        <td data-label={label}>
          {made != null ? (
            <span>
              {printNumber(made)}
              <small>tính từ số liệu</small>
            </span>
          ) : (
            <span className="text-mute">không giao</span>
          )}
        </td>
        <td />
      </>
    )
  const own = scores[stage]
  const filled = own ?? scoreBefore(stage, scores)
  return (
    <>
      <td data-label={label}>
        <Points row={row} filled={filled} label={`${label}: ${criterion.text}`} />
      </td>
      <td data-label={stage === 'SELF' ? 'Căn cứ' : 'Lý do'}>
        <TextArea
          name={`r.${criterion.id}`}
          label={`${stage === 'SELF' ? 'Căn cứ' : 'Lý do'}: ${criterion.text}`}
          hideLabel
          className="mt-0! min-w-[180px]"
          rows={1}
          defaultValue={own?.reason ?? ''}
        />
      </td>
    </>
  )
}

function Points({
  row: { criterion },
  filled,
  label,
}: {
  row: SheetRow
  filled: { points: string; pieces: number | null } | undefined
  label: string
}) {
  const common = { name: `p.${criterion.id}`, label, hideLabel: true, className: 'mt-0! w-28' }
  if (criterion.kind === 'YES_NO')
    return (
      <Select
        {...common}
        placeholder="Chưa chấm"
        options={[
          { value: 'yes', label: 'Có' },
          { value: 'no', label: 'Không' },
        ]}
        defaultValue={filled ? (compareDecimals(filled.points, '0') > 0 ? 'yes' : 'no') : ''}
      />
    )
  if (criterion.kind === 'COUNT_POINTS')
    return (
      <TextField
        {...common}
        inputMode="numeric"
        defaultValue={filled?.pieces != null ? printNumber(String(filled.pieces)) : ''}
        hint="số đếm được"
      />
    )
  return <TextField {...common} inputMode="decimal" defaultValue={filled ? printNumber(filled.points) : ''} />
}
