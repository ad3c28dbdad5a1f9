import { Badge } from '@/components/ui/badge'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { grantRoleAction, revokeGrantAction } from '@/lib/accounts/admin/actions'
import type { AccountDetail, GrantDto, ScopeChoices } from '@/lib/accounts/admin/types'
import { ROLE_LABELS } from '@/lib/accounts/labels'
import { RoleFields } from '../../_components/role-fields'

export function Grants({ account, choices }: { account: AccountDetail; choices: ScopeChoices }) {
  return (
    <section aria-labelledby="grants" className="mt-10">
      <h2 id="grants">Vai trò</h2>
      {account.grants.length > 0 ? (
        <GrantTable grants={account.grants} />
      ) : (
        <p className="text-mute mt-1">
          Chưa giao vai trò nào: người này đăng nhập được nhưng chưa làm được gì.
        </p>
      )}
      {account.isSelf ? (
        <p className="text-mute mt-4">Vai trò của chính bạn do người quản trị khác giao.</p>
      ) : (
        <Form
          action={grantRoleAction}
          success="Đã giao vai trò."
          clearAfterSuccess
          className="mt-6 max-w-[520px]"
          aria-label="Giao vai trò"
        >
          <h3>Giao thêm vai trò</h3>
          <input type="hidden" name="accountId" value={account.id} readOnly />
          <RoleFields choices={choices} required />
          <div className="mt-5">
            <SubmitButton kind="secondary" pendingLabel="Đang giao…">
              Giao vai trò
            </SubmitButton>
          </div>
        </Form>
      )}
    </section>
  )
}

function GrantTable({ grants }: { grants: GrantDto[] }) {
  return (
    <ListTable label="Vai trò đang giữ" cards>
      <thead>
        <tr>
          <th scope="col">Vai trò</th>
          <th scope="col">Đơn vị hoặc cụm</th>
          <th scope="col">Thời hạn</th>
          <th scope="col">
            <span className="sr-only">Việc</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id}>
            <th scope="row">
              {ROLE_LABELS[grant.role]} {grant.inForce ? null : <Badge>ngoài thời hạn</Badge>}
            </th>
            <td data-label="Đơn vị, cụm">{grant.scope ?? 'toàn hệ thống'}</td>
            <td data-label="Thời hạn">
              <Span startsOn={grant.startsOn} endsOn={grant.endsOn} />
            </td>
            <td>
              <Form action={revokeGrantAction} aria-label={`Thu hồi vai trò ${ROLE_LABELS[grant.role]}`}>
                <input type="hidden" name="grantId" value={grant.id} readOnly />
                <SubmitButton kind="quiet" pendingLabel="Đang thu hồi…">
                  Thu hồi
                </SubmitButton>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function Span({ startsOn, endsOn }: Pick<GrantDto, 'startsOn' | 'endsOn'>) {
  if (!startsOn && !endsOn) return 'không thời hạn'
  return (
    <>
      {startsOn ? (
        <>
          từ <Time value={startsOn} />{' '}
        </>
      ) : null}
      {endsOn ? (
        <>
          đến hết <Time value={endsOn} />
        </>
      ) : null}
    </>
  )
}
