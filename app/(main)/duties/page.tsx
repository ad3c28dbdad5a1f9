import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Checkbox, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { assignDutyAction, handOverDutiesAction } from '@/lib/reports/actions'
import { getDuties } from '@/lib/reports/duties/queries'

export const metadata: Metadata = { title: 'Phân công chỉ tiêu' }

export default async function DutiesPage() {
  const actor = await requireActor('/duties')
  const unit = actor.homeUnit
  const duties = unit && (await getDuties(actor, unit.id))
  if (!unit || !duties) notFound()
  const free = duties.indicators.filter((indicator) => indicator.officer === null).length
  const officers = duties.officers.map(({ accountId, name }) => ({ value: accountId, label: name }))
  const holders = new Set(duties.indicators.flatMap(({ officer }) => (officer ? [officer.accountId] : [])))
  return (
    <>
      <PageHeader
        help={{ topic: 'officer', about: 'chia việc trong đơn vị' }}
        crumbs={[{ label: unit.name, href: `/units/${unit.slug}` }, { label: 'Phân công chỉ tiêu' }]}
        title={`Phân công chỉ tiêu, ${unit.name}`}
        sentence={
          <p>
            {duties.indicators.length} chỉ tiêu năm {duties.year},{' '}
            {free === 0 ? 'chỉ tiêu nào cũng có người phụ trách.' : `${free} chưa có người phụ trách.`}
          </p>
        }
      />
      <PageBody>
        <Form action={assignDutyAction} success="Đã phân công.">
          <input type="hidden" name="unitId" value={unit.id} />
          <ListTable label="Chỉ tiêu và người phụ trách" cards>
            <thead>
              <tr>
                <th>Chỉ tiêu</th>
                <th>Người phụ trách</th>
                <th>Từ ngày</th>
              </tr>
            </thead>
            <tbody>
              {duties.indicators.map(({ id, name, officer }) => (
                <tr key={id}>
                  <th scope="row" className="font-normal">
                    <Checkbox name="indicatorIds" value={id} label={name} />
                  </th>
                  <td data-label="Người phụ trách">
                    {officer?.name ?? <span className="text-mute">Chưa phân công</span>}
                  </td>
                  <td data-label="Từ ngày">{officer ? printDate(officer.since) : null}</td>
                </tr>
              ))}
            </tbody>
          </ListTable>
          <Select
            name="accountId"
            label="Giao các chỉ tiêu đã chọn cho"
            placeholder="Chọn người"
            options={officers}
          />
          <SubmitButton className="mt-4" pendingLabel="Đang giao…">
            Giao chỉ tiêu
          </SubmitButton>
        </Form>
        {holders.size > 0 ? (
          <section aria-labelledby="ban-giao" className="mt-9">
            <h2 id="ban-giao">Bàn giao khi thay người</h2>
            <Form action={handOverDutiesAction} success="Đã bàn giao toàn bộ chỉ tiêu.">
              <input type="hidden" name="unitId" value={unit.id} />
              <Select
                name="fromAccountId"
                label="Người bàn giao"
                placeholder="Chọn người"
                options={officers.filter(({ value }) => holders.has(value))}
              />
              <Select name="toAccountId" label="Người nhận" placeholder="Chọn người" options={officers} />
              <TextField name="note" label="Ghi chú" required={false} />
              <SubmitButton kind="secondary" className="mt-4" pendingLabel="Đang bàn giao…">
                Bàn giao
              </SubmitButton>
            </Form>
          </section>
        ) : null}
      </PageBody>
    </>
  )
}
