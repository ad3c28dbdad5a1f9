import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { capitalise } from '@/lib/platform/vietnamese'
import { STATE_LABELS } from '@/lib/reports/labels'
import { periodTitle, printDue } from '@/lib/reports/rules'
import type { WorkItem } from '@/lib/reports/types'
import { openReportAction } from '@/lib/reports/actions'

/** Reports of one kind of work, the most urgent first; each name opens where the work is done. */
export function WorkTable({ label, items }: { label: string; items: WorkItem[] }) {
  return (
    <ListTable label={label} cards>
      <thead>
        <tr>
          <th>Báo cáo</th>
          <th>Đơn vị</th>
          <th>Hạn</th>
          <th>Trạng thái</th>
          <th className="num">Đã nhập</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={`${item.kind}${item.unit.id}${item.period.id}`}>
            <th scope="row">
              <WorkLink item={item} />
              {item.reason ? (
                <span className="text-co block max-w-[60ch] text-xs font-normal">“{item.reason}”</span>
              ) : null}
            </th>
            <td data-label="Đơn vị">
              <Link href={`/units/${item.unit.slug}/${item.period.year}`}>{item.unit.name}</Link>
            </td>
            <td data-label="Hạn">
              <Due item={item} />
            </td>
            <td data-label="Trạng thái">{stateInWords(item)}</td>
            <td className="num" data-label="Đã nhập">
              {item.filled}/{item.assigned}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

const PLACES: Record<WorkItem['kind'], (reportId: string) => string> = {
  ENTER: (id) => `/reports/${id}`,
  MEND: (id) => `/reports/${id}`,
  PRESENTED: (id) => `/reports/${id}`,
  CHECK: (id) => `/reports/${id}/review`,
  APPRAISE: (id) => `/reports/${id}/review`,
  REVIEW: (id) => `/reports/${id}/review`,
  DECIDE_ADJUSTMENT: (id) => `/reports/${id}/adjustments`,
}

function WorkLink({ item }: { item: WorkItem }) {
  const title = capitalise(periodTitle(item.period.kind, item.period.year))
  if (item.reportId) return <Link href={PLACES[item.kind](item.reportId)}>{title}</Link>
  return (
    <Form action={openReportAction}>
      <input type="hidden" name="unitId" value={item.unit.id} />
      <input type="hidden" name="periodId" value={item.period.id} />
      <SubmitButton kind="quiet" pendingLabel="Đang mở…">
        {title}
      </SubmitButton>
    </Form>
  )
}

function Due({ item }: { item: WorkItem }) {
  if (!item.dueAt || item.daysLeft === null) return <>Không đặt hạn</>
  return (
    <>
      {printDue(item.dueAt)}{' '}
      {item.daysLeft < 0 ? (
        <Badge kind="wrong">Quá hạn {-item.daysLeft} ngày</Badge>
      ) : item.daysLeft === 0 ? (
        <Badge kind="wrong">Hết hạn hôm nay</Badge>
      ) : (
        <span className="text-mute">còn {item.daysLeft} ngày</span>
      )}
    </>
  )
}

function stateInWords({ kind, state, appraised }: WorkItem): string {
  if (kind === 'REVIEW' && appraised) return 'Đã rà soát, đã thẩm định'
  if (kind === 'DECIDE_ADJUSTMENT') return 'Chờ xét'
  return state ? STATE_LABELS[state] : 'Chưa bắt đầu'
}
