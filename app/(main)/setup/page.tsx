import type { Metadata } from 'next'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { cloneYear } from '@/lib/indicators/setup/actions'
import { PERIOD_LABELS, YEAR_STATE_LABELS } from '@/lib/periods/labels'
import { listYears } from '@/lib/periods/queries'
import type { YearDto } from '@/lib/periods/types'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { SetupHeader } from './_components/setup-header'

export const metadata: Metadata = { title: 'Thiết lập năm thi đua' }

export default async function SetupPage() {
  const actor = await requireActor()
  const years = await listYears(actor)
  return (
    <>
      <SetupHeader
        current="/setup"
        title="Năm thi đua"
        sentence={<p>{sentence(years)}</p>}
        actions={
          <>
            {years.length > 0 ? <CloneYear years={years} /> : null}
            <Link href="/adoptions" className="link pointer-coarse:py-3">
              Nhận số liệu từ tệp cũ
            </Link>
          </>
        }
      />
      <PageBody className="pt-5">
        {years.length === 0 ? (
          <Empty title="Chưa có năm thi đua nào">
            Dữ liệu nền chưa được nạp. Quản trị hệ thống chạy lại lệnh nạp dữ liệu nền.
          </Empty>
        ) : (
          <ListTable label="Các năm thi đua" cards>
            <thead>
              <tr>
                <th>Năm</th>
                <th>Chủ đề</th>
                <th>Trạng thái</th>
                <th className="num">Cụm</th>
                <th>Hạn gửi</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr key={year.id}>
                  <th scope="row">
                    <Link href={`/setup/years/${year.year}`}>{year.year}</Link>
                  </th>
                  <td data-label="Chủ đề">{year.theme ?? 'Chưa đặt'}</td>
                  <td data-label="Trạng thái">
                    <Badge kind={year.state === 'OPEN' ? 'strong' : 'plain'}>
                      {YEAR_STATE_LABELS[year.state]}
                    </Badge>
                  </td>
                  <td className="num" data-label="Cụm">
                    {year.clusterYears}
                  </td>
                  <td data-label="Hạn gửi">{deadlines(year)}</td>
                </tr>
              ))}
            </tbody>
          </ListTable>
        )}
      </PageBody>
    </>
  )
}

function CloneYear({ years }: { years: YearDto[] }) {
  const newest = years[0]
  return (
    <Dialog opener="Mở năm mới" kind="primary" title="Mở năm mới từ một năm trước">
      <Form action={cloneYear} success="Đã mở năm mới. Năm mới nằm đầu danh sách.">
        <p className="text-mute mt-2">
          Các kỳ báo cáo, cụm, thành viên, cán bộ theo dõi và bộ chỉ tiêu được chép sang. Cụm trưởng, cụm phó
          do cụm chọn nên để trống.
        </p>
        <Select
          name="sourceYearId"
          label="Lấy mẫu từ năm"
          options={years.map((year) => ({ value: year.id, label: String(year.year) }))}
          defaultValue={newest?.id}
        />
        <TextField
          name="year"
          label="Năm mới"
          inputMode="numeric"
          defaultValue={newest ? newest.year + 1 : ''}
        />
        <TextField name="theme" label="Chủ đề năm" required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang mở…">Mở năm mới</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function sentence(years: YearDto[]): string {
  const open = years.filter((year) => year.state === 'OPEN').map((year) => year.year)
  if (open.length === 0) return 'Chưa có năm nào đang mở.'
  return `Năm ${open.join(', ')} đang mở.`
}

function deadlines(year: YearDto): string {
  const due = year.periods.filter((period) => period.dueOn !== null)
  if (due.length === 0) return 'Chưa đặt'
  return due.map((period) => `${PERIOD_LABELS[period.kind]} ${printDate(period.dueOn!)}`).join(' · ')
}
