import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import type { EvidenceDto } from '@/lib/evidence/types'
import type { AgendaItemDto } from '@/lib/meetings/types'
import { printTime } from '@/lib/platform/dates'

/** The agenda with what is planned and what took place. `acts` adds what can be done with each item. */
export function AgendaTable({
  agenda,
  currentId,
  files,
  acts,
}: {
  agenda: AgendaItemDto[]
  currentId: string | null
  /** Documents by item. */
  files: ReadonlyMap<string, EvidenceDto[]>
  acts?: (item: AgendaItemDto) => ReactNode
}) {
  return (
    <ListTable label="Chương trình" cards>
      <thead>
        <tr>
          <th>Mục</th>
          <th>Người phụ trách</th>
          <th className="num">Dự kiến</th>
          <th>Diễn ra</th>
          {acts ? (
            <th>
              <span className="sr-only">Thao tác</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {agenda.map((item) => (
          <tr key={item.id}>
            <th scope="row" className={item.number.includes('.') ? 'pl-6' : ''}>
              {item.number}. {item.title}
              {(files.get(item.id) ?? []).map(({ id, name }) => (
                <a
                  key={id}
                  href={`/api/app/v1/files/${id}`}
                  target="_blank"
                  rel="noopener"
                  className="link block text-xs font-normal break-words"
                >
                  {name}
                </a>
              ))}
            </th>
            <td data-label="Người phụ trách">{item.responsible ?? '—'}</td>
            <td className="num" data-label="Dự kiến">
              {item.minutes === null ? '—' : `${item.minutes} phút`}
            </td>
            <td data-label="Diễn ra">{happened(item, currentId)}</td>
            {acts ? <td>{acts(item)}</td> : null}
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function happened(item: AgendaItemDto, currentId: string | null): ReactNode {
  if (item.startedAt === null) return '—'
  if (item.endedAt !== null) return `${printTime(item.startedAt)}–${printTime(item.endedAt)}`
  return (
    <Badge kind={item.id === currentId ? 'strong' : 'plain'}>
      Từ {printTime(item.startedAt)}, đang diễn ra
    </Badge>
  )
}
