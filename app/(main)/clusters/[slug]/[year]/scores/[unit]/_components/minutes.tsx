import { DialogActions } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import { printDate, printDateTime } from '@/lib/platform/dates'
import { agreeMinutesAction, writeMinutesAction } from '@/lib/scoring/actions'
import type { MinutesDto } from '@/lib/scoring/types'

/** Biên bản chấm chéo of each team, with the agreement of both sides. */
export function Minutes({ teams }: { teams: MinutesDto[] }) {
  return teams.map((team) => (
    <section key={team.id} aria-labelledby={`bien-ban-${team.id}`} className="mt-8">
      <h2 id={`bien-ban-${team.id}`}>Biên bản chấm chéo: {team.checking.name} chấm</h2>
      <p className="text-mute mt-1">
        {team.scheduledOn ? `Ngày làm việc ${printDate(team.scheduledOn)}. ` : 'Chưa hẹn ngày làm việc. '}
        {agreement(team.checking.name, team.checkingAgreedAt)}{' '}
        {agreement(team.checked.name, team.checkedAgreedAt)}
      </p>
      {team.mayWrite ? (
        <Form action={writeMinutesAction} success="Đã lưu biên bản.">
          <Hidden team={team} />
          <TextArea
            name="minutes"
            label="Nội dung biên bản"
            hideLabel
            wide
            defaultValue={team.minutes ?? ''}
            hint="Sửa biên bản hoặc điểm chấm chéo thì hai bên xác nhận lại."
          />
          <DialogActions wide>
            <SubmitButton kind="secondary">Lưu biên bản</SubmitButton>
          </DialogActions>
        </Form>
      ) : team.minutes ? (
        <p className="mt-2 max-w-[88ch] whitespace-pre-line">{team.minutes}</p>
      ) : (
        <p className="text-mute mt-2">Chưa có nội dung.</p>
      )}
      {team.minutes
        ? team.mayAgree.map((side) => (
            <Form key={side} action={agreeMinutesAction} className="mt-3">
              <Hidden team={team} />
              <input type="hidden" name="side" value={side} />
              <SubmitButton>
                Xác nhận thống nhất biên bản, {side === 'CHECKING' ? team.checking.name : team.checked.name}
              </SubmitButton>
            </Form>
          ))
        : null}
    </section>
  ))
}

const agreement = (name: string, at: string | null) =>
  at ? `${name} thống nhất lúc ${printDateTime(at)}.` : `${name} chưa xác nhận.`

function Hidden({ team }: { team: MinutesDto }) {
  return (
    <>
      <input type="hidden" name="teamId" value={team.id} />
      <input type="hidden" name="version" value={team.version} />
    </>
  )
}
