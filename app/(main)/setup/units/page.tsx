import type { Metadata } from 'next'
import Link from 'next/link'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { submitAlias, submitAliasRemoval, submitDesignation } from '@/lib/units/setup/actions'
import { listUnitSetups } from '@/lib/units/setup/queries'
import type { UnitSetup } from '@/lib/units/setup/types'
import { UNIT_KINDS } from '@/lib/units/types'
import { SetupHeader } from '../_components/setup-header'

export const metadata: Metadata = { title: 'Tên, mã và tên gọi khác của đơn vị' }

export default async function SetupUnitsPage() {
  const units = await listUnitSetups(await requireActor())
  const ended = units.filter((unit) => unit.ended).length
  return (
    <>
      <SetupHeader
        current="/setup/units"
        crumbs={[{ label: 'Đơn vị' }]}
        title="Đơn vị"
        sentence={
          <p>
            {units.length - ended} đơn vị hiện nay, {ended} đơn vị trước sắp xếp. Tên, loại và mã có ngày áp
            dụng; tên gọi khác giúp nhận đúng đơn vị khi tìm và khi nhập tệp.
          </p>
        }
      />
      <PageBody className="pt-5">
        <p className="mb-4">
          <Link href="/setup/territory" prefetch={false} className="link">
            Sáp nhập, chia tách đơn vị
          </Link>
        </p>
        <ListTable label="Đơn vị" cards>
          <thead>
            <tr>
              <th>Đơn vị</th>
              <th>Tên, loại, mã theo thời gian</th>
              <th>Tên gọi khác</th>
              <th>
                <span className="sr-only">Thao tác</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <UnitRow key={unit.id} unit={unit} />
            ))}
          </tbody>
        </ListTable>
      </PageBody>
    </>
  )
}

function UnitRow({ unit }: { unit: UnitSetup }) {
  const name = unit.designations[0]?.name ?? unit.slug
  return (
    <tr>
      <th scope="row">
        <Link href={`/units/${unit.slug}`}>{name}</Link>
        {unit.ended ? <span className="text-mute block text-xs font-normal">đã kết thúc</span> : null}
      </th>
      <td data-label="Tên, loại, mã">
        {unit.designations.map((designation) => (
          <span key={designation.id} className="block">
            {designation.kind} {designation.name}, mã {designation.code ?? 'chưa rõ'}
            {spanOf(designation)}
          </span>
        ))}
      </td>
      <td data-label="Tên gọi khác">{unit.aliases.map(({ alias }) => alias).join('; ') || '—'}</td>
      <td>
        <div className="flex flex-wrap gap-x-4 sm:flex-nowrap [&>button]:whitespace-nowrap">
          <AliasDialog unit={unit} name={name} />
          {unit.ended ? null : <DesignationDialog unit={unit} name={name} />}
        </div>
      </td>
    </tr>
  )
}

function spanOf({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string {
  if (validFrom && validTo) return `, ${printDate(validFrom)} – ${printDate(validTo)}`
  if (validFrom) return `, từ ${printDate(validFrom)}`
  return validTo ? `, trước ${printDate(validTo)}` : ''
}

function AliasDialog({ unit, name }: { unit: UnitSetup; name: string }) {
  return (
    <Dialog
      kind="quiet"
      opener={
        <>
          Tên gọi khác<span className="sr-only"> của {name}</span>
        </>
      }
      title={`Tên gọi khác của ${name}`}
    >
      {unit.aliases.map(({ id, alias }) => (
        <Form key={id} action={submitAliasRemoval} className="mt-2 flex items-center justify-between gap-4">
          <input type="hidden" name="unitId" value={unit.id} />
          <input type="hidden" name="version" value={unit.version} />
          <input type="hidden" name="aliasId" value={id} />
          <span>{alias}</span>
          <SubmitButton kind="quiet" pendingLabel="Đang bỏ…">
            Bỏ tên này
          </SubmitButton>
        </Form>
      ))}
      <Form action={submitAlias} success="Đã thêm tên gọi." clearAfterSuccess>
        <input type="hidden" name="unitId" value={unit.id} />
        <input type="hidden" name="version" value={unit.version} />
        <TextField name="alias" label="Thêm tên gọi" />
        <DialogActions>
          <DialogCancel>Đóng</DialogCancel>
          <SubmitButton pendingLabel="Đang thêm…">Thêm tên gọi</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function DesignationDialog({ unit, name }: { unit: UnitSetup; name: string }) {
  const current = unit.designations[0]
  return (
    <Dialog
      kind="quiet"
      opener={
        <>
          Đổi tên, loại, mã<span className="sr-only"> của {name}</span>
        </>
      }
      title={`Đổi tên, loại hoặc mã của ${name}`}
    >
      <Form action={submitDesignation} success="Đã lưu. Tên cũ vẫn giữ trong lịch sử.">
        <input type="hidden" name="unitId" value={unit.id} />
        <input type="hidden" name="version" value={unit.version} />
        <TextField name="name" label="Tên (không kèm loại)" defaultValue={current?.name} />
        <Select
          name="kind"
          label="Loại"
          options={UNIT_KINDS.map((kind) => ({ value: kind, label: kind }))}
          defaultValue={current?.kind}
        />
        <TextField name="code" label="Mã" inputMode="numeric" defaultValue={current?.code ?? ''} />
        <DateField name="validFrom" label="Áp dụng từ ngày" />
        <TextField name="source" label="Căn cứ" hint="Số, ngày của nghị quyết hoặc quyết định" />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu thay đổi</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
