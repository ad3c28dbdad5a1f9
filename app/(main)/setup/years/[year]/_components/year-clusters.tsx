import Link from 'next/link'
import { DemoMark } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { addClusterYear } from '@/lib/clusters/setup/actions'
import type { ClusterRow, ClusterSetDto, ClusterYearSetup } from '@/lib/clusters/setup/types'
import type { YearDto } from '@/lib/periods/types'

/** Who holds the role now; in a year that is over, who held it last. */
function holder({ headships, closed }: ClusterYearSetup, role: 'HEAD' | 'DEPUTY'): string {
  const own = headships.filter((headship) => headship.role === role)
  const last = own.toSorted((a, b) => (b.endsOn ?? '9').localeCompare(a.endsOn ?? '9'))[0]
  return last && (closed || !last.endsOn) ? last.unitName : '—'
}

/** Clusters of a year with their head and deputy; each opens its own page. */
export function YearClusters({
  year,
  rows,
  clusters,
  sets,
}: {
  year: YearDto
  rows: ClusterYearSetup[]
  clusters: ClusterRow[]
  sets: ClusterSetDto[]
}) {
  const free = clusters.filter((cluster) => !rows.some((row) => row.clusterSlug === cluster.slug))
  return (
    <section aria-labelledby="cum" className="mt-9">
      <h2 id="cum">Cụm thi đua</h2>
      {rows.length === 0 ? (
        <p className="text-mute">Năm này chưa có cụm nào.</p>
      ) : (
        <ListTable label={`Cụm thi đua năm ${year.year}`} cards>
          <thead>
            <tr>
              <th>Cụm</th>
              <th className="num">Đơn vị</th>
              <th>Cụm trưởng</th>
              <th>Cụm phó</th>
              <th className="num">Chuyên viên TW</th>
              <th className="num">Phó Chủ tịch</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={`/setup/years/${year.year}/clusters/${row.clusterSlug}`}>{row.title}</Link>{' '}
                  {row.illustrative ? <DemoMark /> : null}
                </th>
                <td className="num" data-label="Đơn vị">
                  {row.members.length}
                </td>
                <td data-label="Cụm trưởng">{holder(row, 'HEAD')}</td>
                <td data-label="Cụm phó">{holder(row, 'DEPUTY')}</td>
                <td className="num" data-label="Chuyên viên TW">
                  {row.centralStaff.length}
                </td>
                <td className="num" data-label="Phó Chủ tịch">
                  {row.reviewers.length}
                </td>
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
      {year.state === 'CLOSED' || free.length === 0 ? null : (
        <Dialog opener="Thêm cụm" title={`Thêm cụm vào năm ${year.year}`}>
          <Form action={addClusterYear} success="Đã thêm cụm. Hãy mở cụm để chọn thành viên.">
            <input type="hidden" name="yearId" value={year.id} />
            <Select
              name="clusterId"
              label="Cụm"
              placeholder="Chọn cụm"
              options={free.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <Select
              name="setId"
              label="Thuộc bộ phân cụm"
              options={sets.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              name="title"
              label="Tên đầy đủ trong năm"
              hint="Ví dụ: Cụm thi đua 7 tỉnh miền núi biên giới phía Bắc"
            />
            <DialogActions>
              <DialogCancel />
              <SubmitButton pendingLabel="Đang thêm…">Thêm cụm</SubmitButton>
            </DialogActions>
          </Form>
        </Dialog>
      )}
    </section>
  )
}
