import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { DELEGATE_ROLE_LABELS } from '@/lib/meetings/labels'
import type { DelegateDto } from '@/lib/meetings/types'
import { printTime } from '@/lib/platform/dates'

/** "Có mặt từ 08:25, đến muộn"; what is not recorded is not said. */
export function presenceInWords(delegate: DelegateDto, replaced: boolean): string {
  if (delegate.arrivedAt === null) return replaced ? 'Cử người đi thay' : 'Chưa điểm danh'
  const came = `${delegate.present ? 'Có mặt từ' : 'Đến'} ${printTime(delegate.arrivedAt)}${delegate.late ? ', sau khai mạc' : ''}`
  return delegate.leftAt ? `${came}, về ${printTime(delegate.leftAt)}` : came
}

/** Who is expected and who has come. `acts` adds what can be done with each. */
export function DelegateTable({
  delegates,
  acts,
}: {
  delegates: DelegateDto[]
  acts?: (delegate: DelegateDto) => ReactNode
}) {
  return (
    <ListTable label="Đại biểu" cards>
      <thead>
        <tr>
          <th>Đại biểu</th>
          <th>Đơn vị</th>
          <th>Tư cách</th>
          <th>Có mặt</th>
          {acts ? (
            <th>
              <span className="sr-only">Thao tác</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {delegates.map((delegate) => {
          const replaced = delegates.some(({ substitutesFor }) => substitutesFor?.id === delegate.id)
          return (
            <tr key={delegate.id}>
              <th scope="row">
                {delegate.name}
                {delegate.title ? <small>{delegate.title}</small> : null}
                {delegate.substitutesFor ? (
                  <small>
                    thay {delegate.substitutesFor.name}; {delegate.authorisation}
                  </small>
                ) : null}
              </th>
              <td data-label="Đơn vị">{delegate.unit?.name ?? '—'}</td>
              <td data-label="Tư cách">
                {DELEGATE_ROLE_LABELS[delegate.role]}
                {delegate.votes ? ' (bỏ phiếu)' : ''}
              </td>
              <td data-label="Có mặt">
                {delegate.present ? (
                  <Badge kind="strong">{presenceInWords(delegate, replaced)}</Badge>
                ) : (
                  presenceInWords(delegate, replaced)
                )}
              </td>
              {acts ? <td>{acts(delegate)}</td> : null}
            </tr>
          )
        })}
      </tbody>
    </ListTable>
  )
}
