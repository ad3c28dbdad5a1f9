import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { DemoMark } from '@/components/ui/badge'
import { DateField, Select, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { TickList } from '@/components/ui/tick-list'
import { listQuotas } from '@/lib/awards/settings/queries'
import { saveCentralPeople, saveClusterYear, saveHeadship } from '@/lib/clusters/setup/actions'
import { getClusterYearChoices, getClusterYearSetup } from '@/lib/clusters/setup/queries'
import type { ClusterYearSetup, HeadshipRow } from '@/lib/clusters/setup/types'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { SetupHeader } from '../../../../_components/setup-header'
import { Quotas } from './_components/quotas'

type Props = { params: Promise<{ year: string; slug: string }> }

export const metadata: Metadata = { title: 'Thiết lập cụm thi đua' }

export default async function SetupClusterYearPage({ params }: Props) {
  const actor = await requireActor()
  const { year, slug } = await params
  const row = /^\d{4}$/.test(year) ? await getClusterYearSetup(actor, slug, Number(year)) : null
  if (!row) notFound()
  const [choices, quotas] = await Promise.all([getClusterYearChoices(actor, row), listQuotas(actor, row.id)])
  return (
    <>
      <SetupHeader
        current="/setup"
        crumbs={[{ label: `Năm ${row.year}`, href: `/setup/years/${row.year}` }, { label: row.clusterName }]}
        title={row.title}
        theme={row.setName}
        mark={row.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {row.members.length} đơn vị. {row.closed ? `Năm ${row.year} đã khép, không sửa được nữa. ` : null}
            <Link href={`/clusters/${row.clusterSlug}/${row.year}`}>Xem bảng kết quả của cụm</Link>
          </p>
        }
      />
      <PageBody className="pt-5">
        <section aria-labelledby="thanh-vien">
          <h2 id="thanh-vien">Tên gọi và thành viên</h2>
          {row.closed ? (
            <p>{row.members.map(({ name }) => name).join(', ')}.</p>
          ) : (
            <Form action={saveClusterYear} success="Đã lưu.">
              <input type="hidden" name="clusterYearId" value={row.id} />
              <input type="hidden" name="version" value={row.version} />
              <TextField name="title" label="Tên đầy đủ trong năm" defaultValue={row.title} />
              <TextArea
                name="motto"
                label="Phương châm"
                rows={2}
                required={false}
                defaultValue={row.motto ?? ''}
              />
              <TickList
                name="unitIds"
                legend="Đơn vị thành viên"
                options={choices.units.map((unit) => ({
                  value: unit.id,
                  label: unit.name,
                  hint: unit.takenBy ? `đang ở ${unit.takenBy}` : undefined,
                }))}
                chosen={row.members.map((member) => member.unitId)}
              />
              <SubmitButton kind="secondary" className="mt-4" pendingLabel="Đang lưu…">
                Lưu tên và thành viên
              </SubmitButton>
            </Form>
          )}
        </section>
        <Headships row={row} />
        <Quotas clusterYearId={row.id} quotas={quotas} closed={row.closed} />
        <section aria-labelledby="can-bo" className="mt-9">
          <h2 id="can-bo">Cán bộ Trung ương theo dõi</h2>
          <CentralPeople
            row={row}
            role="CENTRAL_REVIEWER"
            people={choices.reviewers}
            chosen={row.reviewers}
          />
          <CentralPeople
            row={row}
            role="CENTRAL_STAFF"
            people={choices.centralStaff}
            chosen={row.centralStaff}
          />
        </section>
      </PageBody>
    </>
  )
}

const ROLE_NAMES = { HEAD: 'Cụm trưởng', DEPUTY: 'Cụm phó' }

function Headships({ row }: { row: ClusterYearSetup }) {
  return (
    <section aria-labelledby="cum-truong" className="mt-9">
      <h2 id="cum-truong">Cụm trưởng, cụm phó</h2>
      {row.headships.length === 0 ? (
        <p className="text-mute">Chưa có đơn vị nào giữ vai trò.</p>
      ) : (
        <ListTable label="Các đơn vị giữ vai trò trong năm" cards>
          <thead>
            <tr>
              <th>Vai trò</th>
              <th>Đơn vị</th>
              <th>Thời gian</th>
              <th>Ghi chú</th>
            </tr>
          </thead>
          <tbody>
            {row.headships.map((headship) => (
              <tr key={headship.id}>
                <th scope="row">{ROLE_NAMES[headship.role]}</th>
                <td data-label="Đơn vị">{headship.unitName}</td>
                <td data-label="Thời gian">{span(headship)}</td>
                <td data-label="Ghi chú">{headship.note}</td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
      {row.closed ? null : (
        <Form action={saveHeadship} success="Đã giao vai trò. Quyền của hai đơn vị đổi ngay.">
          <input type="hidden" name="clusterYearId" value={row.id} />
          <Select
            name="role"
            label="Giao vai trò"
            options={Object.entries(ROLE_NAMES).map(([value, label]) => ({ value, label }))}
          />
          <Select
            name="unitId"
            label="Cho đơn vị"
            placeholder="Chọn đơn vị thành viên"
            options={row.members.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          />
          <DateField
            name="startsOn"
            label="Từ ngày"
            required={false}
            hint="Khi thay đơn vị đang giữ mà để trống, vai trò chuyển từ hôm nay."
          />
          <TextField name="note" label="Ghi chú" required={false} />
          <SubmitButton kind="secondary" className="mt-4" pendingLabel="Đang giao…">
            Giao vai trò
          </SubmitButton>
        </Form>
      )}
    </section>
  )
}

function span({ startsOn, endsOn }: HeadshipRow): string {
  if (!startsOn && !endsOn) return 'Cả năm'
  if (!endsOn) return `Từ ${printDate(startsOn!)}`
  return startsOn ? `${printDate(startsOn)} – ${printDate(endsOn)}` : `Đến ${printDate(endsOn)}`
}

function CentralPeople({
  row,
  role,
  people,
  chosen,
}: {
  row: ClusterYearSetup
  role: 'CENTRAL_STAFF' | 'CENTRAL_REVIEWER'
  people: { id: string; name: string; email: string }[]
  chosen: string[]
}) {
  const legend =
    role === 'CENTRAL_REVIEWER' ? 'Phó Chủ tịch phụ trách cụm' : 'Chuyên viên Trung ương theo dõi cụm'
  if (row.closed) {
    const names = people.filter(({ id }) => chosen.includes(id)).map(({ name }) => name)
    return (
      <p className="mt-1">
        {legend}: {names.join(', ') || 'không ghi'}.
      </p>
    )
  }
  return (
    <Form action={saveCentralPeople} success="Đã lưu.">
      <input type="hidden" name="clusterYearId" value={row.id} />
      <input type="hidden" name="role" value={role} />
      <TickList
        name="accountIds"
        legend={legend}
        empty="Chưa có tài khoản nào giữ vai trò này. Quản trị hệ thống tạo tài khoản và gán vai trò trước."
        options={people.map(({ id, name, email }) => ({ value: id, label: name, hint: email }))}
        chosen={chosen}
      />
      {people.length > 0 ? (
        <SubmitButton kind="secondary" className="mt-4" pendingLabel="Đang lưu…">
          Lưu người được phân công
        </SubmitButton>
      ) : null}
    </Form>
  )
}
