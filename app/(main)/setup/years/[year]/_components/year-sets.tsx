import Link from 'next/link'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { SCOPE_LABELS } from '@/lib/indicators/labels'
import { addSet } from '@/lib/indicators/setup/actions'
import type { SetRow } from '@/lib/indicators/setup/types'
import type { YearDto } from '@/lib/periods/types'
import { printDate } from '@/lib/platform/dates'

type Owner = { id: string; name: string }

/** Indicator sets of a year; each opens its editor. */
export function YearSets({
  year,
  sets,
  clusters,
  units,
}: {
  year: YearDto
  sets: SetRow[]
  clusters: Owner[]
  units: Owner[]
}) {
  const owners = [
    ...clusters.map(({ id, name }) => ({ value: id, label: `Cụm ${name}` })),
    ...units.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <section aria-labelledby="bo-chi-tieu" className="mt-9">
      <h2 id="bo-chi-tieu">Bộ chỉ tiêu</h2>
      {sets.length === 0 ? (
        <p className="text-mute">Năm này chưa có bộ chỉ tiêu nào.</p>
      ) : (
        <ListTable label={`Bộ chỉ tiêu năm ${year.year}`} cards>
          <thead>
            <tr>
              <th>Bộ chỉ tiêu</th>
              <th>Phạm vi</th>
              <th className="num">Chỉ tiêu</th>
              <th>Trạng thái</th>
            </tr>
          </thead>
          <tbody>
            {sets.map((set) => (
              <tr key={set.id}>
                <th scope="row">
                  <Link href={`/setup/sets/${set.id}`}>{set.name}</Link>{' '}
                  {set.illustrative ? <DemoMark /> : null}
                </th>
                <td data-label="Phạm vi">
                  {set.owner ? `${SCOPE_LABELS[set.scope]}: ${set.owner}` : SCOPE_LABELS[set.scope]}
                </td>
                <td className="num" data-label="Chỉ tiêu">
                  {set.indicators}
                </td>
                <td data-label="Trạng thái">
                  {set.frozenAt ? (
                    <Badge kind="strong">
                      Chốt {printDate(set.frozenAt)}, bản {set.version}
                    </Badge>
                  ) : year.state === 'CLOSED' ? (
                    'Khép cùng năm'
                  ) : (
                    <Badge>Còn sửa tự do</Badge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
      {year.state === 'CLOSED' ? null : (
        <Dialog opener="Thêm bộ chỉ tiêu" title={`Thêm bộ chỉ tiêu năm ${year.year}`}>
          <Form action={addSet} success="Đã thêm bộ chỉ tiêu. Hãy mở ra để thêm nhóm và chỉ tiêu.">
            <input type="hidden" name="yearId" value={year.id} />
            <TextField name="name" label="Tên bộ chỉ tiêu" />
            <Select
              name="scope"
              label="Phạm vi"
              options={Object.entries(SCOPE_LABELS).map(([value, label]) => ({ value, label }))}
            />
            <Select
              name="ownerId"
              label="Của cụm hoặc đơn vị"
              hint="Để trống khi bộ chỉ tiêu dùng chung toàn quốc."
              placeholder="Toàn quốc"
              options={owners}
            />
            <DialogActions>
              <DialogCancel />
              <SubmitButton pendingLabel="Đang thêm…">Thêm bộ chỉ tiêu</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      )}
    </section>
  )
}
