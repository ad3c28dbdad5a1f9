import { Button, LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { DateField, Select, TextField } from '@/components/ui/field'
import { TickList } from '@/components/ui/tick-list'
import type { FieldErrors } from '@/lib/platform/errors'
import { HANDLING_LABELS } from '@/lib/territory/labels'
import { REPORT_HANDLINGS, type ChangeKind } from '@/lib/territory/types'
import { UNIT_KINDS } from '@/lib/units/types'

/** What the form asks, by the names the preview's address carries. */
export const CHANGE_FIELDS = [
  'kind',
  'effectiveOn',
  'decision',
  'predecessorIds',
  'names',
  'kinds',
  'codes',
  'reports',
] as const

/** What an address says of a change, repeated names joined by commas as a posted form has them. */
export function changeValues(
  params: Record<string, string | string[] | undefined>,
  names: readonly string[] = CHANGE_FIELDS,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = params[name]
      return value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]]
    }),
  )
}

/** What was decided. It leads to the preview by its address, and comes back from there with what was typed. */
export function ChangeForm({
  kind,
  units,
  values,
  refused = {},
}: {
  kind: ChangeKind
  units: { id: string; name: string }[]
  values: Record<string, string>
  refused?: FieldErrors
}) {
  const each = (name: string) => (values[name] ?? '').split(',').map((part) => part.trim())
  const [names, kinds, codes, chosen] = [each('names'), each('kinds'), each('codes'), each('predecessorIds')]
  const options = units.map(({ id, name }) => ({ value: id, label: name }))
  const rows = kind === 'MERGER' ? [0] : [0, 1, 2, 3]
  return (
    // What is typed travels in the address, and servers refuse one of more than some thousand letters.
    <form method="get" action="/setup/territory/preview">
      <input type="hidden" name="kind" value={kind} />
      <DateField
        name="effectiveOn"
        label="Hiệu lực từ ngày"
        hint="Ngày đầu tiên của đơn vị mới"
        defaultValue={values.effectiveOn}
        error={refused.effectiveOn}
        required
      />
      <TextField
        name="decision"
        label="Nghị quyết, quyết định"
        hint="Số, ngày, cơ quan ban hành"
        maxLength={300}
        defaultValue={values.decision}
        error={refused.decision}
        required
      />
      {kind === 'MERGER' ? (
        <TickList
          name="predecessorIds"
          legend="Các đơn vị sáp nhập"
          options={options}
          chosen={chosen}
          error={refused.predecessorIds}
          boxed
        />
      ) : (
        <Select
          name="predecessorIds"
          label="Đơn vị được chia tách"
          placeholder="Chọn đơn vị"
          defaultValue={chosen[0]}
          error={refused.predecessorIds}
          options={options}
        />
      )}
      {rows.map((row) => (
        <fieldset key={row} className="mt-5">
          <legend className="font-semibold">
            {kind === 'MERGER' ? 'Đơn vị mới' : `Đơn vị mới thứ ${row + 1}${row > 1 ? ' (nếu có)' : ''}`}
          </legend>
          <div className="flex flex-wrap gap-x-6">
            <TextField
              name="names"
              label="Tên (không kèm loại)"
              maxLength={100}
              defaultValue={names[row]}
              error={row === 0 ? refused.names : undefined}
            />
            <Select
              name="kinds"
              label="Loại"
              defaultValue={kinds[row] || 'tỉnh'}
              error={row === 0 ? refused.kinds : undefined}
              options={UNIT_KINDS.map((value) => ({ value, label: value }))}
            />
            <TextField
              name="codes"
              label="Mã"
              inputMode="numeric"
              maxLength={2}
              defaultValue={codes[row]}
              error={row === 0 ? refused.codes : undefined}
            />
          </div>
        </fieldset>
      ))}
      {kind === 'MERGER' ? (
        <Select
          name="reports"
          label="Báo cáo đang mở"
          hint="Báo cáo đã gửi, đã xác nhận luôn đứng tên đơn vị cũ"
          defaultValue={values.reports || 'CARRY'}
          error={refused.reports}
          options={REPORT_HANDLINGS.map((value) => ({ value, label: HANDLING_LABELS[value] }))}
        />
      ) : (
        <input type="hidden" name="reports" value="KEEP" />
      )}
      <DialogActions>
        <LinkButton kind="quiet" href="/setup/territory">
          Thôi
        </LinkButton>
        <Button type="submit" kind="primary">
          Xem trước
        </Button>
      </DialogActions>
    </form>
  )
}
