import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { ListTable } from '@/components/ui/table'
import { NOT_STATED } from '@/lib/clusters/labels'
import { MEETING_KIND_LABELS, MEETING_STATE_LABELS } from '@/lib/meetings/labels'
import type { MeetingListItem } from '@/lib/meetings/types'
import { printDate } from '@/lib/platform/dates'

/** Meetings with their day, place and state; each opens its page. */
export function MeetingTable({ meetings }: { meetings: MeetingListItem[] }) {
  return (
    <ListTable label="Các hội nghị" cards>
      <thead>
        <tr>
          <th>Hội nghị</th>
          <th>Cụm, năm</th>
          <th>Ngày</th>
          <th>Nơi họp</th>
          <th>Tình hình</th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => (
          <tr key={meeting.id}>
            <th scope="row">
              <Link prefetch={false} href={`/meetings/${meeting.id}`}>
                {meeting.title}
              </Link>
              <small>{MEETING_KIND_LABELS[meeting.kind]}</small>
            </th>
            <td data-label="Cụm, năm">
              {meeting.clusterYear.name}, {meeting.clusterYear.year}
            </td>
            <td data-label="Ngày">
              {meeting.heldOn ? printDate(meeting.heldOn) : meeting.source ? NOT_STATED : 'Chưa định'}
            </td>
            <td data-label="Nơi họp">{meeting.place ?? (meeting.source ? NOT_STATED : 'Chưa định')}</td>
            <td data-label="Tình hình">
              <Badge kind={meeting.state === 'OPEN' ? 'wrong' : 'plain'}>
                {MEETING_STATE_LABELS[meeting.state]}
              </Badge>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}
