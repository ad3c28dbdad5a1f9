import type { Metadata } from 'next'
import Link from 'next/link'
import { ExportLinks } from '@/components/documents/export-links'
import { TaskRow } from '@/components/meetings/task-row'
import { Empty } from '@/components/ui/empty'
import { PageBody, PageHeader } from '@/components/ui/page-header'
import { listMyTasks } from '@/lib/meetings/outcomes/queries'
import { requireActor } from '@/lib/platform/auth/current'
import { overseenYears, ownUnits } from '@/lib/platform/auth/policy'
import { printDate } from '@/lib/platform/dates'

export const metadata: Metadata = { title: 'Việc giao từ hội nghị' }

export default async function TasksPage() {
  const actor = await requireActor('/tasks')
  const tasks = await listMyTasks(actor)
  const open = tasks.filter(({ state }) => state === 'OPEN')
  const units = ownUnits(actor)
  const runs = overseenYears(actor).length > 0
  return (
    <>
      <PageHeader
        title="Việc giao từ hội nghị"
        crumbs={[{ label: 'Hội nghị', href: '/meetings' }, { label: 'Việc giao' }]}
        actions={tasks.length > 0 ? <ExportLinks table="tasks" label="việc giao từ hội nghị" /> : undefined}
        sentence={
          <p>
            {tasks.length === 0
              ? 'Chưa có việc nào được giao từ kết luận hội nghị.'
              : `${open.length} trong ${tasks.length} việc đang làm.`}
          </p>
        }
      />
      <PageBody>
        {tasks.length === 0 ? (
          <Empty title="Chưa có việc nào">
            Khi kết luận của hội nghị được giao thành việc cho đơn vị của bạn hoặc cho cả cụm, việc sẽ hiện ở
            đây.
          </Empty>
        ) : (
          <ul className="max-w-[96ch]">
            {tasks.map((task) => (
              <li key={task.id} className="border-hair border-t py-2.5">
                <TaskRow task={task} mayFollow={task.unit ? units.includes(task.unit.id) || runs : runs} />
                <p className="text-mute text-sm">
                  Kết luận:{' '}
                  <Link prefetch={false} className="link" href={`/meetings/${task.meeting.id}#ket-luan`}>
                    {task.meeting.title}
                    {task.meeting.heldOn ? `, ${printDate(task.meeting.heldOn)}` : ''}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        )}
      </PageBody>
    </>
  )
}
