import { Badge } from '@/components/ui/badge'
import { DateField, Select, TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { delegateAction, revokeDelegationAction } from '@/lib/accounts/actions'
import { DELEGATION_STATE_LABELS } from '@/lib/accounts/labels'
import type { DelegationDto, DelegationsDto } from '@/lib/accounts/types'

/** ủy quyền: nothing at all for whoever has none to give and received none. */
export function Delegations({ delegations }: { delegations: DelegationsDto }) {
  const { given, received, candidates, today, mayDelegate } = delegations
  if (!mayDelegate && given.length === 0 && received.length === 0) return null
  return (
    <section aria-labelledby="delegations">
      <h2 id="delegations">Ủy quyền</h2>
      {received.length > 0 ? <List title="Được ủy quyền" who="Người ủy quyền" rows={received} /> : null}
      {given.length > 0 ? (
        <List title="Đã ủy quyền" who="Người được ủy quyền" rows={given} revocable />
      ) : null}
      {mayDelegate ? <NewDelegation candidates={candidates} today={today} /> : null}
    </section>
  )
}

function List({
  title,
  who,
  rows,
  revocable = false,
}: {
  title: string
  who: string
  rows: DelegationDto[]
  revocable?: boolean
}) {
  return (
    <ListTable label={title} cards>
      <thead>
        <tr>
          <th scope="col">{who}</th>
          <th scope="col">Từ ngày</th>
          <th scope="col">Đến hết ngày</th>
          <th scope="col">Lý do</th>
          <th scope="col">Tình trạng</th>
          {revocable ? (
            <th scope="col">
              <span className="sr-only">Việc</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            <td data-label="Từ ngày">
              <Time value={row.startsOn} />
            </td>
            <td data-label="Đến hết ngày">
              <Time value={row.endsOn} />
            </td>
            <td data-label="Lý do">{row.reason}</td>
            <td data-label="Tình trạng">
              <Badge kind={row.state === 'IN_FORCE' ? 'strong' : 'plain'}>
                {DELEGATION_STATE_LABELS[row.state]}
              </Badge>
            </td>
            {revocable ? (
              <td>
                {row.state === 'COMING' || row.state === 'IN_FORCE' ? (
                  <Form action={revokeDelegationAction} aria-label={`Thu hồi ủy quyền cho ${row.name}`}>
                    <input type="hidden" name="id" value={row.id} readOnly />
                    <SubmitButton kind="quiet" pendingLabel="Đang thu hồi…">
                      Thu hồi
                    </SubmitButton>
                  </Form>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </ListTable>
  )
}

function NewDelegation({ candidates, today }: Pick<DelegationsDto, 'candidates' | 'today'>) {
  if (candidates.length === 0)
    return <p className="text-mute mt-2">Chưa có người nào khác cùng đơn vị có tài khoản để ủy quyền.</p>
  return (
    <Form action={delegateAction} success="Đã ủy quyền." clearAfterSuccess aria-label="Ủy quyền">
      <p className="text-mute mt-2 max-w-[88ch]">
        Người được ủy quyền dùng quyền quyết định của bạn trong những ngày này; mỗi việc đều ghi rõ làm thay
        bạn.
      </p>
      <Select
        name="toAccountId"
        label="Ủy quyền cho"
        placeholder="Chọn người"
        options={candidates.map(({ id, name, role }) => ({
          value: id,
          label: name === role ? name : `${name} (${role})`,
        }))}
        required
      />
      <div className="flex flex-wrap gap-x-6">
        <DateField name="startsOn" label="Từ ngày" defaultValue={today} min={today} required />
        <DateField name="endsOn" label="Đến hết ngày" min={today} required />
      </div>
      <TextArea name="reason" label="Lý do" rows={2} required />
      <div className="mt-5">
        <SubmitButton kind="secondary" pendingLabel="Đang ủy quyền…">
          Ủy quyền
        </SubmitButton>
      </div>
    </Form>
  )
}
