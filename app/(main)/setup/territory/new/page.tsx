import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Button, LinkButton } from '@/components/ui/button'
import { DialogActions } from '@/components/ui/dialog'
import { DateField, Select, TextField } from '@/components/ui/field'
import { PageBody } from '@/components/ui/page-header'
import { requireActor } from '@/lib/platform/auth/current'
import { CHANGE_LABELS, HANDLING_LABELS } from '@/lib/territory/labels'
import { mayChangeTerritory } from '@/lib/territory/policy'
import { listChangeableUnits } from '@/lib/territory/queries'
import { CHANGE_KINDS, REPORT_HANDLINGS } from '@/lib/territory/types'
import { SetupHeader } from '../../_components/setup-header'
import { TickUnits } from '../_components/tick-units'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export const metadata: Metadata = { title: 'Sáp nhập, chia tách đơn vị' }

/** First step: what was decided. It leads to the preview by its address, which changes nothing. */
export default async function NewTerritoryChangePage({ searchParams }: Props) {
  const actor = await requireActor('/setup/territory/new')
  if (!mayChangeTerritory(actor)) notFound()
  const { kind: asked } = await searchParams
  const kind = CHANGE_KINDS.find((known) => known === asked) ?? 'MERGER'
  const units = await listChangeableUnits(actor)
  const rows = kind === 'MERGER' ? [0] : [0, 1, 2, 3]
  return (
    <>
      <SetupHeader
        current="/setup/units"
        crumbs={[
          { label: 'Đơn vị', href: '/setup/units' },
          { label: 'Sắp xếp', href: '/setup/territory' },
          { label: CHANGE_LABELS[kind] },
        ]}
        title={`${CHANGE_LABELS[kind]} đơn vị`}
        sentence={<p>Bước 1 trong 2: ghi quyết định. Bước sau cho xem trước mọi thay đổi, chưa lưu gì.</p>}
      />
      <PageBody>
        <form method="get" action="/setup/territory/preview">
          <input type="hidden" name="kind" value={kind} />
          <DateField
            name="effectiveOn"
            label="Hiệu lực từ ngày"
            hint="Ngày đầu tiên của đơn vị mới"
            required
          />
          <TextField
            name="decision"
            label="Nghị quyết, quyết định"
            hint="Số, ngày, cơ quan ban hành"
            required
          />
          {kind === 'MERGER' ? (
            <TickUnits units={units} />
          ) : (
            <Select
              name="predecessorIds"
              label="Đơn vị được chia tách"
              placeholder="Chọn đơn vị"
              options={units.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          {rows.map((row) => (
            <fieldset key={row} className="mt-5">
              <legend className="font-semibold">
                {kind === 'MERGER' ? 'Đơn vị mới' : `Đơn vị mới thứ ${row + 1}${row > 1 ? ' (nếu có)' : ''}`}
              </legend>
              <div className="flex flex-wrap gap-x-6">
                <TextField name="names" label="Tên (không kèm loại)" />
                <Select
                  name="kinds"
                  label="Loại"
                  options={[
                    { value: 'tỉnh', label: 'tỉnh' },
                    { value: 'thành phố', label: 'thành phố' },
                  ]}
                />
                <TextField name="codes" label="Mã" inputMode="numeric" maxLength={2} />
              </div>
            </fieldset>
          ))}
          {kind === 'MERGER' ? (
            <Select
              name="reports"
              label="Báo cáo đang mở"
              hint="Báo cáo đã gửi, đã xác nhận luôn đứng tên đơn vị cũ"
              defaultValue="CARRY"
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
      </PageBody>
    </>
  )
}
