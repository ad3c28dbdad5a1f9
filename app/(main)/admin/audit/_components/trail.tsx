import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { fieldLabel, isShownField } from '@/lib/accounts/audit-fields/labels'
import { actionLabel, entityLabel, valueLabel } from '@/lib/accounts/audit/labels'
import type { AuditChange, AuditRow } from '@/lib/accounts/audit/types'

/** The trail, newest first; each change reads "field: before → after". */
export function Trail({ rows }: { rows: AuditRow[] }) {
  return (
    <ListTable label="Nhật ký" cards>
      <thead>
        <tr>
          <th scope="col">Lúc</th>
          <th scope="col">Ai</th>
          <th scope="col">Việc</th>
          <th scope="col">Trước và sau</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="whitespace-nowrap" data-label="Lúc">
              <Time value={row.at} clock />
            </td>
            <td className="min-w-[180px]" data-label="Ai">
              <span>
                {row.actor ?? 'Hệ thống'}
                {row.onBehalfOf ? (
                  <>
                    <br />
                    <small>thay {row.onBehalfOf}</small>
                  </>
                ) : null}
              </span>
            </td>
            <th scope="row">
              {actionLabel(row.action)}
              <br />
              <small>{[entityLabel(row.entity), ...row.about].join(', ')}</small>
              {row.reason ? (
                <>
                  <br />
                  <small>Lý do: {row.reason}</small>
                </>
              ) : null}
            </th>
            <td data-label="Trước, sau">
              {row.changes
                .filter(({ field }) =>
                  isShownField(
                    field,
                    row.changes.map((change) => change.field),
                  ),
                )
                .map((change) => (
                  <Change key={change.field} change={change} />
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Change({ change }: { change: AuditChange }) {
  return (
    <div className="break-words">
      <span className="text-mute">{fieldLabel(change.field)}: </span>
      {change.before === null ? null : <del className="text-mute">{inWords(change.before)}</del>}
      {change.before === null ? null : ' → '}
      {change.after === null ? 'bỏ' : <ins className="no-underline">{inWords(change.after)}</ins>}
    </div>
  )
}

const LONGEST = 160

/** Codes in words; long texts cut, since the page they stand on shows them whole. */
function inWords(value: string): string {
  const words = valueLabel(value)
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}
