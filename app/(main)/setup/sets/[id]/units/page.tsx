import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Checkbox, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { submitUnitIndicators } from '@/lib/indicators/setup/actions'
import { getIndicatorSet, listUnitIndicators } from '@/lib/indicators/setup/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { isRowId } from '@/lib/platform/fields'
import { listUnitSetups } from '@/lib/units/setup/queries'
import { SetupHeader } from '../../../_components/setup-header'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ unit?: string | string[] }> }

export const metadata: Metadata = { title: 'Chỉ tiêu giao từng đơn vị' }

export default async function UnitTargetsPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { id } = await params
  const { unit: wanted } = await searchParams
  const set = isRowId(id) ? await getIndicatorSet(actor, id) : null
  if (!set) notFound()
  const units = (await listUnitSetups(actor)).filter((unit) => !unit.ended)
  const unit = units.find(({ slug }) => slug === wanted)
  const rows = unit ? await listUnitIndicators(actor, set.id, unit.id) : []
  const name = unit?.designations[0]?.name
  return (
    <>
      <SetupHeader
        current="/setup"
        crumbs={[
          { label: `Năm ${set.year}`, href: `/setup/years/${set.year}` },
          { label: set.name, href: `/setup/sets/${set.id}` },
          { label: 'Chỉ tiêu giao' },
        ]}
        title={name ? `Chỉ tiêu giao cho ${name}` : 'Chỉ tiêu giao từng đơn vị'}
        sentence={
          <p>
            {set.yearClosed ? `Năm ${set.year} đã khép, chỉ tiêu giao không sửa được nữa. ` : null}
            Viết như trong quyết định giao: “1.500”, “12/27”, “3,2 tỷ”. Chỉ tiêu không giao không tính vào mẫu
            số.
          </p>
        }
      />
      <PageBody className="pt-5">
        <form className="flex flex-wrap items-end gap-3">
          <Select
            name="unit"
            label="Đơn vị"
            placeholder="Chọn đơn vị"
            options={units.map(({ slug, designations }) => ({
              value: slug,
              label: designations[0]?.name ?? slug,
            }))}
            defaultValue={unit?.slug ?? ''}
          />
          <button type="submit" className="box w-auto font-semibold">
            Xem
          </button>
        </form>
        {unit ? (
          <Form action={submitUnitIndicators} success={`Đã lưu chỉ tiêu giao cho ${name}.`} key={unit.id}>
            <input type="hidden" name="setId" value={set.id} />
            <input type="hidden" name="unitId" value={unit.id} />
            <fieldset disabled={set.yearClosed}>
              <ListTable label={`Chỉ tiêu giao cho ${name}`} cards>
                <thead>
                  <tr>
                    <th>Chỉ tiêu</th>
                    <th>TW giao</th>
                    <th>Theo nghị quyết tỉnh</th>
                    <th>Không giao</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.indicatorId}>
                      <th scope="row">
                        {row.name}
                        <span className="text-mute block text-xs font-normal">{row.measureUnit}</span>
                      </th>
                      <td data-label="TW giao">
                        <TextField
                          name={`assignedTarget.${row.indicatorId}`}
                          label={`TW giao: ${row.name}`}
                          hideLabel
                          defaultValue={row.assignedTarget}
                        />
                      </td>
                      <td data-label="Nghị quyết tỉnh">
                        <TextField
                          name={`provincialTarget.${row.indicatorId}`}
                          label={`Theo nghị quyết tỉnh: ${row.name}`}
                          hideLabel
                          defaultValue={row.provincialTarget}
                        />
                      </td>
                      <td data-label="Không giao">
                        <Checkbox
                          name={`notAssigned.${row.indicatorId}`}
                          label={<span className="sr-only">Không giao: {row.name}</span>}
                          defaultChecked={row.notAssigned}
                        />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </ListTable>
            </fieldset>
            <div className="mt-4 flex justify-end gap-3">
              <LinkButton href={`/setup/sets/${set.id}`} kind="quiet">
                Về bộ chỉ tiêu
              </LinkButton>
              {set.yearClosed ? null : (
                <SubmitButton pendingLabel="Đang lưu…">Lưu chỉ tiêu giao</SubmitButton>
              )}
            </div>
          </Form>
        ) : null}
      </PageBody>
    </>
  )
}
