import type { Metadata } from 'next'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { LinkButton } from '@/components/ui/button'
import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { Empty } from '@/components/ui/empty'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { PageBody } from '@/components/ui/page-header'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate, printDateTime } from '@/lib/platform/dates'
import { revertTerritoryAction } from '@/lib/territory/actions'
import { CHANGE_LABELS } from '@/lib/territory/labels'
import { listTerritoryChanges } from '@/lib/territory/queries'
import type { TerritoryChangeItem } from '@/lib/territory/types'
import { SetupHeader } from '../_components/setup-header'

export const metadata: Metadata = { title: 'Sắp xếp đơn vị' }

type Props = { searchParams: Promise<{ xong?: string | string[] }> }

export default async function TerritoryPage({ searchParams }: Props) {
  const { xong } = await searchParams
  const changes = await listTerritoryChanges(await requireActor('/setup/territory'))
  const done = changes.find(({ id, revertedAt }) => id === xong && revertedAt === null)
  const inForce = changes.filter(({ revertedAt }) => revertedAt === null).length
  return (
    <>
      <SetupHeader
        current="/setup/units"
        crumbs={[{ label: 'Đơn vị', href: '/setup/units' }, { label: 'Sắp xếp' }]}
        title="Sắp xếp đơn vị hành chính"
        sentence={
          <p>
            {inForce === 0 ? 'Chưa có lần sáp nhập, chia tách nào' : `${inForce} lần sáp nhập, chia tách đã`}{' '}
            thực hiện trong hệ thống. Số liệu, khen thưởng và vai trò trước đó vẫn thuộc về đơn vị cũ.
          </p>
        }
      />
      <PageBody className="pt-5">
        {done ? (
          <Notice
            kind="success"
            title={`Đã ${CHANGE_LABELS[done.kind].toLowerCase()}: ${done.predecessors.join(', ')} → ${done.successors
              .map(({ name }) => name)
              .join(', ')}, hiệu lực từ ${printDate(done.effectiveOn)}.`}
          />
        ) : null}
        <p className="flex flex-wrap gap-4">
          <LinkButton href="/setup/territory/new?kind=MERGER" kind="primary">
            Sáp nhập đơn vị
          </LinkButton>
          <LinkButton href="/setup/territory/new?kind=SPLIT">Chia tách đơn vị</LinkButton>
        </p>
        {changes.length === 0 ? (
          <Empty title="Chưa có lần sắp xếp nào được thực hiện ở đây">
            Đợt sắp xếp ngày 01/07/2025 đã có sẵn trong dữ liệu gốc.
          </Empty>
        ) : (
          <Changes changes={changes} />
        )}
      </PageBody>
    </>
  )
}

function Changes({ changes }: { changes: TerritoryChangeItem[] }) {
  return (
    <ListTable label="Các lần sắp xếp" cards>
      <thead>
        <tr>
          <th scope="col">Sắp xếp</th>
          <th scope="col">Hiệu lực</th>
          <th scope="col">Căn cứ</th>
          <th scope="col">Thực hiện</th>
          <th scope="col">
            <span className="sr-only">Thao tác</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.id}>
            <th scope="row">
              {CHANGE_LABELS[change.kind]}: {change.predecessors.join(', ')} →{' '}
              {change.successors.map(({ name, slug }, index) => (
                <span key={slug}>
                  {index > 0 ? ', ' : ''}
                  {change.revertedAt ? name : <Link href={`/units/${slug}`}>{name}</Link>}
                </span>
              ))}
            </th>
            <td data-label="Hiệu lực">{printDate(change.effectiveOn)}</td>
            <td data-label="Căn cứ">{change.decision}</td>
            <td data-label="Thực hiện">
              {printDateTime(change.appliedAt)}
              <small className="text-mute block text-xs">{change.appliedBy}</small>
              {change.revertedAt ? <Badge>đã hoàn lại {printDate(change.revertedAt)}</Badge> : null}
            </td>
            <td>{change.revertedAt ? null : <Revert change={change} />}</td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Revert({ change }: { change: TerritoryChangeItem }) {
  const name = change.successors.map((unit) => unit.name).join(', ')
  return (
    <Dialog
      opener={
        <>
          Hoàn lại<span className="sr-only"> việc sắp xếp {name}</span>
        </>
      }
      kind="quiet"
      title={`Hoàn lại: ${change.predecessors.join(', ')}`}
    >
      <Form action={revertTerritoryAction} success="Đã hoàn lại.">
        <input type="hidden" name="changeId" value={change.id} />
        <input type="hidden" name="version" value={change.version} />
        <p className="mt-3">
          {name} không còn; đơn vị cũ, cụm, báo cáo và vai trò trở lại như trước. Chỉ hoàn lại được khi đơn vị
          mới chưa có dữ liệu nào của riêng mình.
        </p>
        <TextArea name="reason" label="Lý do" rows={2} />
        <DialogActions>
          <DialogCancel />
          <SubmitButton>Hoàn lại</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  )
}
