import { Badge } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { revokeSessionAction, signOutEverywhereAction } from '@/lib/accounts/actions'
import type { SessionDto } from '@/lib/accounts/types'

export function Sessions({ sessions }: { sessions: SessionDto[] }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Thiết bị đang đăng nhập</h2>
      <ListTable label="Thiết bị đang đăng nhập">
        <thead>
          <tr>
            <th scope="col">Thiết bị</th>
            <th scope="col">Dùng gần nhất</th>
            <th scope="col">
              <span className="sr-only">Việc</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.id}>
              <th scope="row">
                {session.device} {session.current ? <Badge kind="strong">thiết bị này</Badge> : null}
                <br />
                <small>
                  {session.address ? `từ ${session.address}, ` : null}đăng nhập lúc{' '}
                  <Time value={session.createdAt} clock />
                </small>
              </th>
              <td>
                <Time value={session.lastSeenAt} clock />
              </td>
              <td>
                {session.current ? null : (
                  <Form action={revokeSessionAction} aria-label={`Đăng xuất ${session.device}`}>
                    <input type="hidden" name="id" value={session.id} readOnly />
                    <SubmitButton kind="quiet" pendingLabel="Đang đăng xuất…">
                      Đăng xuất thiết bị
                    </SubmitButton>
                  </Form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ListTable>
      <form action={signOutEverywhereAction} className="mt-4">
        <SubmitButton kind="danger" pendingLabel="Đang đăng xuất…">
          Đăng xuất khỏi mọi thiết bị
        </SubmitButton>
      </form>
    </section>
  )
}
