import { Dialog, DialogActions, DialogCancel } from '@/components/ui/dialog'
import { DateField, Select, TextField } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { ListTable } from '@/components/ui/table'
import { printDate } from '@/lib/platform/dates'
import { assignTeamAction, removeTeamAction, setSubGroupAction } from '@/lib/scoring/actions'
import type { ScoreBoard } from '@/lib/scoring/types'
import type { UnitRef } from '@/lib/units/types'

/** Lịch chấm chéo: who checks whom and when, and whether both sides agreed to the minutes. */
export function Teams({
  board,
  members,
  rubricId,
}: {
  board: ScoreBoard
  members: UnitRef[]
  rubricId: string
}) {
  const { teams, may } = board
  const options = members.map(({ id, name }) => ({ value: id, label: name }))
  if (teams.length === 0 && !may.plan) return null
  return (
    <section aria-labelledby="lich" className="mt-8">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h2 id="lich">Lịch chấm chéo</h2>
        {may.plan ? (
          <div className="no-print flex flex-wrap gap-4">
            <Dialog opener="Phân công chấm chéo" kind="quiet" title="Phân công chấm chéo">
              <Form action={assignTeamAction} success="Đã phân công." clearAfterSuccess>
                <input type="hidden" name="rubricId" value={rubricId} />
                <Select
                  name="checkingUnitId"
                  label="Đơn vị chấm"
                  placeholder="Chọn đơn vị"
                  options={options}
                />
                <Select
                  name="checkedUnitId"
                  label="Đơn vị được chấm"
                  placeholder="Chọn đơn vị"
                  options={options}
                  hint="Đơn vị không chấm chéo cho chính mình. Phân công lại cặp đã có thì đổi ngày."
                />
                <DateField name="scheduledOn" label="Ngày làm việc" required={false} />
                <DialogActions>
                  <DialogCancel>Đóng</DialogCancel>
                  <SubmitButton>Phân công</SubmitButton>
                </DialogActions>
              </Form>
            </Dialog>
            {board.rows.length > 0 ? (
              <Dialog opener="Chia nhóm xếp hạng" kind="quiet" title="Nhóm xếp hạng của một đơn vị">
                <Form action={setSubGroupAction} success="Đã lưu.">
                  <input type="hidden" name="rubricId" value={rubricId} />
                  <Select name="unitId" label="Đơn vị" placeholder="Chọn đơn vị" options={options} />
                  <TextField
                    name="subGroup"
                    label="Nhóm"
                    required={false}
                    hint="Ví dụ: miền núi. Để trống thì xếp hạng chung."
                  />
                  <DialogActions>
                    <DialogCancel>Đóng</DialogCancel>
                    <SubmitButton>Lưu nhóm</SubmitButton>
                  </DialogActions>
                </Form>
              </Dialog>
            ) : null}
          </div>
        ) : null}
      </div>
      {teams.length === 0 ? (
        <p className="text-mute mt-2">
          Chưa phân công. Đơn vị không được phân công thì bỏ qua bước chấm chéo.
        </p>
      ) : (
        <ListTable label="Lịch chấm chéo" cards>
          <thead>
            <tr>
              <th scope="col">Đơn vị được chấm</th>
              <th scope="col">Đơn vị chấm</th>
              <th scope="col">Ngày làm việc</th>
              <th scope="col">Biên bản</th>
              {may.plan ? <th scope="col">Việc</th> : null}
            </tr>
          </thead>
          <tbody>
            {teams.map((team) => (
              <tr key={team.id}>
                <th scope="row">{team.checked.name}</th>
                <td data-label="Đơn vị chấm">{team.checking.name}</td>
                <td data-label="Ngày làm việc">
                  {team.scheduledOn ? (
                    printDate(team.scheduledOn)
                  ) : (
                    <span className="text-mute">chưa hẹn ngày</span>
                  )}
                </td>
                <td data-label="Biên bản">
                  {team.checkingAgreedAt && team.checkedAgreedAt
                    ? 'Hai bên đã thống nhất'
                    : team.checkingAgreedAt || team.checkedAgreedAt
                      ? 'Một bên đã thống nhất'
                      : 'Chưa thống nhất'}
                </td>
                {may.plan ? (
                  <td data-label="Việc">
                    <Form action={removeTeamAction}>
                      <input type="hidden" name="teamId" value={team.id} />
                      <input type="hidden" name="version" value={team.version} />
                      <SubmitButton
                        kind="quiet"
                        aria-label={`Bỏ phân công ${team.checking.name} chấm ${team.checked.name}`}
                      >
                        Bỏ
                      </SubmitButton>
                    </Form>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </ListTable>
      )}
    </section>
  )
}
