import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Badge, DemoMark } from '@/components/ui/badge'
import { Empty } from '@/components/ui/empty'
import { PageBody } from '@/components/ui/page-header'
import { ListTable } from '@/components/ui/table'
import { AGGREGATION_LABELS, KIND_LABELS, SCOPE_LABELS } from '@/lib/indicators/labels'
import { getIndicatorSet } from '@/lib/indicators/setup/queries'
import type { SetSetup } from '@/lib/indicators/setup/types'
import { requireActor } from '@/lib/platform/auth/current'
import { printDate, printDateTime } from '@/lib/platform/dates'
import { isRowId } from '@/lib/platform/fields'
import { SetupHeader } from '../../_components/setup-header'
import { GroupDialog } from './_components/group-dialog'
import { IndicatorDialog } from './_components/indicator-dialog'
import { MoveButtons } from './_components/move-buttons'

type Props = { params: Promise<{ id: string }> }

export const metadata: Metadata = { title: 'Bộ chỉ tiêu' }

export default async function SetupSetPage({ params }: Props) {
  const actor = await requireActor()
  const { id } = await params
  const set = isRowId(id) ? await getIndicatorSet(actor, id) : null
  if (!set) notFound()
  const editable = !set.yearClosed
  return (
    <>
      <SetupHeader
        current="/setup"
        crumbs={[{ label: `Năm ${set.year}`, href: `/setup/years/${set.year}` }, { label: 'Bộ chỉ tiêu' }]}
        title={set.name}
        theme={`${SCOPE_LABELS[set.scope]}${set.owner ? `: ${set.owner}` : ''}. Mức hoàn thành: ${set.completionScheme}.`}
        mark={set.illustrative ? <DemoMark /> : null}
        sentence={
          <p>
            {set.indicators} chỉ tiêu trong {set.groups.length} nhóm.{' '}
            {set.yearClosed
              ? `Năm ${set.year} đã khép, bộ chỉ tiêu không sửa được nữa.`
              : set.frozenAt
                ? `Đã chốt ngày ${printDate(set.frozenAt)}: mỗi thay đổi là một bản mới và phải ghi lý do.`
                : 'Chưa đơn vị nào đăng ký nên còn sửa tự do.'}
          </p>
        }
        actions={
          <LinkButton kind="quiet" href={`/setup/sets/${set.id}/units`}>
            Chỉ tiêu giao từng đơn vị
          </LinkButton>
        }
      />
      <PageBody className="pt-5">
        {set.groups.length === 0 ? (
          <Empty title="Bộ chỉ tiêu chưa có nhóm nào">
            Thêm nhóm trước, rồi thêm chỉ tiêu vào từng nhóm.
          </Empty>
        ) : (
          set.groups.map((group) => <Group key={group.id} set={set} group={group} editable={editable} />)
        )}
        {editable ? (
          <div className="mt-5 flex flex-wrap gap-3">
            <GroupDialog set={set} />
            {set.groups.length > 0 ? <IndicatorDialog set={set} /> : null}
          </div>
        ) : null}
        <Versions set={set} />
      </PageBody>
    </>
  )
}

function Group({
  set,
  group,
  editable,
}: {
  set: SetSetup
  group: SetSetup['groups'][number]
  editable: boolean
}) {
  return (
    <section aria-labelledby={group.id} className="mt-6">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id={group.id}>{group.name}</h2>
        {editable ? <GroupDialog set={set} group={group} /> : null}
      </div>
      <ListTable label={group.name} cards>
        <thead>
          <tr>
            <th className="w-[46%]">Chỉ tiêu</th>
            <th className="w-[16%]">Loại</th>
            <th className="w-[12%]">Đơn vị tính</th>
            <th className="w-[14%]">Tổng hợp</th>
            <th>
              <span className="sr-only">Thao tác</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {group.indicators.map((indicator) => (
            <tr key={indicator.id}>
              <th scope="row" className={indicator.retired ? 'text-mute font-normal' : undefined}>
                {indicator.name} {indicator.retired ? <Badge>Đã ngừng</Badge> : null}
                {indicator.definition ? (
                  <span className="text-mute block max-w-[60ch] text-xs font-normal">
                    {indicator.definition}
                  </span>
                ) : null}
              </th>
              <td data-label="Loại">{KIND_LABELS[indicator.kind]}</td>
              <td data-label="Đơn vị tính">{indicator.measureUnit}</td>
              <td data-label="Tổng hợp">{AGGREGATION_LABELS[indicator.aggregation]}</td>
              <td>
                {editable ? (
                  <span className="flex flex-wrap gap-x-2">
                    <IndicatorDialog set={set} indicator={indicator} />
                    <MoveButtons set={set} indicator={indicator} />
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}

function Versions({ set }: { set: SetSetup }) {
  if (set.versions.length === 0) return null
  return (
    <section aria-labelledby="cac-ban" className="mt-9">
      <h2 id="cac-ban">Các bản trước</h2>
      <ListTable label="Các bản trước của bộ chỉ tiêu" cards>
        <thead>
          <tr>
            <th>Bản</th>
            <th>Thay bằng bản sau lúc</th>
            <th>Lý do</th>
          </tr>
        </thead>
        <tbody>
          {set.versions.map(({ version, reason, at }) => (
            <tr key={version}>
              <th scope="row">Bản {version}</th>
              <td data-label="Thay lúc">{printDateTime(at)}</td>
              <td data-label="Lý do">{reason}</td>
            </tr>
          ))}
        </tbody>
      </ListTable>
    </section>
  )
}
