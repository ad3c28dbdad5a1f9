import type { Metadata } from 'next'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, TextArea, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { submitCluster, submitNextSet } from '@/lib/clusters/setup/actions'
import { listClusterRows, listClusterSets } from '@/lib/clusters/setup/queries'
import type { ClusterRow, ClusterSetDto } from '@/lib/clusters/setup/types'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate } from '@/lib/platform/dates'
import { SetupHeader } from '../_components/setup-header'

export const metadata: Metadata = { title: 'Cụm và bộ phân cụm' }

export default async function SetupClustersPage() {
  const actor = await requireActor()
  const [sets, clusters] = await Promise.all([listClusterSets(actor), listClusterRows(actor)])
  return (
    <>
      <SetupHeader
        current="/setup/clusters"
        crumbs={[{ label: 'Cụm thi đua' }]}
        title="Cụm và bộ phân cụm"
        sentence={
          <p>
            {clusters.length} cụm, {sets.length} bộ phân cụm. Khi Trung ương Hội chia lại cụm, hãy khép bộ cũ
            và mở bộ mới: lịch sử của bộ cũ giữ nguyên.
          </p>
        }
      />
      <PageBody className="pt-5">
        <section aria-labelledby="bo-phan-cum">
          <h2 id="bo-phan-cum">Bộ phân cụm</h2>
          <ListTable label="Bộ phân cụm" cards>
            <thead>
              <tr>
                <th>Bộ phân cụm</th>
                <th>Đơn vị tổ chức</th>
                <th>Hiệu lực</th>
                <th>Nối tiếp</th>
                <th className="num">Cụm năm</th>
                <th>
                  <span className="sr-only">Thao tác</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sets.map((set) => (
                <tr key={set.id}>
                  <th scope="row">
                    {set.name} {set.illustrative ? <DemoMark /> : null}
                    {set.note ? (
                      <span className="text-mute block text-xs font-normal">{set.note}</span>
                    ) : null}
                  </th>
                  <td data-label="Đơn vị tổ chức">{set.organiser}</td>
                  <td data-label="Hiệu lực">{span(set)}</td>
                  <td data-label="Nối tiếp">{set.predecessor ?? '—'}</td>
                  <td className="num" data-label="Cụm năm">
                    {set.clusterYears}
                  </td>
                  <td>{set.validTo ? <Badge>Đã khép</Badge> : <NextSet set={set} />}</td>
                </tr>
              ))}
            </tbody>
          </ListTable>
        </section>
        <section aria-labelledby="cac-cum" className="mt-9">
          <h2 id="cac-cum">Cụm</h2>
          <ListTable label="Các cụm" cards>
            <thead>
              <tr>
                <th>Cụm</th>
                <th>Tên gọi khác</th>
                <th>Các năm có dữ liệu</th>
                <th>
                  <span className="sr-only">Thao tác</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {clusters.map((cluster) => (
                <tr key={cluster.id}>
                  <th scope="row">
                    {cluster.name}
                    <span className="text-mute block text-xs font-normal">/clusters/{cluster.slug}</span>
                  </th>
                  <td data-label="Tên gọi khác">{cluster.aliases.join('; ') || '—'}</td>
                  <td data-label="Các năm có dữ liệu">{cluster.years.join(', ') || '—'}</td>
                  <td>
                    <ClusterDialog cluster={cluster} />
                  </td>
                </tr>
              ))}
            </tbody>
          </ListTable>
          <ClusterDialog />
        </section>
      </PageBody>
    </>
  )
}

function span({ validFrom, validTo }: ClusterSetDto): string {
  const from = validFrom ? `từ ${printDate(validFrom)}` : 'chưa rõ ngày bắt đầu'
  return validTo ? `${from} đến trước ${printDate(validTo)}` : from
}

function NextSet({ set }: { set: ClusterSetDto }) {
  return (
    <Dialog opener="Khép và mở bộ mới" kind="quiet" title={`Khép “${set.name}”`}>
      <Form action={submitNextSet} success="Đã khép bộ cũ và mở bộ mới.">
        <input type="hidden" name="setId" value={set.id} />
        <input type="hidden" name="version" value={set.version} />
        <TextField name="name" label="Tên bộ mới" />
        <DateField name="validFrom" label="Bộ mới có hiệu lực từ ngày" hint="Bộ cũ khép vào ngày này." />
        <TextArea name="note" label="Căn cứ, ghi chú" rows={2} required={false} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Khép bộ cũ, mở bộ mới</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}

function ClusterDialog({ cluster }: { cluster?: ClusterRow }) {
  return (
    <Dialog
      opener={
        cluster ? (
          <>
            Sửa<span className="sr-only"> cụm {cluster.name}</span>
          </>
        ) : (
          'Thêm cụm'
        )
      }
      kind={cluster ? 'quiet' : 'secondary'}
      title={cluster ? `Sửa cụm ${cluster.name}` : 'Thêm cụm'}
    >
      <Form action={submitCluster} success="Đã lưu cụm.">
        <input type="hidden" name="clusterId" value={cluster?.id ?? ''} />
        {cluster ? <input type="hidden" name="version" value={cluster.version} /> : null}
        <TextField name="name" label="Tên cụm" defaultValue={cluster?.name} />
        {cluster ? (
          <input type="hidden" name="slug" value={cluster.slug} />
        ) : (
          <TextField
            name="slug"
            label="Đường dẫn"
            hint="Chữ thường không dấu, ví dụ: mien-nui-bien-gioi-phia-bac"
          />
        )}
        <TextArea
          name="aliases"
          label="Tên gọi khác"
          hint="Mỗi dòng một tên."
          rows={3}
          required={false}
          defaultValue={cluster?.aliases.join('\n')}
        />
        <TextArea name="note" label="Ghi chú" rows={2} required={false} defaultValue={cluster?.note ?? ''} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton pendingLabel="Đang lưu…">Lưu cụm</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
